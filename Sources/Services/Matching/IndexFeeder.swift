// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Storage
import Synchronization

/// Keeps the match index abreast of the store: it follows the ledger's sequence, and indexes a concern ahead of it when its pieces are to
/// be linked. All that writes to the index goes through here, one piece of work at a time.
final class IndexFeeder: Sendable {
    let house: House
    /// Where the index is saved; nil for an index that lives in memory alone.
    let folder: IndexFolder?
    let one = OneAtATime()
    let state = Mutex(State())

    struct State {
        /// The concerns in the order of their tags.
        var tagged: [RecordID] = []
        var known: Set<RecordID> = []
        /// Versions of records that are in the index though the feed has not come to them.
        var ahead: Set<String> = []
        /// Records that could not be opened: their key was destroyed, or they were changed.
        var unreadable = 0
        /// What `save` last kept.
        var saved: IndexHead?
        var isReady = false
    }

    init(_ house: House, folder: IndexFolder? = nil) {
        self.house = house
        self.folder = folder
    }

    /// Whether everything saved is loaded and the feed was read to the end once.
    var isReady: Bool { state.withLock { $0.isReady } }

    /// Puts all that some concerns say into the index, whatever the feed has come to, and returns it.
    func index(_ concerns: [RecordID]) async throws -> [IndexedConcern] {
        try await one.run {
            let now = self.house.now
            let source = try await self.house.store.read { session in try IndexSource(session, concerns: concerns, now: now) }
            let indexed = self.take(source, position: self.house.index.position)
            self.state.withLock { $0.ahead.formUnion(source.rows.map(\.object)) }
            return indexed
        }
    }

    /// Reads the feed to its end: what was committed before is in the index after it.
    func advance() async throws { try await one.run { try await self.readFeed() } }

    /// After so many entries the index is saved, however short a time they took: what was not saved is read again at the next start, which
    /// is to be over in a fraction of a second.
    private static let savedAfter = 2000

    /// Follows the feed until the task is cancelled or the store is closed, and saves every so often: at the latest after `seconds`, and
    /// when much has come, but leaves `pause` seconds between, the first ones of a start included.
    func run(savingEvery seconds: Double = 60, pause: Double = 4) async {
        var savedAt = house.now
        for await _ in Wakes.from([house.store.engine.commits()], every: .seconds(1)) {
            if Task.isCancelled { break }
            do {
                try await advance()
                let waited = house.now.seconds(since: savedAt)
                if waited >= seconds || waited >= pause && unsaved >= Self.savedAfter {
                    savedAt = house.now
                    try await save()
                }
            } catch let error as StorageError where error.code == .closed { break } catch {}
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Entries that were applied since the index was last saved.
    private var unsaved: Int { Int(house.index.position) - (state.withLock { $0.saved?.position } ?? 0) }

    func readFeed() async throws {
        while true {
            let from = Int(house.index.position)
            let done = state.withLock { $0.ahead }
            let now = house.now
            let round = try await house.store.read { session in try FeedRound(session, from: from, done: done, now: now) }
            apply(round)
            if round.isLast { break }
        }
    }

    private func apply(_ round: FeedRound) {
        let touches = round.touches
        take(round.source, position: UInt64(round.position))
        for concern in touches.erasedConcerns { forget(concern) }
        let erased = touches.erasedRecords.map(\.indexKey)
        if !erased.isEmpty { house.index.remove(erased) }
        if !erased.isEmpty || !touches.erasedConcerns.isEmpty { house.index.purge() }
        house.index.advance(to: UInt64(round.position))
        state.withLock { state in
            if round.isLast { state.ahead = round.waiting } else { state.ahead.subtract(touches.records) }
        }
    }

    /// Opens what was read, tells the tags who may see it, and puts it into the index.
    @discardableResult
    func take(_ source: IndexSource, position: UInt64) -> [IndexedConcern] {
        let written = Set(source.rows.map(\.concern))
        for facts in source.facts.values.sorted(by: { $0.id < $1.id }) where written.contains(facts.id) || isTagged(facts.id) { tag(facts) }
        var concerns: [RecordID: IndexedConcern] = [:]
        for row in source.rows {
            guard let facts = source.facts[row.concern], let place = place(row, facts) else { continue }
            guard let opened = open(row, place) else { continue }
            concerns[row.concern, default: IndexedConcern(facts: facts)].add(opened.record, opened.mention, row)
        }
        let indexed = concerns.values.sorted { $0.facts.id < $1.facts.id }
        let records = indexed.flatMap(\.records)
        if !records.isEmpty { house.index.upsert(records, position: position) }
        return indexed
    }

    private func open(_ row: IndexSource.Row, _ place: IndexRecords.Place) -> (record: IndexRecord?, mention: Mention?)? {
        do {
            if row.kind == RecordKindName.narrative {
                return (IndexRecords.of(try house.store.open(row.sealed, as: NarrativeDocument.self).masked, place), nil)
            }
            let mention = try house.store.open(row.sealed, as: Mention.self)
            return (IndexRecords.of(mention, place), mention)
        } catch {
            state.withLock { $0.unreadable += 1 }
            return nil
        }
    }

    private func place(_ row: IndexSource.Row, _ facts: ConcernFacts) -> IndexRecords.Place? {
        IndexRecords.Place(record: row.id, concern: row.concern, tag: tag(facts), year: row.createdAt.year)
    }
}

/// A concern as it stands in the index.
struct IndexedConcern: Sendable {
    let facts: ConcernFacts
    private(set) var records: [IndexRecord] = []
    /// People thought to cause harm.
    private(set) var suspects: [Mention] = []
    /// Records that replace an earlier version: what was linked by that is no longer true.
    private(set) var changed: [RecordID] = []

    init(facts: ConcernFacts) { self.facts = facts }

    mutating func add(_ record: IndexRecord?, _ mention: Mention?, _ row: IndexSource.Row) {
        if let record { records.append(record) }
        if let mention, mention.kind == .person, mention.role == .suspect { suspects.append(mention) }
        if row.version > 1 { changed.append(row.id) }
    }
}

extension Instant {
    /// The calendar year in UTC.
    var year: Int {
        // Howard Hinnant's civil_from_days, the year alone.
        let days = Int((Double(microseconds) / 86_400_000_000).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let day = days - era * 146_097
        let yearOfEra = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0)
    }
}
