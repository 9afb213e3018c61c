// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// The index and the blocks give exactly what comparing all with all under the same rules gives: no pair more, none less.
struct IndexExactTests {
    @Test func theIndexFindsExactlyTheRowsThatShareAKey() {
        let records = Population(people: WideRegister.isLong ? 2_600 : 300, seed: 500).records.prefix(WideRegister.isLong ? 5_000 : 600)
        let index = MatchIndex()
        // in portions, some of them twice: several segments, with rows that no longer live
        index.upsert(Array(records.prefix(400)), position: 1)
        index.upsert(Array(records.dropFirst(200)), position: 2)
        let snapshot = index.snapshot
        let walk = RowWalk(snapshot: snapshot, visibility: Visibility())
        var rows: [(place: RowPlace, keys: Set<UInt64>)] = []
        var stands: [UInt64: Int] = [:]
        for (number, state) in snapshot.segments.enumerated() {
            for row in 0..<state.segment.rowCount where state.isLive(row) {
                var keys = IndexKeys()
                keys.derive(state.segment.value(row), words: [])
                for key in keys.keys { stands[key, default: 0] += 1 }
                rows.append((RowPlace(segment: number, row: UInt32(row)), Set(keys.keys)))
            }
        }
        #expect(rows.count == records.count)
        var (found, wrong) = (0, 0)
        for record in records {
            let prepared = PreparedRecord(record, variants: index.variants)
            let probes = Probes(prepared)
            func usable(_ keys: Set<UInt64>, _ limit: LinkageModel.LimitName) -> Set<UInt64> {
                keys.filter { (stands[$0] ?? 0) <= Int(index.weights.limit(limit)) }
            }
            let keys = usable(probes.strong, .strongKeyRecords).union(usable(probes.weak, .weakKeyRecords))
                .union(usable(probes.loose, .looseKeyRecords))
            let expected = rows.filter { !$0.keys.isDisjoint(with: keys) }.map(\.place).sorted()
            var search = CandidateSearch(prepared, walk: walk, weights: index.weights)
            let places = search.places()
            found += places.count
            if places != expected { wrong += 1 }
        }
        #expect(found > records.count && wrong == 0)
    }

    @Test func theBlocksGiveExactlyThePairsOfTheRules() throws {
        let people = WideRegister.isLong ? 2_500 : 350
        let prepared = PreparedRegister(try TownRegister.register(TownRegister(people: people, seed: 41).lines))
        let plan = try BlockingPlan(prepared, limits: BlockingLimits(block: .max, largest: .max, allPairs: .max))
        let walk = PairWalk(plan: plan, register: prepared)
        var found: [UInt64] = []
        for piece in walk.pieces(pairs: 5_000) { walk.walk(piece, every: 1) { one, two, _, _ in found.append(Self.pair(one, two)) } }
        let parts = BlockingKeys(register: prepared)
        let keys = prepared.rows.withUnsafeBufferPointer { rows -> [[UInt64]] in
            guard let base = rows.baseAddress else { return [] }
            return (0..<prepared.count).map { unit in
                BlockingRule.standard.map { rule in
                    let values = rule.needed.map { parts.part($0, base + unit * RowLayout.width) }
                    return values.contains(0) ? 0 : values.reduce(1) { KeyHash.mix($0 &* 31 &+ UInt64($1)) }
                }
            }
        }
        var expected: Set<UInt64> = []
        for left in keys.indices {
            for right in 0..<left {
                for rule in keys[left].indices where keys[left][rule] != 0 && keys[left][rule] == keys[right][rule] {
                    expected.insert(Self.pair(UInt32(left), UInt32(right)))
                    break
                }
            }
        }
        #expect(found.count == Set(found).count)
        #expect(Set(found) == expected)
        #expect(expected.count > 1000)
    }

    private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 { UInt64(min(left, right)) << 32 | UInt64(max(left, right)) }
}
