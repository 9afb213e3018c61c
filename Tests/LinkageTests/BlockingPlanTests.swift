// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// The rules give exactly the pairs that comparing all with all under the same rules would give, each once.
struct BlockingPlanTests {
    @Test func theWalkIsWhatBruteForceFinds() throws {
        let prepared = PreparedRegister(try TownRegister.register(TownRegister(people: 300, seed: 9).lines))
        let limits = BlockingLimits(block: 1_000_000, largest: 1_000_000, allPairs: .max)
        let plan = try BlockingPlan(prepared, limits: limits)
        let walk = PairWalk(plan: plan, register: prepared)
        var found: [UInt64] = []
        for piece in walk.pieces(pairs: 1000) { walk.walk(piece, every: 1) { left, right, _, _ in found.append(Self.pair(left, right)) } }
        #expect(Set(found).count == found.count)
        #expect(Set(found) == Self.bruteForce(prepared))
    }

    @Test func partedBlocksStillGiveEachPairOnceAndOnlyWhereKeysAgree() throws {
        let prepared = PreparedRegister(try TownRegister.register(TownRegister(people: 300, seed: 10).lines))
        let plan = try BlockingPlan(prepared, limits: BlockingLimits(block: 6, largest: 40, allPairs: .max))
        #expect(plan.counts.contains { $0.finer > 0 })
        let walk = PairWalk(plan: plan, register: prepared)
        var found: Set<UInt64> = []
        for piece in walk.pieces() {
            walk.walk(piece, every: 1) { left, right, _, _ in #expect(found.insert(Self.pair(left, right)).inserted) }
        }
        var expected: Set<UInt64> = []
        for left in 0..<prepared.count {
            for right in 0..<left {
                let (first, second) = (left * BlockingPlan.lanes, right * BlockingPlan.lanes)
                let agrees = (0..<BlockingPlan.lanes).contains { (lane: Int) -> Bool in plan.keys[first + lane] == plan.keys[second + lane]
                }
                if agrees { expected.insert(Self.pair(UInt32(left), UInt32(right))) }
            }
        }
        #expect(found == expected)
    }

    @Test func tooManyPairsAreRefusedBeforeAnythingRuns() throws {
        var linking = Linking()
        linking.pairLimit = 50
        let register = try TownRegister.register(TownRegister.small.lines)
        #expect(throws: RegisterError.self) { try linking.link(register) }
    }

    private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 { UInt64(min(left, right)) << 32 | UInt64(max(left, right)) }

    private static func bruteForce(_ prepared: PreparedRegister) -> Set<UInt64> {
        let parts = BlockingKeys(register: prepared)
        var expected: Set<UInt64> = []
        prepared.rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            let keys = BlockingRule.standard.map { rule in
                (0..<prepared.count).map { unit in rule.needed.map { parts.part($0, base + unit * RowLayout.width) } }
            }
            for left in 0..<prepared.count {
                for right in 0..<left
                where keys.contains(where: { !$0[left].contains(0) && $0[left] == $0[right] }) {
                    expected.insert(pair(UInt32(left), UInt32(right)))
                }
            }
        }
        return expected
    }
}
