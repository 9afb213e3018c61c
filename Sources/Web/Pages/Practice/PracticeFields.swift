// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The questions of a practice form as fields, and back.
struct PracticeFields: Sendable {
    let form: PracticeForm
    let standard: Standard

    private var fields: [QuestionField] {
        let questions = form.page.questions.compactMap { standard.question($0) }
        return questions.map { question in
            QuestionField(
                question: question, standard: standard, audience: .professional, areas: [],
                followers: questions.filter { $0.when.contains { $0.question == question.id } })
        }
    }

    func html(sent: FormData?, errors: [FormError]) -> HTML { PageFields(fields: fields).html(Answers(), sent: sent, errors: errors) }

    /// The answers sent, and what was wrong with fields that could not be read.
    func read(_ sent: FormData) -> (answers: Answers, errors: [FormError]) {
        var answers = Answers()
        var errors: [FormError] = []
        for field in fields {
            let (answer, error) = field.read(sent)
            if let error { errors.append(error) } else if let answer { answers[field.question.id] = answer }
        }
        return (answers, errors)
    }

    /// Faults in the words of the questions.
    func errors(_ faults: [FieldFault]) -> [FormError] {
        faults.map { fault in
            guard let question = standard.question(fault.field) else { return FormError("main", Explaining.message(fault.reason)) }
            let text = Sentence(verbatim: question.text)
            return FormError(fault.field, fault.reason == .missing ? "Answer this: \(text)" : Explaining.message(fault.reason, in: text))
        }
    }
}
