// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import GRDB
import Storage

extension SQLiteEngine {
    /// Copies the store into a single file, made with mode 0600, while others read and write. The copy is the state at one moment, and durable on return.
    ///
    /// `pagesPerStep` pages of 4 KiB are copied at a time with a short rest between, so that writers feel little of it. `progress` is given the pages done
    /// and the pages in all. Throws `unavailable` where the file exists already.
    public func backUp(to path: String, pagesPerStep: Int = 256, progress: (@Sendable (Int, Int) -> Void)? = nil) async throws {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StorageError(.unavailable, detail: "the backup file: " + String(cString: strerror(errno))) }
        Foundation.close(file)
        do {
            try await blocking { [pool] in
                var configuration = Configuration()
                configuration.label = "sentinel.backup"
                let copy = try DatabaseQueue(path: path, configuration: configuration)
                // One read transaction holds the snapshot for as long as the copy takes; the write-ahead log grows meanwhile.
                try pool.backup(to: copy, pagesPerStep: Int32(clamping: max(pagesPerStep, 1))) { step in
                    progress?(step.totalPageCount - step.remainingPageCount, step.totalPageCount)
                    if !step.isCompleted { usleep(1000) }
                }
                // Out of write-ahead mode, so that the one file is the whole copy.
                try copy.writeWithoutTransaction { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
                try copy.close()
                try Self.synchronise(path)
            }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw StorageError(grdb: error)
        }
    }

    /// What SQLite finds wrong with the database: an empty list where it is sound. Reads everything, and takes a while on a large store.
    public func integrityFaults() async throws -> [String] {
        try await read { session in try session.integrityFaults() }
    }

    private static func synchronise(_ path: String) throws(StorageError) {
        for name in [path, (path as NSString).deletingLastPathComponent] {
            let file = open(name.isEmpty ? "." : name, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { throw StorageError(.inputOutput) }
            defer { Foundation.close(file) }
            guard fsync(file) == 0 else { throw StorageError(.inputOutput) }
        }
    }

    /// Runs work that blocks on a thread of its own.
    func blocking(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "sentinel.sqlite").async { continuation.resume(with: Result { try work() }) }
        }
    }
}

extension SQLSession {
    /// What SQLite finds wrong: damaged pages and indexes, rows of the wrong kind, and rows that name others which are not there.
    func integrityFaults() throws -> [String] {
        let pages = try query("PRAGMA integrity_check").map { try $0.text("integrity_check") }.filter { $0 != "ok" }
        let orphans = try query("PRAGMA foreign_key_check").map {
            try "\($0.text("table")) names a row of \($0.text("parent")) that is not there"
        }
        return pages + orphans
    }
}
