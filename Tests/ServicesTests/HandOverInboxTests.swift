// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// The hand-overs to my teams: what each is, in pages, and no more than the access policy lets me read.
@Suite struct HandOverInboxTests {
    @Test(arguments: TestStores.each) func aRowSaysWhatItIs(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (receipt, row) = try await test.handedOver()
            #expect(row.handOver.reference == receipt.reference && row.crimes == ["child_sexual_exploitation"])
            #expect(row.about?.subjectName == "Robyn Testwell" && row.about?.subjectAge == "13")
            #expect(row.about?.firstWords == "Walking alone on Mill Lane at 1am.")
            #expect(row.handOver.offeredBy == "Kit Marsh" && row.agency == "Testshire Police")
            #expect(row.reason == "Two agencies, one child." && row.handOver.clock == .running)

            // The narrative, the child and the decision, by their ids.
            #expect(try await test.named("record", by: "hand_overs").count == 2)
            #expect(try await test.named("decision", by: "hand_overs").count == 1)
            #expect(try await test.named("hand_over", by: "hand_overs") == [row.handOver.id.description])
        }
    }

    @Test(arguments: TestStores.each) func ofARestrictedConcernOnlyThatItWaitsIsShown(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, row) = try await test.handedOver(restricted: true)
            #expect(row.about == nil && row.reason == nil && row.crimes == ["child_sexual_exploitation"])
            #expect(try await test.named("record", by: "hand_overs").isEmpty)
            #expect(try await test.named("decision", by: "hand_overs").isEmpty)
            _ = try await test.house.handOvers.accept(try test.actor("investigator"), row.handOver.id)
            let answered = try await test.house.handOvers.inbox(try test.actor("investigator"), .answered)
            #expect(answered.rows.first?.about?.subjectName == "Robyn Testwell")
            // A colleague of the same team is not on the case.
            let other = try await test.house.handOvers.inbox(try test.actor("second-investigator"), .answered)
            #expect(other.rows.allSatisfy { $0.about == nil && $0.reason == nil })
        }
    }

    @Test(arguments: TestStores.each) func whatMyTeamRefusedIsNoLongerShown(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let investigator = try test.actor("investigator")
            let (receipt, row) = try await test.handedOver()
            try await test.house.handOvers.refuse(investigator, row.handOver.id, reason: "not_our_work", words: "Online only.")
            let answered = try await test.house.handOvers.inbox(investigator, .answered)
            let refused = try #require(answered.rows.first)
            #expect(refused.about == nil && refused.reason == nil && refused.crimes.isEmpty && refused.handOver.words == "Online only.")
            await #expect(throws: ServiceError.conflict(.answered)) {
                _ = try await test.house.handOvers.offered(investigator, row.handOver.id)
            }

            // Whoever is shut out of the matter afterwards does not even see that there was one.
            try await test.house.store.writeWithoutEntry { session in
                try session.execute(
                    "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'software', 0, $3)",
                    [.text(receipt.concern.description), .text(investigator.account.description), .blob([1])])
            }
            #expect(try await test.house.handOvers.inbox(investigator, .answered).total == 0)
        }
    }

    @Test(arguments: TestStores.each) func beyondTheFirstPageNothingIsCutOff(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let investigator = try test.actor("investigator")
            for number in 1...53 { _ = try await test.handedOver("Seen again, \(number).", family: "Test\(number)", key: "k\(number)") }
            let first = try await house.handOvers.inbox(investigator)
            #expect(first.rows.count == 50 && first.total == 53 && first.pageSize == 50 && first.passed == 0)
            let second = try await house.handOvers.inbox(investigator, page: 1)
            #expect(second.rows.count == 3)
            #expect(Set((first.rows + second.rows).map(\.handOver.id)).count == 53)
            // The oldest is due first.
            #expect(first.rows.first?.about?.subjectName == "Robyn Test1" && second.rows.last?.about?.subjectName == "Robyn Test53")

            let far = try #require(second.rows.first).handOver.id
            #expect(try await house.handOvers.offered(investigator, far).handOver.id == far)
            try await house.handOvers.refuse(investigator, far, reason: "not_our_work", words: "Online only.")
            let last = try #require(second.rows.last).handOver.id
            #expect(try await house.handOvers.accept(investigator, last) != nil)
            let counts = try await house.handOvers.inbox(investigator, page: 7)
            #expect(counts.rows.isEmpty && counts.counts == [.waiting: 51, .answered: 2])
            test.clock.advance(days: 30)
            #expect(try await house.handOvers.inbox(investigator).passed == 51)
        }
    }

    @Test(arguments: TestStores.each) func theUrgentStandAboveTheRest(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let investigator = try test.actor("investigator")
            _ = try await test.handedOver(key: "calm")
            var report = WalkTests.report("She is with him now.", given: "Idris", family: "Sampleton")
            report.answers[QuestionID.dangerNow] = .value("yes")
            let receipt = try await test.house.reporting.submit(
                try test.actor("officer"), report, channel: "form", idempotencyKey: "now")
            test.clock.advance(days: 2)
            try await test.house.desk.decide(
                try test.actor("coordinator"), receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Now.", lead: test.teams["central"], version: 1))
            let rows = try await test.house.handOvers.inbox(investigator).rows
            #expect(rows.map(\.handOver.urgent) == [true, false] && rows.first?.handOver.concern == receipt.concern)
        }
    }

    @Test(arguments: TestStores.each) func anotherTeamsHandOverIsNotFound(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, row) = try await test.handedOver()
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.handOvers.offered(try test.actor("social-worker"), row.handOver.id)
            }
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.handOvers.offered(try test.actor("investigator"), test.house.store.newID())
            }
        }
    }
}
