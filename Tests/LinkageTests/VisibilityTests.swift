// SPDX-License-Identifier: Apache-2.0
import Linkage
import Testing

/// What a caller may not see has no part in an answer: not as a hit, not in a count, not in a weight.
struct VisibilityTests {
    private let records = Population(people: 120, seed: 33).records
    private static let filters: [@Sendable (UInt32) -> Bool] = [{ $0 != 1 }, { $0 == 2 }, { $0 % 2 == 0 }, { _ in false }]

    @Test(arguments: filters.indices) func anAnswerIsThatOfAnIndexOfTheVisible(_ place: Int) {
        let isVisible = Self.filters[place]
        let all = MatchIndex()
        all.upsert(records, position: 5)
        let visible = MatchIndex()
        visible.upsert(records.filter { isVisible($0.tag) }, position: 5)
        for record in records.prefix(60) {
            #expect(
                all.candidates(for: record, limit: 50, where: isVisible) == visible.candidates(for: record, limit: 50, where: { _ in true })
            )
        }
        for text in ["Amira", "Testwell", "Siobhan Testwell", "Mohamed Mockford", "QZ3", "0123", "otterley", "Milbury 900101"] {
            #expect(
                all.search(SearchQuery(text, limit: 7), where: isVisible)
                    == visible.search(SearchQuery(text, limit: 7), where: { _ in true }),
                "\(text)")
        }
    }

    @Test func amongAllIsWhatAFilterThatHidesNothingGives() {
        let index = MatchIndex()
        index.upsert(records, position: 5)
        index.setTags([(group: records[3].group, tag: 9), (group: records[4].group, tag: 9)])
        index.remove([records[5].id, records[6].id])
        index.upsert(Array(records[7...9]), position: 6)
        for record in records.prefix(60) {
            let filtered = index.candidates(for: record, limit: 50, excludingGroup: record.group, where: { _ in true })
            #expect(index.candidatesAmongAll(for: record, limit: 50, excludingGroup: record.group) == filtered)
        }
    }

    @Test func aNewTagHoldsAtOnce() {
        let index = MatchIndex()
        index.upsert(records, position: 5)
        let group = records[10].group
        func seen() -> Bool {
            index.search(SearchQuery(name(records[10]), limit: 10_000), where: { $0 != 77 }).hits.contains { $0.group == group }
        }
        #expect(seen())
        index.setTag(group: group, tag: 77)
        #expect(!seen())
        #expect(index.candidates(for: records[10], limit: 500, where: { $0 == 77 }).allSatisfy { $0.group == group })
        index.setTags([(group: group, tag: 3)])
        #expect(seen())
    }

    private func name(_ record: IndexRecord) -> String {
        for case .givenNames(let name) in record.values { return name }
        return ""
    }

    @Test func ownGroupAndOwnRecordAreLeftOut() {
        let index = MatchIndex()
        index.upsert(records, position: 5)
        for record in records.prefix(80) {
            let found = index.candidates(for: record, limit: 500, excludingGroup: record.group, where: { _ in true })
            #expect(!found.contains { $0.group == record.group || $0.id == record.id })
        }
    }
}
