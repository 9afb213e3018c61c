// SPDX-License-Identifier: Apache-2.0
import Linkage
import Synchronization
import Testing

struct StorageTests {
    private let records = Population(people: 80, seed: 21).records

    private func answers(_ index: MatchIndex) -> [[Candidate]] { records.prefix(30).map { Sample.candidates(index, $0) } }

    @Test func aSavedIndexAnswersTheSame() throws {
        let store = MemoryStore()
        let index = MatchIndex(storage: store.storage)
        index.upsert(records, position: 40)
        index.remove([records[3].id])
        index.setTag(group: records[8].group, tag: 99, position: 41)
        try index.save()
        let back = MatchIndex(storage: store.storage)
        try back.load()
        #expect(back.position == 41)
        #expect(!back.isLoading)
        #expect(answers(back) == answers(index))
        #expect(back.statistics.records == index.statistics.records)
        // goes on growing, saves again, loads again
        back.upsert([Sample.record(9_001, .givenNames("Amira"))], position: 50)
        back.removeGroup(records[20].group)
        try back.save()
        let third = MatchIndex(storage: store.storage)
        try third.load()
        #expect(third.position == 50)
        #expect(answers(third) == answers(back))
    }

    @Test func nothingSavedIsEmptyAndSaysSo() throws {
        let index = MatchIndex(storage: MemoryStore().storage)
        try index.load()
        #expect(index.position == 0)
        #expect(index.search(SearchQuery("Amira"), where: { _ in true }).notSearched == [.empty])
        #expect(throws: IndexError.noStorage) { try MatchIndex().save() }
    }

    @Test func damageIsATypedErrorAndLeavesAnEmptyIndex() throws {
        let store = MemoryStore()
        let index = MatchIndex(storage: store.storage)
        index.upsert(records, position: 40)
        try index.save()
        let whole = store.files.withLock { $0 }
        for (name, bytes) in whole {
            for end in stride(from: 0, to: bytes.count, by: max(97, bytes.count / 12)) {
                store.files.withLock { $0 = whole.merging([name: Array(bytes[..<end])]) { _, cut in cut } }
                let back = MatchIndex(storage: store.storage)
                #expect(throws: IndexError.self) { try back.load() }
                #expect(back.position == 0)
                #expect(back.statistics.records == 0)
            }
        }
        store.files.withLock { files in
            files = whole
            for name in files.keys where name != "manifest" { files[name] = nil }
        }
        #expect(throws: IndexError.self) { try MatchIndex(storage: store.storage).load() }
        // the way out: clear and feed again
        let rebuilt = MatchIndex(storage: store.storage)
        try rebuilt.clear()
        try rebuilt.load()
        rebuilt.upsert(records, position: 40)
        #expect(answers(rebuilt) == answers(index))
    }

    @Test func aSealThatDoesNotOpenIsAStoreError() throws {
        let store = MemoryStore()
        let index = MatchIndex(storage: store.storage)
        index.upsert(records, position: 4)
        try index.save()
        struct Refused: Error {}
        let storage = SegmentStorage(store: store, seal: { $0 }, open: { _ in throw Refused() })
        #expect(throws: IndexError.store(name: "manifest", reason: "the seal does not open")) { try MatchIndex(storage: storage).load() }
    }

    /// Files that a crash left behind, or that are another's, do no harm.
    @Test func strayFilesAreNotRead() throws {
        let store = MemoryStore()
        try store.write("segment-1", [1, 2, 3])
        try store.write("another's", [4])
        let index = MatchIndex(storage: store.storage)
        try index.load()
        index.upsert(records, position: 4)
        try index.save()
        let back = MatchIndex(storage: store.storage)
        try back.load()
        #expect(answers(back) == answers(index))
        try back.clear()
        #expect(try store.list() == ["another's"])
    }

    @Test func nothingInClearLeavesTheIndex() throws {
        let store = MemoryStore()
        let index = MatchIndex(storage: store.storage)
        index.upsert([Sample.record(1, .givenNames("Canarina"), .handle(platform: nil, name: "canarina7"))], position: 4)
        try index.save()
        for bytes in store.files.withLock({ Array($0.values) }) {
            #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("canarina"))
        }
    }
}
