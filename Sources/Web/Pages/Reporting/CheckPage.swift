// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Everything said so far, each with a way to change it, and Send. Nothing that is missing stands in the way.
enum CheckPage {
    static func page(
        _ flow: ReportFlow, areas: DirectorySnapshot, errors: [FormError], back: SiteURL, send: SiteURL, duties: HTML?,
        change: (ReportFlow.Step) -> SiteURL
    ) -> Page {
        let words = AnswerWords(standard: flow.standard, areas: areas)
        var cards: [HTML] = []
        for page in flow.standard.pages where !page.group.repeats || page.group == .statement {
            let facts = words.facts(flow.answers(on: page, item: nil), flow.questions(on: page.id, item: nil), flow.audience)
            if !facts.isEmpty {
                cards.append(card(page.id, Sentence(verbatim: page.title(for: flow.audience)), facts, change(.page(page.id, item: nil))))
            }
        }
        for (item, mention) in flow.report.mentions.enumerated() {
            guard let group = QuestionGroup(rawValue: mention.formGroup), let first = flow.pages(of: group).first else { continue }
            let questions = flow.pages(of: group).flatMap { flow.questions(on: $0, item: item) }
            let facts = words.facts(mention.answers, questions, flow.audience)
            cards.append(card("mention-\(item)", heading(group, item, flow.report), facts, change(.page(first, item: item))))
        }
        let giveaway: HTML? =
            flow.report.givesAddressAway
            ? Notice(
                "Your words hold an address that you asked us to keep secret. People of other agencies see them without it. If you can, take it out.",
                .due
            ).html : nil
        let nothing =
            flow.report.saysSomething ? nil : "<p class=\"empty\">\(say: "Nothing is written yet. One sentence is enough.")</p>" as HTML
        return Page(
            title: "Check and send", caption: ReportFrame.caption(flow.place(of: .check)), back: back, section: .report, errors: errors,
            isNarrow: true,
            content: """
                \(nothing)\(giveaway)\(duties)\(cards)
                \(Form.post(send, """
                    <p>\(say: "Sent, it goes to a named person at the desk. Nobody in the family is told by this system.")</p>\
                    \(Button.row(Button("Send the report").html))
                    """, isKept: true))
                <p><a href="\(change(.others))">\(say: "Add somebody or something")</a></p>
                """)
    }

    /// What a mention is; of several of a kind, which one, so that each card has a name of its own.
    private static func heading(_ group: QuestionGroup, _ item: Int, _ report: ConcernReport) -> Sentence {
        let same = report.mentions.indices.filter { report.mentions[$0].formGroup == group.rawValue }
        guard same.count > 1, let place = same.firstIndex(of: item) else { return OthersPage.kind(group) }
        return "\(OthersPage.kind(group)), \(place + 1) of \(same.count)"
    }

    private static func card(_ id: String, _ heading: Sentence, _ facts: [Facts.Fact], _ change: SiteURL) -> HTML {
        Card.html(
            "card-\(id)", heading,
            "\(Facts.html(facts))<p><a href=\"\(change)\">\(say: "Change")<span class=\"hidden\"> \(heading)</span></a></p>")
    }
}
