// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// A notice says what it is about, and goes when its page is opened or its matter is settled.
struct NoticesEndTests {
    private func notices(_ test: TestHouse, _ name: String) async throws -> [Services.Notice] {
        try await test.house.notices.mine(try test.actor(name)).rows
    }

    private func round(_ test: TestHouse) async throws {
        let climbing = Climbing(house: test.house)
        try await climbing.begin()
        try await JobRunner(test.house, handlers: [climbing]).drain()
    }

    @Test(arguments: TestStores.each) func aReplyThatIsReadAndAnAddendumThatIsRead(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.house.reporting.submit(
                try test.actor("officer"), WalkTests.report("Late and tired.", given: "Robyn", family: "Testwell"), channel: "form",
                idempotencyKey: "a")
            try await test.house.feedback.reply(try test.actor("coordinator"), receipt.concern, chosen: nil, words: "Thank you.")
            #expect(try await notices(test, "officer").map(\.kind) == ["reply"])
            _ = try await test.house.reporting.ownReport(try test.actor("officer"), reference: receipt.reference)
            #expect(try await notices(test, "officer").isEmpty)

            try await test.house.reporting.add(try test.actor("officer"), reference: receipt.reference, words: "She was late again.")
            #expect(try await notices(test, "coordinator").map(\.kind) == ["addendum"])
            _ = try await test.house.desk.concern(try test.actor("coordinator"), reference: receipt.reference, purpose: "test")
            #expect(try await notices(test, "coordinator").isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func aRefusalThatIsDecidedAnew(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (receipt, row) = try await test.handedOver()
            try await test.house.handOvers.refuse(
                try test.actor("investigator"), row.handOver.id, reason: "not_our_work", words: "Online only.")
            let desk = try test.actor("coordinator")
            let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "test")
            #expect(try await notices(test, "coordinator").map(\.kind) == ["returned"])
            try await test.house.desk.decide(
                desk, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "The other team.", lead: test.teams["online"],
                    version: view.version))
            #expect(try await notices(test, "coordinator").isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func anActionSaysWhatIsToBeDoneUntilItsCaseIsOpened(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, file) = try await test.openCase()
            let worker = try test.actor("social-worker")
            let due = test.clock.now.adding(seconds: 86_400)
            func set(_ words: String) async throws {
                try await test.house.casework.addAction(
                    try test.actor("investigator"), file.id, words: words, owner: worker.account, dueAt: due)
            }
            try await set("Visit the school.")
            let notice = try #require(try await notices(test, "social-worker").first { $0.kind == "action" })
            guard case .action(let action) = notice.matter else { return #expect(Bool(false), "the notice says nothing of the action") }
            #expect(action.words == "Visit the school." && action.dueAt == due && action.caseReference == file.reference)
            // What was read of it stands in the ledger.
            #expect(try await test.named("case_action", by: "notices") == [action.id.description])
            _ = try await test.house.casework.caseFile(worker, reference: file.reference, purpose: "test")
            #expect(try await notices(test, "social-worker").allSatisfy { $0.kind != "action" })

            try await set("Ring the school.")
            let view = try await test.house.casework.caseFile(try test.actor("investigator"), reference: file.reference, purpose: "test")
            #expect(try await notices(test, "social-worker").contains { $0.kind == "action" })
            let second = try #require(view.actions.first { $0.words == "Ring the school." })
            try await test.house.casework.finishAction(try test.actor("investigator"), second.id, outcome: "done", words: "")
            #expect(try await notices(test, "social-worker").allSatisfy { $0.kind != "action" })
        }
    }

    @Test(arguments: TestStores.each) func aPassedLimitSaysWhoseItIsUntilItIsTakenOn(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            test.clock.advance(days: 30)
            try await round(test)
            let notice = try #require(try await notices(test, "coordinator").first)
            guard case .undecided(let subject?) = notice.matter else { return #expect(Bool(false), "it says nothing of whom it is about") }
            #expect(subject.contains("Robyn") && notice.concern == receipt.reference)
            // Reading the concern is not taking it on.
            let desk = try test.actor("coordinator")
            _ = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "test")
            #expect(try await notices(test, "coordinator").count == 1)
            try await test.house.escalations.take(desk, try #require(try await test.house.escalations.list(desk).first?.id))
            #expect(try await notices(test, "coordinator").isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func anUncoveredAreaIsNamedUntilItIsCovered(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let administrator = try test.actor("administrator")
            func shift(_ rank: Int, _ name: String) async throws {
                _ = try await test.house.directoryDesk.addDuty(
                    administrator,
                    DutyFields(
                        area: TestHouse.wrenfield, rank: rank, account: try test.account(name), startsAt: test.clock.now,
                        endsAt: test.clock.now.adding(seconds: 86_400)))
            }
            try await shift(1, "coordinator-south")
            try await round(test)
            let notice = try #require(try await notices(test, "coordinator-south").first)
            #expect(notice.matter == .uncovered(area: "Wrenfield", code: TestHouse.wrenfield))
            // It was offered to one person, and not to the whole desk of the area.
            #expect(try await notices(test, "duty-manager").isEmpty)
            try await shift(0, "coordinator-south")
            test.clock.advance(minutes: 2)
            try await round(test)
            #expect(try await notices(test, "coordinator-south").isEmpty)
        }
    }

    @Test func aShutOutThatWasLookedAt() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect("Kitt", "Marsch")]))
            try await HouseWork(test.house).catchUp()
            let manager = try test.actor("duty-manager")
            _ = try await test.house.desk.concern(manager, reference: receipt.reference, purpose: "test")
            #expect(try await notices(test, "duty-manager").map(\.kind) == ["shut_out"])
            try await test.house.desk.reviewShutOut(
                manager, receipt.concern, account: try test.account("coordinator"), lift: true, reason: "Another person.")
            #expect(try await notices(test, "duty-manager").isEmpty)
        }
    }
}
