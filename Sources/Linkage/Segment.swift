// SPDX-License-Identifier: Apache-2.0

/// An immutable run of records as columns of bytes: ids ascending, groups, values, and for each key the rows it leads to.
/// Never changed once made, hence `@unchecked Sendable` over its raw memory; whoever makes one from foreign bytes checks them first
/// (`SegmentCheck`), so that reading needs no further checks of bounds.
final class Segment: @unchecked Sendable {
    let layout: SegmentLayout
    let memory: UnsafeMutableRawPointer
    let byteCount: Int

    let idHigh: UnsafePointer<UInt64>
    let idLow: UnsafePointer<UInt64>
    let groupHigh: UnsafePointer<UInt64>
    let groupLow: UnsafePointer<UInt64>
    let keys: UnsafePointer<UInt64>
    let groupOf: UnsafePointer<UInt32>
    let groupOffsets: UnsafePointer<UInt32>
    let groupRows: UnsafePointer<UInt32>
    let valueOffsets: UnsafePointer<UInt32>
    let keyOffsets: UnsafePointer<UInt32>
    let postings: UnsafePointer<UInt32>
    let kinds: UnsafePointer<UInt8>
    let values: UnsafePointer<UInt8>

    /// Makes a segment of a layout and lets `fill` write its columns; header and checksum are added.
    init(layout: SegmentLayout, fill: (SegmentColumns) -> Void) {
        self.layout = layout
        byteCount = layout.totalBytes
        memory = .allocate(byteCount: byteCount, alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        let columns = SegmentColumns(layout: layout, memory: memory)
        for (place, word) in layout.header.enumerated() { memory.storeBytes(of: word, toByteOffset: place * 8, as: UInt64.self) }
        fill(columns)
        memory.storeBytes(of: Self.sum(memory, byteCount), toByteOffset: byteCount - 8, as: UInt64.self)
        idHigh = UnsafePointer(columns.words(.idHigh))
        idLow = UnsafePointer(columns.words(.idLow))
        groupHigh = UnsafePointer(columns.words(.groupHigh))
        groupLow = UnsafePointer(columns.words(.groupLow))
        keys = UnsafePointer(columns.words(.keys))
        groupOf = UnsafePointer(columns.numbers(.groupOf))
        groupOffsets = UnsafePointer(columns.numbers(.groupOffsets))
        groupRows = UnsafePointer(columns.numbers(.groupRows))
        valueOffsets = UnsafePointer(columns.numbers(.valueOffsets))
        keyOffsets = UnsafePointer(columns.numbers(.keyOffsets))
        postings = UnsafePointer(columns.numbers(.postings))
        kinds = UnsafePointer(columns.bytes(.kinds))
        values = UnsafePointer(columns.bytes(.values))
    }

    deinit { memory.deallocate() }

    static func sum(_ memory: UnsafeMutableRawPointer, _ count: Int) -> UInt64 {
        Checksum.of(UnsafeRawBufferPointer(start: memory, count: count - 8))
    }

    /// The sum over the whole segment, as its last eight bytes state it.
    var checksum: UInt64 { memory.loadUnaligned(fromByteOffset: byteCount - 8, as: UInt64.self) }

    /// All bytes, as they are saved.
    var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: memory, count: byteCount)) }

    var rowCount: Int { layout.rows }

    func id(_ row: Int) -> RecordKey { RecordKey(high: idHigh[row], low: idLow[row]) }

    func group(_ row: Int) -> RecordKey {
        let place = Int(groupOf[row])
        return RecordKey(high: groupHigh[place], low: groupLow[place])
    }

    func value(_ row: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(valueOffsets[row])
        return UnsafeBufferPointer(start: values + start, count: Int(valueOffsets[row + 1]) - start)
    }

    /// The row of an id.
    func row(of id: RecordKey) -> Int? {
        Self.find(id, count: rowCount, high: idHigh, low: idLow)
    }

    /// The rows of a group.
    func rows(ofGroup group: RecordKey) -> UnsafeBufferPointer<UInt32> {
        guard let place = Self.find(group, count: layout.groups, high: groupHigh, low: groupLow) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let start = Int(groupOffsets[place])
        return UnsafeBufferPointer(start: groupRows + start, count: Int(groupOffsets[place + 1]) - start)
    }

    private static func find(_ key: RecordKey, count: Int, high: UnsafePointer<UInt64>, low: UnsafePointer<UInt64>) -> Int? {
        if count == 0 || key.high < high[0] || key.high > high[count - 1] { return nil }
        var start = 0
        var end = count
        while start < end {
            let middle = (start + end) / 2
            if high[middle] < key.high || high[middle] == key.high && low[middle] < key.low {
                start = middle + 1
            } else {
                end = middle
            }
        }
        return start < count && high[start] == key.high && low[start] == key.low ? start : nil
    }

    /// The rows a key leads to. Keys are hashes and lie evenly, so the place is guessed and the search widens from there.
    func rows(ofKey key: UInt64) -> UnsafeBufferPointer<UInt32> {
        let count = layout.keys
        if count == 0 { return UnsafeBufferPointer(start: nil, count: 0) }
        let guess = Int(key.multipliedFullWidth(by: UInt64(count)).high)
        var start = guess
        var end = guess
        var step = 16
        while start > 0, keys[start] > key {
            start = max(0, start - step)
            step *= 2
        }
        step = 16
        while end < count, keys[end] < key {
            end = min(count, end + step)
            step *= 2
        }
        while start < end {
            let middle = (start + end) / 2
            if keys[middle] < key { start = middle + 1 } else { end = middle }
        }
        guard start < count, keys[start] == key else { return UnsafeBufferPointer(start: nil, count: 0) }
        let first = Int(keyOffsets[start])
        return UnsafeBufferPointer(start: postings + first, count: Int(keyOffsets[start + 1]) - first)
    }
}

/// The columns of a segment that is being made.
struct SegmentColumns {
    let layout: SegmentLayout
    let offsets: [Int]
    let memory: UnsafeMutableRawPointer

    init(layout: SegmentLayout, memory: UnsafeMutableRawPointer) {
        self.layout = layout
        self.memory = memory
        offsets = layout.offsets
    }

    func words(_ column: SegmentLayout.Column) -> UnsafeMutablePointer<UInt64> {
        (memory + offsets[column.rawValue]).assumingMemoryBound(to: UInt64.self)
    }

    func numbers(_ column: SegmentLayout.Column) -> UnsafeMutablePointer<UInt32> {
        (memory + offsets[column.rawValue]).assumingMemoryBound(to: UInt32.self)
    }

    func bytes(_ column: SegmentLayout.Column) -> UnsafeMutablePointer<UInt8> {
        (memory + offsets[column.rawValue]).assumingMemoryBound(to: UInt8.self)
    }
}
