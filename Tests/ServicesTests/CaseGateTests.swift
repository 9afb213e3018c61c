// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Standard
import TestSupport
import Testing

/// What a case must show before it closes (RULE 4.2, 4.3).
@Suite struct CaseGateTests {
    private static let answers = ["other_victims_considered": "yes", "suspect_access_considered": "no"]
    private static let reasons = [
        "other_victims_considered": "Her brother and two friends were seen.", "suspect_access_considered": "He meets no child.",
    ]

    private func read(_ test: TestHouse, _ file: CaseRow) async throws -> CaseView {
        try await test.house.casework.caseFile(try test.actor("investigator"), reference: file.reference, purpose: "case")
    }

    private func close(_ test: TestHouse, _ file: CaseRow, _ answers: [String: String], _ reasons: [String: String]) async throws {
        try await test.house.casework.close(
            try test.actor("investigator"), file.id, outcome: "harm_stopped", reason: "Safe and well.", gateAnswers: answers,
            gateReasons: reasons)
    }

    private func standings(_ view: CaseView) -> [String: CaseGate.Standing] {
        Dictionary(uniqueKeysWithValues: view.gates.map { ($0.gate.id, $0.standing) })
    }

    @Test(arguments: TestStores.each) func theCaseSaysWhatIsMetAndWhatIsNot(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let investigator = try test.actor("investigator")
            let (receipt, file) = try await test.openCase()
            var found = standings(try await read(test, file))
            #expect(found["actions_finished"] == .met && found["reporter_answered"] == .notMet)
            #expect(found["other_victims_considered"] == .asked && found["case_has_outcome"] == .asked)
            // A child of fourteen is not about to turn eighteen.
            #expect(found["turning_18_considered"] == nil && found["transition_plan"] == nil)

            try await house.casework.addAction(
                investigator, file.id, words: "Visit.", owner: investigator.account, dueAt: test.clock.now.adding(seconds: 86_400))
            try await house.feedback.reply(investigator, receipt.concern, chosen: nil, words: "Thank you.")
            let view = try await read(test, file)
            found = standings(view)
            #expect(found["actions_finished"] == .notMet && found["reporter_answered"] == .met)

            await #expect(throws: ServiceError.conflict(.gatesNotMet(["actions_finished"]))) {
                try await close(test, file, Self.answers, Self.reasons)
            }
            try await house.casework.finishAction(investigator, try #require(view.actions.first).id, outcome: "done", words: "")
            try await close(test, file, Self.answers, Self.reasons)
            #expect(try await read(test, file).gates.isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func aRefusalNamesWhatIsMissing(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, file) = try await test.openCase()
            await #expect(throws: ServiceError.conflict(.gatesNotMet(["other_victims_considered", "suspect_access_considered"]))) {
                try await close(test, file, ["suspect_access_considered": "no such code"], [:])
            }
            // An answer without its reason is none (RULE 4.2: who was considered is said).
            await #expect(throws: ServiceError.conflict(.gatesNotMet(["suspect_access_considered"]))) {
                try await close(
                    test, file, Self.answers, ["other_victims_considered": "Her brother.", "suspect_access_considered": "  \n"])
            }
            await #expect(throws: ServiceError.invalid([FieldFault("why.other_victims_considered", .tooLong)])) {
                try await close(test, file, Self.answers, ["other_victims_considered": String(repeating: "a", count: 8001)])
            }
        }
    }

    @Test(arguments: TestStores.each) func theAnswersAreKeptWithTheirReasons(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, file) = try await test.openCase()
            var sent = Self.answers
            sent["robyn_testwell"] = "Robyn Testwell"
            try await close(test, file, sent, Self.reasons)
            let item = try #require(try await read(test, file).timeline.items.first)
            #expect(item.kind == .closed && item.code == "harm_stopped" && item.by == "Nic Stone" && item.words == "Safe and well.")
            #expect(
                item.answers.map { [$0.gate, $0.answer, $0.reason] } == [
                    ["other_victims_considered", "yes", "Her brother and two friends were seen."],
                    ["suspect_access_considered", "no", "He meets no child."],
                ])
            // Codes of the standard alone reach the ledger, whatever was sent.
            let entry = try #require(try await test.entries().last { $0.purpose == "close_case" })
            #expect(
                entry.codes.filter { $0.key.hasPrefix("gate.") } == [
                    "gate.other_victims_considered": "yes", "gate.suspect_access_considered": "no",
                ])
        }
    }

    @Test(arguments: TestStores.each) func aYoungPersonAboutToTurn18NeedsAPlan(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            // Seventeen years and ten months on the clock's 2 March 2026.
            let (_, file) = try await test.openCase(born: "2008-05-01")
            let found = standings(try await read(test, file))
            #expect(found["turning_18_considered"] == .asked && found["transition_plan"] == .asked)
            var answers = Self.answers
            var reasons = Self.reasons
            answers["turning_18_considered"] = "yes"
            reasons["turning_18_considered"] = "Adult services have been told."
            answers["transition_plan"] = "no"
            let (said, why) = (answers, reasons)
            await #expect(throws: ServiceError.conflict(.gatesNotMet(["transition_plan"]))) {
                try await close(test, file, said, why)
            }
            answers["transition_plan"] = "yes"
            try await close(test, file, answers, reasons)
        }
    }

    @Test(arguments: TestStores.each) func anAgeThatIsNotKnownIsAskedRatherThanSkipped(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, file) = try await test.openCase(born: nil)
            #expect(standings(try await read(test, file))["turning_18_considered"] == .asked)
        }
    }
}
