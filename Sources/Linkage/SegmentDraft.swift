// SPDX-License-Identifier: Apache-2.0

/// Columns being gathered for a segment; rows must come with ascending ids.
struct SegmentDraft {
    private(set) var ids: [RecordKey] = []
    private var groups: [RecordKey] = []
    private var kinds: [UInt8] = []
    private var values: [UInt8] = []
    private var valueOffsets: [UInt32] = [0]
    private(set) var tags: [UInt32] = []

    /// Keys ascending, with the end of each key's rows in `postings`.
    var keys: [UInt64] = []
    var keyEnds: [UInt32] = []
    var postings: [UInt32] = []

    mutating func reserve(rows: Int, valueBytes: Int, keys: Int, postings: Int) {
        ids.reserveCapacity(rows)
        groups.reserveCapacity(rows)
        kinds.reserveCapacity(rows)
        tags.reserveCapacity(rows)
        valueOffsets.reserveCapacity(rows + 1)
        values.reserveCapacity(valueBytes)
        self.keys.reserveCapacity(keys)
        keyEnds.reserveCapacity(keys)
        self.postings.reserveCapacity(postings)
    }

    mutating func add(id: RecordKey, group: RecordKey, kind: UInt8, tag: UInt32, values bytes: UnsafeBufferPointer<UInt8>) {
        ids.append(id)
        groups.append(group)
        kinds.append(kind)
        tags.append(tag)
        values.append(contentsOf: bytes)
        valueOffsets.append(UInt32(values.count))
    }

    /// The finished segment.
    func segment() -> Segment {
        let count = ids.count
        let order = (0..<count).sorted { groups[$0] != groups[$1] ? groups[$0] < groups[$1] : $0 < $1 }
        var table: [RecordKey] = []
        var starts: [UInt32] = []
        var groupOf = [UInt32](repeating: 0, count: count)
        for (place, row) in order.enumerated() {
            if table.last != groups[row] {
                table.append(groups[row])
                starts.append(UInt32(place))
            }
            groupOf[row] = UInt32(table.count - 1)
        }
        starts.append(UInt32(count))
        let layout = SegmentLayout(rows: count, groups: table.count, keys: keys.count, postings: postings.count, valueBytes: values.count)
        return Segment(layout: layout) { columns in
            let (high, low) = (columns.words(.idHigh), columns.words(.idLow))
            for (row, id) in ids.enumerated() { (high[row], low[row]) = (id.high, id.low) }
            let (groupHigh, groupLow) = (columns.words(.groupHigh), columns.words(.groupLow))
            for (place, group) in table.enumerated() { (groupHigh[place], groupLow[place]) = (group.high, group.low) }
            Self.copy(keys, columns.words(.keys))
            Self.copy(groupOf, columns.numbers(.groupOf))
            Self.copy(starts, columns.numbers(.groupOffsets))
            let groupRows = columns.numbers(.groupRows)
            for (place, row) in order.enumerated() { groupRows[place] = UInt32(row) }
            Self.copy(valueOffsets, columns.numbers(.valueOffsets))
            Self.copy(keyEnds, columns.numbers(.keyOffsets) + 1)
            Self.copy(postings, columns.numbers(.postings))
            Self.copy(kinds, columns.bytes(.kinds))
            Self.copy(values, columns.bytes(.values))
        }
    }

    private static func copy<Number>(_ source: [Number], _ target: UnsafeMutablePointer<Number>) {
        source.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { target.update(from: base, count: buffer.count) }
        }
    }
}
