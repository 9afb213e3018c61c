// SPDX-License-Identifier: Apache-2.0
import Linkage
import Testing

/// The same content answers the same, in whatever order and portions it came.
struct OrderTests {
    private let records = Population(people: 90, seed: 55).records

    private func answers(_ index: MatchIndex) -> [[Candidate]] {
        records.prefix(60).map { Sample.candidates(index, $0, limit: 30) }
    }

    @Test(arguments: 1...3) func anyOrderAndAnyPortions(_ seed: Int) {
        let whole = MatchIndex()
        whole.upsert(records, position: 1)
        var dice = Dice(UInt64(seed))
        let other = MatchIndex()
        var rest = dice.shuffled(records)[...]
        while !rest.isEmpty {
            let portion = rest.prefix(1 + dice.below(9))
            rest = rest.dropFirst(portion.count)
            // first in another form, then as it is; and something that goes again
            other.upsert(
                portion.map { IndexRecord(id: $0.id, group: $0.group, kind: .person, tag: 9, values: [.givenNames("Draft")]) }, position: 1)
            other.upsert([Sample.record(70_000 + rest.count, .givenNames("Amira"), .familyName("Testwell"))], position: 1)
            other.upsert(Array(portion), position: 1)
            other.remove([Sample.key(70_000 + rest.count)])
        }
        #expect(answers(other) == answers(whole))
        for text in ["Amira", "Jordan Sampleton", "QZ3", "0123", "otterley"] {
            #expect(other.search(SearchQuery(text), where: { _ in true }) == whole.search(SearchQuery(text), where: { _ in true }))
        }
    }

    @Test func readersAreNotHeldUpByAWriter() async {
        let index = MatchIndex()
        index.upsert(records, position: 1)
        let expected = Sample.candidates(index, records[0])
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for round in 0..<60 {
                    index.upsert([Sample.record(80_000 + round % 7, kind: .phone, .phone("07700 900\(100 + round)"))], position: 2)
                }
                return true
            }
            for _ in 0..<3 {
                group.addTask { (0..<40).allSatisfy { _ in Sample.candidates(index, self.records[0]) == expected } }
            }
            for await held in group { #expect(held) }
        }
    }
}
