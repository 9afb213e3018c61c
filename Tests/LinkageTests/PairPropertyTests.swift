// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// What holds for every pair, whatever the register.
struct PairPropertyTests {
    private func withRows(_ body: (PreparedRegister, PairComparer, UnsafePointer<UInt32>) throws -> Void) throws {
        let prepared = try TownRegister.linked.get().prepared
        try prepared.rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            try body(prepared, PairComparer(register: prepared), base)
        }
    }

    @Test func aPairIsTheSameFromBothSides() throws {
        try withRows { prepared, comparer, rows in
            for left in 0..<min(prepared.count, 150) {
                for right in 0..<left {
                    let (one, two) = (rows + left * RowLayout.width, rows + right * RowLayout.width)
                    #expect(comparer.pattern(one, two) == comparer.pattern(two, one))
                }
            }
        }
    }

    @Test func whatIsNotKnownOnOneSideAddsExactlyNothing() throws {
        let tables = try TownRegister.linked.get().tables
        let columns: [(Int, PairFeature)] = [
            (RowLayout.given, .given), (RowLayout.family, .family), (RowLayout.birth, .birth), (RowLayout.phone, .phone),
        ]
        try withRows { _, comparer, rows in
            for (column, feature) in columns {
                var one = Array(UnsafeBufferPointer(start: rows, count: RowLayout.width))
                let two = Array(UnsafeBufferPointer(start: rows + RowLayout.width, count: RowLayout.width))
                one[column] = 0
                let pattern = comparer.pattern(one, two)
                #expect(feature.level(in: pattern) == 0)
                let explanation = PairExplanation(left: "1", right: "2", pattern: pattern, tables)
                #expect(!explanation.terms.contains { $0.feature == feature })
            }
        }
    }

    @Test func theTermsOfAnExplanationAddUpToTheWeightThatIsWritten() throws {
        let linked = try TownRegister.linked.get()
        #expect(linked.pairs.count > 100)
        for pair in linked.pairs.prefix(500) {
            let explanation = PairExplanation(left: "1", right: "2", pattern: pair.pattern, linked.tables)
            #expect(explanation.terms.reduce(0) { $0 + $1.microbits } == explanation.microbits)
            #expect(explanation.microbits == MatchWeight.microbits(linked.tables, pair.pattern))
        }
    }

    @Test func datesTellSlipsFromOtherPeople() {
        let none = BirthCounts(Register())
        #expect(none.level(0x2010_0314, 0x2010_0314) == 1)
        #expect(none.level(0x2010_0306, 0x2010_0603) == 3)
        #expect(none.level(0x2010_0314, 0x2010_0324) == 4)
        #expect(none.level(0x2010_0314, 0x2010_0341) == 4)
        #expect(none.level(0x2010_0314, 0x2010_0101) == 5)
        #expect(none.level(0x2010_0314, 0x1985_1127) == 10)
    }

    @Test func codesKnowASlip() {
        var table = ValueTable()
        let numbers = ["447700900123", "447700900132", "447700900124", "447700900999", "qz11ab", "qz11a"].map { code in
            Array(code.utf8).withUnsafeBufferPointer { table.add($0) }
        }
        let codes = PackedCodes(table)
        #expect(codes.slips(numbers[0], numbers[1]) == 1)
        #expect(codes.slips(numbers[0], numbers[2]) == 1)
        #expect(codes.slips(numbers[0], numbers[3]) == 3)
        #expect(codes.slips(numbers[4], numbers[5]) == 1)
    }
}
