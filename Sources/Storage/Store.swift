// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Vault

/// The store: one database, its keys, its clock. The only way to write is an act that stands in the ledger.
public final class Store: Sendable {
    /// The database.
    public let engine: any SQLEngine
    /// The keys.
    public let keys: KeyStore
    /// The clock.
    public let now: TimeSource
    /// Where randomness comes from.
    public let random: Randomness

    /// Makes a store over an engine whose tables stand (`migrate`).
    public init(engine: any SQLEngine, keys: KeyStore, now: @escaping TimeSource, random: @escaping Randomness) {
        self.engine = engine
        self.keys = keys
        self.now = now
        self.random = random
    }

    /// A new record id.
    public func newID() -> RecordID { RecordID(at: now(), random: random(10)) }

    /// Does one act: `body` and its ledger entry in one durable transaction. `body` must be repeatable.
    public func write<T: Sendable>(_ act: ActOfPerson, _ body: @escaping @Sendable (WriteTransaction) throws -> T) async throws -> T {
        let random = random
        return try await engine.write { session in
            let transaction = WriteTransaction(session: session, random: random)
            let result = try body(transaction)
            try transaction.writeEntry(act)
            return result
        }
    }

    /// Writes what the law does not call an act: drafts, sessions' last use, jobs. No ledgered row may be touched here.
    @discardableResult
    public func writeWithoutEntry<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await engine.write(body)
    }

    /// Reads one snapshot. What it shows to a person must be recorded (`write` with `show`) before it is answered.
    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await engine.read(body)
    }
}
