// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Unread notices: what happened, when, where to see it, and a button that marks it as read. No word about a person stands in one.
struct NoticeList {
    /// The field that says up to which moment notices were listed.
    static let madeBy = "made_by"

    /// The query parameter of the page.
    static let pageParameter = "notices"

    let page: NoticePage
    /// From 1.
    let number: Int
    let now: Instant

    /// The newest first, page by page; all of them can be marked as read at once.
    var html: HTML {
        guard page.total > 0 else {
            return """
                <p class="empty">\(say: "No new notices. You get one when something is handed to you, comes back, is answered or passes its limit.")</p>
                """
        }
        let table = Table(
            caption: "Notices", hidesCaption: true,
            columns: [.init("What", isPlain: true), .init("Concern"), .init("When"), .init("Done", isPlain: true)],
            rows: page.rows.map(row),
            empty: "There are no more on this page.")
        let pages = Pagination(page: number, size: page.pageSize, total: page.total) {
            HomeAddresses.home.url.with(Self.pageParameter, String($0)).at("notices")
        }
        return "\(all)\(table.html)\(pages.html)"
    }

    private func row(_ notice: Services.Notice) -> Table.Row {
        let words = Self.words(notice)
        let about: HTML =
            Self.url(notice).map {
                "<a href=\"\($0)\">\(words)\(notice.concern.map { "<span class=\"hidden\"> \($0)</span>" as HTML })</a>"
            } ?? "\(words)"
        return Table.Row([
            "\(about)\(task(notice))", notice.concern.map { HTML(text: $0) } ?? "–", When.short(notice.at, now: now),
            Form.post(HomeAddresses.readNotice.url(notice.id), Button("Mark as read", weight: .quiet, hidden: words).html),
        ])
    }

    /// What belongs to a team or desk is read for all of it: the words beside the button say so.
    private var all: HTML? {
        guard page.total > 1 else { return nil }
        return Form.post(
            HomeAddresses.readAllNotices.url,
            """
            \(Form.hidden(Self.madeBy, String(page.asOf.microseconds)))\
            <div class="row buttons">\(Button("Mark all \(page.total) as read", weight: .quiet).html) \
            <span class="soft">\(say: "Those to your team or desk are then read for everybody on it.")</span></div>
            """)
    }

    /// What is to be done, and by when.
    private func task(_ notice: Services.Notice) -> HTML? {
        if case .allegation(let desk) = notice.matter { return "<br><small>\(ring: ConcernReader.contact(desk))</small>" }
        guard case .action(let action) = notice.matter else { return nil }
        let overdue: HTML? = action.dueAt < now ? " \(Tag("Overdue", .now).html)" : nil
        let due: HTML = "<small>\(say: "by \(When.short(action.dueAt, now: now))")\(overdue)</small>"
        return "<br><span class=\"said\">\(action.words)</span><br>\(due)"
    }

    private static func words(_ notice: Services.Notice) -> Sentence {
        switch notice.matter {
        case .uncovered(let area, _): return "No co-ordinator is on duty in \(area), and it has come to you"
        case .undecided(let subject?): return "The limit for deciding \(subject) has passed, and it has come to you"
        case .undecided(nil): return "The limit for deciding a concern has passed, and it has come to you"
        case .unanswered(let subject?): return "The limit for answering the hand-over of \(subject) has passed, and it has come to you"
        case .unanswered(nil): return "The limit for answering a hand-over has passed, and it has come to you"
        case .action, .allegation, nil: return words(notice.kind)
        }
    }

    private static func words(_ kind: String) -> Sentence {
        switch kind {
        case "hand_over": "A hand-over waits for your team"
        case "returned": "A hand-over was refused: the concern is back"
        case "addendum": "The reporter has added something"
        case "reply": "There is a reply to your report"
        case "emergency": "A restricted concern was opened in an emergency"
        case "shut_out": "Somebody was shut out of a concern by software: confirm it, or let them in"
        case "share_ask": "A colleague of another desk or agency asks for more of a concern"
        case "share_answer": "Your asking for more was answered"
        case "protected_match": "A protected person may have been reported anew"
        case "look_up": "There is a look-up to look into"
        case "escalation": "A passed limit or an area with nobody on duty has come to you"
        case "allegation": "Something may be about a person in a position of trust: ring the desk that has it"
        case "action": "An action on a case is yours"
        case "second_person": "A decision waits for you as the second person"
        case "sent_back": "A decision that you proposed was sent back"
        case "unreadable_row": "Rows of an import could not be read, and are yours to settle"
        default: Sentence(verbatim: kind)
        }
    }

    private static func url(_ notice: Services.Notice) -> SiteURL? {
        switch notice.kind {
        case "hand_over": Places.handOvers
        case "reply": notice.concern.map { ReportAddresses.own.url($0) }
        case "action": action(notice) ?? Places.cases
        case "unreadable_row": UnreadableAddresses.list.url
        // Whoever is told reads it once it is handed to them.
        case "allegation": nil
        case "share_ask": SharingAddresses.asks.url
        case "share_answer": AskScreen.url(.mine)
        case "protected_match": SharingAddresses.identities.url
        case "look_up": SharingAddresses.lookUps.url
        // Where it is taken on: whoever only reads the concern has not taken it on.
        case "escalation": DeskAddresses.escalations.url
        default: notice.concern.map { ReadingPurpose.desk.url($0) }
        }
    }

    private static func action(_ notice: Services.Notice) -> SiteURL? {
        guard case .action(let action) = notice.matter else { return nil }
        return TeamAddresses.file.url(action.caseReference).at(ActionsCard.anchor(action.id))
    }
}
