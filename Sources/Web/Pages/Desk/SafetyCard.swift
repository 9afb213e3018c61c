// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Who must not find out, and which way of reaching somebody is safe: before everything else that was reported (RULE 2.2, 2.3).
struct SafetyCard {
    let reader: ConcernReader

    var html: HTML {
        let questions = reader.questions(besides: QuestionID.mustNotFindOut) + reader.questions(besides: QuestionID.safeChannel)
        let facts = reader.words.facts(reader.view.answers, questions)
        let asked = Set([QuestionID.mustNotFindOut, QuestionID.safeChannel].filter { reader.view.answers.first($0) != nil })
        let unsaid: HTML? =
            asked.count == 2
            ? nil
            : "<p><b>\(say: "Not everything is said here. Until a person has found out, treat every contact with the home as unsafe.")</b></p>"
        return Card.html("safe", "Safe contact", meaning: .due, "\(facts.isEmpty ? nil : Facts.html(facts))\(unsaid)")
    }
}
