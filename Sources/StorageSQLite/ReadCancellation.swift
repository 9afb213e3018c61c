// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// Stops a read whose task was cancelled. SQLite's interrupt, which GRDB uses, is lost where it comes between two statements; this flag is not.
final class ReadCancellation: Sendable {
    private let cancelled = Atomic<Bool>(false)

    /// Says that nobody waits any more. From any thread.
    func cancel() { cancelled.store(true, ordering: .relaxed) }

    /// Runs `body` so that its statements look at the flag every few thousand steps of SQLite's machine (less than a millisecond).
    func watch<T>(_ database: Database, _ body: () throws -> T) rethrows -> T {
        sqlite3_progress_handler(
            database.sqliteConnection, 10_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<ReadCancellation>.fromOpaque(context).takeUnretainedValue().cancelled.load(ordering: .relaxed) ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
        return try body()
    }

    /// Reads one snapshot through GRDB, under this watch. Throws `StorageError` or what `body` throws.
    static func read<T: Sendable>(
        _ reader: some DatabaseReader, _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws -> T {
        let cancellation = ReadCancellation()
        do {
            return try await withTaskCancellationHandler {
                try await reader.read { database in
                    try cancellation.watch(database) {
                        let session = TransactionSession(SQLiteConnection(database))
                        let value = try body(session)
                        if let doom = session.doom { throw doom }
                        return value
                    }
                }
            } onCancel: {
                cancellation.cancel()
            }
        } catch let error as DatabaseError {
            throw StorageError(grdb: error)
        } catch is CancellationError {
            throw StorageError(.cancelled)
        }
    }
}
