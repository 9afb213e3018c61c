// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import TestSupport
import Testing

@testable import Services

/// What the law asks of a case: an adult's wishes, an enquiry, a risk conference, consent, a referral, a notification; each a record of its own.
@Suite struct PracticeTests {
    private static func person(_ given: String, _ kind: String, born: String, _ more: [String: Answer] = [:]) -> Mention {
        var answers: [String: Answer] = [
            "person.subject_kind": .value(kind), "person.given_names": .value(given), "person.family_name": .value("Sampleton"),
            "person.date_of_birth": .value(born), "person.lives_in": .value(TestHouse.otterley),
        ]
        answers.merge(more) { $1 }
        return Mention(kind: .person, role: .subject, answers: Answers(answers))
    }

    static func report(_ crime: String, _ people: [Mention], _ more: [String: Answer] = [:]) -> ConcernReport {
        var answers: [String: Answer] = ["danger.now": .value("no"), "crime": .value(crime)]
        answers.merge(more) { $1 }
        return ConcernReport(
            standard: TestStandards.current.rawValue, answers: Answers(answers),
            statements: [Statement(answers: Answers(["statement.text": .value("Works every day and holds no papers.")]))], mentions: people)
    }

    static let adult = person("Bilal", "adult", born: "1990-02-01")
    static let child = person("Sami", "child", born: "2012-02-01")

    /// A case of the investigator's about these people.
    static func file(_ test: TestHouse, _ report: ConcernReport, by reporter: String = "officer") async throws -> CaseRow {
        let house = test.house
        let receipt = try await house.reporting.submit(try test.actor(reporter), report, channel: "form", idempotencyKey: "p")
        try await house.desk.decide(
            try test.actor("coordinator"), receipt.concern,
            DecisionInput(
                outcome: "hand_over", reason: "For the team whose work it is.", lead: test.teams["central"],
                gateAnswers: ["adult_wishes_followed": "follows"], version: 1))
        let investigator = try test.actor("investigator")
        let row = try #require(try await house.handOvers.inbox(investigator).rows.first { $0.handOver.concern == receipt.concern })
        return try #require(try await house.handOvers.accept(investigator, row.handOver.id))
    }

    private func view(_ test: TestHouse, _ file: CaseRow) async throws -> PracticeView {
        try await test.house.casework.caseFile(try test.actor("investigator"), reference: file.reference, purpose: "case").practice
    }

    private func record(_ test: TestHouse, _ file: CaseRow, _ form: String, _ subject: RecordID?, _ answers: [String: Answer]) async throws
    {
        try await test.house.practice.record(
            try test.actor("investigator"), reference: file.reference, form: form, subject: subject, Answers(answers))
    }

    @Test(arguments: TestStores.each) func anAdultConsentsOrIsNotifiedWithoutAName(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let file = try await Self.file(test, Self.report("modern_slavery", [Self.adult]))
            let subject = try #require(try await view(test, file).subjects.first)
            #expect(
                subject.offered.map(\.page.id) == [
                    "adult_wishes", "adult_enquiry", "risk_conference", "slavery_consent", "slavery_referral", "slavery_notification",
                ])
            let about = subject.record
            let referral: [String: Answer] = [
                "slavery.referred_on": .value("2026-03-02"), "slavery.referral_reference": .value("ZZ-100"),
            ]
            let notice: [String: Answer] = [
                "slavery.notified_on": .value("2026-03-02"), "slavery.notification_reference": .value("ZZ-200"),
            ]
            // Neither a referral nor a notification before the adult was asked.
            await #expect(throws: ServiceError.conflict(.gatesNotMet(["slavery_adult_consents"]))) {
                try await record(test, file, "slavery_referral", about, referral)
            }
            await #expect(throws: ServiceError.conflict(.gatesNotMet(["slavery_adult_does_not_consent"]))) {
                try await record(test, file, "slavery_notification", about, notice)
            }
            let explained: Answer = .value("In his own language, by a telephone interpreter.")
            try await record(
                test, file, "slavery_consent", about, ["slavery.consent": .value("does_not_consent"), "slavery.explained": explained])
            await #expect(throws: ServiceError.self) { try await record(test, file, "slavery_referral", about, referral) }
            // What is made ready to notify holds no word and no name.
            let sheet = try await test.house.practice.sheet(
                try test.actor("investigator"), reference: file.reference, form: "slavery_notification", subject: about)
            let prepared = try #require(sheet.prepared)
            #expect(sheet.unmet.isEmpty && prepared.person.byQuestion.isEmpty && prepared.statements.isEmpty)
            #expect(prepared.areas == [TestHouse.otterley] && prepared.concern.first("crime") == "modern_slavery")
            try await record(test, file, "slavery_notification", about, notice)
            // He changes his mind: the newest answer counts, the older one stands.
            test.clock.advance(minutes: 5)
            try await record(test, file, "slavery_consent", about, ["slavery.consent": .value("consents"), "slavery.explained": explained])
            test.clock.advance(minutes: 5)
            try await record(test, file, "slavery_referral", about, referral)
            let entries = try #require(try await view(test, file).subjects.first).entries
            #expect(entries.map(\.form) == ["slavery_referral", "slavery_consent", "slavery_notification", "slavery_consent"])
            // Good practice of five working days runs from the referral: Monday to the close of the next Monday.
            #expect(
                entries.first?.clocks.count == 1 && entries.first?.clocks.first?.hard == nil && entries.first?.clocks.first?.good != nil)
            #expect(try await test.codes("practice") == ["form": "slavery_referral"])
            #expect(try await test.codes("practice", form: "slavery_consent")["slavery.consent"] == "consents")
        }
    }

    @Test(arguments: TestStores.each) func aChildNeedsNoConsentWhateverTheAdultSays(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let file = try await Self.file(test, Self.report("modern_slavery", [Self.adult, Self.child]))
            let subjects = try await view(test, file).subjects
            let child = try #require(subjects.first { $0.label.contains("Sami") })
            #expect(child.offered.map(\.page.id) == ["slavery_referral"])
            try await record(
                test, file, "slavery_referral", child.record,
                ["slavery.referred_on": .value("2026-03-02"), "slavery.referral_reference": .value("ZZ-100")])
            // What is not offered for a person is not there.
            await #expect(throws: ServiceError.notFound) {
                try await record(test, file, "slavery_consent", child.record, ["slavery.consent": .value("consents")])
            }
            let adult = try #require(subjects.first { $0.label.contains("Bilal") })
            await #expect(throws: ServiceError.self) {
                try await record(
                    test, file, "slavery_referral", adult.record,
                    ["slavery.referred_on": .value("2026-03-02"), "slavery.referral_reference": .value("ZZ-101")])
            }
        }
    }

    @Test(arguments: TestStores.each) func overriddenWishesNeedAReason(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let file = try await Self.file(test, Self.report("modern_slavery", [Self.adult]))
            let about = try await view(test, file).subjects.first?.record
            var wishes: [String: Answer] = [
                "wishes.words": .value("To be left alone."), "wishes.capacity": .value("presumed"),
                "wishes.safe_channel": .values(["text_message"]), "wishes.followed": .value("overridden"),
            ]
            await #expect(throws: ServiceError.invalid([FieldFault("wishes.override_reason", .missing)])) {
                try await record(test, file, "adult_wishes", about, wishes)
            }
            wishes["wishes.override_reason"] = .value("Two other men are held in the same house.")
            try await record(test, file, "adult_wishes", about, wishes)
            let codes = try await test.codes("practice")
            #expect(codes["wishes.followed"] == "overridden" && codes["wishes.capacity"] == "presumed")
            // A doubt about capacity is not recorded without what it rests on.
            wishes["wishes.capacity"] = .value("in_doubt")
            await #expect(throws: ServiceError.invalid([FieldFault("wishes.capacity_basis", .missing)])) {
                try await record(test, file, "adult_wishes", about, wishes)
            }
            // Enquiry, conference and wishes are three records: none fills in another.
            let entries = try #require(try await view(test, file).subjects.first).entries
            #expect(entries.map(\.form) == ["adult_wishes"])
        }
    }

    @Test(arguments: TestStores.each) func aDecisionAgainstAnAdultsWishesNeedsAReasonOfItsOwn(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let refuses = Self.person("Bilal", "adult", born: "1990-02-01", ["person.agrees": .value("does_not_agree")])
            let receipt = try await house.reporting.submit(
                try test.actor("officer"), Self.report("modern_slavery", [refuses]), channel: "form", idempotencyKey: "p")
            let desk = try test.actor("coordinator")
            func decide(_ answers: [String: String], _ reasons: [String: String]) async throws {
                try await house.desk.decide(
                    desk, receipt.concern,
                    DecisionInput(
                        outcome: "hand_over", reason: "For the team whose work it is.", lead: test.teams["central"], gateAnswers: answers,
                        gateReasons: reasons, version: 1))
            }
            let gate = "adult_wishes_followed"
            let held = ServiceError.conflict(.gatesNotMet([gate]))
            await #expect(throws: held) { try await decide([:], [:]) }
            await #expect(throws: held) { try await decide([gate: "overridden"], [gate: " "]) }
            try await decide([gate: "overridden"], [gate: "Two other men are held in the same house."])
            let view = try await house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            #expect(view.decisions.first?.answers.map(\.answer) == ["overridden"])
            #expect(view.decisions.first?.answers.first?.reason == "Two other men are held in the same house.")
            #expect(try await test.codes("decide")["gate." + gate] == "overridden")
            // Of a child nobody is asked this.
            let other = try await house.reporting.submit(
                try test.actor("officer"), Self.report("modern_slavery", [Self.child]), channel: "form", idempotencyKey: "q")
            try await house.desk.decide(
                desk, other.concern,
                DecisionInput(outcome: "hand_over", reason: "For the team.", lead: test.teams["central"], version: 1))
        }
    }
}

extension TestHouse {
    /// The coded facts of the newest entry with this purpose, of a form where one is named.
    func codes(_ purpose: String, form: String? = nil) async throws -> [String: String] {
        try await entries().last {
            $0.purpose == purpose && $0.outcome == "done" && $0.act != .consult && (form == nil || $0.codes["form"] == form)
        }?.codes ?? [:]
    }
}
