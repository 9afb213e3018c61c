// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The people of a case: who they are in it, how old, what they are to whom it is about, and how that is known. Then what else is named.
struct CasePeopleCard {
    let screen: CaseScreen

    var html: HTML {
        let mentions = screen.view.mentions
        guard !mentions.isEmpty else {
            return Card.html("people", "Who and what is named", "<p>\(say: "Nobody and nothing is named.")</p>")
        }
        let people = MentionWords.inOrder(mentions.filter { $0.mention.kind == .person }, \.mention)
        let things = mentions.filter { $0.mention.kind != .person }
        return Card.html(
            "people", "Who and what is named", "\(people.map(person))\(MentionsList(mentions: things, words: screen.words).html)")
    }

    private func person(_ view: MentionView) -> HTML {
        let group = QuestionGroup(rawValue: view.mention.formGroup) ?? .household
        let name = MentionWords.label(view.mention, screen.standard)
        let label: HTML = name.isEmpty ? "\(say: "Name not known")" : "\(name)"
        let answers = view.mention.answers
        var facts = [Facts.Fact(name: "Age", value: age(view.mention))]
        if view.mention.role != .subject {
            facts.append(Facts.Fact(name: "Relation", value: answer(QuestionID.relationship, answers)))
        }
        facts.append(Facts.Fact(name: "How known", value: howKnown))
        let all = screen.words.facts(answers, screen.standard.questions(of: group))
        return """
            <section class="mention" id="record-\(view.record)"><h3>\(label) <small>\(OthersPage.kind(group))</small></h3>\(Facts.html(facts))\
            \(all.isEmpty ? nil : Disclosure.html("All that was said", Facts.html(all)))</section>
            """
    }

    /// By the date of birth, else as it was stated, else what is known of who they are. Never reckoned from anything else.
    private func age(_ mention: Mention) -> HTML {
        let answers = mention.answers
        if let born = answers.first(QuestionID.dateOfBirth).flatMap({ PartialDate($0) }),
            let ages = SubjectAge.range(of: answers, on: LocalDate.today(screen.now))
        {
            let years = ages.count == 1 ? "\(ages.lowerBound)" : "\(ages.lowerBound)–\(ages.upperBound)"
            return "\(say: "\(years), born \(When.said(born))")"
        }
        if let stated = answers.first(QuestionID.age) { return "\(say: "\(stated), as stated")" }
        if mention.role == .subject, let kind = answers.first(QuestionID.subjectKind) {
            return "\(screen.standard.label(kind, in: .subjectKind))"
        }
        return "\(say: "Not known")"
    }

    private func answer(_ id: String, _ answers: Answers) -> HTML {
        guard let question = screen.standard.question(id), let answer = answers.byQuestion[id] else { return "\(say: "Not known")" }
        return screen.words.html(answer, question)
    }

    /// How the statements that name them are known: it belongs to what was said, not to the person (RULE 1.2).
    private var howKnown: HTML {
        guard let question = screen.standard.question(QuestionID.howKnown) else { return "\(say: "Not known")" }
        var seen: Set<Answer> = []
        let said = screen.view.reported.statements.compactMap { $0.answers.byQuestion[QuestionID.howKnown] }
            .filter { seen.insert($0).inserted }
        return said.isEmpty ? "\(say: "Not known")" : said.map { screen.words.html($0, question) }.joined(by: ", ")
    }
}
