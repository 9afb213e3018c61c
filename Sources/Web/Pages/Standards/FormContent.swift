// SPDX-License-Identifier: Apache-2.0
import Standard

/// The concern form as the standard lays it out: page by page, with who is asked what.
struct FormContent: Sendable {
    let standard: Standard

    /// The pages in order.
    var html: HTML {
        standard.pages.map { page in
            let items: [HTML] = page.questions.compactMap { standard.question($0) }.map(question)
            return Card.html(
                "page-\(page.id)", Sentence(verbatim: page.title), "\(page.help.map { "<p>\($0)</p>" as HTML })<ul>\(items)</ul>")
        }.joined()
    }

    private func question(_ question: Question) -> HTML {
        var notes: [Sentence] = []
        if question.askedOf != Audience.allCases {
            let asked = question.askedOf.map(Self.audience)
            if let first = asked.first { notes.append("Asked of \(asked.dropFirst().reduce(first) { "\($0) and \($1)" })") }
        }
        notes += question.when.compactMap { condition in
            guard let other = standard.question(condition.question) else { return nil }
            if condition.isAnyOf.isEmpty { return "Asked when “\(other.text)” is answered" }
            let answers = condition.isAnyOf.map { standard.label($0, in: other.list ?? .yesNo) }.joined(separator: " or ")
            return "Asked when “\(other.text)” is: \(answers)"
        }
        if let list = question.list { notes.append("Chosen from: \(standard.list(list).title)") }
        if question.required { notes.append("Always asked; it never stops anybody from sending") }
        notes.append(question.stored == .sealed ? "Kept sealed" : "Kept as a code, for figures")
        let lines: [HTML] = notes.map { "<li>\($0)</li>" }
        return """
            <li><b>\(question.text)</b>\(question.help.map { "<br><span class=\"soft\">\($0)</span>" as HTML })<ul class="soft">\(lines)</ul></li>
            """
    }

    private static func audience(_ audience: Audience) -> Sentence {
        switch audience {
        case .police: "police"
        case .professional: "other professionals"
        case .public: "the public"
        }
    }
}
