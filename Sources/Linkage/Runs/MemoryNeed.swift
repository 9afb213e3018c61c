// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How much memory linking takes, said before a file is read.
public struct MemoryNeed: Hashable, Sendable {
    /// Records that the files hold, from their size and the length of their first lines.
    public let records: Int
    /// What linking them takes, in MB.
    public let megabytes: Int
    /// What the machine has free, in MB; nil where it doesn't say.
    public let available: Int?

    /// Bytes a record at the highest, everything counted: a million of the generator's people took 850 MB in all.
    static let bytesPerRecord = 820
    static let fixedMegabytes = 30

    /// The need of files.
    public init(paths: [String]) throws(RegisterError) {
        var records = 0
        for path in paths {
            guard let handle = FileHandle(forReadingAtPath: path), let head = try? handle.read(upToCount: 1 << 16),
                let size = try? handle.seekToEnd()
            else { throw .unreadable(path: path) }
            try? handle.close()
            let lines = head.count { $0 == 0x0A }
            records += lines == 0 ? 1 : Int(size) * lines / max(head.count, 1)
        }
        self.init(records: records)
    }

    /// The need of so many records.
    public init(records: Int) {
        self.records = records
        megabytes = records * Self.bytesPerRecord / 1_000_000 + Self.fixedMegabytes
        available = Self.free()
    }

    /// Whether the machine has it.
    public var fits: Bool { available.map { $0 >= megabytes } ?? true }

    /// The need in a sentence.
    public var words: String {
        let free = available.map { ", \($0) MB are free" } ?? ""
        let warning = fits ? "" : ": more than there is. Link it in parts, or on a larger machine"
        return "About \(records) records; linking them will take about \(megabytes) MB\(free)\(warning)."
    }

    private static func free() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("MemAvailable:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1_024 }
    }
}
