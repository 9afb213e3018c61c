// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The hand-overs to my teams: those that wait, urgent ones first and then by their clock, or those answered.
struct HandOverScreen {
    let inbox: HandOverInbox
    /// The standard of a record, by its version.
    let standard: @Sendable (String) -> Standard
    let now: Instant

    func page(_ notice: Notice?) -> Page {
        let part = inbox.part
        return Page(
            title: "Hand-overs", section: .handOvers, notice: notice,
            content: """
                <p class="lead">\(sentence)</p>\(parts)\(table)\
                \(Pagination(page: inbox.page + 1, size: inbox.pageSize, total: inbox.total) { Self.url(part, page: $0 - 1) }.html)
                \(LimitSources.html(.acceptance, standard("")))
                """)
    }

    /// The address of a part of the inbox.
    static func url(_ part: HandOverInbox.Part, page: Int = 0) -> SiteURL {
        TeamAddresses.inbox.url.with("answered", part == .answered ? "yes" : nil).with("page", page == 0 ? nil : String(page + 1))
    }

    private var waiting: Int { inbox.counts[.waiting] ?? 0 }

    private var sentence: HTML {
        guard waiting > 0 else { return "\(say: "Every hand-over to your team has been answered.")" }
        let wait = Sentence(
            waiting, one: "1 hand-over waits for a named person to accept it.",
            many: "\(waiting) hand-overs wait for a named person to accept them.")
        let late = Sentence(inbox.passed, one: "1 has passed its limit.", many: "\(inbox.passed) have passed their limit.")
        return "\(wait) \(inbox.passed == 0 ? nil : "<b>\(late)</b>" as HTML)"
    }

    private var parts: HTML {
        let parts = HandOverInbox.Part.allCases.map { part in
            Tabs.Part(
                part == .waiting ? "Waiting" : "Answered", Self.url(part), isCurrent: part == inbox.part, count: inbox.counts[part] ?? 0)
        }
        return Tabs(label: "Parts of the list", parts: parts).html
    }

    private var table: HTML {
        let isWaiting = inbox.part == .waiting
        return Table(
            caption: isWaiting ? "Waiting for your team" : "Answered", hidesCaption: true,
            columns: [
                .init(isWaiting ? "Due" : "State", isPlain: true), .init("Who", isPlain: true), .init("What was seen", isPlain: true),
                .init("Decided by"), .init("Team"), .init("Answer"),
            ], rows: inbox.rows.map { HandOverLine(row: $0, standard: standard($0.standard), now: now).html }, empty: empty
        ).html
    }

    private var empty: Sentence {
        if inbox.total > 0 { return "There is nothing on this page of the list." }
        return inbox.part == .waiting ? "Nothing waits for your team." : "Nothing has been answered yet."
    }
}
