// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Services

/// A relay that a test holds in its hand.
final class HeldRelay: MailRelay {
    private let state = Mutex<(mails: [Mail], faults: [MailFault.Code])>(([], []))

    init(_ faults: MailFault.Code...) { state.withLock { $0.faults = faults } }

    /// Everything that was handed over, taken or not.
    var mails: [Mail] { state.withLock { $0.mails } }

    func send(_ mail: Mail) async throws(MailFault) {
        let fault = state.withLock { state -> MailFault.Code? in
            state.mails.append(mail)
            return state.faults.isEmpty ? nil : state.faults.removeFirst()
        }
        if let fault { throw MailFault(fault) }
    }
}

/// The outbox: written in the act's own transaction, sent apart from it, tried again, and holding nobody's data.
struct MessagesOutboxTests {
    private func sender(_ test: TestHouse, _ relay: HeldRelay?) -> OutboxSender {
        OutboxSender(
            test.house, delivery: MailDelivery(relay: relay, origin: "https://sentinel.example.org") { ("\($0.rawValue)", "See \($1)") })
    }

    private func queue(_ test: TestHouse, _ kind: MessageKind = .escalation, to name: String = "coordinator") async throws {
        let message = test.house.message(kind, to: try test.account(name), link: "/desk/escalations")
        try await test.house.store.writeWithoutEntry { session in try message.write(session) }
    }

    private func states(_ test: TestHouse) async throws -> [String] {
        try await test.house.store.read { session in
            try session.query("SELECT state FROM outbox_message ORDER BY queued_at, id").map { try $0.text("state") }
        }
    }

    @Test(arguments: TestStores.each) func itIsSentOnceToTheAddressInTheDirectory(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await queue(test)
            try await queue(test)
            #expect(try await states(test) == ["waiting"])
            let relay = HeldRelay()
            let sender = sender(test, relay)
            #expect(try await sender.sendWaiting() == 1)
            #expect(try await sender.sendWaiting() == 0)
            let mail = try #require(relay.mails.first)
            #expect(relay.mails.count == 1 && mail.address == TestHouse.email("coordinator"))
            #expect(mail.text == "See https://sentinel.example.org/desk/escalations")
            #expect(try await states(test) == ["sent"] && sender.figures.sent == 1)
            // Sent, it no longer stands in the way of the next.
            try await queue(test)
            #expect(try await states(test) == ["sent", "waiting"])
        }
    }

    @Test(arguments: TestStores.each) func aRelayThatFailsIsTriedAgainWithTheSameIdLaterAndLater(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await queue(test)
            try await queue(test, to: "duty-manager")
            let relay = HeldRelay(.unreachable, .later, .stalled)
            let sender = sender(test, relay)
            #expect(try await sender.sendWaiting() == 0)
            // The relay was at fault: the second message is not tried, nor anything at once.
            #expect(relay.mails.count == 1 && sender.figures.lastFault == .unreachable)
            #expect(try await sender.sendWaiting() == 0)
            #expect(relay.mails.count == 1)
            for _ in 0..<40 {
                test.clock.advance(seconds: 20)
                try await sender.sendWaiting()
            }
            #expect(try await states(test) == ["sent", "sent"])
            let ids = relay.mails.map(\.id)
            #expect(Set(ids).count == 2 && ids.count == 5 && sender.figures.lastFault == nil)
        }
    }

    @Test func thePauseGrowsToItsLongest() {
        #expect([1, 2, 3, 4].map(OutboxTable.pause) == [10, 20, 40, 80])
        #expect(OutboxTable.pause(attempts: 0) == 10 && OutboxTable.pause(attempts: 60) == OutboxTable.longestPause)
    }

    @Test(arguments: TestStores.each) func whatIsRefusedForGoodOrTooOldIsGivenUp(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await queue(test)
            try await sender(test, HeldRelay(.refused)).sendWaiting()
            #expect(try await states(test) == ["failed"])
            test.clock.advance(seconds: 1)
            try await queue(test)
            // Without a relay it waits, a day.
            try await sender(test, nil).sendWaiting()
            #expect(try await states(test) == ["failed", "waiting"])
            test.clock.advance(days: 1)
            try await sender(test, nil).sendWaiting()
            #expect(try await states(test) == ["failed", "failed"])
            let figures = try await test.house.outboxFigures()
            #expect(figures.failed == 2 && figures.waiting == 0 && figures.lastError != nil)
        }
    }

    @Test(arguments: TestStores.each) func anAddressThatIsInNoDirectoryIsSealedAndGoesWithItsKey(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let agency = try #require(test.agencies["council"])
            let message = try test.house.message(
                .verifyEmail, toAddress: "head@school.example", agency: agency, link: "/report/confirm/S3CRET")
            try await test.house.store.writeWithoutEntry { session in try message.write(session) }
            let row = try await test.house.store.read { session in try session.one("SELECT * FROM outbox_message") }
            for value in row.values {
                #expect(!value.bytes.contains("school.example".utf8) && !value.bytes.contains("S3CRET".utf8))
            }
            #expect(try await test.house.outboxWaiting().first?.address == "head@school.example")
            let relay = HeldRelay()
            try await sender(test, relay).sendWaiting()
            #expect(relay.mails.map(\.address) == ["head@school.example"])
            #expect(relay.mails.first?.text == "See https://sentinel.example.org/report/confirm/S3CRET")
            let left = try await test.count(
                "SELECT COUNT(*) AS n FROM record_key WHERE record_id = $1", [.text(message.id.description)])
            #expect(left == 0)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM outbox_message WHERE sealed IS NULL") == 1)
        }
    }

    @Test func whoeverHasLeftGetsNothing() async throws {
        try await TestHouse.with(.sqlite) { test in
            try await queue(test)
            try await test.house.directoryDesk.disable(try test.actor("administrator"), try test.account("coordinator"))
            let relay = HeldRelay()
            try await sender(test, relay).sendWaiting()
            #expect(relay.mails.isEmpty)
            #expect(try await states(test) == ["failed"])
        }
    }

    @Test(arguments: TestStores.each) func whatClimbsIsTold(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            let climbing = Climbing(house: test.house)
            let runner = JobRunner(test.house, handlers: [climbing])
            try await climbing.begin()
            try await runner.drain()
            test.clock.advance(days: 30)
            try await runner.drain()
            func told() async throws -> [RecordID] {
                try await test.house.outboxWaiting().filter { $0.kind == .escalation }.compactMap(\.account)
            }
            #expect(try await told() == [try test.account("coordinator")])
            test.clock.advance(hours: 2)
            try await runner.drain()
            #expect(try await told() == [try test.account("coordinator"), try test.account("duty-manager")])
            #expect(try await test.house.outboxWaiting().allSatisfy { $0.path == "/desk/escalations" && $0.address == nil })
        }
    }

    /// A clock that ran ahead for a while leaves no round of climbing in a far future.
    @Test(arguments: TestStores.each) func aClockPutBackStopsNothing(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let climbing = Climbing(house: test.house)
            let runner = JobRunner(test.house, handlers: [climbing])
            test.clock.advance(days: 400)
            try await climbing.begin()
            try await runner.drain()
            test.clock.advance(days: -400)
            #expect(try await runner.drain() == 0)
            try await climbing.begin()
            #expect(try await runner.drain() == 1)
            // Round after round, not again and again at once.
            try await climbing.begin()
            #expect(try await runner.drain() == 0)
            // A report is taken in by a clock that is hours behind what was written last.
            test.clock.advance(minutes: 55)
            _ = try await test.send(MatchingReports.child("Amira", "Sampleton"))
            test.clock.advance(minutes: -50)
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
        }
    }
}
