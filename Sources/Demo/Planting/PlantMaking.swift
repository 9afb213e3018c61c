// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Makes what is planted.
struct PlantMaking {
    let reports: ReportMaking
    let moments: Moments
    let today: Instant

    /// All planted concerns, in no particular order.
    func all() -> [PlannedConcern] {
        sameChild() + vehicle() + account() + movedAdult() + twins() + refuge() + home() + namesakes() + shutOut() + tour() + beside()
    }

    /// One planted concern. `fill` gets the form and the day of the report.
    func concern(
        _ key: String, daysAgo: Double, by reporter: String, area: String, course: (Instant) -> Course,
        _ fill: (inout ReportSheet, PartialDate) -> Void
    ) -> PlannedConcern {
        var dice = Dice(seed: reports.seed, "plant " + key)
        let at = moments.atWork(today.adding(seconds: -daysAgo * 86_400), &dice)
        var sheet = ReportSheet(reports.standard)
        fill(&sheet, moments.day(at))
        if let person = reports.people[reporter] { sheet.sign(person, childIsSource: false) }
        return PlannedConcern(
            key: "plant-" + key, at: min(at, today.adding(seconds: -1800)), reporter: reporter, channel: "form", report: sheet.report,
            area: area,
            household: nil, course: course(at))
    }

    /// Decided within hours without a hand-over, and answered.
    func ended(_ outcome: String, _ reason: String) -> (Instant) -> Course {
        { at in
            var course = Course()
            course.add(at.adding(seconds: 2 * 3600), .take)
            course.add(at.adding(seconds: 3 * 3600), .decide(outcome: outcome, threshold: nil, reason: reason))
            course.add(at.adding(seconds: 20 * 3600), .reply(chosen: "read_and_decided", words: ""))
            return course
        }
    }

    /// Handed over within hours, accepted, and worked.
    ///
    /// `also` is a further kind of team that receives, besides those of the standard.
    func handedOver(_ reason: String, as outcome: String = "hand_over", also: String? = nil) -> (Instant) -> Course {
        { at in
            var course = Course()
            course.add(at.adding(seconds: 3600), .take)
            course.add(at.adding(seconds: 2 * 3600), .decide(outcome: outcome, threshold: "significant_harm", reason: reason, also: also))
            course.add(at.adding(seconds: 3 * 3600), .accept)
            course.add(at.adding(seconds: 22 * 3600), .reply(chosen: "passed_on", words: ""))
            course.add(
                at.adding(seconds: 50 * 3600),
                .work(kind: "meeting", words: "Strategy discussion held; police, social care and health took part."))
            return course
        }
    }

    /// A person's answers, from what is said and nothing else.
    static func person(
        _ given: String, _ family: String, born: String? = nil, sex: String? = nil, _ more: [String: Answer] = [:]
    ) -> [String: Answer] {
        var answers: [String: Answer] = [
            QuestionID.givenNames: .value(given), QuestionID.familyName: .value(family),
            QuestionID.dateOfBirth: born.map { .value($0) } ?? .absent(.notKnown),
        ]
        if let sex { answers[QuestionID.sex] = .value(sex) }
        return answers.merging(more) { _, new in new }
    }

    /// The same of a child who lives in an area.
    static func child(
        _ given: String, _ family: String, born: String? = nil, sex: String? = nil, in area: String, _ more: [String: Answer] = [:]
    ) -> [String: Answer] {
        var answers = person(given, family, born: born, sex: sex, more)
        answers[QuestionID.subjectKind] = .value("child")
        answers[QuestionID.livesIn] = .value(area)
        if answers[FormQuestion.ethnicity] == nil { answers[FormQuestion.ethnicity] = .absent(.notAsked) }
        return answers
    }
}
