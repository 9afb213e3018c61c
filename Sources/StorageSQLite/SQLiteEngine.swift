// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
public import Storage

/// The embedded database: one writer with group commit, several readers, one process.
public final class SQLiteEngine: SQLEngine {
    /// How it was opened.
    public let settings: SQLiteSettings
    let pool: DatabasePool
    private let commit: GroupCommit
    private let log: WriteAheadLog
    private let lock: ProcessLock

    /// Opens a store, made where it is missing. Throws `inUse` where another process serves it, `notDurable` where a setting did not take.
    public init(_ settings: SQLiteSettings) throws {
        self.settings = settings
        try Self.check(settings)
        do {
            try FileManager.default.createDirectory(
                atPath: settings.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw StorageError(.unavailable, detail: "the folder of the store cannot be made") }
        lock = try ProcessLock(path: settings.lockPath)
        log = WriteAheadLog(settings)
        commit = GroupCommit(settings, log: log)
        do {
            try Self.touch(settings.databasePath)
            pool = try DatabasePool(path: settings.databasePath, configuration: SQLitePragmas.configuration(settings))
            try SQLitePragmas.makeDurable(pool)
            pool.writeWithoutTransaction { [log] in log.attach(to: $0) }
        } catch { throw StorageError(grdb: error) }
    }

    /// See `SQLEngine`.
    public var dialect: SQLDialect { .sqlite }

    /// See `SQLEngine`.
    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await ReadCancellation.read(pool, body)
    }

    /// See `SQLEngine`.
    public func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        guard !Task.isCancelled else { throw StorageError(.cancelled) }
        return try await withCheckedThrowingContinuation { continuation in
            let job = WriteJob(body, continuation)
            do {
                if try commit.queue.add(job) { pool.asyncWriteWithoutTransaction { [commit] in commit.drain($0) } }
            } catch { job.fail(error) }
        }
    }

    /// See `SQLEngine`.
    public func commits() -> AsyncStream<Void> { commit.bell.listen() }

    /// See `SQLEngine`.
    public var figures: SQLFigures { commit.figures }

    /// See `SQLEngine`.
    public var failure: StorageError? { commit.queue.failure }

    /// See `SQLEngine`. Carries the write-ahead log over, so that the database file alone is whole.
    public func close() async {
        guard commit.queue.close() else { return }
        await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { [commit, log] database in
                commit.drain(database)
                if commit.queue.failure == nil { _ = try? database.checkpoint(.truncate) }
                log.detach(from: database)
                continuation.resume()
            }
        }
        commit.bell.silence()
        // On a thread of its own: it waits for readers, who may need one of the few threads that tasks run on.
        try? await blocking { [pool] in try pool.close() }
        lock.release()
    }

    private static func check(_ settings: SQLiteSettings) throws(StorageError) {
        guard (1...64).contains(settings.readers) else { throw StorageError(.invalidSetting("readers"), detail: "1 to 64") }
        guard (1...1024).contains(settings.groupSize) else { throw StorageError(.invalidSetting("groupSize"), detail: "1 to 1024") }
        guard (0...100_000).contains(settings.gatherMicroseconds) else {
            throw StorageError(.invalidSetting("gatherMicroseconds"), detail: "0 to 100000")
        }
        guard settings.checkpointPages > 0, settings.longestLogPages >= settings.checkpointPages else {
            throw StorageError(.invalidSetting("checkpointPages"), detail: "above 0, at most longestLogPages")
        }
    }

    /// Makes the database file readable by its owner alone; SQLite gives the log the same rights.
    static func touch(_ path: String) throws(StorageError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StorageError(.unavailable, detail: String(cString: strerror(errno))) }
        Foundation.close(file)
    }
}

extension StorageError {
    /// Translates what GRDB throws; a `StorageError` or the caller's own error passes unchanged.
    init(grdb error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError:
            self.init(sqlite: error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql) { _ in [] }
        default: self.init(.unexpected)
        }
    }
}
