// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The people, places, vehicles, phones, accounts and times missing that a concern names, each with its answers.
struct MentionsList {
    let mentions: [MentionView]
    let words: AnswerWords

    var html: HTML {
        let items: [HTML] = MentionWords.inOrder(mentions, \.mention).map { view in
            let group = QuestionGroup(rawValue: view.mention.formGroup) ?? .household
            let name = MentionWords.label(view.mention, words.standard)
            let label: HTML = name.isEmpty ? "\(say: "Name not known")" : "\(name)"
            let hidesLabel = view.isProtected || view.mention.kind == .place && view.mention.hasConfidentialAddress && !name.isEmpty
            let facts = words.standard.questions(of: group).flatMap { question in
                words.facts(view.mention.answers, [question]).map { fact in
                    view.keepsOffPrint(question.id) ? Facts.Fact(name: fact.name, value: NotPrinted.html(fact.value)) : fact
                }
            }
            let protected: HTML? = view.isProtected ? Tag("Protected identity", .due).html : nil
            return """
                <section class="mention" id="record-\(view.record)"><h3>\(hidesLabel ? NotPrinted.html(label) : label) \
                <small>\(OthersPage.kind(group))</small> \(protected)</h3>\(withheld(view))\
                \(facts.isEmpty ? nil : Facts.html(facts))</section>
                """
        }
        return items.joined()
    }

    /// That there is an address, and that it is not shown here.
    private func withheld(_ view: MentionView) -> HTML? {
        guard !view.withheld.isEmpty else { return nil }
        return """
            <p class="soft">\(say: "The address is kept confidential: only the agency that reported it is shown it. Ask that agency if you must know.")</p>
            """
    }
}

extension MentionView {
    /// Whether an answer stands on no print: what is confidential, and who a protected person is.
    func keepsOffPrint(_ question: String) -> Bool {
        isProtected || mention.confidentialQuestions.contains(question)
    }
}
