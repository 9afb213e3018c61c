// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// An uncovered area or a passed limit climbs the chain until a person takes it.
struct JobsClimbingTests {
    private func id(_ number: UInt64) -> RecordID { RecordID(high: 1, low: number) }

    private func chain(_ ranks: Int...) -> [Duty] {
        ranks.enumerated().map { place, rank in
            Duty(
                id: id(UInt64(place)), area: "a", rank: rank, account: id(100 + UInt64(rank)), startsAt: Instant(microseconds: 0),
                endsAt: Instant(microseconds: .max))
        }
    }

    private func plan(_ standing: [EscalationState], _ duties: [Duty], at now: Int64 = 10, causes: Int = 1) -> ClimbPlan {
        let cause = ClimbCause(kind: .undecided, subject: "s", area: "a", concern: nil)
        return ClimbPlan(causes: causes == 0 ? [] : [cause], standing: standing, now: Instant(microseconds: now)) { _ in duties }
    }

    private func state(rank: Int, climbsAt: Int64 = 5, takenBy: String? = nil) -> EscalationState {
        EscalationState(id: id(9), kind: "undecided", subject: "s", rank: rank, climbsAt: Instant(microseconds: climbsAt), takenBy: takenBy)
    }

    @Test func itBeginsAtTheFirstOnDutyAndGoesUp() {
        #expect(plan([], chain(0, 1, 2)).steps.map(\.rank) == [0])
        #expect(plan([], chain(1, 2)).steps.map(\.rank) == [1])
        #expect(plan([state(rank: 0)], chain(0, 1, 2)).steps.map(\.rank) == [1])
        #expect(plan([state(rank: 0)], chain(0, 2)).steps.map(\.rank) == [2])
        #expect(plan([state(rank: 0)], chain(0, 2)).steps.first?.accounts == [id(102)])
    }

    @Test func pastTheEndItGoesThroughTheChainAgain() {
        #expect(plan([state(rank: 2)], chain(0, 1, 2)).steps.map(\.rank) == [0])
        #expect(plan([], []).steps.map(\.accounts) == [[]])
    }

    @Test func itWaitsItsTimeAndStopsWhenTaken() {
        #expect(plan([state(rank: 0, climbsAt: 11)], chain(0, 1)).steps.isEmpty)
        #expect(plan([state(rank: 0, takenBy: "somebody")], chain(0, 1)).steps.isEmpty)
    }

    @Test func whatIsNoLongerSoEndsAndMayBeginAnew() {
        #expect(plan([state(rank: 1)], chain(0, 1), causes: 0).ended == [id(9)])
        #expect(plan([state(rank: 1, takenBy: "somebody")], chain(0, 1), causes: 0).ended == [id(9)])
        #expect(plan([state(rank: 1, takenBy: EscalationState.ended)], chain(0, 1), causes: 0).ended.isEmpty)
        #expect(plan([state(rank: 1, takenBy: EscalationState.ended)], chain(0, 1)).steps.map(\.rank) == [0])
    }

    private func round(_ test: TestHouse) async throws {
        let climbing = Climbing(house: test.house)
        try await climbing.begin()
        try await JobRunner(test.house, handlers: [climbing]).drain()
    }

    @Test(arguments: TestStores.each) func aPassedLimitClimbsUntilAPersonTakesIt(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            try await round(test)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM escalation WHERE kind = 'undecided'") == 0)
            test.clock.advance(days: 30)
            try await round(test)
            func kinds(_ name: String) async throws -> [String] { try await test.house.notices.mine(try test.actor(name)).rows.map(\.kind) }
            #expect(try await kinds("coordinator") == ["escalation"])
            #expect(try await kinds("duty-manager") == [])
            test.clock.advance(hours: 2)
            try await round(test)
            #expect(try await kinds("duty-manager") == ["escalation"])

            let manager = try test.actor("duty-manager")
            let mine = try await test.house.escalations.list(manager)
            #expect(mine.map(\.kind) == ["undecided"] && mine.first?.concern == receipt.reference && mine.first?.rank == 1)
            #expect(mine.first?.offeredTo == "Max Heath")
            let id = try #require(mine.first?.id)
            try await test.house.escalations.take(manager, id)
            await #expect(throws: ServiceError.conflict(.takenBy("Max Heath", at: test.clock.now))) {
                try await test.house.escalations.take(manager, id)
            }
            test.clock.advance(hours: 5)
            try await round(test)
            #expect(try await test.house.escalations.list(manager).isEmpty)

            try await test.change("UPDATE concern SET status = 'decided' WHERE id = $1", [.text(receipt.concern.description)])
            test.clock.advance(minutes: 2)
            try await round(test)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM escalation WHERE kind = 'undecided' AND taken_by = 'system'") == 1)
        }
    }

    @Test(arguments: TestStores.each) func anUncoveredAreaIsThere(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await round(test)
            let areas = try await test.house.store.read { session in
                try session.query("SELECT subject_id, offered_to FROM escalation WHERE kind = 'uncovered_area'").map {
                    (try $0.text("subject_id"), try $0.optionalText("offered_to"))
                }
            }
            #expect(areas.map(\.0) == [TestHouse.wrenfield] && areas.first?.1 == nil)
            await #expect(throws: ServiceError.self) { try await test.house.escalations.list(try test.actor("officer")) }
        }
    }

    @Test(arguments: TestStores.each) func aHandOverThatNobodyAnswersClimbsToo(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            let concern = receipt.concern.description, past = test.clock.now.adding(seconds: -60).microseconds
            try await test.change("UPDATE concern SET status = 'handed_over' WHERE id = $1", [.text(concern)])
            try await test.change(
                """
                INSERT INTO hand_over (id, concern_id, decision_id, team_id, duty, state, urgent, offered_by, offered_at, due_good, due_hard, sealed, salt)
                VALUES ($1, $2, 'd', 't', 'lead', 'offered', 0, 'x', $3, $3, $3, $4, $4)
                """, [.text(test.house.store.newID().description), .text(concern), .integer(past), .blob([0])])
            try await round(test)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM escalation WHERE kind = 'unanswered'") == 1)
        }
    }
}
