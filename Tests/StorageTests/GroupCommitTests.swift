// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite struct GroupCommitTests {
    static let table = [Migration(1, "numbers", ["CREATE TABLE number (n {integer} PRIMARY KEY) {strict}"])]

    @Test func manyWritersShareCommits() async throws {
        try await TestStores.sqlite.withEngine(migrations: Self.table) { engine in
            let before = engine.figures
            try await insert(engine, 0..<64)
            let figures = engine.figures
            #expect(figures.writes - before.writes == 64)
            #expect(figures.commits - before.commits < 64)
            #expect(try await numbers(engine) == Array(0..<64))
        }
    }

    /// While the writer is held, forty queue up; they are then one group.
    @Test func thoseWhoWaitedAreOneGroupAndAFailingOneLeavesTheOthers() async throws {
        try await TestStores.sqlite.withEngine(migrations: Self.table) { engine in
            let held = AsyncStream.makeStream(of: Void.self)
            let letGo = DispatchSemaphore(value: 0)
            let holder = Task {
                try await engine.write { _ in
                    held.continuation.yield()
                    letGo.wait()
                }
            }
            for await _ in held.stream { break }
            let before = engine.figures.commits
            let outcomes = await withTaskGroup(of: (Int64, StorageError.Code?).self) { group in
                for n in Int64(0)..<40 { group.addTask { await Self.insertOrFail(engine, n) } }
                while engine.figures.waiting < 40 { await Task.yield() }
                letGo.signal()
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            try await holder.value
            for n in Int64(0)..<40 {
                #expect(outcomes[n] == (n % 4 == 3 ? .uniqueViolation(constraint: "number_pkey") : nil))
            }
            #expect(try await numbers(engine) == (0..<40).filter { $0 % 4 != 3 })
            // The holder, and one for the forty.
            #expect(engine.figures.commits - before == 2)
            #expect(engine.figures.failures == 10)
        }
    }

    @Test func aLoneWriterHasACommitForEachWrite() async throws {
        try await TestStores.sqlite.withEngine(migrations: Self.table) { engine in
            let before = engine.figures
            for n in 0..<10 { try await insert(engine, n..<(n + 1)) }
            #expect(engine.figures.commits - before.commits == 10)
        }
    }

    @Test func aFailedCommitFailsItsGroupAndTheNextGoesOn() async throws {
        let orphans = [Migration(1, "orphans", ["CREATE TABLE a (n {integer} PRIMARY KEY, b {integer} REFERENCES a (n)) {strict}"])]
        try await TestStores.sqlite.withEngine(migrations: orphans) { engine in
            let error = await #expect(throws: StorageError.self) {
                try await engine.write { session in
                    // Puts the check off until COMMIT, which then fails.
                    _ = try session.query("PRAGMA defer_foreign_keys = ON")
                    _ = try session.execute("INSERT INTO a (n, b) VALUES (1, 99)")
                }
            }
            #expect(error?.code == .foreignKeyViolation)
            try await engine.write { session in _ = try session.execute("INSERT INTO a (n) VALUES (2)") }
            #expect(try await engine.read { try $0.integer("SELECT sum(n) AS s FROM a") } == 2)
            #expect(engine.failure == nil)
        }
    }

    @Test func aFullDiskIsSaidAndStoresNothing() async throws {
        try await TestStores.sqlite.withEngine(migrations: Self.table) { engine in
            let error = await #expect(throws: StorageError.self) {
                try await engine.write { session in
                    _ = try session.query("PRAGMA max_page_count = 1")
                    for n in 0..<10_000 { _ = try session.execute("INSERT INTO number (n) VALUES ($1)", [.integer(n)]) }
                }
            }
            #expect(error?.code == .full)
            let stored = try await numbers(engine)
            #expect(stored.isEmpty)
            #expect(engine.failure == nil)
        }
    }

    @Test func afterDamageNothingIsWrittenAnyMore() async throws {
        try await TemporaryFolder.with { folder in
            let wide = [Migration(1, "wide", ["CREATE TABLE wide (id {id}, words {text}) {strict}"])]
            let whole = try SQLiteEngine(SQLiteSettings(folder: folder))
            try await whole.migrate(wide)
            try await whole.write { session in
                for _ in 0..<200 {
                    _ = try session.execute("INSERT INTO wide (words) VALUES ($1)", [.text(String(repeating: "w", count: 1500))])
                }
            }
            await whole.close()
            let path = SQLiteSettings(folder: folder).databasePath
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for index in (bytes.count / 2)..<bytes.count { bytes[index] ^= 0xff }
            try bytes.write(to: URL(fileURLWithPath: path))
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder))
            let first = await #expect(throws: StorageError.self) {
                try await engine.write { session in _ = try session.execute("UPDATE wide SET words = 'x'") }
            }
            #expect(first?.code == .corrupt)
            let later = await #expect(throws: StorageError.self) {
                try await engine.write { session in _ = try session.execute("INSERT INTO wide (words) VALUES ('y')") }
            }
            #expect(later?.code == .poisoned)
            #expect(engine.failure?.code == .poisoned)
            await engine.close()
        }
    }

    @Test func theLogStaysBounded() async throws {
        try await TemporaryFolder.with { folder in
            var settings = SQLiteSettings(folder: folder)
            settings.checkpointPages = 20
            settings.longestLogPages = 200
            let engine = try SQLiteEngine(settings)
            try await engine.migrate([Migration(1, "blobs", ["CREATE TABLE held (id {id}, bytes {blob}) {strict}"])])
            for _ in 0..<100 {
                try await engine.write { session in
                    _ = try session.execute("INSERT INTO held (bytes) VALUES ($1)", [.blob([UInt8](repeating: 1, count: 40_000))])
                }
            }
            // A thousand pages were written; the log was begun anew many times.
            #expect(engine.figures.logPages < 200)
            await engine.close()
        }
    }

    private static func insertOrFail(_ engine: any SQLEngine, _ n: Int64) async -> (Int64, StorageError.Code?) {
        do {
            try await engine.write { session in
                _ = try session.execute("INSERT INTO number (n) VALUES ($1)", [.integer(n)])
                if n % 4 == 3 { _ = try session.execute("INSERT INTO number (n) VALUES ($1)", [.integer(n)]) }
            }
            return (n, nil)
        } catch { return (n, (error as? StorageError)?.code ?? .unexpected) }
    }

    private func insert(_ engine: any SQLEngine, _ range: Range<Int>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in range {
                group.addTask {
                    try await engine.write { session in _ = try session.execute("INSERT INTO number (n) VALUES ($1)", [.integer(n)]) }
                }
            }
            try await group.waitForAll()
        }
    }

    private func numbers(_ engine: any SQLEngine) async throws -> [Int64] {
        try await engine.read { session in try session.query("SELECT n FROM number ORDER BY n").map { try $0.integer("n") } }
    }
}
