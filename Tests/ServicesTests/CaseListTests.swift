// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import TestSupport
import Testing

/// My cases: those for which nobody has anything to do stand first and are counted, and the closed ones are a part of their own.
@Suite struct CaseListTests {
    private func open(_ test: TestHouse, _ key: String) async throws -> CaseRow {
        let (_, row) = try await test.handedOver("Seen, \(key).", family: "Test\(key)", key: key)
        return try #require(try await test.house.handOvers.accept(try test.actor("investigator"), row.handOver.id))
    }

    @Test(arguments: TestStores.each) func whatHasNoActionStandsFirstAndTheClosedAreAPart(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let work = test.house.casework
            let investigator = try test.actor("investigator")
            let (busy, late, idle, done) = (
                try await open(test, "a"), try await open(test, "b"), try await open(test, "c"), try await open(test, "d")
            )
            for (file, hours) in [(busy, 48.0), (late, 1.0)] {
                try await work.addAction(
                    investigator, file.id, words: "Visit.", owner: investigator.account,
                    dueAt: test.clock.now.adding(seconds: hours * 3600))
            }
            try await work.close(
                investigator, done.id, outcome: "harm_stopped", reason: "Safe and well.",
                gateAnswers: ["other_victims_considered": "yes", "suspect_access_considered": "no"],
                gateReasons: ["other_victims_considered": "Her brother.", "suspect_access_considered": "He meets no child."])
            test.clock.advance(minutes: 120)

            let list = try await work.myCases(investigator)
            #expect(list.rows.map(\.id) == [idle.id, late.id, busy.id])
            #expect(list.counts == [.open: 3, .closed: 1] && list.withoutAction == 1 && list.overdue == 1)
            let closed = try await work.myCases(investigator, .closed)
            #expect(closed.rows.map(\.id) == [done.id] && closed.total == 1)
            #expect(closed.rows.first?.outcome == "harm_stopped" && closed.rows.first?.closedAt != nil)
            #expect(closed.rows.first?.subject == "Robyn Testd")
            #expect(try await test.named("case_file", by: "my_cases") == [done.id.description])
            #expect(try await work.myCases(investigator, page: 7).rows.isEmpty)
        }
    }

    @Test func allThatIsWrongWithAFormIsSaidAtOnce() async throws {
        try await TestHouse.with(.sqlite) { test in
            let work = test.house.casework
            let (_, file) = try await test.openCase()
            let investigator = try test.actor("investigator")
            #expect(
                work.faultsOfAction(words: " ", owner: nil, dueAt: nil)
                    == [FieldFault("words", .missing), FieldFault("owner", .missing), FieldFault("due", .missing)])
            let past = test.clock.now.adding(seconds: -1)
            await #expect(throws: ServiceError.invalid([FieldFault("words", .missing), FieldFault("due", .inThePast)])) {
                try await work.addAction(investigator, file.id, words: "", owner: investigator.account, dueAt: past)
            }
            await #expect(throws: ServiceError.invalid([FieldFault("outcome", .unknownCode), FieldFault("reason", .missing)])) {
                try await work.close(investigator, file.id, outcome: "", reason: "", gateAnswers: [:])
            }
            await #expect(throws: ServiceError.invalid([FieldFault("kind", .unknownCode), FieldFault("words", .missing)])) {
                try await work.addEvent(investigator, file.id, kind: "", happened: nil, words: "")
            }
        }
    }
}
