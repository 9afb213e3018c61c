// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What stands on a form about the people of a household.
extension Household {
    /// The child or unborn child whom it is about.
    func subject(_ child: Int, reporter: String, found: String?, _ dice: inout Dice, day: PartialDate) -> [String: Answer] {
        let person = children[child % children.count]
        let isClose = ["teacher", "safeguarding", "school", "social", "doctor", "health"].contains { reporter.hasPrefix($0) }
        let form = PersonAnswers(known: isClose ? 92 : 55, day: day)
        var answers = form.identity(person, &dice)
        answers.merge(form.equality(person, isChild: true, sees: reporter.hasPrefix("officer") || reporter.hasPrefix("pcso"), &dice)) {
            _, new in new
        }
        answers[QuestionID.subjectKind] = .value("child")
        answers[QuestionID.livesIn] = .value(area.code)
        if let found { answers[QuestionID.foundIn] = .value(found) }
        live(&answers, percent: isClose ? 85 : 50, &dice)
        if dice.chance(isClose ? 85 : 35) { answers[FormQuestion.school] = .value(school) }
        let hasRecord = ["doctor", "school-nurse", "emergency", "health", "midwife"].contains { reporter.hasPrefix($0) }
        if let number = person.nhsNumber, dice.chance(hasRecord ? 75 : 6) { answers[QuestionID.identifier] = .value("nhs: \(number)") }
        return answers
    }

    /// An unborn child: no name, and the date it is expected.
    func unborn(_ expected: PartialDate?, _ dice: inout Dice) -> [String: Answer] {
        var answers: [String: Answer] = [
            QuestionID.subjectKind: .value("unborn"), QuestionID.givenNames: .absent(.notApplicable),
            QuestionID.familyName: .value(adults[0].person.family),
            QuestionID.sex: .value("unborn_not_known"), FormQuestion.ethnicity: .absent(.notApplicable),
            QuestionID.livesIn: .value(area.code),
        ]
        answers[QuestionID.dateOfBirth] = expected.map { .value($0.description) } ?? .absent(.notKnown)
        live(&answers, percent: 90, &dice)
        return answers
    }

    /// An adult whom it is about.
    func adultSubject(_ dice: inout Dice, day: PartialDate) -> [String: Answer] {
        let form = PersonAnswers(known: 75, day: day)
        let person = adults[0].person
        var answers = form.identity(person, &dice)
        answers.merge(form.equality(person, isChild: false, sees: false, &dice)) { _, new in new }
        answers[QuestionID.subjectKind] = .value("adult")
        answers[QuestionID.livesIn] = .value(area.code)
        live(&answers, percent: 70, &dice)
        return answers
    }

    /// An adult of the household who may be causing harm.
    func suspect(_ place: Int, since: PartialDate?, _ dice: inout Dice, day: PartialDate) -> [String: Answer] {
        let (person, relationship) = adults[place % adults.count]
        let form = PersonAnswers(known: 62, day: day)
        var answers = form.identity(person, &dice)
        answers[QuestionID.relationship] = .value(relationship)
        answers[QuestionID.sex] = .value(person.sex)
        answers[FormQuestion.ethnicity] = .absent(dice.chance(60) ? .notAsked : .notKnown)
        answers[QuestionID.livesWithChild] = .value(dice.pick(["yes": 80, "sometimes": 14, "no": 6]))
        if let since, dice.chance(45) { answers[QuestionID.livesWithSince] = .value(since.description) }
        answers[QuestionID.hasContactNow] = .value(dice.pick(["yes": 78, "sometimes": 14, "no": 8]))
        live(&answers, percent: 60, &dice)
        return answers
    }

    /// Somebody else who lives there.
    func member(_ person: InventedPerson, relationship: String, _ dice: inout Dice, day: PartialDate) -> [String: Answer] {
        var answers = PersonAnswers(known: 60, day: day).identity(person, &dice)
        answers[QuestionID.relationship] = .value(relationship)
        answers[QuestionID.livesWithChild] = .value("yes")
        return answers
    }

    private func live(_ answers: inout [String: Answer], percent: Int, _ dice: inout Dice) {
        guard dice.chance(percent) else {
            answers[QuestionID.personAddress] = .absent(Absence(dice.pick(["not_known": 70, "not_asked": 22, "refused": 8])))
            return
        }
        answers[QuestionID.personAddress] = .value(address)
        if dice.chance(70) { answers[QuestionID.personPostcode] = .value(postcode) }
    }
}
