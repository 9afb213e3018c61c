// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// Keeps the write-ahead log short. Only the writer carries it over into the database file, after it has answered its callers: a second connection doing
/// so at the same moment could damage the file in SQLite before 3.51.3 (the documented WAL-reset race).
final class WriteAheadLog: Sendable {
    private let length = Atomic<Int>(0)
    private let nextCheckpoint: Atomic<Int>
    private let step: Int
    private let longest: Int
    private let busyMilliseconds: Int

    init(_ settings: SQLiteSettings) {
        step = settings.checkpointPages
        longest = settings.longestLogPages
        busyMilliseconds = settings.busyMilliseconds
        nextCheckpoint = Atomic(settings.checkpointPages)
    }

    /// Pages that stand in the log.
    var pages: Int { length.load(ordering: .relaxed) }

    /// Begins to count the pages of each commit. This takes the place of SQLite's own automatic checkpoint, which would make a caller wait for it.
    /// The writer's connection must not outlive this object.
    func attach(to database: Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue().length.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            }, context)
    }

    /// Stops counting.
    func detach(from database: Database) {
        sqlite3_wal_hook(database.sqliteConnection, nil, nil)
    }

    /// Carries the log over when it has grown by a step and nobody waits, or by four steps in any case. Beyond the longest, waits a moment for readers so
    /// that the next commit starts the log anew. A failure here loses nothing and is left to the next commit.
    func afterCommit(_ database: Database, idle: Bool) {
        let pages = pages
        var due = nextCheckpoint.load(ordering: .relaxed)
        // The log began anew: its file is overwritten from the start.
        if pages + step < due { due = step }
        if pages >= max(longest, due) {
            // A long reader (a backup, an export) may hold the log for minutes: writers must not wait for it.
            sqlite3_busy_timeout(database.sqliteConnection, 50)
            _ = try? database.checkpoint(.restart)
            sqlite3_busy_timeout(database.sqliteConnection, Int32(clamping: busyMilliseconds))
            due = pages + 4 * step
        } else if pages >= due + (idle ? 0 : 3 * step) {
            _ = try? database.checkpoint(.passive)
            due = pages + step
        }
        nextCheckpoint.store(due, ordering: .relaxed)
    }
}
