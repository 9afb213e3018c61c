// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What other agencies ask of a desk, team or case, and what a person asked: those that wait first by their clock.
struct AskScreen {
    let inbox: AskInbox
    /// The standard of a record, by its version.
    let standard: @Sendable (String) -> Standard
    let now: Instant

    func page(_ notice: Notice?) -> Page {
        let part = inbox.part
        return Page(
            title: "Asked for more", section: .asks, notice: notice,
            content: """
                <p class="lead">\(sentence)</p>\(parts)\(table)\
                \(Pagination(page: inbox.page + 1, size: inbox.pageSize, total: inbox.total) { Self.url(part, page: $0 - 1) }.html)
                \(LimitSources.html(.shareAnswer, standard("")))
                """)
    }

    /// The address of a part of the list.
    static func url(_ part: AskInbox.Part, page: Int = 0) -> SiteURL {
        SharingAddresses.asks.url.with("part", part == .waiting ? nil : part.rawValue).with("page", page == 0 ? nil : String(page + 1))
    }

    private var sentence: HTML {
        guard inbox.waiting > 0 else { return "\(say: "Nobody waits for an answer from you.")" }
        return
            "\(Sentence(inbox.waiting, one: "1 colleague of another desk or agency waits for your answer.", many: "\(inbox.waiting) colleagues of other desks or agencies wait for your answer."))"
    }

    private var parts: HTML {
        let parts = AskInbox.Part.allCases.map { part in
            Tabs.Part(
                Self.name(part), Self.url(part), isCurrent: part == inbox.part,
                count: part == inbox.part ? inbox.total : part == .waiting ? inbox.waiting : nil)
        }
        return Tabs(label: "Parts of the list", parts: parts).html
    }

    private static func name(_ part: AskInbox.Part) -> Sentence {
        switch part {
        case .waiting: "Waiting for me"
        case .answered: "Answered"
        case .mine: "Asked by me"
        }
    }

    private var table: HTML {
        let isMine = inbox.part == .mine
        return Table(
            caption: Self.name(inbox.part), hidesCaption: true,
            columns: [
                .init(inbox.part == .waiting ? "Answer by" : "Answer", isPlain: true), .init("Concern", isPlain: true),
                .init(isMine ? "Asked of" : "Who asks"), .init("Since"), .init("What to do", isPlain: true),
            ], rows: inbox.rows.map(row), empty: inbox.total > 0 ? "There is nothing on this page of the list." : empty
        ).html
    }

    private var empty: Sentence {
        switch inbox.part {
        case .waiting: "Nothing is asked of you."
        case .answered: "Nothing has been answered yet."
        case .mine: "You have asked for nothing yet. Beside a piece that is not shown whole there is a button to ask."
        }
    }

    private func row(_ row: AskView) -> Table.Row {
        let isMine = inbox.part == .mine
        let name: HTML? = row.subject.map { "<b>\($0)</b><br>" }
        let who: HTML =
            isMine
            ? "\(row.holder)"
            : "\(row.asker.name)<br><small>\(row.asker.post), \(row.asker.agency)<br>\(ring: Sentence(verbatim: row.asker.phone))</small>"
        let todo: HTML? =
            isMine || row.ask.answer != nil
            ? nil
            : "<a class=\"button quiet\" href=\"\(SharingAddresses.answer.url(row.ask.id))\">\(say: "Answer")<span class=\"hidden\"> \(say: "about concern \(row.reference)")</span></a>"
        return Table.Row(
            [
                "\(ConcernWords.urgency(row.urgency, standard(row.standard))?.html) \(AskWords.standing(row.ask, standard(row.standard), now: now))",
                "\(name)<a href=\"\(ReadingPurpose.desk.url(row.reference))\">\(row.reference)</a>", who,
                When.short(row.ask.askedAt, now: now),
                todo ?? "–",
            ], meaning: ConcernWords.meaning(row.ask.clock, nil))
    }
}

/// How an asking stands, in words.
enum AskWords {
    /// The clock while it waits; else the answer, who gave it and why.
    static func standing(_ ask: PieceAsk, _ standard: Standard, now: Instant) -> HTML? {
        guard let answer = ask.answer else {
            return ConcernWords.clock(ask.clock, good: ask.dueGood, hard: ask.dueHard, now: now)
        }
        let words: Sentence = answer == "none" ? "No" : Sentence(verbatim: standard.label(answer, in: .shareRule))
        let reason: HTML? = ask.reason.map { "<p class=\"said\">\($0)</p>" }
        let by: HTML? = ask.answeredBy.map { by in
            "<br><small>\(say: "\(by), \(ask.answeredAt.map { When.short($0, now: now) } ?? .empty)")</small>"
        }
        return "\(Tag(words, answer == "none" ? .due : .good).html)\(by)\(reason)"
    }
}
