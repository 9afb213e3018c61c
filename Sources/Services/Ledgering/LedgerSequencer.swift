// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Storage
import Synchronization

/// Puts committed entries in sequence and into the Merkle tree, and signs checkpoints: the one sequencer of DESIGN rule 2.
///
/// Several may run at once on one store: whoever comes second sees that the tree has grown and begins anew.
public final class LedgerSequencer: Sendable {
    let store: Store
    let settings: LedgerSettings
    let one = OneAtATime()
    let state: Mutex<State>

    struct State {
        var edge = MerkleAppender()
        var figures = LedgerFigures()
        /// When the last checkpoint was signed or found unneeded; nil before the first look.
        var signedAt: Int64?
        var signedSize = 0
    }

    /// A sequencer for a store.
    public init(store: Store, settings: LedgerSettings = LedgerSettings()) {
        self.store = store
        self.settings = settings
        state = Mutex(State())
    }

    /// Figures since the start, for `/metrics`.
    public var figures: LedgerFigures { state.withLock { $0.figures } }

    /// Puts everything that is committed now in sequence. Returns how many entries.
    @discardableResult
    public func sequence(everything: Bool = false) async throws -> Int {
        try await one.run { try await self.sequenceBatches(everything: everything) }
    }

    /// Sequences and signs until the task is cancelled or the store is closed.
    public func run() async {
        if let alarm = try? await findRollback() { raise(alarm) }
        var everything = true
        for await _ in Wakes.from([store.engine.commits()], every: .seconds(1)) {
            if Task.isCancelled { break }
            try? await Task.sleep(for: .milliseconds(settings.gatherMilliseconds))
            do {
                try await sequence(everything: everything)
                everything = try await checkpointIfDue()
            } catch let error as StorageError where error.code == .closed || error.code == .poisoned {
                break
            } catch { state.withLock { $0.figures.failures += 1 } }
        }
    }

    /// Sequences what is left and signs for it. Call it before the store is closed.
    public func stop() async throws {
        try await sequence(everything: true)
        try await checkpoint()
    }

    func raise(_ alarm: String) { state.withLock { $0.figures.alarm = alarm } }

    private func sequenceBatches(everything: Bool) async throws -> Int {
        var appended = 0
        var misses = 0
        while true {
            let known = state.withLock { $0.edge }
            let batch = try await store.engine.read { session in try Self.read(session, known, everything: everything) }
            guard !batch.entries.isEmpty else { break }
            // Hashed outside any transaction.
            var edge = batch.edge
            let nodes = edge.append(batch.entries.map { MerkleTree.leafHash($0.body) })
            guard try await append(batch, nodes) else {
                misses += 1
                if misses > 10 { throw StorageError(.serialization, detail: "another sequencer is always quicker") }
                continue
            }
            appended += batch.entries.count
            let grown = edge
            state.withLock { state in
                state.edge = grown
                state.figures.entries += batch.entries.count
                state.figures.size = grown.size
            }
            if batch.entries.count < Batch.most { break }
        }
        return appended
    }

    private struct Batch: Sendable {
        static let most = 1000
        let edge: MerkleAppender
        let entries: [FeedEntry]
    }

    private static func read(_ session: any SQLSession, _ known: MerkleAppender, everything: Bool) throws -> Batch {
        let entries = try LedgerFeed.unsequenced(session, limit: Batch.most, everything: everything)
        let size = try LedgerFeed.count(session)
        let edge = size == known.size ? known : try MerkleAppender(size: size) { level, index in try node(session, level, index) }
        return Batch(edge: edge, entries: entries)
    }

    /// A stored node. Throws `corrupt` where it is missing: nothing may be built on a broken tree.
    static func node(_ session: any SQLSession, _ level: Int, _ index: Int) throws(StorageError) -> LedgerHash {
        let row = try session.first("SELECT hash FROM ledger_node WHERE level = $1 AND idx = $2", [.integer(level), .integer(index)])
        guard let row, let hash = LedgerHash(try row.blob("hash")) else {
            throw StorageError(.corrupt, detail: "node \(level)/\(index) of the ledger is missing")
        }
        return hash
    }

    /// Stores a batch, unless the tree has grown meanwhile.
    private func append(_ batch: Batch, _ nodes: [MerkleNode]) async throws -> Bool {
        let first = batch.edge.size
        let leaves = batch.entries.enumerated().map { [SQLValue.integer(first + $0), .integer($1.id)] }
        let rows = nodes.map { [SQLValue.integer($0.level), .integer($0.index), .blob($0.hash.bytes)] }
        return try await store.writeWithoutEntry { session in
            if let lock = session.dialect.lock(table: "ledger_leaf") { try session.execute(lock) }
            guard try LedgerFeed.count(session) == first else { return false }
            try ManyRows.insert("ledger_leaf", ["seq", "entry_id"], leaves, session)
            try ManyRows.insert("ledger_node", ["level", "idx", "hash"], rows, session)
            return true
        }
    }
}

/// Figures of the sequencer since its start.
public struct LedgerFigures: Sendable, Hashable {
    /// Entries put in sequence.
    public internal(set) var entries = 0
    /// Entries in the tree.
    public internal(set) var size = 0
    /// Checkpoints signed.
    public internal(set) var checkpoints = 0
    /// Rounds that failed and were tried again.
    public internal(set) var failures = 0
    /// Why nothing is signed any more, with what to do; nil while all is well.
    public internal(set) var alarm: String?
}
