// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// What ends a matter without meeting a need (no further action, advice) needs a second named person where a child is the source, or where two unmet pieces stand.
struct DeskSecondPersonTests {
    private static let gates = ["other_victims_considered": "yes"]
    private static let reasons = ["other_victims_considered": "Her brother was seen at school."]
    private static let none = DecisionInput(
        outcome: "no_further_action", reason: "Known and explained.", gateAnswers: gates, gateReasons: reasons, version: 1)

    private static let advice = DecisionInput(
        outcome: "advice", reason: "Advice given.", gateAnswers: gates, gateReasons: reasons, version: 1)

    private func child(_ family: String = "Testwell", source: String? = nil) -> ConcernReport {
        var report = MatchingReports.child("Robyn", family, born: "2011-03-09", with: [MatchingReports.phone("07700 900123")])
        if let source { report.source[QuestionID.sourceIsChild] = .value(source) }
        return report
    }

    @Test(arguments: ["west-midlands/2014", "west-midlands/2026"]) func theStandardSaysFor(_ standard: String) throws {
        let outcomes = try #require(try TestStandards.library().version(StandardID(rawValue: standard))).list(.outcome).codes
        // Whatever closes a matter and meets no need.
        let ending = outcomes.filter { $0.flag("closes") && !$0.flag("meets_need") }
        #expect(ending.map(\.code) == ["advice", "no_further_action"])
        #expect(outcomes.filter(SecondPerson.mayBeNeeded).map(\.code) == ending.map(\.code))
        // The whole table: a child or not, so many unmet pieces.
        for (code, unmet) in ending.flatMap({ code in (0...6).map { (code, $0) } }) {
            #expect(SecondPerson.isNeeded(code, childIsSource: true, unmet: unmet))
            #expect(SecondPerson.isNeeded(code, childIsSource: false, unmet: unmet) == (unmet >= 2))
        }
        for other in outcomes where !ending.contains(other) {
            #expect(!SecondPerson.isNeeded(other, childIsSource: true, unmet: 9), "\(other.code)")
        }
    }

    @Test(arguments: TestStores.each) func whereAChildIsTheSourceItIsProposedAndTheClockRuns(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = test.house.desk
            let (kit, max) = (try test.actor("coordinator"), try test.actor("duty-manager"))
            let receipt = try await test.send(child(source: "yes"))
            let before = try #require(try await desk.queue(kit, QueueFilter()).rows.first)
            #expect(try await desk.decide(kit, receipt.concern, Self.none) == .proposed)

            let row = try #require(try await desk.queue(max, QueueFilter()).rows.first)
            #expect(row.status == .taken && row.owner == "Kit Marsh" && row.proposedBy == "Kit Marsh")
            #expect(row.dueHard == before.dueHard && row.clock != nil)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM decision") == 0)
            #expect(try await desk.queue(max, QueueFilter()).counts[.proposed] == 1)
            #expect(try await test.house.notices.mine(max).rows.map(\.kind) == ["second_person"])
            #expect(try await test.house.notices.mine(kit).rows.isEmpty)
            let waiting = try await test.house.outboxWaiting()
            #expect(waiting.map(\.kind) == [.secondPerson] && waiting.first?.account == max.account && waiting.first?.path == "/desk")

            let seen = try await desk.concern(max, reference: receipt.reference, purpose: "desk")
            let proposal = try #require(seen.proposals.first)
            #expect(proposal.reason == "Known and explained." && proposal.byName == "Kit Marsh" && proposal.state == .waiting)
            #expect(seen.source == nil)

            await #expect(throws: ServiceError.self) { try await desk.confirm(kit, proposal: proposal.id) }
            #expect(try await test.acts("refuse").last?.actor == kit.account.description)
            await #expect(throws: ServiceError.notFound) {
                try await desk.confirm(try test.actor("coordinator-south"), proposal: proposal.id)
            }
            await #expect(throws: ServiceError.notFound) { try await desk.withdraw(max, proposal: proposal.id) }

            test.clock.advance(minutes: 5)
            try await desk.confirm(max, proposal: proposal.id)
            let after = try await desk.concern(max, reference: receipt.reference, purpose: "desk")
            #expect(after.row.status == .closed && after.proposals.map(\.state) == [.confirmed])
            let decision = try #require(after.decisions.first)
            #expect(decision.by == "Kit Marsh" && decision.confirmedBy == "Max Heath" && decision.reason == "Known and explained.")
            #expect(try await test.house.notices.mine(max).rows.isEmpty)
            await #expect(throws: ServiceError.self) { try await desk.confirm(max, proposal: proposal.id) }
        }
    }

    @Test(arguments: TestStores.each) func adviceToAChildNeedsASecondPersonToo(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(child(source: "yes"))
            #expect(try await test.house.desk.decide(try test.actor("coordinator"), receipt.concern, Self.advice) == .proposed)
            let other = try await test.send(child("Otherwise"))
            #expect(try await test.house.desk.decide(try test.actor("coordinator"), other.concern, Self.advice) == .decided)
        }
    }

    @Test(arguments: [nil, "no"]) func withoutAChildAndWithoutPiecesOnePersonDecides(_ source: String?) async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(child(source: source))
            #expect(try await test.house.desk.decide(try test.actor("coordinator"), receipt.concern, Self.none) == .decided)
        }
    }

    @Test func anotherOutcomeIsOnePersonsEvenWhereAChildIsTheSource() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(child(source: "yes"))
            let more = DecisionInput(outcome: "more_information", reason: "Ask the school.", version: 1)
            #expect(try await test.house.desk.decide(try test.actor("coordinator"), receipt.concern, more) == .decided)
        }
    }

    /// So many earlier concerns about the same child, each closed without the need being met; then the one to decide.
    private func withUnmet(_ number: Int, _ test: TestHouse) async throws -> Receipt {
        let desk = test.house.desk
        let work = HouseWork(test.house)
        for _ in 0..<number {
            let earlier = try await test.send(child())
            let kit = try test.actor("coordinator")
            if try await desk.decide(kit, earlier.concern, Self.advice)
                != .decided
            {
                throw TestHouseError(what: "advice needed two")
            }
        }
        let receipt = try await test.send(child(), as: "teacher")
        try await work.catchUp()
        return receipt
    }

    @Test(arguments: TestStores.each) func twoUnmetPiecesAskForASecondPersonAndOneDoesNot(_ engine: TestStores) async throws {
        for (number, result) in [(1, DecisionResult.decided), (2, .proposed), (3, .proposed)] {
            try await TestHouse.with(engine) { test in
                let receipt = try await withUnmet(number, test)
                #expect(try await test.house.desk.decide(try test.actor("coordinator"), receipt.concern, Self.none) == result, "\(number)")
            }
        }
    }

    @Test(arguments: TestStores.each) func aPieceThatIsNotTheSameNoLongerStands(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await withUnmet(2, test)
            let kit = try test.actor("coordinator")
            let view = try await test.house.desk.concern(kit, reference: receipt.reference, purpose: "desk")
            #expect(view.pieces.filter(\.unmet).count == 2)
            let piece = try #require(view.pieces.first)
            func answer(_ code: String) async throws {
                for match in piece.matches {
                    test.clock.advance(seconds: 1)
                    try await test.house.matching.answer(
                        kit, concern: receipt.concern, record: match.record, other: match.otherRecord, answer: code)
                }
            }
            func unmet() async throws -> Int {
                try await test.house.store.read { session in
                    try SecondPerson.unmet(session, receipt.concern, kit, test.house, now: test.clock.now)
                }
            }
            #expect(try await unmet() == 2)
            try await answer("not_same")
            #expect(try await unmet() == 1)
            // The latest answer holds.
            try await answer("same")
            #expect(try await unmet() == 2)
            try await answer("not_same")
            #expect(try await test.house.desk.decide(kit, receipt.concern, Self.none) == .decided)
        }
    }

    @Test(arguments: TestStores.each) func itIsSentBackWithAReasonAndMayBeProposedAnew(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = test.house.desk
            let (kit, max) = (try test.actor("coordinator"), try test.actor("duty-manager"))
            let receipt = try await test.send(child(source: "yes"))
            func proposals() async throws -> [ProposalView] {
                let view = try await desk.concern(kit, reference: receipt.reference, purpose: "desk")
                return view.proposals
            }
            try await desk.decide(kit, receipt.concern, Self.none)
            let first = try #require(try await proposals().first)
            await #expect(throws: ServiceError.invalid([FieldFault("words", .missing)])) {
                try await desk.sendBack(max, proposal: first.id, words: " ")
            }
            await #expect(throws: ServiceError.self) { try await desk.sendBack(kit, proposal: first.id, words: "My own.") }
            try await desk.sendBack(max, proposal: first.id, words: "Ask the school first.")
            #expect(try await proposals().map(\.answer) == ["Ask the school first."])
            #expect(try await test.house.notices.mine(kit).rows.map(\.kind) == ["sent_back"])
            #expect(try await desk.concern(kit, reference: receipt.reference, purpose: "desk").row.status == .taken)
            test.clock.advance(seconds: 1)
            try await desk.decide(kit, receipt.concern, Self.none)
            test.clock.advance(seconds: 1)
            try await desk.decide(max, receipt.concern, Self.none)
            #expect(try await proposals().map(\.state) == [.sentBack, .overtaken, .waiting])
            // Now it is the other's own, and the first may confirm.
            let last = try #require(try await proposals().last)
            await #expect(throws: ServiceError.self) { try await desk.confirm(max, proposal: last.id) }
            test.clock.advance(seconds: 1)
            try await desk.withdraw(max, proposal: last.id)
            await #expect(throws: ServiceError.conflict(.answered)) { try await desk.confirm(kit, proposal: last.id) }
            // Another outcome is one person's.
            try await desk.decide(
                kit, receipt.concern, DecisionInput(outcome: "more_information", reason: "Ask the school.", version: 1))
            #expect(try await test.count("SELECT COUNT(*) AS n FROM decision_proposal WHERE state = 'waiting'") == 0)
        }
    }

    @Test func whatChangedMeanwhileIsNotConfirmedUnseen() async throws {
        try await TestHouse.with(.sqlite) { test in
            let desk = test.house.desk
            let receipt = try await test.send(child(source: "yes"))
            try await desk.decide(try test.actor("coordinator"), receipt.concern, Self.none)
            let max = try test.actor("duty-manager")
            let proposal = try #require(try await desk.concern(max, reference: receipt.reference, purpose: "desk").proposals.first)
            try await test.change("UPDATE concern SET version = 2 WHERE id = $1", [.text(receipt.concern.description)])
            await #expect(throws: ServiceError.conflict(.changedMeanwhile)) { try await desk.confirm(max, proposal: proposal.id) }
            #expect(try await test.count("SELECT COUNT(*) AS n FROM decision") == 0)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM decision_proposal WHERE state = 'waiting'") == 1)
        }
    }
}
