// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import TestSupport
import Testing

/// Copies of the standards as shipped, to spoil.
enum Shipped {
    /// Gives the body a copy of a version's folder, and removes it afterwards.
    static func withCopy<Result>(of version: String = "2026", _ body: (URL) throws -> Result) throws -> Result {
        let place = FileManager.default.temporaryDirectory.appending(path: "standard-\(UUID().uuidString)")
        let folder = place.appending(path: "copy")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        try FileManager.default.copyItem(at: TestStandards.folder.appending(path: "west-midlands/\(version)"), to: folder)
        return try body(folder)
    }

    /// What is wrong with a copy in which one text of a file has been replaced by another.
    static func problems(replacing old: String, with new: String, in file: String) throws -> [StandardProblem] {
        try withCopy { folder in
            try replace(old, with: new, in: folder.appending(path: file))
            return StandardLoader.check(folder)
        }
    }

    static func replace(_ old: String, with new: String, in url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        let range = try #require(text.range(of: old), "the text to replace is not in \(url.lastPathComponent)")
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
    }
}
