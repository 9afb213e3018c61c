// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import Linkage
import Safeguarding
import Storage
import Synchronization
import Vault

extension IndexFeeder {
    private static let page = 200

    /// Loads what was saved, reads the feed from there to its end, and makes the index anew where nothing usable was saved: missing, garbled,
    /// of another model, of another store, or of a later state of this one.
    func start() async throws {
        try await one.run {
            if try await !self.load() { try await self.rebuild() }
            try await self.readFeed()
            self.state.withLock { $0.isReady = true }
        }
    }

    /// Saves what is new, sealed: first what the segments are true of, then the segments.
    func save() async throws {
        try await one.run {
            guard let folder = self.folder, self.house.index.position > 0 else { return }
            let head = try await self.head()
            guard self.state.withLock({ $0.saved != head }) else { return }
            let keys = self.house.store.keys, random = self.house.store.random, index = self.house.index
            try await Self.apart {
                try head.write(folder.head, keys.master.subkey(.matchIndex), random: random)
                try index.save()
            }
            self.state.withLock { $0.saved = head }
        }
    }

    private var model: String { "\(house.index.model.name)/\(house.index.model.version)" }

    private func head() async throws -> IndexHead {
        let position = Int(house.index.position)
        let leaf = try await house.store.read { session in try LedgerSequencer.node(session, 0, position - 1).bytes }
        return IndexHead(position: position, leaf: leaf, model: model, concerns: state.withLock { $0.tagged })
    }

    /// Loads the saved index; false where it must be made anew. The tags come first: nothing is found before it is known who may see it.
    private func load() async throws -> Bool {
        guard let folder, let head = IndexHead.read(folder.head, house.store.keys.master.subkey(.matchIndex)) else { return false }
        guard head.model == model, head.position > 0 else { return false }
        let now = house.now
        let facts = try await house.store.read { session -> [RecordID: ConcernFacts]? in
            guard try LedgerFeed.count(session) >= head.position else { return nil }
            guard try LedgerSequencer.node(session, 0, head.position - 1).bytes == head.leaf else { return nil }
            return try EveryFact.read(session, now: now)
        }
        guard let facts else { return false }
        restoreTags(head.concerns, facts)
        let index = house.index
        guard (try? await Self.apart({ try index.load() })) != nil else { return false }
        state.withLock { $0.saved = head }
        // Segments older than the head are right as far as they go; none at all, or later ones, are not.
        return index.position > 0 && index.position <= UInt64(head.position)
    }

    /// Makes the index anew from the records.
    private func rebuild() async throws {
        if folder != nil { try house.index.clear() }
        let start = try await house.store.read { session in try LedgerFeed.count(session) }
        var last = ""
        while true {
            let after = last, now = house.now
            let (source, end) = try await house.store.read { session in
                let ids = try session.query("SELECT id FROM concern WHERE id > $1 ORDER BY id LIMIT \(Self.page)", [.text(after)]).map {
                    try $0.recordID("id")
                }
                return (try IndexSource(session, concerns: ids, now: now), ids.last?.description)
            }
            guard let end else { break }
            take(source, position: house.index.position)
            last = end
        }
        house.index.advance(to: UInt64(start))
    }

    /// Runs work that keeps a thread for long on one of its own.
    private static func apart<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result(catching: work)) }
        }
    }
}

extension House {
    /// Whether the match index holds all that was known at the start. Until then answers say what they did not search.
    public var indexReady: Bool { !index.isLoading && index.position > 0 }

    /// What an answer out of the match index does not cover now, in codes.
    func indexGaps(_ session: any SQLSession) throws -> [String] {
        guard indexReady else { return ["index_loading"] }
        // A moment's delay is not worth a word; a long import is.
        return try LedgerFeed.count(session) - Int(index.position) > FeedRound.most ? ["index_behind"] : []
    }
}
