// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import TestSupport
import Testing

@testable import Demo

/// What is planted is in every region, however small.
struct DemoPlantTests {
    @Test(arguments: [0, 20, 300]) func everythingPlantedIsThere(_ concerns: Int) throws {
        let reports = try DemoHouse.reports(concerns)
        func mentions(_ kind: MentionKind, _ question: String, _ value: String) -> Int {
            reports.filter { $0.mentions.contains { $0.kind == kind && $0.answers.first(question) == value } }.count
        }
        #expect(mentions(.person, QuestionID.familyName, Plants.SameChild.school.family) == 1)
        #expect(mentions(.person, QuestionID.familyName, Plants.SameChild.health.family) == 2)
        #expect(mentions(.vehicle, QuestionID.vehicleMark, Plants.Vehicle.mark) == 3)
        #expect(mentions(.vehicle, QuestionID.vehicleMark, Plants.Vehicle.part) == 2, "one of them in the words about the same child")
        let contacted = reports.filter { $0.mentions.contains { $0.answers.first(QuestionID.accountHandle) == Plants.Account.handle } }
        #expect(contacted.flatMap(\.subjects).count == Plants.Account.children.count && contacted.count == 4)
        let moved = reports.filter { $0.suspects.contains { $0.answers.first(QuestionID.familyName) == Plants.MovedAdult.first.family } }
        #expect(
            Set(moved.flatMap(\.subjects).flatMap { $0.answers.all(QuestionID.livesIn) }) == [
                Plants.MovedAdult.first.area, Plants.MovedAdult.second.area,
            ])
        #expect(reports.contains { Set($0.subjects.compactMap { $0.answers.first(QuestionID.givenNames) }) == Set(Plants.Twins.given) })
        #expect(reports.contains { $0.mentions.contains { $0.answers.first(QuestionID.givenNames) == Plants.Refuge.given } })
        #expect(mentions(.phone, QuestionID.phoneNumber, Plants.Home.phone) == 3)
        let namesakes = reports.flatMap(\.subjects).filter { $0.answers.first(QuestionID.familyName) == Plants.Namesakes.name.family }
        #expect(Set(namesakes.compactMap { $0.answers.first(QuestionID.dateOfBirth) }) == Set(Plants.Namesakes.born))
        #expect(reports.count >= concerns && reports.count < concerns + 60)
    }

    @Test func whatBecomesOfThemIsInTheStandard() throws {
        let standards = try TestStandards.library()
        let standard = try #require(standards.version(DemoHouse.standard))
        let plan = try #require(RegionPlan(standards, standard, [:], seed: DemoHouse.seed, today: DemoHouse.today, concerns: 1200))
        for step in plan.concerns.flatMap(\.course.steps).map(\.step) {
            switch step {
            case .decide(let outcome, let threshold, let reason, _):
                #expect(standard.code(outcome, in: .outcome) != nil && !reason.isEmpty)
                if let threshold { #expect(standard.code(threshold, in: .threshold) != nil) }
            case .refuse(let reason, _): #expect(standard.code(reason, in: .refusalReason) != nil)
            case .reply(let chosen, let words): #expect(chosen.map { standard.code($0, in: .reply) != nil } ?? !words.isEmpty)
            case .close(let outcome, _): #expect(standard.code(outcome, in: .caseOutcome) != nil)
            case .take, .answerMatches, .accept, .work, .setAction, .finishActions: break
            }
        }
        #expect(plan.concerns.allSatisfy { PersonPlan.keys.contains($0.reporter) }, "every reporter has an account")
        #expect(plan.concerns.map(\.at) == plan.concerns.map(\.at).sorted())
        #expect(plan.concerns.allSatisfy { $0.at < DemoHouse.today && DemoHouse.today.seconds(since: $0.at) <= 731 * 86_400 })
        #expect(Set(plan.concerns.map(\.key)).count == plan.concerns.count)
    }
}
