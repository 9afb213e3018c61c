// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Synchronization

/// Puts records into an index, asks for some of them, and prints what it took and how good the answers were.
struct Measuring {
    private let people: People
    private let index: MatchIndex
    private let storage: SegmentStorage
    private let store = MemoryFolder()
    /// Places of the records that are asked about.
    private let asked: [Int]
    private let recordsOf: [Int: [Int]]

    init(_ people: People, model: LinkageModel, questions: Int) {
        self.people = people
        storage = SegmentStorage(store: store, seal: { $0 }, open: { $0 })
        index = MatchIndex(model: model, storage: storage)
        let step = max(1, people.records.count / max(questions, 1))
        asked = stride(from: 0, to: people.records.count, by: step).map { $0 }
        recordsOf = Dictionary(grouping: people.records.indices) { [entities = people.entities] in entities[$0] }
    }

    func load() {
        let clock = ContinuousClock()
        let start = clock.now
        for from in Swift.stride(from: 0, to: people.records.count, by: 1_000) {
            index.upsert(Array(people.records[from..<min(from + 1_000, people.records.count)]), position: UInt64(from))
        }
        let seconds = Times.seconds(clock.now - start)
        let statistics = index.statistics
        print(
            "\(people.records.count) records in \(seconds.formatted(.number.precision(.fractionLength(1)))) s, "
                + "\(Int(Double(people.records.count) / seconds)) a second; \(statistics.segments) segments, "
                + "\(statistics.bytes / 1_048_576) MB; process \(Memory.now)")
    }

    /// Questions about records that are known, each without itself in the answer.
    func ask() {
        let entityOf = Dictionary(uniqueKeysWithValues: zip(people.records.map(\.id), people.entities))
        for place in asked.prefix(500) { _ = index.candidatesAmongAll(for: people.records[place], limit: 20) }
        var times = Times()
        var quality = Quality()
        var offers = 0
        for place in asked {
            let record = people.records[place]
            let found = times.time { index.candidatesAmongAll(for: record, limit: 20) }
            quality.expect((recordsOf[people.entities[place]]?.count ?? 1) - 1)
            offers += found.count
            for candidate in found where candidate.relation == .samePerson {
                quality.add(candidate.probability, isTrue: entityOf[candidate.id] == people.entities[place])
            }
        }
        print("asked: " + times.summary)
        print("\(offers) offers, \(quality.truePairs) true pairs")
        quality.report("index")
    }

    /// The same records' pairs as the batch states them.
    func compare(batch path: String) throws {
        let placeOf = Dictionary(uniqueKeysWithValues: zip(people.records.map(\.id.low), people.records.indices))
        let askedPlaces = Set(asked)
        var quality = Quality()
        for place in asked { quality.expect((recordsOf[people.entities[place]]?.count ?? 1) - 1) }
        try People.lines(path) { fields in
            guard let left = placeOf[People.number(fields[0])], let right = placeOf[People.number(fields[1])] else { return }
            let probability = Double(fields[3]) ?? 0
            for place in [left, right] where askedPlaces.contains(place) {
                quality.add(probability, isTrue: people.entities[left] == people.entities[right])
            }
        }
        quality.report("batch")
    }

    /// Records of other people are taken in and resolved, a hundred at a time, on one thread; another goes on asking.
    func askWhileFeeding(_ others: People) throws {
        let renumbered = others.records.prefix(20_000).enumerated().map { place, record in
            var record = record
            record.id = RecordKey(high: UInt64(place) &* 0x9e37_79b9_7f4a_7c15, low: UInt64(place) | 1 << 40)
            record.group = record.id
            return record
        }
        let isDone = Atomic(false)
        let clock = ContinuousClock()
        let reader = Thread.started { [index, people, asked] in
            var times = Times()
            var next = 0
            while !isDone.load(ordering: .relaxed) {
                _ = times.time { index.candidatesAmongAll(for: people.records[asked[next % asked.count]], limit: 20) }
                next += 1
            }
            return times.summary
        }
        let start = clock.now
        var feeding = Times()
        for from in Swift.stride(from: 0, to: renumbered.count, by: 100) {
            let part = Array(renumbered[from..<min(from + 100, renumbered.count)])
            feeding.time { index.upsert(part, position: index.position + 1) }
            for record in part { _ = index.candidatesAmongAll(for: record, limit: 20) }
        }
        let seconds = Times.seconds(clock.now - start)
        isDone.store(true, ordering: .relaxed)
        print(
            "taken in and resolved, one thread, another asking: \(Int(Double(renumbered.count) / seconds)) records a second "
                + "of \(renumbered.count)")
        print("taken in by the hundred: " + feeding.summary)
        print("asked meanwhile: " + reader.value())
    }

    /// Writes the segments through the sealing call, and reads them again.
    func save() throws {
        let clock = ContinuousClock()
        let start = clock.now
        try index.save()
        let saved = clock.now
        let other = MatchIndex(model: index.model, storage: storage)
        try other.load()
        let loaded = clock.now
        print(
            "saved \(store.bytes / 1_048_576) MB in \(Times.seconds(saved - start).formatted(.number.precision(.fractionLength(1)))) s, "
                + "loaded in \(Times.seconds(loaded - saved).formatted(.number.precision(.fractionLength(1)))) s: "
                + "\(other.statistics.records) records")
    }
}

/// Files in memory.
final class MemoryFolder: SegmentStore {
    private let files = Mutex<[String: [UInt8]]>([:])

    var bytes: Int { files.withLock { $0.values.reduce(0) { $0 + $1.count } } }

    func list() throws -> [String] { files.withLock { Array($0.keys) } }
    func read(_ name: String) throws -> [UInt8]? { files.withLock { $0[name] } }
    func write(_ name: String, _ bytes: [UInt8]) throws { files.withLock { $0[name] = bytes } }
    func delete(_ name: String) throws { files.withLock { $0[name] = nil } }
}

/// A thread with a result.
final class Running<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let done = DispatchSemaphore(value: 0)

    fileprivate func finish(_ value: Value) {
        result.withLock { $0 = value }
        done.signal()
    }

    func value() -> Value {
        done.wait()
        guard let value = result.withLock({ $0 }) else { exit(1) }
        return value
    }
}

extension Thread {
    static func started<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Running<Value> {
        let running = Running<Value>()
        Thread.detachNewThread { running.finish(body()) }
        return running
    }
}
