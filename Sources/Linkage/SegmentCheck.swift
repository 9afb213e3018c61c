// SPDX-License-Identifier: Apache-2.0

extension Segment {
    /// A segment from saved bytes: every count, offset and order is checked, so that no reading of it can leave its memory.
    convenience init(checking bytes: [UInt8], name: String) throws(IndexError) {
        func damaged(_ reason: String) -> IndexError { .damaged(name: name, reason: reason) }
        guard bytes.count >= SegmentLayout.headerBytes + 8 else { throw damaged("too short") }
        let header: [UInt64] = bytes.withUnsafeBytes { raw in
            (0..<8).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
        }
        guard header[0] == SegmentLayout.magic else { throw damaged("not a segment") }
        guard header[1] == SegmentLayout.version else {
            throw .unreadableVersion(name: name, version: Int(truncatingIfNeeded: header[1]))
        }
        guard let layout = SegmentLayout(header: header), layout.totalBytes == bytes.count else { throw damaged("length") }
        let sums: (stated: UInt64, found: UInt64) = bytes.withUnsafeBytes { raw in
            let end = raw.count - 8
            return (raw.loadUnaligned(fromByteOffset: end, as: UInt64.self), Checksum.of(UnsafeRawBufferPointer(rebasing: raw[..<end])))
        }
        guard sums.stated == sums.found else { throw damaged("checksum") }
        self.init(layout: layout) { columns in
            bytes.withUnsafeBytes { raw in
                guard let base = raw.baseAddress else { return }
                columns.memory.copyMemory(from: base, byteCount: raw.count)
            }
        }
        guard isSound else { throw damaged("order of its columns") }
    }

    /// Whether ids, groups and keys ascend, and every offset and row number lies within.
    private var isSound: Bool {
        Self.ascends(idHigh, idLow, rowCount) && Self.ascends(groupHigh, groupLow, layout.groups) && keysAscend
            && Self.offsets(groupOffsets, layout.groups, end: rowCount) && Self.offsets(valueOffsets, rowCount, end: layout.valueBytes)
            && Self.offsets(keyOffsets, layout.keys, end: layout.postings)
            && Self.below(rowCount, postings, layout.postings) && Self.below(rowCount, groupRows, rowCount)
            && Self.below(layout.groups, groupOf, rowCount)
    }

    private var keysAscend: Bool {
        var ascends = true
        for place in 0..<max(0, layout.keys - 1) where keys[place] >= keys[place + 1] { ascends = false }
        return ascends
    }

    private static func ascends(_ high: UnsafePointer<UInt64>, _ low: UnsafePointer<UInt64>, _ count: Int) -> Bool {
        for place in 0..<max(0, count - 1) {
            if high[place] > high[place + 1] || high[place] == high[place + 1] && low[place] >= low[place + 1] { return false }
        }
        return true
    }

    private static func offsets(_ column: UnsafePointer<UInt32>, _ count: Int, end: Int) -> Bool {
        var ascends = column[0] == 0 && Int(column[count]) == end
        for place in 0..<count where column[place] > column[place + 1] { ascends = false }
        return ascends
    }

    private static func below(_ limit: Int, _ column: UnsafePointer<UInt32>, _ count: Int) -> Bool {
        var highest: UInt32 = 0
        for place in 0..<count { highest = max(highest, column[place]) }
        return count == 0 || Int(highest) < limit
    }
}
