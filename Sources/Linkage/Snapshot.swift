// SPDX-License-Identifier: Apache-2.0

/// What a reader sees: a stack of segments at one feed position. A value; changing one leaves the published one as it is.
struct Snapshot: Sendable {
    static let empty = Snapshot()

    var position: UInt64 = 0
    /// The segments, in no order that matters: an id lives in one of them at most.
    var segments: [SegmentState] = []
    /// Segments ready and segments in all, while `load` is at work.
    var loading: (ready: Int, of: Int)?
    /// How many living records there are of each kind and tag (kind in the upper half).
    private(set) var population: [UInt64: Int] = [:]
    /// How many living records there are of each kind.
    private var totals: [UInt8: Int] = [:]

    var statistics: IndexStatistics {
        IndexStatistics(
            records: segments.reduce(0) { $0 + $1.liveCount }, dead: segments.reduce(0) { $0 + $1.deadCount },
            segments: segments.count, bytes: segments.reduce(0) { $0 + $1.bytes })
    }

    private static func populationKey(_ kind: UInt8, _ tag: UInt32) -> UInt64 { UInt64(kind) << 32 | UInt64(tag) }

    private mutating func count(_ kind: UInt8, _ tag: UInt32, by change: Int) {
        let key = Self.populationKey(kind, tag)
        let now = (population[key] ?? 0) + change
        population[key] = now == 0 ? nil : now
        totals[kind, default: 0] += change
    }

    /// Adds a segment whose ids are alive nowhere else.
    mutating func add(_ state: SegmentState) {
        if state.segment.rowCount == 0 { return }
        segments.append(state)
        for row in 0..<state.segment.rowCount where state.isLive(row) { count(state.segment.kinds[row], state.tags[row], by: 1) }
    }

    /// Puts one merged segment in the place of others with the same living content.
    mutating func replace(_ numbers: Set<UInt64>, with merged: SegmentState?) {
        segments.removeAll { numbers.contains($0.number) }
        if let merged, merged.segment.rowCount > 0 { segments.append(merged) }
    }

    /// Lets the record of an id die, if one lives.
    mutating func kill(_ id: RecordKey) {
        for place in segments.indices {
            if let row = segments[place].segment.row(of: id), segments[place].isLive(row) {
                kill(row, in: place)
                return
            }
        }
    }

    /// Lets all records of a group die.
    mutating func kill(group: RecordKey) {
        for place in segments.indices {
            for row in segments[place].segment.rows(ofGroup: group) where segments[place].isLive(Int(row)) { kill(Int(row), in: place) }
        }
        segments.removeAll { $0.liveCount == 0 }
    }

    private mutating func kill(_ row: Int, in place: Int) {
        count(segments[place].segment.kinds[row], segments[place].tags[row], by: -1)
        segments[place].kill(row)
    }

    /// Gives the records of a group another tag.
    mutating func setTag(_ tag: UInt32, group: RecordKey) {
        for place in segments.indices {
            for number in segments[place].segment.rows(ofGroup: group) where segments[place].isLive(Int(number)) {
                let row = Int(number)
                let kind = segments[place].segment.kinds[row]
                count(kind, segments[place].tags[row], by: -1)
                count(kind, tag, by: 1)
                segments[place].tags[row] = tag
            }
        }
    }

    /// How many living records a filter lets through, of one kind or of all.
    func visiblePopulation(of kind: RecordKind? = nil, _ visibility: Visibility) -> Int {
        // Tags can be as many as groups: they are gone through only where some may be hidden.
        if visibility.isOpen { return kind.map { totals[$0.rawValue] ?? 0 } ?? totals.values.reduce(0, +) }
        return population.reduce(0) { sum, entry in
            let counts = kind.map { entry.key >> 32 == UInt64($0.rawValue) } ?? true
            return counts && visibility(UInt32(truncatingIfNeeded: entry.key)) ? sum + entry.value : sum
        }
    }
}
