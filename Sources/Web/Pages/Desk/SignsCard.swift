// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The signs in their sections, never summed (RULE 3.1): prompts to think.
struct SignsCard {
    let reader: ConcernReader

    var html: HTML {
        let answer = reader.view.answers[QuestionID.signs]
        if case .absent(let absence) = answer {
            // The form always asks for signs, and lets them be left empty.
            let words: Sentence =
                absence == .notAsked ? "None was ticked." : Sentence(verbatim: reader.standard.label(absence.code, in: .absence))
            return Card.html("signs", "Signs", "<p>\(words)</p>")
        }
        let codes = answer.all
        let groups: [HTML] = SignGroup.allCases.compactMap { group in
            let signs = codes.compactMap { reader.standard.sign($0) }.filter { $0.group == group }
            guard !signs.isEmpty else { return nil }
            let items: [HTML] = signs.map { sign in
                "<li>\(sign.label)\(sign.presentDanger ? " \(Tag("Danger now", .now).html)" as HTML : nil)</li>"
            }
            return "<h3>\(Self.heading(group))</h3><ul>\(items)</ul>"
        }
        let unknown: [HTML] = codes.filter { reader.standard.sign($0) == nil }.map { "<li>\($0)</li>" }
        return Card.html(
            "signs", "Signs",
            "\(groups)\(unknown.isEmpty ? nil : "<ul>\(unknown)</ul>" as HTML)<p class=\"soft\">\(say: "Prompts to think. They are never added up.")</p>"
        )
    }

    /// A section's heading.
    static func heading(_ group: SignGroup) -> Sentence {
        switch group {
        case .happeningNow: "Harm may be happening now"
        case .vulnerability: "What makes a person easier to harm"
        case .context: "Who may be causing harm, where and how"
        case .protective: "What protects"
        }
    }
}
