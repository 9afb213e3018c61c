// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// Which of two is named first changes nothing; what one side does not know adds exactly nothing; terms add up.
struct SymmetryTests {
    private static let linked = Result {
        try Linking().link(WideRegister.register(WideRegister.lines(WideRegister.isLong ? 2_000 : 160, seed: 77)))
    }

    /// Every pair of the register's rows.
    private func pairs(_ body: (PairComparer, UnsafePointer<UInt32>, UnsafePointer<UInt32>) throws -> Void) throws {
        let prepared = try Self.linked.get().prepared
        try prepared.rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            let comparer = PairComparer(register: prepared)
            for left in 0..<prepared.count {
                for right in 0..<left { try body(comparer, base + left * RowLayout.width, base + right * RowLayout.width) }
            }
        }
    }

    @Test func everyComparisonAndEveryWeightIsTheSameFromBothSides() throws {
        let tables = try Self.linked.get().tables
        var seen = Set<Int>()
        var differing = 0
        try pairs { comparer, one, two in
            let (forth, back) = (comparer.pattern(one, two), comparer.pattern(two, one))
            for feature in PairFeature.allCases where feature.level(in: forth) != 0 { seen.insert(feature.rawValue) }
            if forth != back || MatchWeight.microbits(tables, forth) != MatchWeight.microbits(tables, back) { differing += 1 }
        }
        #expect(differing == 0)
        #expect(seen.count == PairFeature.allCases.count)
    }

    @Test func whatOneSideDoesNotKnowAddsExactlyNothing() throws {
        let tables = try Self.linked.get().tables
        let columns: [(places: [Int], feature: PairFeature)] = [
            ([RowLayout.given], .given), ([RowLayout.family], .family), ([RowLayout.further], .further), ([RowLayout.birth], .birth),
            ([RowLayout.sex], .sex), ([RowLayout.postcode, RowLayout.address, RowLayout.town], .place), ([RowLayout.phone], .phone),
            ([RowLayout.email], .email), ([RowLayout.identifier], .identifier), ([RowLayout.category], .firstCategory),
            ([RowLayout.category + 1], .secondCategory), ([RowLayout.category + 2], .thirdCategory),
        ]
        #expect(columns.count == PairFeature.allCases.count)
        var turn = 0
        var wrong = 0
        try pairs { comparer, one, two in
            turn += 1
            if turn % 37 != 0 { return }
            for (places, feature) in columns {
                var less = Array(UnsafeBufferPointer(start: one, count: RowLayout.width))
                for place in places { less[place] = 0 }
                let pattern = comparer.pattern(less, two)
                let known = pattern & ~(((1 << feature.bits) - 1) << feature.shift)
                let explanation = PairExplanation(left: "1", right: "2", pattern: pattern, tables)
                let isSilent = feature.level(in: pattern) == 0 && !explanation.terms.contains { $0.feature == feature }
                if !isSilent || MatchWeight.microbits(tables, pattern) != MatchWeight.microbits(tables, known) { wrong += 1 }
            }
        }
        #expect(turn > 1000 && wrong == 0)
    }

    @Test func theTermsAddUpToTheWeightForEveryPair() throws {
        let tables = try Self.linked.get().tables
        var patterns = Set<UInt64>()
        try pairs { comparer, one, two in patterns.insert(comparer.pattern(one, two)) }
        #expect(patterns.count > 1000)
        let wrong = patterns.filter { pattern in
            let explanation = PairExplanation(left: "1", right: "2", pattern: pattern, tables)
            return explanation.terms.reduce(0) { $0 + $1.microbits } != explanation.microbits
                || explanation.microbits != MatchWeight.microbits(tables, pattern)
        }
        #expect(wrong.isEmpty)
    }

    @Test func likenessAndDistanceOfWordsAreTheSameFromBothSides() {
        var dice = Dice(3)
        let table = NameVariants.wide
        let judge = NameJudge(variants: table)
        for _ in 0..<(WideRegister.isLong ? 100_000 : 300) {
            let words = (0..<2).map { _ in
                Array((0..<(1 + dice.below(9))).map { _ in dice.pick(Array("abceghiklmnorstuwxyz".utf8)) })
            }
            #expect(judge.word(words[0], words[1]) == judge.word(words[1], words[0]))
            let distances = [words, words.reversed()].map { pair in
                pair[0].withUnsafeBufferPointer { one in pair[1].withUnsafeBufferPointer { editDistance(one, $0, bound: 3) } }
            }
            #expect(distances[0] == distances[1])
        }
    }
}
