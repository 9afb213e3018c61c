// SPDX-License-Identifier: Apache-2.0

import GRDB
import Storage
import Synchronization

/// Runs a group of write closures in one transaction with one COMMIT: each in its own savepoint, so that a failing one leaves the others whole.
final class GroupCommit: Sendable {
    let queue: WriteQueue
    let bell = CommitBell()
    private let log: WriteAheadLog
    private let counts = Mutex(SQLFigures())

    init(_ settings: SQLiteSettings, log: WriteAheadLog) {
        queue = WriteQueue(groupSize: settings.groupSize, gatherMicroseconds: settings.gatherMicroseconds)
        self.log = log
    }

    var figures: SQLFigures {
        var figures = counts.withLock { $0 }
        figures.logPages = log.pages
        figures.waiting = queue.count
        return figures
    }

    /// Serves whoever waits. Runs on the writer's thread only.
    func drain(_ database: Database) {
        while let group = queue.next() {
            commit(group, SQLiteConnection(database))
            if queue.failure == nil { log.afterCommit(database, idle: queue.count == 0) }
        }
    }

    private func commit(_ group: [any PendingWrite], _ connection: SQLiteConnection) {
        let database = connection.database
        let before = database.totalChangesCount
        var stored: [any PendingWrite] = []
        var failed: [(any PendingWrite, any Error)] = []
        do {
            if let failure = queue.failure { throw failure }
            try connection.control("BEGIN IMMEDIATE")
            for job in group {
                do {
                    try perform(job, connection, alone: group.count == 1)
                    stored.append(job)
                } catch {
                    failed.append((job, error))
                    // On some failures (a full disk, a failing one) SQLite gives up the whole transaction, and with it what the others did.
                    if isFatal(error) || !database.isInsideTransaction { throw error }
                }
            }
            try connection.control(stored.isEmpty ? "ROLLBACK" : "COMMIT")
        } catch {
            if database.isInsideTransaction { try? connection.control("ROLLBACK") }
            let failure = error as? StorageError ?? StorageError(.unexpected)
            let answered = Set(failed.map { ObjectIdentifier($0.0) })
            failed += group.filter { !answered.contains(ObjectIdentifier($0)) }.map { ($0, failure) }
            stored = []
            if isFatal(error) { poison(failure) }
        }
        counts.withLock { counts in
            counts.writes += stored.count
            counts.commits += stored.isEmpty ? 0 : 1
            counts.failures += failed.count
        }
        for job in stored { job.succeed() }
        for (job, error) in failed { job.fail(error) }
        if !stored.isEmpty, database.totalChangesCount != before { bell.ring() }
    }

    private func perform(_ job: any PendingWrite, _ connection: SQLiteConnection, alone: Bool) throws {
        // A lone closure needs no savepoint: its failure leaves nothing to commit.
        guard !alone else { return try job.perform(TransactionSession(connection)) }
        try connection.control("SAVEPOINT one_write")
        do {
            try job.perform(TransactionSession(connection))
            try connection.control("RELEASE one_write")
        } catch {
            if connection.database.isInsideTransaction {
                try connection.control("ROLLBACK TO one_write")
                try connection.control("RELEASE one_write")
            }
            throw error
        }
    }

    /// After a failed write or fsync the system may have dropped the very pages it failed to write and report success next time: only a new start,
    /// which reads the disk again, tells what is there.
    private func isFatal(_ error: any Error) -> Bool {
        guard let error = error as? StorageError else { return false }
        return error.code == .inputOutput || error.code == .corrupt || error.code == .poisoned
    }

    private func poison(_ error: StorageError) {
        let poisoned = StorageError(.poisoned, engineCode: error.engineCode)
        for job in queue.poison(poisoned) { job.fail(poisoned) }
    }
}
