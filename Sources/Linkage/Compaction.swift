// SPDX-License-Identifier: Apache-2.0

/// When segments are merged: four of about one size make one of the next, up to a size that is left alone. A record is thus
/// rewritten about once for each power of four, and no single merge touches more than a quarter of a million records or so.
enum Compaction {
    static let fan = 4
    /// Segments of so many rows are merged no more.
    static let fullRows = 65_536

    static func tier(_ rows: Int) -> Int {
        let size = UInt64(max(rows, 8) / 8)
        return (63 - size.leadingZeroBitCount) / 2
    }

    /// The numbers of segments that should become one now; empty when all is well.
    static func next(_ segments: [SegmentState]) -> Set<UInt64> {
        var tiers: [Int: [UInt64]] = [:]
        for state in segments {
            // much of it is dead: rewrite it by itself
            if state.deadCount > 64, state.deadCount * 4 > state.segment.rowCount { return [state.number] }
            if state.liveCount < fullRows { tiers[tier(state.liveCount), default: []].append(state.number) }
        }
        let full = tiers.filter { $0.value.count >= fan }.min { $0.key < $1.key }
        return Set(full?.value ?? [])
    }
}

/// What only writers touch.
struct WriterState: Sendable {
    private var lastNumber: UInt64 = 0

    init(after number: UInt64 = 0) { lastNumber = number }

    /// A number that no segment has yet.
    mutating func number() -> UInt64 {
        lastNumber += 1
        return lastNumber
    }

    /// The last number given.
    var last: UInt64 { lastNumber }

    /// One segment of all living rows of these.
    mutating func merge(_ numbers: Set<UInt64>, in snapshot: inout Snapshot) {
        let parts = snapshot.segments.filter { numbers.contains($0.number) }
        let draft = SegmentDraft(merging: parts)
        snapshot.replace(numbers, with: SegmentState(segment: draft.segment(), number: number(), tags: draft.tags))
    }
}
