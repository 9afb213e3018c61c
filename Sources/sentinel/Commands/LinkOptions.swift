// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

/// The options that every command on a register takes.
struct LinkOptions: ParsableArguments {
    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            "What a column is taken for, as ROLE=HEADER; may be said again. Roles: \(LinkOptions.roles).", valueName: "role=header"))
    var columns: [String] = []

    @Option(help: "Threads; the result does not depend on it.") var threads = 2
    @Option(help: "Pairs that may be compared; more are refused before anything runs.") var pairLimit = 4_000_000_000
    @Flag(help: "Say nothing but faults.") var quiet = false

    private static let roles = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")

    func asked() throws -> [ColumnRole: [String]] {
        var asked: [ColumnRole: [String]] = [:]
        for column in columns {
            let sides = column.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let role = ColumnRole(rawValue: sides[0]) else {
                throw ValidationError("--column takes ROLE=HEADER; the roles are \(Self.roles).")
            }
            asked[role, default: []].append(sides[1])
        }
        return asked
    }

    /// Files to be read; "-" is standard input, put into a file of its own first since it is read twice.
    func spool(_ files: [String]) throws -> [String] { try files.map { $0 == "-" ? try Self.spooled() : $0 } }

    /// Takes away what standard input was put into.
    func unspool(_ paths: [String], _ files: [String]) {
        for (file, path) in zip(files, paths) where file == "-" { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Reads files, and says before how much memory linking them takes.
    func read(_ files: [String]) throws -> Register {
        let paths = try spool(files)
        defer { unspool(paths, files) }
        return try read(paths: paths)
    }

    func read(paths: [String]) throws -> Register {
        let need = try MemoryNeed(paths: paths)
        if !quiet || !need.fits { Say.line(need.words) }
        let register = try RegisterReader(asked: try asked()).read(paths: paths)
        if !quiet {
            for column in register.columns { Say.line("\(column.name): \(column.role.rawValue) (\(column.reason))") }
            Say.line("\(register.count) records read.")
        }
        return register
    }

    private static func spooled() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sentinel-link-\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw RegisterError.unwritable(path: path) }
        defer { try? handle.close() }
        while let bytes = try FileHandle.standardInput.read(upToCount: 1 << 20), !bytes.isEmpty { try handle.write(contentsOf: bytes) }
        return path
    }

    static func model(_ path: String) throws -> PairModel {
        guard let data = FileManager.default.contents(atPath: path) else { throw RegisterError.unreadable(path: path) }
        return try PairModel(json: [UInt8](data))
    }

    func linking(oneToOne: Bool, _ bar: LinkProgress? = nil) -> Linking {
        var linking = Linking()
        linking.threads = max(1, threads)
        linking.isOneToOne = oneToOne
        linking.pairLimit = pairLimit
        if !quiet {
            let bar = bar ?? LinkProgress()
            linking.progress = { bar.line($0) }
            linking.advance = { bar.show($0, $1) }
        }
        return linking
    }
}
