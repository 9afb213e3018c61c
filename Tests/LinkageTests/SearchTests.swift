// SPDX-License-Identifier: Apache-2.0
import Linkage
import Testing

struct SearchTests {
    private let index = Sample.index(
        Sample.record(1, group: 1, .givenNames("Siobhan"), .familyName("Testwell"), .postcode("QZ1 2AB"), .address("14 Otterley Road")),
        Sample.record(2, group: 1, kind: .text, .freeWords("Missing overnight twice; new phone, won't say from whom.")),
        Sample.record(3, group: 2, kind: .phone, .phone("07700 900123")),
        Sample.record(4, group: 2, kind: .vehicle, .vehicleMark("QQ01 QZZ")),
        Sample.record(5, group: 3, .givenNames("Mohammed"), .familyName("Sampleton"), .identifier(scheme: "nhs", value: "999 000 0018")),
        Sample.record(6, group: 3, kind: .account, .handle(platform: "demogram", name: "demo_jay_07"), .email("jay@example.org")),
        Sample.record(7, group: 4, .alias("Shivaun Pretendham"), .postcode("QZ1 4DE")))

    private func ids(_ text: String, kinds: Set<RecordKind>? = nil) -> [Int] {
        index.search(SearchQuery(text, kinds: kinds), where: { _ in true }).hits.map { Int($0.id.low) }
    }

    @Test(
        arguments: [
            ("Siobhan", [1, 7]), ("shivaun", [7, 1]), ("Mohd", [5]), ("Sampelton", [5]), ("overnight", [2]), ("07700 900 123", [3]),
            ("0123", [3]),
            ("900123", [3]), ("QQ01 QZZ", [4]), ("QQ01", [4]), ("QQ0?Q", [4]), ("999 000 0018", [5]), ("@demo_jay_07", [6]),
            ("demojay07", [6]),
            ("JAY@example.org", [6]), ("QZ1 2AB", [1]), ("otterley", [1]), ("Nobody", []),
        ] as [(String, [Int])]) func finds(_ text: String, _ expected: [Int])
    { #expect(ids(text) == expected) }

    @Test func aDistrictFindsAllItsPostcodes() { #expect(Set(ids("QZ1")) == [1, 7]) }

    @Test func termsMayStandInDifferentRecordsOfAGroup() {
        let answer = index.search(SearchQuery("Siobhan overnight"), where: { _ in true })
        #expect(Set(answer.hits.map(\.id)) == [Sample.key(1), Sample.key(2)])
        #expect(answer.hits.allSatisfy { $0.termsInGroup == 2 })
        #expect(answer.total == 2)
        #expect(answer.notSearched.isEmpty)
    }

    @Test func onlyTheKindsAskedFor() {
        #expect(ids("QZ1", kinds: [.vehicle]).isEmpty)
        #expect(ids("QQ01", kinds: [.vehicle]) == [4])
    }

    @Test func whatIsNotSearchedIsSaid() {
        #expect(index.search(SearchQuery("Siobhan 9"), where: { _ in true }).notSearched == [.tooShort(term: 1)])
        let many = (0..<20).map { "word\($0)x" }.joined(separator: " ")
        #expect(index.search(SearchQuery(many), where: { _ in true }).notSearched.contains(.tooManyTerms(from: 16)))
    }

    @Test func theTotalCountsBeyondTheLimit() {
        let answer = index.search(SearchQuery("Siobhan", limit: 1), where: { _ in true })
        #expect(answer.hits.count == 1)
        #expect(answer.total == 2)
        #expect(answer.hits.first?.matches.first?.level == .exact)
    }

    @Test(arguments: ["", "   ", "???", "****", "@", "+", "\u{0}\u{1}", "QQ* *QQ*?", String(repeating: "9", count: 5_000), "é"])
    func oddTextDoesNoHarm(_ text: String) { #expect(ids(text).isEmpty) }
}
