// SPDX-License-Identifier: Apache-2.0

/// The table of contents of a saved index: which segments, at which feed position, with the tags and deaths that stand beside them.
struct Manifest: Equatable {
    static let fileName = "manifest"
    private static let magic: UInt64 = 0x31_4E_41_4D_4B_4E_49_4C  // "LINKMAN1"

    struct Entry: Equatable {
        let number: UInt64
        let checksum: UInt64
        let tags: [UInt32]
        let dead: [UInt64]
    }

    let position: UInt64
    let lastNumber: UInt64
    let entries: [Entry]

    static func fileName(_ number: UInt64) -> String { "segment-" + String(number, radix: 16) }

    /// All of it as bytes, with a sum at the end.
    var bytes: [UInt8] {
        var words: [UInt64] = [Self.magic, position, lastNumber, UInt64(entries.count)]
        for entry in entries {
            words += [entry.number, entry.checksum, UInt64(entry.tags.count), UInt64(entry.dead.count)]
            words += entry.dead
            for index in stride(from: 0, to: entry.tags.count, by: 2) {
                words.append(UInt64(entry.tags[index]) | (index + 1 < entry.tags.count ? UInt64(entry.tags[index + 1]) << 32 : 0))
            }
        }
        words.append(words.withUnsafeBytes { Checksum.of($0) })
        return words.withUnsafeBytes { Array($0) }
    }

    init(_ snapshot: Snapshot, lastNumber: UInt64) {
        position = snapshot.position
        self.lastNumber = lastNumber
        entries = snapshot.segments.map {
            Entry(number: $0.number, checksum: $0.segment.checksum, tags: $0.tags, dead: $0.dead)
        }
    }

    init(checking bytes: [UInt8]) throws(IndexError) {
        func damaged(_ reason: String) -> IndexError { .damaged(name: Self.fileName, reason: reason) }
        guard bytes.count >= 40, bytes.count % 8 == 0 else { throw damaged("length") }
        let words: [UInt64] = bytes.withUnsafeBytes { raw in
            (0..<raw.count / 8).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        }
        let sum = words.dropLast().withUnsafeBytes { Checksum.of($0) }
        guard words[0] == Self.magic else { throw damaged("not a manifest") }
        guard words.last == sum else { throw damaged("checksum") }
        position = words[1]
        lastNumber = words[2]
        var at = 4
        func take(_ count: UInt64) throws(IndexError) -> ArraySlice<UInt64> {
            guard count < 1 << 31, at + Int(count) < words.count else { throw damaged("counts") }
            defer { at += Int(count) }
            return words[at..<at + Int(count)]
        }
        var entries: [Entry] = []
        for _ in 0..<min(words[3], 1 << 20) {
            let head = Array(try take(4))
            let dead = Array(try take(head[3]))
            guard head[2] < 1 << 31 else { throw damaged("counts") }
            var tags: [UInt32] = []
            tags.reserveCapacity(Int(head[2]) + 1)
            for pair in try take((head[2] + 1) / 2) {
                tags.append(UInt32(truncatingIfNeeded: pair))
                tags.append(UInt32(truncatingIfNeeded: pair >> 32))
            }
            entries.append(Entry(number: head[0], checksum: head[1], tags: Array(tags.prefix(Int(head[2]))), dead: dead))
        }
        self.entries = entries
    }
}
