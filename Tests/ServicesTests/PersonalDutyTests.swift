// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import TestSupport
import Testing

@testable import Services

/// FGM known to a teacher or health professional: a duty of their own, which no report discharges (FGM Act 2003, section 5B).
@Suite struct PersonalDutyTests {
    static func known(_ more: [String: Answer] = [:]) -> [String: Answer] {
        let answers: [String: Answer] = ["fgm.known": .value("told_by_girl"), "fgm.profession": .value("teacher")]
        return answers.merging(more) { $1 }
    }

    static func girl(_ born: String = "2012-02-01", kind: String = "child") -> Mention {
        Mention(
            kind: .person, role: .subject,
            answers: Answers([
                "person.subject_kind": .value(kind), "person.given_names": .value("Amira"), "person.date_of_birth": .value(born),
                "person.lives_in": .value(TestHouse.otterley),
            ]))
    }

    static func report(_ version: String = "2026", _ answers: [String: Answer] = known(), _ people: [Mention] = [girl()]) -> ConcernReport {
        ConcernReport(
            standard: "west-midlands/\(version)",
            answers: Answers(answers.merging(["crime": .value("female_genital_mutilation")]) { $1 }),
            statements: [Statement(answers: Answers(["statement.text": .value("She told me at the end of the lesson.")]))], mentions: people
        )
    }

    private func duties(_ report: ConcernReport) throws -> [String] {
        let standard = try TestStandards.version(String(report.standard.suffix(4)))
        return PersonalDuties.falling(on: report, standard, on: try #require(PartialDate("2026-03-02"))).map(\.id)
    }

    @Test func itFallsOnWhoKnowsAndOnNobodyElse() throws {
        let duty = ["fgm_reporting_duty"]
        #expect(try duties(Self.report()) == duty)
        #expect(try duties(Self.report("2026", Self.known(["fgm.known": .value("saw_signs")]))) == duty)
        #expect(try duties(Self.report("2026", Self.known(["fgm.profession": .value("health_professional")]))) == duty)
        // Nobody is named: whoever may be a girl under eighteen is one.
        #expect(try duties(Self.report("2026", Self.known(), [])) == duty)
        for other in ["told_by_other", "suspected", "feared"] {
            #expect(try duties(Self.report("2026", Self.known(["fgm.known": .value(other)]))).isEmpty, "\(other)")
        }
        #expect(try duties(Self.report("2026", Self.known(["fgm.profession": .value("another_profession")]))).isEmpty)
        #expect(try duties(Self.report("2026", Self.known(["fgm.colleague_reported": .value("yes")]))).isEmpty)
        #expect(try duties(Self.report("2026", Self.known(["fgm.colleague_reported": .value("no")]))) == duty)
        #expect(try duties(Self.report("2026", Self.known(), [Self.girl("1990-02-01", kind: "adult")])).isEmpty)
    }

    @Test func itIsAbsentFromTheStandardOf2014() throws {
        #expect(try duties(Self.report("2014", ["fgm.known": .value("told_by_girl")])).isEmpty)
        let old = try TestStandards.version("2014")
        #expect(old.question("fgm.profession") == nil && old.practiceForm("fgm_notification") == nil)
        #expect(old.power("fgm_reporting_duty")?.standing.isOn == false && old.power("fgm_reporting_duty")?.personal == nil)
        #expect(old.question("fgm.known") != nil, "what she said matters in any year")
        #expect(old.practiceForm("slavery_notification") == nil && old.practiceForm("slavery_consent") != nil)
    }

    /// Friday 3 April 2026 is Good Friday and Monday the 6th a bank holiday: told on Thursday at 16:30, good practice is the close of Tuesday.
    @Test(arguments: TestStores.each) func itIsSaidOnOnesOwnReportUntilThePoliceReferenceIsKept(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let teacher = try test.actor("teacher")
            test.clock.advance(days: 31)
            test.clock.advance(hours: 3.5)
            let receipt = try await house.reporting.submit(teacher, Self.report(), channel: "form", idempotencyKey: "p")
            let told = test.clock.now
            var own = try await house.reporting.ownReport(teacher, reference: receipt.reference)
            let duty = try #require(own.duties.first)
            #expect(duty.done == nil && duty.power.id == "fgm_reporting_duty")
            let limit = try #require(duty.limit)
            #expect(LocalDate.today(told).description == "2026-04-02")
            #expect(limit.good.map { LocalDate.today($0).description } == "2026-04-07")
            #expect(limit.hard.map { LocalDate.today($0).description } == "2026-05-02")
            await #expect(throws: ServiceError.invalid([FieldFault("fgm.police_reference", .missing)])) {
                try await house.practice.recordOwn(
                    teacher, reference: receipt.reference, form: "fgm_notification", Answers(["fgm.notified_on": .value("2026-04-02")]))
            }
            // Nobody else's report, and no form that is not the reporter's.
            await #expect(throws: ServiceError.self) {
                try await house.practice.recordOwn(
                    try test.actor("leader"), reference: receipt.reference, form: "fgm_notification", Answers())
            }
            await #expect(throws: ServiceError.notFound) {
                try await house.practice.recordOwn(teacher, reference: receipt.reference, form: "adult_wishes", Answers())
            }
            let kept = Answers(["fgm.notified_on": .value("2026-04-02"), "fgm.police_reference": .value("ZZ-4711")])
            try await house.practice.recordOwn(teacher, reference: receipt.reference, form: "fgm_notification", kept)
            own = try await house.reporting.ownReport(teacher, reference: receipt.reference)
            #expect(own.duties.first?.done?.answers.first("fgm.police_reference") == "ZZ-4711")
            #expect(own.duties.first?.limit?.state == .metGoodPractice)
            let entry = try #require(try await test.entries().last { $0.purpose == "practice" })
            #expect(entry.codes["form"] == "fgm_notification" && !entry.codes.values.contains { $0.contains("4711") })
        }
    }

    @Test func theTimeRunsFromTheDayOnWhichItWasDiscovered() async throws {
        try await TestHouse.with(.sqlite) { test in
            let report = Self.report("2026", Self.known(["fgm.discovered": .value("2026-02-25")]))
            let duty = try #require(test.house.duties(report, test.house.standard, discovered: test.clock.now).first)
            #expect(duty.limit?.good.map { LocalDate.today($0).description } == "2026-02-26")
            #expect(duty.limit?.hard.map { LocalDate.today($0).description } == "2026-03-25")
            #expect(duty.limit?.state == .passedGoodPractice)
            // "About", a month alone or a day to come move nothing.
            for said in ["~2026-02-25", "2026-02", "2026-05-01"] {
                let other = Self.report("2026", Self.known(["fgm.discovered": .value(said)]))
                let limit = test.house.duties(other, test.house.standard, discovered: test.clock.now).first?.limit
                #expect(limit?.good.map { LocalDate.today($0).description } == "2026-03-03", "\(said)")
            }
        }
    }
}
