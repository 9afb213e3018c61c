// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What I reported, and what came of it.
struct OwnReportPages: Sendable {
    let house: House
    private static let pageSize = 25

    /// Where a reporter goes once the report is sent: its page, which says first that it has arrived.
    static func receiptURL(_ reference: String) -> SiteURL { ReportAddresses.own.url(reference).with("sent", "yes") }

    /// The handlers.
    var routes: [Route] {
        [
            ReportAddresses.mine.handle { request in
                let page = request.number("page", in: 1...100_000, otherwise: 1)
                let found = try await house.reporting.ownReports(try request.actor, page: page - 1)
                return .page(list(found.rows, total: found.total, page: page, now: request.now))
            },
            ReportAddresses.own.handle { request, reference in
                let report = try await house.reporting.ownReport(try request.actor, reference: reference)
                return .page(own(report, sent: request.query["sent"] != nil, added: request.query["added"] != nil, errors: [], typed: nil))
            },
            ReportAddresses.add.handle { request, reference in
                do {
                    try await house.reporting.add(try request.actor, reference: reference, words: request.form["words"] ?? "")
                    return .seeOther(ReportAddresses.own.url(reference).with("added", "yes"))
                } catch ServiceError.invalid(let faults) {
                    let report = try await house.reporting.ownReport(try request.actor, reference: reference)
                    let errors = faults.map {
                        FormError($0.field, $0.reason == .missing ? "Write what you want to add" : Explaining.message($0.reason))
                    }
                    return .page(own(report, sent: false, added: false, errors: errors, typed: request.form["words"]), status: 422)
                }
            },
        ]
    }

    private func list(_ rows: [OwnReportRow], total: Int, page: Int, now: Instant) -> Page {
        let table = Table(
            caption: "My reports", hidesCaption: true,
            columns: [.init("Reference", isPlain: true), .init("Sent"), .init("Where it stands"), .init("Replies")],
            rows: rows.map { row in
                Table.Row([
                    "<a href=\"\(ReportAddresses.own.url(row.reference))\">\(row.reference)</a>", When.short(row.sentAt, now: now),
                    Self.standing(row.standing).html,
                    row.unreadReplies > 0
                        ? Tag(Sentence(row.unreadReplies, one: "1 new reply", many: "\(row.unreadReplies) new replies"), .good).html
                        : "\(row.replies)",
                ])
            }, empty: "You have not reported anything yet.")
        let pages = Pagination(page: page, size: Self.pageSize, total: total) { ReportAddresses.mine.url.with("page", String($0)) }
        return Page(
            title: "My reports", section: .ownReports,
            content: "\(table.html)\(pages.html)\(Button.row(Button.link("Report a concern", ReportAddresses.start.url, weight: .main)))")
    }

    private func own(_ own: OwnReport, sent: Bool, added: Bool, errors: [FormError], typed: String?) -> Page {
        let reference = own.row.reference
        let standard = house.standard(own.report.standard)
        let add = Form.post(
            ReportAddresses.add.url(reference),
            "\(TextField(name: "words", label: "What would you like to add?", value: typed, error: errors["words"], lines: 4).html)\(Button.row(Button("Add this").html))"
        )
        return Page(
            title: "Report \(reference)", heading: sent ? "\(say: "Your report has arrived")" : nil, back: ReportAddresses.mine.url,
            section: .ownReports,
            errors: errors, notice: added ? Notice("Added. The desk is told.") : nil, isNarrow: true,
            content: """
                \(sent ? arrival(own) : nil)
                \(Card.html("replies", "Replies", replies(own, standard)))
                \(Card.html("what", "What you reported", said(own, standard)))
                \(Card.html("more", "Add something", add))
                """)
    }

    private func arrival(_ own: OwnReport) -> HTML {
        Card.html(
            "receipt", "Reference \(own.row.reference)", meaning: .good,
            """
            <p>\(say: "It is stored safely. \(own.desk.name) reads it and decides by \(When.full(own.row.decidesByLatest)).")</p>
            <p>\(ring: "If you hear nothing by then, or it gets worse, ring \(own.desk.phone) (\(own.desk.hours)) and say this reference. If somebody is in danger now, ring 999.")</p>
            """)
    }

    private func replies(_ own: OwnReport, _ standard: Standard) -> HTML {
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

    private func said(_ own: OwnReport, _ standard: Standard) -> HTML {
        let words = AnswerWords(standard: standard, areas: house.directory.snapshot)
        var facts = own.report.statements.flatMap { words.facts($0.answers, standard.questions(of: .statement)) }
        facts += words.facts(own.report.answers, standard.questions(of: .concern))
        let people: [HTML] = MentionWords.inOrder(own.report.mentions, { $0 }).map { mention in
            let group = QuestionGroup(rawValue: mention.formGroup) ?? .household
            return "<h3>\(OthersPage.kind(group))</h3>\(Facts.html(words.facts(mention.answers, standard.questions(of: group))))"
        }
        let added: [HTML] = own.addenda.map { "<h3>\(say: "Added on \(When.full($0.at))")</h3><p class=\"said\">\($0.words)</p>" }
        return "\(Facts.html(facts))\(people)\(added)"
    }

    private static func standing(_ standing: ReporterStanding) -> Tag {
        switch standing {
        case .waiting: Tag("Waits to be read")
        case .beingRead: Tag("A named person is reading it")
        case .decided: Tag("Decided, a reply follows")
        case .answered: Tag("Answered", .good)
        }
    }
}
