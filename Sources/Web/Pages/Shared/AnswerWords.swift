// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Answers in words: labels of the record's own standard, areas by name, dates as they were said.
struct AnswerWords: Sendable {
    let standard: Standard
    let areas: DirectorySnapshot

    /// The answers given to these questions, in their order. What was not asked is left out.
    func facts(_ answers: Answers, _ questions: [Question], _ audience: Audience = .professional) -> [Facts.Fact] {
        questions.compactMap { question in
            guard let answer = answers.byQuestion[question.id] else { return nil }
            return Facts.Fact(name: Sentence(verbatim: question.text(for: audience)), value: html(answer, question))
        }
    }

    /// One answer.
    func html(_ answer: Answer, _ question: Question) -> HTML {
        switch answer {
        case .absent(let absence): return "<i>\(standard.label(absence.code, in: .absence))</i>"
        case .values(let values):
            let words = values.map { word($0, question) }
            if question.kind == .longText { return "<span class=\"said\">\(words.first ?? "")</span>" }
            return "\(words.joined(separator: ", "))"
        }
    }

    private func word(_ value: String, _ question: Question) -> String {
        switch question.kind {
        case .choice, .choices, .yesNo, .code: standard.words(value, answering: question.id)
        case .area: areas.name(ofArea: value)
        case .partialDate, .date: PartialDate(value).map(When.said) ?? value
        case .text, .longText: value
        }
    }
}
