// SPDX-License-Identifier: Apache-2.0
import Linkage
import Synchronization
import Testing

struct RemovalTests {
    private let one = Sample.record(
        1, group: 5, .givenNames("Canarina"), .familyName("Testwell"), Sample.born(2010, 3, 14), .phone("07700 900123"))
    private let two = Sample.record(2, group: 5, kind: .text, .freeWords("missing overnight twice"))
    private let asked = Sample.record(9, .givenNames("Canarina"), .familyName("Testwell"), Sample.born(2010, 3, 14))

    private func found(_ index: MatchIndex) -> Int {
        Sample.candidates(index, asked).count
            + ["Canarina", "overnight", "900123"].reduce(0) {
                $0 + index.search(SearchQuery($1), where: { _ in true }).total
            }
    }

    @Test func aRemovedRecordIsGone() {
        let index = Sample.index(one, two)
        #expect(found(index) == 4)
        index.remove([one.id, two.id], position: 2)
        #expect(found(index) == 0)
        #expect(index.statistics.records == 0)
        #expect(index.position == 2)
    }

    @Test func aRemovedGroupIsGone() {
        let index = Sample.index(one, two)
        index.removeGroup(one.group)
        #expect(found(index) == 0)
    }

    @Test func aReplacedRecordIsFoundByItsNewValuesOnly() {
        let index = Sample.index(one, two)
        index.upsert([Sample.record(1, group: 5, .givenNames("Robyn"), .familyName("Sampleton"))], position: 3)
        #expect(index.search(SearchQuery("Canarina"), where: { _ in true }).total == 0)
        #expect(index.search(SearchQuery("Robyn"), where: { _ in true }).total == 1)
        #expect(index.statistics.records == 2)
    }

    /// After `purge` and `save` no byte of a removed record is left in the store, even among thousands that stay.
    @Test func purgeLeavesNoBytes() throws {
        let store = MemoryStore()
        let index = MatchIndex(storage: SegmentStorage(store: store, seal: { $0 }, open: { $0 }))
        func holds() -> Bool {
            store.files.withLock { $0.values.contains { String(decoding: $0, as: UTF8.self).contains("canarina") } }
        }
        index.upsert(
            Population(people: 300, seed: 4).records.map { record in
                var record = record
                record.id = RecordKey(high: 7, low: record.id.low)
                return record
            } + [one], position: 1)
        try index.save()
        #expect(holds())
        index.remove([one.id])
        index.purge()
        try index.save()
        #expect(!holds())
        #expect(index.statistics.dead == 0)
    }

    @Test func positionNeverGoesBack() {
        let index = Sample.index(one)
        index.advance(to: 9)
        index.upsert([two], position: 4)
        #expect(index.position == 9)
    }
}
