// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Linkage
public import Vault

/// The folder of the saved match index: sealed segments, and beside them what they were true of. Never in a backup: all of it is made again
/// from the records (DESIGN rule 1).
public struct IndexFolder: Sendable {
    /// The folder, such as `index` in the data folder; made with mode 0700 where it is missing.
    public let path: String

    /// The folder at a path.
    public init(path: String) { self.path = path }

    /// The storage to give to a `MatchIndex`, sealed under a key derived from the master key.
    public func storage(_ master: MasterKey, random: @escaping Randomness = SystemRandomness.bytes) -> SegmentStorage {
        let key = master.subkey(.matchIndex)
        let context = SealContext(kind: "match-index", id: "segment", version: 1, format: 1)
        return SegmentStorage(
            store: FolderSegmentStore(folder: path + "/segments"), seal: { try key.seal($0, context: context, randomness: random) },
            open: { try key.open($0, context: context) })
    }

    /// Where what the segments were true of stands.
    var head: FolderSegmentStore { FolderSegmentStore(folder: path) }
}

/// Files in a folder, each written aside and renamed, so that it is there whole or not at all.
struct FolderSegmentStore: SegmentStore {
    let folder: String

    func list() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".new") }.sorted()
    }

    func read(_ name: String) throws -> [UInt8]? {
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = folder + "/" + name
        let aside = path + ".new"
        let file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileFault(errno) }
        do {
            defer { close(file) }
            try Self.write(bytes, to: file)
        }
        guard rename(aside, path) == 0 else { throw FileFault(errno) }
        try syncFolder()
    }

    func delete(_ name: String) throws {
        if unlink(folder + "/" + name) != 0, errno != ENOENT { throw FileFault(errno) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { throw FileFault(errno) }
                rest = rest.dropFirst(count)
            }
        }
        guard fsync(file) == 0 else { throw FileFault(errno) }
    }

    private func syncFolder() throws {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw FileFault(errno) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw FileFault(errno) }
    }
}

/// What the system says of a file.
struct FileFault: Error, CustomStringConvertible {
    let number: Int32
    init(_ number: Int32) { self.number = number }
    var description: String { String(cString: strerror(number)) }
}
