// SPDX-License-Identifier: Apache-2.0
import Linkage
import Synchronization
import TestSupport

/// Records for tests. Invented names; phones, postcodes and marks from ranges that no one has.
enum Sample {
    static func key(_ number: Int) -> RecordKey { RecordKey(high: 0x0190_0000_0000_7000, low: UInt64(number)) }

    static func record(
        _ number: Int, group: Int? = nil, kind: RecordKind = .person, tag: UInt32 = 0, _ values: FieldValue...
    ) -> IndexRecord {
        IndexRecord(id: key(number), group: key(1_000_000 + (group ?? number)), kind: kind, tag: tag, values: values)
    }

    static func born(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> FieldValue {
        BirthDate(year: year, month: month, day: day).map { .dateOfBirth($0) } ?? .freeWords("")
    }

    static func index(_ records: IndexRecord...) -> MatchIndex {
        let index = MatchIndex()
        index.upsert(records, position: 1)
        return index
    }

    /// The candidates of a record among all.
    static func candidates(_ index: MatchIndex, _ record: IndexRecord, limit: Int = 100) -> [Candidate] {
        index.candidates(for: record, limit: limit, where: { _ in true })
    }

    /// How one pair is judged.
    static func pair(_ left: [FieldValue], _ right: [FieldValue]) -> Candidate? {
        let index = MatchIndex()
        index.upsert([IndexRecord(id: key(1), group: key(11), kind: .person, tag: 0, values: left)], position: 1)
        return candidates(index, IndexRecord(id: key(2), group: key(12), kind: .person, tag: 0, values: right)).first
    }
}

/// A small generator, so that a seed gives the same records everywhere.
struct Dice {
    private var generator: SplitMix

    init(_ seed: UInt64) { generator = SplitMix(seed: seed) }

    mutating func next() -> UInt64 { generator.next() }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        for place in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(place, below(place + 1)) }
        return items
    }
}

/// A store in memory.
final class MemoryStore: SegmentStore {
    let files = Mutex<[String: [UInt8]]>([:])

    func list() throws -> [String] { files.withLock { Array($0.keys) } }
    func read(_ name: String) throws -> [UInt8]? { files.withLock { $0[name] } }
    func write(_ name: String, _ bytes: [UInt8]) throws { files.withLock { $0[name] = bytes } }
    func delete(_ name: String) throws { files.withLock { $0[name] = nil } }

    /// A storage that seals by turning every bit.
    var storage: SegmentStorage {
        SegmentStorage(store: self, seal: { $0.map { ~$0 } }, open: { $0.map { ~$0 } })
    }
}
