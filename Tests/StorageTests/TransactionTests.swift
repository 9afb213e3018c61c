// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Storage
import TestSupport
import Testing

@Suite struct TransactionTests {
    static let table = [Migration(1, "numbers", ["CREATE TABLE number (n {integer} PRIMARY KEY, note {text}) {strict}"])]

    struct Refusal: Error {}

    @Test(arguments: TestStores.each)
    func aThrowingBodyStoresNothing(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            await #expect(throws: Refusal.self) {
                try await engine.write { session in
                    _ = try session.execute("INSERT INTO number (n) VALUES (1)")
                    throw Refusal()
                }
            }
            let stored = try await count(engine)
            #expect(stored == 0)
            #expect(engine.figures.failures == 1)
        }
    }

    @Test(arguments: TestStores.each)
    func aSwallowedFailureStillDoomsTheTransaction(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            let error = await #expect(throws: StorageError.self) {
                try await engine.write { session in
                    _ = try session.execute("INSERT INTO number (n) VALUES (1)")
                    _ = try? session.execute("INSERT INTO number (n) VALUES (1)")
                }
            }
            #expect(error?.code == .uniqueViolation(constraint: "number_pkey"))
            let after = await #expect(throws: StorageError.self) {
                try await engine.write { session in
                    _ = try? session.execute("SELECT nothing")
                    _ = try session.execute("INSERT INTO number (n) VALUES (2)")
                }
            }
            #expect(after?.code == .transactionFailed)
            let stored = try await count(engine)
            #expect(stored == 0)
        }
    }

    @Test(arguments: TestStores.each)
    func aSavepointUndoesOnlyItself(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            let seen = try await engine.write { session in
                _ = try session.execute("INSERT INTO number (n) VALUES (1)")
                try session.savepoint { _ = try session.execute("INSERT INTO number (n) VALUES (2)") }
                for attempt in 3...4 {
                    do {
                        try session.savepoint {
                            _ = try session.execute("INSERT INTO number (n) VALUES ($1)", [.integer(attempt)])
                            try session.savepoint { _ = try session.execute("INSERT INTO number (n) VALUES (9)") }
                            if attempt == 3 { _ = try session.execute("INSERT INTO number (n) VALUES (1)") }
                            throw Refusal()
                        }
                    } catch {}
                }
                // A failure swallowed inside is thrown by the savepoint.
                #expect(throws: StorageError.self) {
                    try session.savepoint { _ = try? session.execute("INSERT INTO number (n) VALUES (1)") }
                }
                _ = try session.execute("INSERT INTO number (n) VALUES (5)")
                return try session.query("SELECT n FROM number ORDER BY n").map { try $0.integer("n") }
            }
            #expect(seen == [1, 2, 5])
            #expect(try await count(engine) == 3)
        }
    }

    @Test(arguments: TestStores.each)
    func aReadSeesOneSnapshot(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            try await engine.write { session in _ = try session.execute("INSERT INTO number (n) VALUES (1)") }
            let looked = AsyncStream.makeStream(of: Void.self)
            let written = DispatchSemaphore(value: 0)
            async let counts = engine.read { session in
                let before = try session.integer("SELECT count(*) AS c FROM number")
                looked.continuation.yield()
                written.wait()
                return [before, try session.integer("SELECT count(*) AS c FROM number")]
            }
            for await _ in looked.stream { break }
            try await engine.write { session in _ = try session.execute("INSERT INTO number (n) VALUES (2)") }
            let during = try await count(engine)
            written.signal()
            #expect(try await counts == [1, 1])
            #expect(during == 2)
        }
    }

    @Test(arguments: TestStores.each)
    func aReadRefusesChanges(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            let error = await #expect(throws: StorageError.self) {
                try await engine.read { session in _ = try session.execute("INSERT INTO number (n) VALUES (1)") }
            }
            #expect(error?.code == .readOnly)
            let stored = try await count(engine)
            #expect(stored == 0)
        }
    }

    @Test(arguments: TestStores.each)
    func eachHandsOverManyRowsAndMayAskMeanwhile(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            try await engine.write { session in
                for n in 1...1203 { _ = try session.execute("INSERT INTO number (n) VALUES ($1)", [.integer(n)]) }
            }
            let total = try await engine.read { session in
                var total: Int64 = 0
                let sql = "SELECT n FROM number WHERE n > $1 ORDER BY n"
                try session.each(sql, [0]) { row in
                    let n = try row.integer("n")
                    total += n + (try session.query(sql, [.integer(n + 1)]).first?.integer("n") ?? 0)
                    if n == 1000 { try session.each("SELECT n FROM number WHERE n = $1", [.integer(n)]) { total += try $0.integer("n") } }
                }
                return total
            }
            let plain = (1...1203).reduce(0, +)
            #expect(total == Int64(plain + (3...1203).reduce(0, +) + 1000))
            await #expect(throws: Refusal.self) {
                try await engine.read { session in try session.each("SELECT n FROM number", []) { _ in throw Refusal() } }
            }
        }
    }

    @Test(arguments: TestStores.each)
    func aCommitThatChangesSomethingWakesListeners(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            var bell = engine.commits().makeAsyncIterator()
            try await engine.write { session in _ = try session.query("SELECT n FROM number") }
            try await engine.write { session in _ = try session.execute("INSERT INTO number (n, note) VALUES (1, 'first')") }
            await bell.next()
            #expect(try await count(engine) == 1)
            // Nothing is left over from the write that changed nothing: the stream ends with the engine.
            await engine.close()
            #expect(await bell.next() == nil)
        }
    }

    @Test(arguments: TestStores.each)
    func aClosedEngineRefuses(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.table) { engine in
            await engine.close()
            let write = await #expect(throws: StorageError.self) {
                try await engine.write { session in _ = try session.query("SELECT 1 AS one") }
            }
            let read = await #expect(throws: StorageError.self) {
                try await engine.read { session in _ = try session.query("SELECT 1 AS one") }
            }
            #expect(write?.code == .closed)
            #expect(read?.code == .closed)
        }
    }

    private func count(_ engine: any SQLEngine) async throws -> Int64 {
        try await engine.read { try $0.integer("SELECT count(*) AS c FROM number") }
    }
}
