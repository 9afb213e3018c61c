// SPDX-License-Identifier: Apache-2.0

import Storage
import TestSupport
import Testing

@Suite struct MigrationTests {
    static let first = Migration(1, "first", ["CREATE TABLE one (id {id}) {strict}"])
    static let second = Migration(2, "second", ["ALTER TABLE one ADD COLUMN note {text}", "CREATE INDEX one_note ON one (note)"])

    @Test(arguments: TestStores.each)
    func eachIsAppliedOnce(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            #expect(try await engine.migrate([Self.first]) == [1])
            #expect(try await engine.migrate([Self.first, Self.second]) == [2])
            #expect(try await engine.migrate([Self.first, Self.second]) == [])
            let names = try await engine.read { session in
                try session.query("SELECT name FROM schema_migration ORDER BY number").map { try $0.text("name") }
            }
            #expect(names.map { $0.prefix { $0 != " " } } == ["first", "second"])
        }
    }

    @Test(arguments: TestStores.each)
    func aNewerStoreIsRefused(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            try await engine.migrate([Self.first, Self.second])
            let error = await #expect(throws: StorageError.self) { try await engine.migrate([Self.first]) }
            #expect(error?.code == .newerStore(found: 2, known: 1))
            #expect(error?.description.contains("newer Sentinel") == true)
        }
    }

    @Test(arguments: TestStores.each)
    func anotherHistoryIsRefused(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            try await engine.migrate([Self.first])
            let renamed = await #expect(throws: StorageError.self) { try await engine.migrate([Migration(1, "other", [])]) }
            #expect(renamed?.code == .migrationMismatch(number: 1))
            let edited = Migration(1, "first", ["CREATE TABLE one (id {id}, more {text}) {strict}"])
            let changed = await #expect(throws: StorageError.self) { try await engine.migrate([edited]) }
            #expect(changed?.code == .migrationMismatch(number: 1))
            let gap = await #expect(throws: StorageError.self) { try await engine.migrate([Self.first, Migration(3, "third", [])]) }
            #expect(gap?.code == .migrationMismatch(number: 3))
        }
    }

    @Test(arguments: TestStores.each)
    func aFailingMigrationLeavesNothingOfItself(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            let broken = Migration(2, "broken", ["CREATE TABLE two (id {id}) {strict}", "CREATE TABLE one (id {id}) {strict}"])
            await #expect(throws: StorageError.self) { try await engine.migrate([Self.first, broken]) }
            let mended = try await engine.migrate([Self.first, Migration(2, "mended", ["CREATE TABLE two (id {id}) {strict}"])])
            #expect(mended == [2])
        }
    }

    @Test(arguments: TestStores.each)
    func deferredConstraintsAreRefused(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            let late = Migration(
                1, "late",
                ["CREATE TABLE a (id {integer} PRIMARY KEY, b {integer} REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED) {strict}"])
            let error = await #expect(throws: StorageError.self) { try await engine.migrate([late]) }
            #expect(error?.code == .invalidStatement)
        }
    }

    @Test(arguments: TestStores.each)
    func severalAtOnceApplyEachOnce(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<6 { group.addTask { try await engine.migrate([Self.first, Self.second]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == [1, 2])
        }
    }
}
