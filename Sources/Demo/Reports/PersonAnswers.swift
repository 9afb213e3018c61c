// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What a reporter writes down of a person: seldom all of it, sometimes wrongly, and never guessed.
struct PersonAnswers {
    /// How well the reporter knows the person, in hundredths.
    let known: Int
    let day: PartialDate

    /// Name and birth, as heard.
    func identity(_ person: InventedPerson, _ dice: inout Dice) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        let misheard = dice.chance(34 - known / 4)
        answers[QuestionID.givenNames] = .value(misheard ? PersonNames.heard(given: person.given, &dice) : person.given)
        answers[QuestionID.familyName] =
            dice.chance(known + 15)
            ? .value(misheard && dice.chance(40) ? PersonNames.heard(family: person.family, &dice) : person.family)
            : .absent(dice.chance(70) ? .notKnown : .notAsked)
        if dice.chance(known) {
            answers[QuestionID.dateOfBirth] = .value(birth(person.born, &dice))
        } else {
            answers[QuestionID.dateOfBirth] = .absent(dice.chance(60) ? .notKnown : .notAsked)
            answers[QuestionID.age] = .value(dice.chance(60) ? "about \(person.age(on: day))" : "\(person.age(on: day))")
        }
        return answers
    }

    /// A date of birth as far as it is known; now and then day and month have changed places.
    private func birth(_ born: PartialDate, _ dice: inout Dice) -> String {
        let throwOf = dice.below(100)
        let part: PartialDate? =
            switch throwOf {
            case 0..<78: born
            case 78..<84: PartialDate(year: born.year, month: born.month)
            case 84..<90: PartialDate(year: born.year)
            case 90..<95: PartialDate(year: born.year, approximate: true)
            default: born.day.flatMap { day in day <= 12 ? PartialDate(year: born.year, month: day, day: born.month) : nil } ?? born
            }
        return (part ?? born).description
    }

    /// Sex, ethnicity, disability, language: each with who said so, or which of four reasons there is for no answer.
    func equality(_ person: InventedPerson, isChild: Bool, sees: Bool, _ dice: inout Dice) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        let said = isChild ? ["parent_or_carer": 4, "self": 3, "record": 3] as KeyValuePairs : ["self": 7, "record": 3]
        func fill(_ question: String, _ saidBy: String, _ value: Answer, percent: Int, _ dice: inout Dice) {
            guard dice.chance(percent) else {
                answers[question] = .absent(Absence(dice.pick(["not_known": 40, "not_asked": 45, "refused": 10, "not_applicable": 5])))
                return
            }
            answers[question] = value
            answers[saidBy] = .value(dice.pick(said))
        }
        fill(QuestionID.sex, FormQuestion.sexSaidBy, .value(person.sex), percent: 92, &dice)
        fill(FormQuestion.ethnicity, FormQuestion.ethnicitySaidBy, .value(person.ethnicity), percent: 62, &dice)
        if sees, answers[FormQuestion.ethnicity]?.first != nil, dice.chance(15) {
            answers[FormQuestion.ethnicitySaidBy] = .value("officer_observed")
        }
        fill(FormQuestion.disability, FormQuestion.disabilitySaidBy, .values(person.disability), percent: 66, &dice)
        fill(FormQuestion.language, FormQuestion.languageSaidBy, .value(person.language), percent: 70, &dice)
        if person.language != "english", dice.chance(60) { answers[FormQuestion.interpreter] = .value(dice.chance(55) ? "yes" : "no") }
        return answers
    }
}
