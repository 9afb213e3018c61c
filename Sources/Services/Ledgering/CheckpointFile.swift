// SPDX-License-Identifier: Apache-2.0
import Foundation
import Storage

/// The file outside the database that keeps every signed checkpoint: one note after another, an empty line between.
public struct CheckpointFile: Sendable {
    /// Where it stands.
    public let path: String

    /// The file at a path; it need not be there yet.
    public init(path: String) { self.path = path }

    /// Adds a note, durably. Throws `unavailable` where the file can't be written.
    public func append(_ note: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw StorageError(.unavailable, detail: "the file of checkpoints: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let bytes = Array((note + "\n").utf8)
        let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(file) == 0 else { throw StorageError(.inputOutput, detail: "the file of checkpoints") }
    }

    /// The notes in the file, oldest first; none where there is no file.
    public func notes() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StorageError(.unavailable, detail: "the file of checkpoints can't be read")
        }
        return Self.notes(in: String(decoding: data, as: UTF8.self))
    }

    /// The notes in a text: a note ends after its last line of signature.
    public static func notes(in text: String) -> [String] {
        var notes: [String] = []
        var lines: [Substring] = []
        var signed = false
        func finish() {
            if signed { notes.append(lines.map { $0 + "\n" }.joined()) }
            lines = []
            signed = false
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isSignature = line.hasPrefix("\u{2014} ")
            if signed, !isSignature { finish() }
            if lines.isEmpty, line.isEmpty { continue }
            lines.append(line)
            signed = isSignature
        }
        finish()
        return notes
    }
}
