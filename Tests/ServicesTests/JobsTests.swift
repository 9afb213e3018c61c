// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Services

/// Jobs: done once each, put off when they fail, and never lost when they are asked for again meanwhile.
struct JobsTests {
    /// Does jobs by noting them; fails for some subjects.
    final class Noting: JobHandler {
        let kind = "note"
        let done = Mutex<[String]>([])
        let failing: Set<String>
        let house: House
        let meanwhile: @Sendable () async throws -> Void

        init(_ house: House, failing: Set<String> = [], meanwhile: @escaping @Sendable () async throws -> Void = {}) {
            self.house = house
            self.failing = failing
            self.meanwhile = meanwhile
        }

        func run(_ jobs: [Job]) async throws {
            if jobs.contains(where: { failing.contains($0.subject) }) { throw ServiceError.notFound }
            try await meanwhile()
            try await house.store.writeWithoutEntry { session in try JobTable.finish(session, jobs) }
            done.withLock { $0 += jobs.map(\.subject) }
        }
    }

    private func queue(_ test: TestHouse, _ subjects: [String], kind: String = "note") async throws {
        let now = test.clock.now.microseconds
        try await test.house.store.write(ActOfPerson(systemAct: .system, at: test.clock.now, purpose: "test")) { transaction in
            for subject in subjects { try transaction.queue(kind, for: subject, after: now) }
        }
    }

    @Test(arguments: TestStores.each) func eachIsDoneOnce(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let subjects = (0..<150).map { "s\($0)" }
            try await queue(test, subjects + ["s1"])
            let handler = Noting(test.house)
            let runners = (0..<3).map { _ in JobRunner(test.house, handlers: [handler]) }
            try await withThrowingTaskGroup { group in
                for runner in runners { group.addTask { try await runner.drain() } }
                try await group.waitForAll()
            }
            #expect(handler.done.withLock { $0 }.sorted() == subjects.sorted())
            #expect(try await test.count("SELECT COUNT(*) AS n FROM job") == 0)
            #expect(runners.map(\.figures.done).reduce(0, +) == 150)
        }
    }

    @Test(arguments: TestStores.each) func whatIsAskedForAgainMeanwhileIsDoneAgain(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await queue(test, ["a"])
            let again = Mutex(true)
            let handler = Noting(test.house) {
                if again.withLock({ first in
                    defer { first = false }; return first
                }) {
                    try await self.queue(test, ["a"])
                }
            }
            try await JobRunner(test.house, handlers: [handler]).drain()
            #expect(handler.done.withLock { $0 } == ["a", "a"])
            #expect(try await test.count("SELECT COUNT(*) AS n FROM job") == 0)
        }
    }

    @Test(arguments: TestStores.each) func oneThatFailsHoldsUpNobodyAndIsLaidAsideAtLast(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await queue(test, ["a", "bad", "c"])
            let handler = Noting(test.house, failing: ["bad"])
            let runner = JobRunner(test.house, handlers: [handler])
            try await runner.drain()
            #expect(handler.done.withLock { $0 } == ["a", "c"])
            // Not tried again before its time.
            #expect(try await runner.drain() == 0 && runner.figures.failed == 1)
            for _ in 1..<JobTable.mostAttempts {
                test.clock.advance(hours: 1)
                try await runner.drain()
            }
            #expect(runner.figures.failed == JobTable.mostAttempts && runner.figures.laidAside == 1)
            test.clock.advance(days: 365)
            try await runner.drain()
            #expect(runner.figures.failed == JobTable.mostAttempts)
            let error = try await test.house.store.read { session in try session.one("SELECT last_error FROM job").text("last_error") }
            #expect(error == "not_found")
        }
    }

    @Test func aStartGivesBackWhatADeadProcessHadTaken() async throws {
        try await TestHouse.with(.sqlite) { test in
            try await queue(test, ["a"])
            let now = test.clock.now.microseconds
            let taken = try await test.house.store.writeWithoutEntry { session in try JobTable.take(session, now: now, most: 10) }
            #expect(taken.count == 1)
            let handler = Noting(test.house)
            let runner = JobRunner(test.house, handlers: [handler])
            #expect(try await runner.drain() == 0)
            try await runner.releaseLeases()
            #expect(try await runner.drain() == 1)
        }
    }

    @Test func aKindThatNobodyDoesIsPutOffAndCounted() async throws {
        try await TestHouse.with(.sqlite) { test in
            try await queue(test, ["a"], kind: "unheard_of")
            let runner = JobRunner(test.house, handlers: [])
            try await runner.drain()
            #expect(runner.figures.failed == 1)
        }
    }

    @Test func workIsDoneOneAtATimeInOrder() async throws {
        let one = OneAtATime()
        let meeting = Meeting()
        await withTaskGroup { group in
            for _ in 0..<50 {
                group.addTask {
                    await one.run {
                        meeting.enter()
                        await Task.yield()
                        meeting.leave()
                    }
                }
            }
        }
        #expect(meeting.most == 1)
    }

    /// How many were in a room at once.
    final class Meeting: Sendable {
        private let counts = Mutex((now: 0, most: 0))
        var most: Int { counts.withLock { $0.most } }
        func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { counts.withLock { $0.now -= 1 } }
    }

    /// The whole of it as a server runs it: a report is linked, sequenced and signed for without anybody calling.
    @Test(.timeLimit(.minutes(2))) func theWorkOfAHouseRunsByItself() async throws {
        try await TestHouse.with(.sqlite) { test in
            let work = HouseWork(test.house)
            let running = Task { await work.run() }
            let first = try await test.send(MatchingReports.child("Robyn", "Testwell", born: "2011-03-09"))
            let second = try await test.send(MatchingReports.child("Robin", "Testwel", born: "2011-03-09"))
            for await _ in Wakes.from([test.house.store.engine.commits()], every: .milliseconds(20)) {
                let linked = try await test.count("SELECT COUNT(DISTINCT concern_id) AS n FROM piece_link")
                if linked == 2, work.ledgerFigures.checkpoints > 0, work.indexIsReady { break }
            }
            running.cancel()
            await running.value
            try await work.stop()
            let key = try test.house.store.keys.ledgerVerifierKey()
            let report = try await LedgerVerification.verify(test.house.store.engine, key: key)
            #expect(report.isClean && report.unsequenced.isEmpty && report.signedSize == report.entries)
            #expect(first.reference != second.reference && work.jobFigures.done >= 3)
        }
    }
}
