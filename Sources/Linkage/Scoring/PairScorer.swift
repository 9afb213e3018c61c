// SPDX-License-Identifier: Apache-2.0

/// Compares and scores the pairs of a plan on all cores.
struct PairScorer: Sendable {
    let walk: PairWalk
    let threads: Int
    var advance: @Sendable (LinkPhase, Double) -> Void = { _, _ in }

    /// Patterns of one pair in `every`, for training. Which pairs are taken depends on the left unit's place alone.
    func samplePatterns(every: UInt64) -> PatternCounts {
        let pieces = walk.pieces()
        let done = Counter()
        let tables = Threads.map(pieces.count, threads: threads) { index in
            var table = PatternTable()
            let comparer = PairComparer(register: walk.register)
            walk.walk(pieces[index], every: every) { _, _, left, right in table.add(comparer.pattern(left, right)) }
            advance(.training, Double((done.take(below: pieces.count) ?? 0) + 1) / Double(pieces.count))
            return table
        }
        return PatternCounts(adding: tables)
    }

    /// All pairs that are at least as probable as `floor`, in the order of the pieces.
    func score(_ tables: ClassTables, floor: Double) -> [ScoredPair] {
        let pieces = walk.pieces()
        let layout = ClassTables.layout
        let done = Counter()
        let found = Threads.map(pieces.count, threads: threads) { index in
            var found: [ScoredPair] = []
            let comparer = PairComparer(register: walk.register)
            tables.rows.withUnsafeBufferPointer { rows in
                guard let base = rows.baseAddress else { return }
                walk.walk(pieces[index], every: 1) { one, two, left, right in
                    if comparer.isHopeless(left, right) { return }
                    let pattern = comparer.pattern(left, right)
                    let row = tables.weigh(pattern, base, layout)
                    let match = row[0] + row[1]
                    let all = row.sum()
                    if match >= all * floor, all > 0 {
                        found.append(ScoredPair(left: one, right: two, pattern: pattern, probability: match / all))
                    }
                }
            }
            advance(.scoring, Double((done.take(below: pieces.count) ?? 0) + 1) / Double(pieces.count))
            return found
        }
        return Array(found.joined())
    }
}
