// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Who must not find out, and which way of reaching somebody is safe: before everything else that was reported (RULE 2.2, 2.3).
struct SafetyCard {
    /// The answers about the concern as a whole.
    let answers: Answers
    let words: AnswerWords

    var html: HTML {
        let facts = words.facts(answers, Self.questions(words.standard)).filter { !$0.name.text().isEmpty }.map { fact in
            // The number that is safe is for whoever reads the screen; a print lies about.
            fact.name.text() == safeValue ? Facts.Fact(name: fact.name, value: NotPrinted.html(fact.value)) : fact
        }
        let asked = Set([QuestionID.mustNotFindOut, QuestionID.safeChannel].filter { answers.first($0) != nil })
        let unsaid: HTML? =
            asked.count == 2
            ? nil
            : "<p><b>\(say: "Not everything is said here. Until a person has found out, treat every contact with the home as unsafe.")</b></p>"
        return Card.html("safe", "Safe contact", meaning: .due, "\(facts.isEmpty ? nil : Facts.html(facts))\(unsaid)")
    }

    private var safeValue: String? { words.standard.question(QuestionID.safeValue)?.text(for: .professional) }

    /// The questions that stand on the same pages of the form as those about safe contact.
    static func questions(_ standard: Standard) -> [Question] {
        [QuestionID.mustNotFindOut, QuestionID.lawfulBasis, QuestionID.safeChannel].flatMap { question in
            let pages = Set(standard.question(question)?.pages ?? [])
            return standard.questions(of: .concern).filter { !pages.isDisjoint(with: $0.pages) }
        }
    }
}
