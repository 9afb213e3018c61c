// SPDX-License-Identifier: Apache-2.0

import GRDB
public import Storage

/// A copy of a store, or a backup, opened only to be read: for verifying it offline. Needs no lock and changes no row.
public final class SQLiteCopy: SQLEngine {
    private let queue: DatabaseQueue

    /// Opens the file. Where a write-ahead log lies beside it, its content is part of what is read. Throws `unavailable` where there is no such file.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.label = "sentinel.copy"
        configuration.readonly = true
        configuration.prepareDatabase { db in
            for pragma in SQLitePragmas.everyConnection { try db.execute(sql: "PRAGMA \(pragma)") }
        }
        do { queue = try DatabaseQueue(path: path, configuration: configuration) } catch { throw StorageError(grdb: error) }
    }

    /// See `SQLEngine`.
    public var dialect: SQLDialect { .sqlite }

    /// See `SQLEngine`.
    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await ReadCancellation.read(queue, body)
    }

    /// Always throws `readOnly`.
    public func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        throw StorageError(.readOnly)
    }

    /// A stream that never yields.
    public func commits() -> AsyncStream<Void> { AsyncStream { $0.finish() } }

    /// All zero.
    public var figures: SQLFigures { SQLFigures() }

    /// Always nil.
    public var failure: StorageError? { nil }

    /// What SQLite finds wrong with the copy: an empty list where it is sound.
    public func integrityFaults() async throws -> [String] {
        try await read { session in try session.integrityFaults() }
    }

    /// See `SQLEngine`.
    public func close() async { try? queue.close() }
}
