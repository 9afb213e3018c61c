// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One report of mine: the replies, what I reported, duties of my own, and a way to add something. The same with an account and without.
struct OwnReportScreen: Sendable {
    let house: House
    let own: OwnReport
    /// Where an addition is sent to.
    let add: SiteURL
    /// Where what proves a duty done is sent to, by its form.
    let record: @Sendable (String) -> SiteURL
    let back: SiteURL
    var section: NavigationItem.Section?

    private var standard: Standard { house.standard(own.report.standard) }
    private var words: AnswerWords { AnswerWords(standard: standard, areas: house.directory.snapshot) }

    /// The page. `arrival` stands first on a report that has just come in.
    func page(_ state: PageState, heading: Sentence? = nil, arrival: HTML? = nil) -> Page {
        let field = TextField(
            name: "words", label: "What would you like to add?", value: state.sent?["words"], error: state.errors["words"], lines: 4)
        let more = Form.post(add, "\(field.html)\(Button.row(Button("Add this").html))")
        return Page(
            title: "Report \(own.row.reference)", heading: heading.map { "\($0)" }, back: back, section: section, errors: state.errors,
            notice: state.notice, isNarrow: true,
            content: """
                \(arrival)\(duties(state))
                \(Card.html("replies", "Replies", replies))
                \(Card.html("what", "What you reported", said))
                \(Card.html("more", "Add something", more))
                """)
    }

    /// What is wrong with an addition, in the words of its form.
    static func addErrors(_ faults: [FieldFault]) -> [FormError] {
        faults.map { FormError($0.field, $0.reason == .missing ? "Write what you want to add" : Explaining.message($0.reason)) }
    }

    /// The reports of one person; `address` is where one of them stands.
    static func list(_ rows: [OwnReportRow], now: Instant, empty: Sentence, _ address: (String) -> SiteURL) -> Table {
        Table(
            caption: "My reports", hidesCaption: true,
            columns: [.init("Reference", isPlain: true), .init("Sent"), .init("Where it stands"), .init("Replies")],
            rows: rows.map { row in
                Table.Row([
                    "<a href=\"\(address(row.reference))\">\(row.reference)</a>", When.short(row.sentAt, now: now),
                    standing(row.standing).html,
                    row.unreadReplies > 0
                        ? Tag(Sentence(row.unreadReplies, one: "1 new reply", many: "\(row.unreadReplies) new replies"), .good).html
                        : "\(row.replies)",
                ])
            }, empty: empty)
    }

    /// Duties of the reporter's own, with the form for what proves them done.
    private func duties(_ state: PageState) -> [HTML] {
        own.duties.map { duty in
            if let done = DutyNotice.done(duty, words) {
                return Card.html("duty-\(duty.power.id)", "You have told the police", meaning: .good, done)
            }
            let form = duty.power.personal.flatMap {
                DutyNotice.record(duty, standard, record($0.record), sent: state.sent, errors: state.errors)
            }
            return "\(DutyNotice.html(duty))\(form.map { Card.html("told-police", "When you have told them", $0) })"
        }
    }

    private var replies: HTML {
        guard !own.replies.isEmpty else {
            return
                "<p>\(Self.standing(own.row.standing).html)</p><p>\(say: "There is no reply yet. The desk decides by \(When.full(own.row.decidesByLatest)).")</p>"
        }
        let items: [HTML] = own.replies.reversed().map { reply in
            """
            <article class="reply"><h3>\(reply.by), \(When.full(reply.at))</h3>\
            \(reply.chosen.map { "<p>\(standard.label($0, in: .reply))</p>" as HTML })\
            \(reply.words.isEmpty ? nil : "<p class=\"said\">\(reply.words)</p>" as HTML)</article>
            """
        }
        return items.joined()
    }

    private var said: HTML {
        var facts = own.report.statements.flatMap { words.facts($0.answers, standard.questions(of: .statement)) }
        facts += words.facts(own.report.answers, standard.questions(of: .concern))
        let people: [HTML] = MentionWords.inOrder(own.report.mentions, { $0 }).map { mention in
            let group = QuestionGroup(rawValue: mention.formGroup) ?? .household
            return "<h3>\(OthersPage.kind(group))</h3>\(Facts.html(words.facts(mention.answers, standard.questions(of: group))))"
        }
        let added: [HTML] = own.addenda.map { "<h3>\(say: "Added on \(When.full($0.at))")</h3><p class=\"said\">\($0.words)</p>" }
        return "\(Facts.html(facts))\(people)\(added)"
    }

    /// Where a report stands, as said to its reporter.
    static func standing(_ standing: ReporterStanding) -> Tag {
        switch standing {
        case .waiting: Tag("Waits to be read")
        case .beingRead: Tag("A named person is reading it")
        case .decided: Tag("Decided, a reply follows")
        case .answered: Tag("Answered", .good)
        }
    }
}
