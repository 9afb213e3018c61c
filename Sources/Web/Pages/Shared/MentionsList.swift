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
            let facts = words.facts(view.mention.answers, words.standard.questions(of: group))
            return """
                <section class="mention" id="record-\(view.record)"><h3>\(label) <small>\(OthersPage.kind(group))</small></h3>\
                \(facts.isEmpty ? nil : Facts.html(facts))</section>
                """
        }
        return items.joined()
    }
}
