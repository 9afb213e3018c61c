// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The table of rooms (docs/house.md), as `Package.swift` builds it: a room is a target, and what it may import is all it may know.
enum House {
    /// Our own rooms that a room may import.
    static let rooms: [String: Set<String>] = [
        "Standard": [],
        "Safeguarding": ["Standard"],
        "Linkage": [],
        "LinkNetwork": [],
        "Ledger": [],
        "Vault": [],
        "Storage": ["Safeguarding", "Vault", "Ledger"],
        "CLibPQ": [],
        "StorageSQLite": ["Storage"],
        "StoragePostgres": ["Storage", "CLibPQ"],
        "Services": ["Standard", "Safeguarding", "Linkage", "LinkNetwork", "Ledger", "Vault", "Storage"],
        "Exchange": ["Standard", "Safeguarding", "Services"],
        "Web": ["Standard", "Safeguarding", "Linkage", "LinkNetwork", "Services", "Exchange"],
        "Demo": ["Standard", "Safeguarding", "Services"],
        "sentinel": [
            "Standard", "Safeguarding", "Linkage", "LinkNetwork", "Ledger", "Vault", "Storage", "StorageSQLite", "StoragePostgres",
            "Services",
            "Exchange", "Web", "Demo",
        ],
    ]

    /// Modules of outside packages that a room may import.
    static let packages: [String: Set<String>] = [
        "Standard": ["Yams"],
        "Ledger": ["Crypto"],
        "Vault": ["Crypto", "CryptoExtras"],
        "StorageSQLite": ["GRDB", "GRDBSQLite"],
        "Web": [
            "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOPosix", "NIOSSL",
            "Logging", "ServiceLifecycle",
        ],
        "sentinel": ["ArgumentParser", "ServiceLifecycle", "UnixSignals", "Logging"],
    ]

    /// What comes with the toolchain and the system.
    static let toolchain: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "RegexBuilder", "Glibc", "Musl", "Darwin",
    ]

    /// The rooms where SQL is written: `Storage` and its engines, and the use cases that ask it.
    static let roomsWithSQL: Set<String> = ["Storage", "StorageSQLite", "StoragePostgres", "Services"]

    /// The folder of `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every file below the named folders whose name has one of the extensions (or none, where "" is among them), with its text.
    static func files(in folders: [String], with extensions: Set<String>) -> [HouseFile] {
        folders.flatMap { folder -> [HouseFile] in
            let top = root.appendingPathComponent(folder)
            let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
            return paths.sorted().compactMap { path in
                guard extensions.contains((path as NSString).pathExtension), !path.contains("__pycache__") else { return nil }
                guard let text = try? String(contentsOf: top.appendingPathComponent(path), encoding: .utf8) else { return nil }
                return HouseFile(path: "\(folder)/\(path)", text: text)
            }
        }
    }

    /// Single files of the root, those that are there.
    static func files(named names: [String]) -> [HouseFile] {
        names.compactMap { name in
            (try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)).map { HouseFile(path: name, text: $0) }
        }
    }

    /// The Swift files of all rooms, read once.
    static let sources: [SwiftSource] = files(in: ["Sources"], with: ["swift"]).map(SwiftSource.init)
}

/// A file of the house: its path from the root, and what stands in it.
struct HouseFile: Sendable {
    let path: String
    let text: String

    /// The folder below `Sources` that the file is in.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    /// The file's name without folders.
    var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
}
