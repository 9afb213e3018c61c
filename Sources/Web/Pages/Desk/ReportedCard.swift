// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What was reported: the words, how they are known and when, the signs, the people, and how to reach somebody safely. Answers stand in
/// the words of the record's own standard; what was not answered says why not.
struct ReportedCard {
    let reader: ConcernReader
    var sent: FormData = .empty
    var errors: [FormError] = []

    var html: HTML {
        let safety = SafetyCard(answers: view.answers, words: reader.words).html
        return "\(safety)\(reported)\(SignsCard(reader: reader).html)\(people)\(source)"
    }

    private var view: ConcernView { reader.view }

    private var reported: HTML {
        let safe = Set(SafetyCard.questions(reader.standard).map(\.id))
        let rest = reader.standard.questions(of: .concern).filter { $0.id != QuestionID.signs && !safe.contains($0.id) }
        let facts = Facts.html(
            reader.words.facts(view.answers, rest) + [Facts.Fact(name: "Reported under", value: "\(reader.standard.title)")])
        return Card.html(
            "reported", "What was reported", meaning: view.row.status.isOpen ? .now : .plain,
            "\(view.statements.isEmpty ? "<p>\(say: "No words were written.")</p>" : view.statements.map { StatementWords.html($0, reader.words) }.joined())\(facts)\(gaps)\(addenda)"
        )
    }

    /// Which of the questions that are always asked have no answer.
    private var gaps: HTML? {
        let count = view.gaps.count
        guard count > 0 else { return nil }
        let items: [HTML] = view.gaps.map { gap in
            let question = reader.standard.question(gap.question)?.text(for: .professional) ?? gap.question
            let mention = view.mentions.first { $0.record == gap.record }
            guard let mention else { return "<li>\(question)</li>" }
            let about: Sentence = mention.label.isEmpty ? "Name not known" : Sentence(verbatim: mention.label)
            return "<li>\(say: "\(question) (\(about))")</li>"
        }
        let summary = Sentence(
            count, one: "1 question that is always asked has no answer.", many: "\(count) questions that are always asked have no answer.")
        return Disclosure.html(summary, "<ul>\(items)</ul>")
    }

    private var addenda: HTML? {
        guard !view.addenda.isEmpty else { return nil }
        let items: [HTML] = view.addenda.map {
            "<h3>\(say: "Added by \($0.by), \(When.full($0.at))")</h3><blockquote class=\"said\">\($0.words)</blockquote>"
        }
        return items.joined()
    }

    private var people: HTML {
        guard !view.mentions.isEmpty else {
            return Card.html("people", "Who and what is named", "<p>\(say: "Nobody and nothing is named.")</p>")
        }
        return Card.html("people", "Who and what is named", MentionsList(mentions: view.mentions, words: reader.words).html)
    }

    /// Who reported is sealed apart, under a right of its own (DESIGN rule 1).
    private var source: HTML {
        if let door = view.door { return DoorCard(reader: reader, door: door, sent: sent, errors: errors).html }
        if let source = view.source {
            let facts = reader.words.facts(source, reader.standard.questions(of: .source))
            return Card.html(
                "source", "Who reported", facts.isEmpty ? "<p>\(say: "They said nothing about themselves.")</p>" : Facts.html(facts))
        }
        if reader.may(.readSource) { return Card.html("source", "Who reported", "<p>\(say: "They said nothing about themselves.")</p>") }
        let handlers = SourceHandlers.names(reader.directory, area: view.row.area, at: reader.now)
        let ask: Sentence =
            handlers.isEmpty
            ? "Who reported is kept apart from the report. No source handler is named for this area: ask your administrator."
            : "Who reported is kept apart from the report. Ask the source handler: \(handlers.joined(separator: "; "))."
        return Card.html("source", "Who reported", "<p>\(ring: ask)</p>")
    }
}

/// Those who may know who reported.
enum SourceHandlers {
    /// The source handlers of an area with their phones, by name.
    static func names(_ directory: DirectorySnapshot, area: String?, at now: Instant) -> [String] {
        directory.accounts.values.filter { account in
            account.state == .active
                && directory.grantsInForce(account.id, at: now).contains {
                    $0.role == .sourceHandler && ($0.area == nil || $0.area == area)
                }
        }.map { $0.phone.isEmpty ? $0.name : "\($0.name), \($0.phone)" }.sorted()
    }
}
