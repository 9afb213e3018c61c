// SPDX-License-Identifier: Apache-2.0

/// A segment with what may change beside it: tags, and which rows were replaced or removed.
struct SegmentState: Sendable {
    let segment: Segment
    /// Names the segment for good, also in the store.
    let number: UInt64
    /// One a row.
    var tags: [UInt32]
    /// One bit a row; empty while all live.
    private(set) var dead: [UInt64] = []
    private(set) var deadCount = 0

    init(segment: Segment, number: UInt64, tags: [UInt32], dead: [UInt64] = []) {
        self.segment = segment
        self.number = number
        self.tags = tags
        self.dead = dead
        deadCount = dead.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    var liveCount: Int { segment.rowCount - deadCount }

    func isLive(_ row: Int) -> Bool { dead.isEmpty || dead[row >> 6] & (1 << UInt64(row & 63)) == 0 }

    func firstLive(from row: Int) -> Int {
        var row = row
        while row < segment.rowCount, !isLive(row) { row += 1 }
        return row
    }

    mutating func kill(_ row: Int) {
        if dead.isEmpty { dead = [UInt64](repeating: 0, count: (segment.rowCount + 63) / 64) }
        dead[row >> 6] |= 1 << UInt64(row & 63)
        deadCount += 1
    }

    var bytes: Int { segment.byteCount + tags.count * 4 + dead.count * 8 }
}
