// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// The fields of one page of the form. What is asked only after a certain answer stands directly behind the question that it hangs on; the
/// style sheet shows it once that answer is chosen, so that nothing depends on a script.
struct PageFields: Sendable {
    let fields: [QuestionField]

    /// The fields with what was answered before. `sent` is the form as it was sent, where it had a fault.
    func html(_ answers: Answers, sent: FormData?, errors: [FormError]) -> HTML {
        func html(_ field: QuestionField) -> HTML {
            field.html(answers[field.question.id], sent: sent, error: errors[field.question.id])
        }
        return Self.groups(fields.map(\.question)).map { group -> HTML in
            let leader = fields[group.lowerBound]
            if group.count == 1 { return html(leader) }
            let followers: [HTML] = fields[group].dropFirst().map { field in
                // What was written once, or has a fault, is never out of sight.
                let id = field.question.id
                let isShown = errors[id] != nil || answers.byQuestion[id] != nil || sent?.text(id) != nil
                return "<div class=\"follows\(isShown ? " shown" : "")\">\(html(field))</div>"
            }
            return "<div class=\"asking\">\(html(leader))\(followers)</div>"
        }.joined()
    }

    /// Each question with those directly behind it that hang on it.
    static func groups(_ questions: [Question]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for (index, question) in questions.enumerated() {
            if let last = groups.last, question.when.contains(where: { $0.question == questions[last.lowerBound].id }) {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups
    }
}
