// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Standard
import TestSupport
import Testing

/// What a row of the desk's queue says before anybody opens it.
@Suite struct DeskRowTests {
    private func row(_ test: TestHouse, _ concern: RecordID) async throws -> QueueRow? {
        try await test.house.desk.queue(try test.actor("coordinator"), QueueFilter()).rows.first { $0.concern == concern }
    }

    @Test(arguments: TestStores.each) func aRefusalNamesWhoAndWhyUntilItIsDecidedAgain(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (receipt, offered) = try await test.handedOver()
            let desk = try test.actor("coordinator")
            try await test.house.handOvers.refuse(
                try test.actor("investigator"), offered.handOver.id, reason: "not_our_work", words: "Online only.")
            let back = try #require(try await row(test, receipt.concern))
            let refusal = try #require(back.refusals.first)
            #expect(back.refusals.count == 1 && refusal.reason == "not_our_work" && refusal.words == "Online only.")
            #expect(!refusal.by.isEmpty && refusal.team == offered.handOver.teamName)
            #expect(try await test.named("hand_over", by: "queue") == [offered.handOver.id.description])

            let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            #expect(view.row.refusals == back.refusals)
            try await test.house.desk.decide(
                desk, receipt.concern, DecisionInput(outcome: "more_information", reason: "Ask the school.", version: view.version))
            #expect(try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk").row.refusals.isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func aDangerSaysWhatItIs(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let report = ConcernReport(
                standard: TestStandards.current.rawValue,
                answers: Answers([
                    QuestionID.dangerNow: .value("yes"), QuestionID.dangerWords: .value("He comes for her.\nAt six."),
                ]),
                statements: [Statement(answers: Answers([QuestionID.statementText: .value("Seen on Mill Lane.")]))],
                mentions: [
                    Mention(kind: .person, role: .subject, answers: Answers([QuestionID.livesIn: .value(TestHouse.otterley)]))
                ])
            let receipt = try await test.send(report)
            #expect(try await row(test, receipt.concern)?.urgencyWords == "He comes for her. At six.")
        }
    }

    @Test(arguments: TestStores.each) func whatFitsTooManyIsTooLittleToSearchBy(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            func send(_ more: [Mention]) async throws -> Receipt {
                let child = Mention(
                    kind: .person, role: .subject,
                    answers: Answers([
                        QuestionID.sex: .value("female"), QuestionID.age: .value("13"), QuestionID.livesIn: .value(TestHouse.otterley),
                    ]))
                return try await test.send(
                    ConcernReport(
                        standard: TestStandards.current.rawValue,
                        statements: [Statement(answers: Answers([QuestionID.statementText: .value("A girl got into a silver car.")]))],
                        mentions: [child] + more))
            }
            let car = Mention(kind: .vehicle, answers: Answers([QuestionID.vehicleDescription: .value("silver car")]))
            let vague = try await send([car])
            let marked = try await send([MatchingReports.vehicle("QX12 ABC")])
            #expect(try await row(test, vague.concern)?.isSearchable == false)
            #expect(try await row(test, marked.concern)?.isSearchable == true)
            let view = try await test.house.desk.concern(try test.actor("coordinator"), reference: vague.reference, purpose: "desk")
            #expect(!view.row.isSearchable && view.gaps.allSatisfy { !$0.question.isEmpty })
        }
    }
}
