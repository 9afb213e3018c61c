// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import TestSupport
import Testing

/// The role in an entry is the one that allowed the act, whatever else the person holds.
@Suite struct LedgerRoleTests {
    /// The co-ordinator also works cases in the central team.
    private func withTwoRoles(_ test: TestHouse) async throws -> Actor {
        let central = try #require(test.teams["central"])
        _ = try await test.house.directoryDesk.grant(
            try test.actor("administrator"), try test.account("coordinator"), Grant(.investigator, team: central))
        let actor = try test.actor("coordinator")
        #expect(actor.roles == [.coordinator, .investigator])
        // Whichever comes first among the grants.
        return Actor(account: actor.account, agency: actor.agency, grants: actor.grants.sorted { left, _ in left.role == .investigator })
    }

    @Test(arguments: TestStores.each) func anEntryNamesTheRoleThatAllowedTheAct(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let both = try await withTwoRoles(test)
            let receipt = try await house.reporting.submit(
                try test.actor("officer"), WalkTests.report("Walking alone.", given: "Robyn", family: "Testwell"), channel: "form",
                idempotencyKey: "a")
            _ = try await house.desk.queue(both, QueueFilter())
            let view = try await house.desk.concern(both, reference: receipt.reference, purpose: "desk")
            try await house.desk.take(both, receipt.concern)
            try await house.desk.decide(
                both, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Two agencies.", lead: test.teams["central"],
                    version: view.version))
            let lead = try #require(try await house.handOvers.inbox(both).rows.first { $0.handOver.leads })
            let file = try #require(try await house.handOvers.accept(both, lead.handOver.id))
            _ = try await house.casework.caseFile(both, reference: file.reference, purpose: "case")
            try await house.casework.addEvent(both, file.id, kind: "note", happened: nil, words: "Seen.")

            let own = try await test.entries().filter { $0.actor == both.account.description }
            func role(_ purpose: String) -> String? { own.last { $0.purpose == purpose }?.role }
            for purpose in ["queue", "desk", "take", "decide"] { #expect(role(purpose) == "coordinator", "\(purpose)") }
            for purpose in ["hand_overs", "hand_over", "case", "case_event"] { #expect(role(purpose) == "investigator", "\(purpose)") }
        }
    }

    @Test(arguments: TestStores.each) func everyActOfAPersonNamesARole(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let (receipt, file) = try await test.openCase()
            let investigator = try test.actor("investigator")
            _ = try await test.signIn("officer")
            _ = try await house.reporting.ownReport(try test.actor("officer"), reference: receipt.reference)
            try await house.reporting.add(try test.actor("officer"), reference: receipt.reference, words: "Seen again.")
            try await house.feedback.reply(investigator, receipt.concern, chosen: nil, words: "Thank you.")
            _ = try await house.casework.myCases(investigator)
            _ = try await house.ledgerDesk.looks(try test.actor("coordinator"), at: receipt.concern)
            _ = try await house.ledgerDesk.entries(try test.actor("auditor"))
            _ = try await house.tokens.make(try test.actor("officer"), label: "mine", scopes: ["standard:read"], days: 1)
            let handler = try test.actor("source-handler")
            _ = try await house.desk.concern(handler, reference: receipt.reference, purpose: "desk")
            await #expect(throws: ServiceError.self) { try await house.desk.queue(investigator, QueueFilter()) }

            let people = try await test.entries().filter { RecordID($0.actor) != nil }
            // Signing in, choosing a password with a link, and what was refused were done in no role.
            let roleless = people.filter { $0.role.isEmpty }
            #expect(Set(roleless.map(\.purpose)) == ["password-and-code", "set-password", "see_queue"])
            #expect(people.last { $0.purpose == "who-looked" }?.role == "coordinator")
            #expect(people.last { $0.purpose == "audit" }?.role == "auditor")
            #expect(people.last { $0.purpose == "own_report" }?.role == "reporter")
            #expect(people.last { $0.purpose == "reply" }?.role == "investigator")
            #expect(people.last { $0.purpose == "grant-role" }?.role == "administrator")
            #expect(people.last { $0.actor == handler.account.description }?.role == "source_handler")
            #expect(file.reference.isEmpty == false)
        }
    }
}
