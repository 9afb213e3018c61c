// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Unread notices: what happened, when, where to see it, and a button that marks it as read. No word about a person stands in one.
enum NoticeList {
    private static let most = 20

    /// The newest, and how many there are.
    static func html(_ notices: [Services.Notice], now: Instant) -> HTML {
        let rows = notices.prefix(most).map { notice in
            let words = words(notice.kind)
            let about: HTML =
                url(notice).map { "<a href=\"\($0)\">\(words)\(notice.concern.map { "<span class=\"hidden\"> \($0)</span>" as HTML })</a>" }
                ?? "\(words)"
            return Table.Row([
                about, notice.concern.map { HTML(text: $0) } ?? "–", When.short(notice.at, now: now),
                Form.post(HomeAddresses.readNotice.url(notice.id), Button("Mark as read", weight: .quiet, hidden: words).html),
            ])
        }
        let table = Table(
            caption: "Notices", hidesCaption: true,
            columns: [.init("What", isPlain: true), .init("Concern"), .init("When"), .init("Done", isPlain: true)], rows: rows,
            empty: "Nothing new.")
        let more: HTML? =
            notices.count > most
            ? "<p class=\"soft\">\(say: "These are the newest \(most). The others come up as you mark these as read.")</p>" : nil
        return "\(table.html)\(more)"
    }

    private static func words(_ kind: String) -> Sentence {
        switch kind {
        case "hand_over": "A hand-over waits for your team"
        case "returned": "A hand-over was refused: the concern is back"
        case "addendum": "The reporter has added something"
        case "reply": "There is a reply to your report"
        case "emergency": "A restricted concern was opened in an emergency"
        case "shut_out": "A shut-out waits for a person to confirm or lift it"
        case "escalation": "Something climbs the out-of-hours chain, and it is your turn"
        case "action": "An action on a case is yours"
        default: Sentence(verbatim: kind)
        }
    }

    private static func url(_ notice: Services.Notice) -> SiteURL? {
        switch notice.kind {
        case "hand_over": Places.handOvers
        case "reply": notice.concern.map { ReportAddresses.own.url($0) }
        case "action": Places.cases
        case "escalation": notice.concern.map { ReadingPurpose.desk.url($0) } ?? DeskAddresses.escalations.url
        default: notice.concern.map { ReadingPurpose.desk.url($0) }
        }
    }
}
