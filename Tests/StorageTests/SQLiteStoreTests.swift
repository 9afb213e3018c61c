// SPDX-License-Identifier: Apache-2.0

import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite struct SQLiteStoreTests {
    static let table = [Migration(1, "held", ["CREATE TABLE held (id {id}, words {text}) {strict}"])]

    @Test func everyWriteIsDurable() async throws {
        try await TestStores.sqlite.withEngine { engine in
            for (pragma, expected) in [
                ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("secure_delete", 1), ("cell_size_check", 1),
            ] {
                let found = try await engine.write { try $0.integer("PRAGMA \(pragma)") }
                #expect(found == Int64(expected), "\(pragma)")
            }
            let mode = try await engine.write { try $0.one("PRAGMA journal_mode").text("journal_mode") }
            #expect(mode == "wal")
            #expect(try await engine.read { try $0.integer("PRAGMA trusted_schema") } == 0)
        }
    }

    @Test func aSecondServerIsRefusedUntilTheFirstEnds() async throws {
        try await TemporaryFolder.with { folder in
            let first = try SQLiteEngine(SQLiteSettings(folder: folder))
            let error = #expect(throws: StorageError.self) { try SQLiteEngine(SQLiteSettings(folder: folder)) }
            #expect(error?.code == .inUse)
            #expect(error?.description.contains("Another Sentinel serves this store") == true)
            #expect(error?.detail == "process \(ProcessInfo.processInfo.processIdentifier)")
            await first.close()
            await first.close()
            let second = try SQLiteEngine(SQLiteSettings(folder: folder))
            await second.close()
        }
    }

    @Test func theFilesAreTheOwnersAlone() async throws {
        try await TemporaryFolder.with { folder in
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder + "/store"))
            try await engine.migrate(Self.table)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/store") {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/store/" + name)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
            }
            await engine.close()
        }
    }

    @Test func whatWasStoredIsThereAfterAnEndWithoutClosing() async throws {
        try await TemporaryFolder.with { folder in
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder + "/store"))
            try await engine.migrate(Self.table)
            try await engine.write { session in _ = try session.execute("INSERT INTO held (words) VALUES ('kept')") }
            // The files as a killed process would leave them.
            try FileManager.default.copyItem(atPath: folder + "/store", toPath: folder + "/copy")
            await engine.close()
            let copy = try SQLiteEngine(SQLiteSettings(folder: folder + "/copy"))
            #expect(try await copy.read { try $0.one("SELECT words FROM held").text("words") } == "kept")
            await copy.close()
        }
    }

    @Test func aBackupIsOneWholeFileWhileOthersWrite() async throws {
        try await TemporaryFolder.with { folder in
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder + "/store"))
            try await engine.migrate(Self.table)
            try await Self.fill(engine, 300)
            let writing = Task { try await Self.fill(engine, 50) }
            try await engine.backUp(to: folder + "/backup.sqlite", pagesPerStep: 8)
            try await writing.value
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("backup") } == ["backup.sqlite"])
            let copy = try SQLiteCopy(path: folder + "/backup.sqlite")
            let stored = try await copy.read { try $0.integer("SELECT count(*) AS c FROM held") }
            #expect((300...350).contains(stored))
            #expect(try await copy.integrityFaults() == [])
            await #expect(throws: StorageError(.readOnly)) { try await copy.write { _ in } }
            await copy.close()
            let again = await #expect(throws: StorageError.self) { try await engine.backUp(to: folder + "/backup.sqlite") }
            #expect(again?.code == .unavailable)
            await engine.close()
        }
    }

    @Test func damageIsFound() async throws {
        try await TemporaryFolder.with { folder in
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder))
            try await engine.migrate(Self.table)
            try await Self.fill(engine, 100)
            #expect(try await engine.integrityFaults() == [])
            await engine.close()
            let path = SQLiteSettings(folder: folder).databasePath
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for index in stride(from: bytes.count - 4096, to: bytes.count, by: 1) { bytes[index] ^= 0xff }
            try bytes.write(to: URL(fileURLWithPath: path))
            let copy = try SQLiteCopy(path: path)
            // Either the faults are listed or, where the damage bars even that, the reading fails.
            let faults = (try? await copy.integrityFaults()) ?? ["unreadable"]
            #expect(faults != [])
            await copy.close()
        }
    }

    @Test func deletedTextIsOverwritten() async throws {
        try await TemporaryFolder.with { folder in
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder))
            try await engine.migrate(Self.table)
            try await engine.write { session in _ = try session.execute("INSERT INTO held (words) VALUES ('canary-to-be-deleted')") }
            try await engine.write { session in _ = try session.execute("DELETE FROM held") }
            await engine.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: SQLiteSettings(folder: folder).databasePath))
            #expect(bytes.range(of: Data("canary-to-be-deleted".utf8)) == nil)
        }
    }

    @Test func aReadThatNobodyWaitsForIsStopped() async throws {
        try await TestStores.sqlite.withEngine { engine in
            let begun = AsyncStream.makeStream(of: Void.self)
            let endless = Task {
                try await engine.read { session in
                    begun.continuation.yield()
                    return try session.query("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n")
                }
            }
            for await _ in begun.stream { break }
            endless.cancel()
            let error = await #expect(throws: StorageError.self) { try await endless.value }
            #expect(error?.code == .cancelled)
        }
    }

    private static func fill(_ engine: SQLiteEngine, _ count: Int) async throws {
        for _ in 0..<count {
            try await engine.write { session in
                _ = try session.execute("INSERT INTO held (words) VALUES ($1)", [.text(String(repeating: "w", count: 1500))])
            }
        }
    }
}
