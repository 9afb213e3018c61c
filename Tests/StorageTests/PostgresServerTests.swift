// SPDX-License-Identifier: Apache-2.0

import Storage
import StoragePostgres
import Synchronization
import TestSupport
import Testing

@Suite struct PostgresServerTests {
    static let table = [
        Migration(
            1, "tally",
            [
                "CREATE TABLE tally (name {text} PRIMARY KEY, n {integer} NOT NULL) {strict}",
                "INSERT INTO tally (name, n) VALUES ('a', 0), ('b', 0)",
            ])
    ]

    @Test func transactionsInEachOthersWayAreTriedAgain() async throws {
        try await TestStores.postgres.withEngine(migrations: Self.table) { engine in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await engine.write { session in
                            let n = try session.integer("SELECT n FROM tally WHERE name = 'a'")
                            _ = try session.execute("UPDATE tally SET n = $1 WHERE name = 'a'", [.integer(n + 1)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await engine.read { try $0.integer("SELECT n FROM tally WHERE name = 'a'") } == 40)
            #expect(engine.figures.retries > 0)
        }
    }

    /// Whatever a body makes of error 40001, the engine tries again.
    @Test func aBodyThatHidesTheFailureIsTriedAgainToo() async throws {
        struct Hidden: Error {}
        try await TestStores.postgres.withEngine(migrations: Self.table) { engine in
            let runs = Atomic<Int>(0)
            try await engine.write { session in
                runs.add(1, ordering: .relaxed)
                do {
                    if runs.load(ordering: .relaxed) < 3 {
                        _ = try session.execute("DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = '40001'; END $$")
                    }
                } catch { throw Hidden() }
            }
            #expect(runs.load(ordering: .relaxed) == 3)
        }
    }

    @Test func anEndlessConflictEndsInAnError() async throws {
        try await PostgresCluster.shared.withDatabase { settings in
            var settings = settings
            settings.attempts = 3
            let engine = try await PostgresEngine(settings)
            let error = await #expect(throws: StorageError.self) {
                try await engine.write { session in
                    _ = try session.execute("DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = '40P01'; END $$")
                }
            }
            #expect(error?.code == .serialization)
            #expect(error?.detail == nil)
            #expect(engine.figures.retries == 2)
            await engine.close()
        }
    }

    @Test func aLostConnectionIsMadeAnew() async throws {
        try await TestStores.postgres.withEngine(migrations: Self.table) { engine in
            let runs = Atomic<Int>(0)
            try await engine.write { session in
                let run = runs.add(1, ordering: .relaxed).newValue
                _ = try session.execute("UPDATE tally SET n = n + 1 WHERE name = 'b'")
                if run == 1 { _ = try session.query("SELECT pg_terminate_backend(pg_backend_pid()) AS ended") }
            }
            #expect(runs.load(ordering: .relaxed) == 2)
            #expect(try await engine.read { try $0.integer("SELECT n FROM tally WHERE name = 'b'") } == 1)
        }
    }

    @Test func aConnectionLostWhileCommittingIsSaidToBeUnknown() async throws {
        // A deferred trigger runs inside COMMIT, and ends its own connection there.
        let trap = [
            Migration(
                1, "trap",
                [
                    "CREATE TABLE trapped (n BIGINT)",
                    "CREATE FUNCTION spring() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
                ])
        ]
        try await TestStores.postgres.withEngine(migrations: trap) { engine in
            try await engine.write { session in
                _ = try session.execute(
                    "CREATE CONSTRAINT TRIGGER sprung AFTER INSERT ON trapped DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spring()"
                )
            }
            let error = await #expect(throws: StorageError.self) {
                try await engine.write { session in _ = try session.execute("INSERT INTO trapped (n) VALUES (1)") }
            }
            #expect(error?.code == .commitUnknown)
        }
    }

    @Test func aPreparedStatementOutlivesAChangeOfItsTable() async throws {
        try await TestStores.postgres.withEngine(migrations: Self.table) { engine in
            for _ in 0..<2 { _ = try await engine.read { try $0.query("SELECT * FROM tally") } }
            try await engine.write { session in _ = try session.execute("ALTER TABLE tally ADD COLUMN more BIGINT") }
            let columns = try await engine.read { try $0.query("SELECT * FROM tally").first?.columns.count }
            #expect(columns == 3)
        }
    }

    @Test func moreStatementsThanAreKeptPreparedStillRun() async throws {
        try await PostgresCluster.shared.withDatabase { settings in
            var settings = settings
            settings.connections = 1
            let engine = try await PostgresEngine(settings)
            for round in 0..<2 {
                let sums = try await engine.write { session in
                    try (0..<600).map { try session.integer("SELECT \($0) + CAST($1 AS BIGINT) AS n", [.integer(round)]) }
                }
                #expect(sums == (0..<600).map { Int64($0 + round) })
            }
            await engine.close()
        }
    }

    @Test func aSlowStatementIsStopped() async throws {
        try await PostgresCluster.shared.withDatabase { settings in
            var settings = settings
            settings.statementMilliseconds = 50
            let engine = try await PostgresEngine(settings)
            let error = await #expect(throws: StorageError.self) { try await engine.read { try $0.query("SELECT pg_sleep(20)") } }
            #expect(error?.code == .timeout)
            await engine.close()
        }
    }

    @Test func aServerThatMayLoseWhatItAcknowledgedIsRefused() async throws {
        try await PostgresCluster.shared.withDatabase { settings in
            var settings = settings
            settings.requiresDurability = true
            let error = await #expect(throws: StorageError.self) { try await PostgresEngine(settings) }
            #expect(error?.code == .notDurable)
        }
    }

    @Test func anUnreachableServerSaysSoWithoutTheConnectionString() async throws {
        let settings = PostgresSettings(connection: "host=/nowhere password=canary dbname=none")
        let error = await #expect(throws: StorageError.self) { try await PostgresEngine(settings) }
        #expect(error?.code == .unavailable)
        #expect(error?.description.contains("canary") == false)
    }

    @Test func moreTasksThanConnectionsAllGetTheirTurn() async throws {
        try await PostgresCluster.shared.withDatabase { settings in
            var settings = settings
            settings.connections = 2
            let engine = try await PostgresEngine(settings)
            let total = try await withThrowingTaskGroup(of: Int64.self) { group in
                for n in 0..<50 {
                    group.addTask { try await engine.read { try $0.integer("SELECT CAST($1 AS BIGINT) AS n", [.integer(n)]) } }
                }
                return try await group.reduce(0, +)
            }
            #expect(total == 1225)
            await engine.close()
        }
    }
}
