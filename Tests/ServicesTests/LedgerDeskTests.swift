// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Standard
import Storage
import TestSupport
import Testing

@Suite struct LedgerDeskTests {
    private static let report = ConcernReport(
        standard: TestStandards.current.rawValue,
        statements: [Statement(answers: Answers([QuestionID.statementText: .value("Missing overnight twice.")]))],
        mentions: [Mention(kind: .person, role: .subject, answers: Answers([QuestionID.livesIn: .value(TestHouse.otterley)]))])

    @Test(arguments: TestStores.each) func anAuditorReadsTheLedgerNewestFirstWithNames(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            _ = try await test.signIn("officer")
            let auditor = try test.actor("auditor")
            let page = try await test.house.ledgerDesk.entries(auditor)
            #expect(page.lines.count == LedgerDesk.pageSize)
            #expect(page.lines.map(\.number) == page.lines.map(\.number).sorted(by: >))
            #expect(page.lines.first?.act == "consult", "the reading stands in the ledger before it is answered")
            #expect(page.lines.first?.actorName == "Sam Reed")
            #expect(page.lines.first?.agencyName == "Otterley Council")
            #expect(page.lines.dropFirst().first?.act == "sign-in")
            #expect(page.lines.dropFirst().first?.actorName == "Jo Pace")
            // Page after page, everything is seen once.
            var seen = page.lines
            var next = page.next
            while let before = next {
                let further = try await test.house.ledgerDesk.entries(auditor, LedgerFilter(before: before))
                seen += further.lines
                next = further.next
            }
            #expect(Set(seen.map(\.number)).count == seen.count)
            #expect(seen.last?.purpose == "found-store")
            #expect(seen.last?.actorName == "Sentinel")
        }
    }

    @Test func theLedgerIsSearchedByActPersonAndThing() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, auditor) = (test.house.ledgerDesk, try test.actor("auditor"))
            let (officer, central) = (try test.account("officer"), try #require(test.teams["central"]))
            _ = try await test.signIn("officer")
            let acts = try await desk.entries(auditor, LedgerFilter(act: "sign-in")).lines
            #expect(acts.map(\.actor) == [officer])
            let person = try await desk.entries(auditor, LedgerFilter(actor: officer)).lines
            #expect(person.map(\.act) == ["sign-in", "policy-change"])
            let thing = try await desk.entries(auditor, LedgerFilter(object: central)).lines
            #expect(thing.map(\.purpose) == ["add-team"])
            #expect(thing.first?.objects.map(\.kind) == ["team"])
            #expect(thing.first?.objects.first?.written == true)
            let both = try await desk.entries(auditor, LedgerFilter(act: "sign-in", actor: try test.account("teacher"))).lines
            #expect(both.isEmpty)
            #expect(
                try await test.acts("consult").last?.codes == [
                    "filter-act": "sign-in", "filter-actor": test.account("teacher").description,
                ])
            await #expect(throws: ServiceError.invalid([FieldFault("act", .unknownCode)])) {
                try await desk.entries(auditor, LedgerFilter(act: "Robyn Testwell"))
            }
        }
    }

    @Test func nobodyElseReadsIt() async throws {
        try await TestHouse.with(.sqlite) { test in
            for name in ["administrator", "officer", "coordinator", "duty-manager", "investigator", "source-handler", "leader"] {
                await #expect(throws: ServiceError.self) { try await test.house.ledgerDesk.entries(test.actor(name)) }
            }
            let refused = try await test.acts("refuse")
            #expect(refused.count == 7)
            #expect(refused.allSatisfy { $0.purpose == "read_ledger" })
        }
    }

    @Test(arguments: TestStores.each) func whoHasLookedIsToldByNameToTheOwnerAndTheAuditor(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let desk = test.house.ledgerDesk
            let receipt = try await test.house.reporting.submit(test.actor("officer"), Self.report, channel: "api", idempotencyKey: "one")
            let other = try await test.house.reporting.submit(test.actor("officer"), Self.report, channel: "api", idempotencyKey: "two")
            let coordinator = try test.actor("coordinator")
            test.clock.advance(minutes: 1)
            _ = try await test.house.desk.concern(test.actor("duty-manager"), reference: receipt.reference, purpose: "safeguarding")
            _ = try await test.house.desk.concern(coordinator, reference: other.reference, purpose: "safeguarding")
            let unnamed = try await desk.looks(coordinator, at: receipt.concern)
            #expect(unnamed.isWhole)
            #expect(unnamed.looks.map(\.agencyName) == ["Testshire Police", "Testshire Police"], "the duty manager's look and this one")
            #expect(unnamed.looks.allSatisfy { $0.name == nil })
            let audited = try await desk.looks(test.actor("auditor"), at: receipt.concern)
            #expect(audited.looks.map(\.name) == ["Sam Reed", "Kit Marsh", "Max Heath"])
            try await test.house.desk.take(coordinator, receipt.concern)
            #expect(try await desk.looks(coordinator, at: receipt.concern).looks.last?.name == "Max Heath")
            await #expect(throws: ServiceError.self) { try await desk.looks(test.actor("coordinator-south"), at: receipt.concern) }
            await #expect(throws: ServiceError.self) { try await desk.looks(test.actor("administrator"), at: receipt.concern) }
            await #expect(throws: ServiceError.notFound) { try await desk.looks(test.actor("auditor"), at: RecordID(high: 1, low: 1)) }
        }
    }
}
