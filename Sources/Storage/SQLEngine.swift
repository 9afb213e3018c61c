// SPDX-License-Identifier: Apache-2.0

/// One database, embedded or on a server. Everything above sees only this.
public protocol SQLEngine: Sendable {
    /// The few things in which the engines differ.
    var dialect: SQLDialect { get }

    /// Runs `body` on one snapshot of the store: all its statements see the same state, whatever is committed meanwhile. Changes are refused.
    /// `body` may be run again from the start when a connection was lost. Throws `cancelled` where the task is cancelled (SQLite: within a millisecond).
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T

    /// Runs `body` as one serialisable transaction and returns once it is durable. If `body` throws, nothing of it is stored and the error is thrown on.
    /// `body` must be repeatable: the engine may undo it and run it again. It must do nothing but SQL: no hashing, rendering or waiting.
    /// Once it has begun it is not cancelled.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T

    /// A new stream that yields once after each commit of this process that changed something. Commits between two looks count as one.
    func commits() -> AsyncStream<Void>

    /// Figures since the start.
    var figures: SQLFigures { get }

    /// Why writing has stopped for good, or nil while all is well. The process should end when there is one.
    var failure: StorageError? { get }

    /// Finishes what has begun, refuses what comes after, and lets go of the store. Safe to call twice.
    func close() async
}

/// Figures of an engine since its start, for `/metrics` and tests.
public struct SQLFigures: Sendable, Hashable {
    /// Write closures that were stored.
    public var writes = 0
    /// Transactions that were committed. On SQLite fewer than `writes` when several share one.
    public var commits = 0
    /// Write closures that failed.
    public var failures = 0
    /// Runs that were undone and tried again.
    public var retries = 0
    /// Closures that wait for their turn now: for the writer on SQLite, for a connection on PostgreSQL.
    public var waiting = 0
    /// Pages of SQLite's write-ahead log that stand in it now; 0 on PostgreSQL.
    public var logPages = 0

    /// Figures of an engine that has done nothing yet.
    public init() {}
}
