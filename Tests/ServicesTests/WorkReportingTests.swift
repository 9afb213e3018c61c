// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import TestSupport
import Testing

@testable import Services

/// Professionals without an account: the report first, the work address afterwards, and only its reader says whose the report is.
@Suite struct WorkReportingTests {
    private func send(_ test: TestHouse, _ email: String?, _ words: String = "He came in with the same bruise again.") async throws
        -> (key: String, DoorReceipt)
    {
        let report = ConcernReport(
            standard: TestStandards.current.rawValue, statements: [Statement(answers: Answers(["statement.text": .value(words)]))],
            mentions: [PersonalDutyTests.girl()], source: Answers(email.map { ["source.email": .value($0)] } ?? [:]))
        let (key, _) = try await test.house.door.begin(.professional, report)
        guard case .sent(let receipt) = try await test.house.door.send(.professional, key: key, source: "a") else {
            throw TestHouseError(what: "the report waits")
        }
        // Twice sent it is one report.
        guard case .sent(let again) = try await test.house.door.send(.professional, key: key, source: "a") else {
            throw TestHouseError(what: "the report waits")
        }
        #expect(again.stored.concern == receipt.stored.concern)
        return (key, receipt)
    }

    /// The secrets of the links that were mailed to an address.
    private func links(_ test: TestHouse, _ address: String) async throws -> [String] {
        try await test.house.outboxWaiting().filter { $0.address == address }.map { String($0.path.split(separator: "/").last ?? "") }
    }

    @Test(arguments: TestStores.each) func aWorkAddressIsAskedAfterwardsAndOnce(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let work = test.house.workReporting
            let (key, receipt) = try await send(test, " Head@School.example ")
            let concern = receipt.stored.concern
            // Stored and at the desk before any mail is thought of.
            let queue = try await test.house.desk.queue(try test.actor("coordinator"), QueueFilter())
            #expect(queue.rows.contains { $0.concern == concern })
            #expect(try await links(test, "head@school.example").isEmpty)
            #expect(try await work.askForProof(concern))
            #expect(try await work.askForProof(concern))
            let mailed = try await links(test, "head@school.example")
            #expect(mailed.count == 1)
            let secret = try #require(mailed.first)
            #expect(try await work.question(secret)?.sentAt != nil)
            #expect(try await work.question("x") == nil)
            // The browser that sent it sees it for a day; nobody else, and not by the link alone.
            #expect(try await work.report(.draft(key), reference: receipt.stored.reference) != nil)
            #expect(try await work.report(.draft(nil), reference: receipt.stored.reference) == nil)
            #expect(try await work.report(.visit(secret), reference: receipt.stored.reference) == nil)
            let visit = try #require(try await work.answer(secret, isTheirs: true))
            #expect(try await work.question(secret) == nil, "a link is good once")
            #expect(try await work.reports(visit)?.map(\.reference) == [receipt.stored.reference])
            #expect(try await work.report(.visit(visit), reference: receipt.stored.reference)?.report.statements.count == 1)
            test.clock.advance(minutes: WorkReporting.visitMinutes + 1)
            #expect(try await work.reports(visit) == nil)
        }
    }

    @Test(arguments: TestStores.each) func laterReportsAreLinkedOnceTheyAreConfirmed(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let work = test.house.workReporting
            let address = "head@school.example"
            let (_, first) = try await send(test, address)
            _ = try await work.askForProof(first.stored.concern)
            let asked = try #require(try await links(test, address).first)
            _ = try await work.answer(asked, isTheirs: true)
            let (_, second) = try await send(test, address, "And again today.")
            let (_, third) = try await send(test, address, "Somebody else wrote this under that address.")
            for receipt in [second, third] {
                test.clock.advance(minutes: 6)
                _ = try await work.askForProof(receipt.stored.concern)
            }
            let secrets = try await links(test, address)
            #expect(secrets.count == 3)
            // The reader of the mail says which are theirs: what anybody typed under an address is nobody's until then.
            let visit = try #require(try await work.answer(secrets[1], isTheirs: true))
            #expect(try await work.answer(secrets[2], isTheirs: false) == nil)
            #expect(Set(try await work.reports(visit)?.map(\.reference) ?? []) == [first.stored.reference, second.stored.reference])
            #expect(try await work.report(.visit(visit), reference: third.stored.reference) == nil)
            try await work.add(.visit(visit), reference: second.stored.reference, words: "He is at his aunt's now.")
            await #expect(throws: ServiceError.notFound) {
                try await work.add(.visit(visit), reference: third.stored.reference, words: "Mine?")
            }
            // Back by mail: for an address that has confirmed something, and for no other; nobody is told which.
            try await work.sendLink(to: "stranger@school.example")
            #expect(try await links(test, "stranger@school.example").isEmpty)
            try await work.sendLink(to: "HEAD@school.example")
            try await work.sendLink(to: address)
            let back = try await links(test, address)
            #expect(back.count == 4, "one mail in five minutes")
            let newest = try #require(back.last)
            let again = try #require(try await work.answer(newest, isTheirs: true))
            #expect(try await work.reports(again)?.count == 2)
        }
    }

    @Test(arguments: TestStores.each) func withoutAnAddressNothingIsAsked(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            for email in [nil, "no address", "a@b", "a@b.example@c"] {
                let (_, receipt) = try await send(test, email)
                let asked = try await test.house.workReporting.askForProof(receipt.stored.concern)
                #expect(!asked, "\(email ?? "")")
            }
            #expect(try await test.house.outboxWaiting().isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func thePoliceReferenceIsKeptWithoutAnAccountToo(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (key, _) = try await test.house.door.begin(.professional, PersonalDutyTests.report())
            guard case .sent(let receipt) = try await test.house.door.send(.professional, key: key, source: "a") else { return }
            let work = test.house.workReporting
            let reference = receipt.stored.reference
            #expect(try await work.report(.draft(key), reference: reference)?.duties.first?.done == nil)
            let kept = Answers(["fgm.notified_on": .value("2026-03-02"), "fgm.police_reference": .value("ZZ-4711")])
            try await work.record(.draft(key), reference: reference, form: "fgm_notification", kept)
            #expect(try await work.report(.draft(key), reference: reference)?.duties.first?.done?.answers == kept)
            await #expect(throws: ServiceError.notFound) {
                try await work.record(.draft("x"), reference: reference, form: "fgm_notification", kept)
            }
        }
    }
}
