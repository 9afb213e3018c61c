// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Areas with nobody on duty and passed limits that nobody has taken: they go from one person on call to the next until one does.
enum EscalationScreen {
    static func page(_ list: [Escalation], _ directory: DirectorySnapshot, _ notice: Notice?, now: Instant) -> Page {
        let rows = list.map { one in
            let area: HTML = one.area.isEmpty ? "\(say: "no area")" : "\(directory.name(ofArea: one.area))"
            let concern: HTML? = one.concern.map { "<br><a href=\"\(ReadingPurpose.desk.url($0))\">\(say: "concern \($0)")</a>" }
            let list: HTML? =
                one.kind == "unreadable_rows"
                ? "<br><a href=\"\(UnreadableAddresses.list.url)\">\(say: "rows not read")</a>" : nil
            let offered: HTML = one.offeredTo.map { "\($0)" } ?? "<b>\(say: "nobody: no one is left on call")</b>"
            return Table.Row(
                [
                    "<b>\(kind(one.kind))</b>\(concern)\(list)", area, offered, When.short(one.offeredAt, now: now),
                    When.short(one.climbsAt, now: now),
                    Form.post(DeskAddresses.takeEscalation.url(one.id), Button("Take it on", hidden: kind(one.kind)).html),
                ], meaning: .now)
        }
        let table = Table(
            caption: "What nobody has taken on", hidesCaption: true,
            columns: [
                .init("What", isPlain: true), .init("Area"), .init("Offered to"), .init("Since"), .init("Goes to the next person on call"),
                .init("Take it on", isPlain: true),
            ], rows: rows,
            empty: "Nothing waits here: somebody is on duty in every area, and somebody has taken on every limit that has passed.")
        return Page(
            title: "What nobody has taken on", back: DeskAddresses.queue.url, section: .desk, notice: notice,
            content: """
                <p>\(say: "Each of these is offered to one person on call after the other, until somebody takes it on. Taking it on is not deciding: the concern stays in the queue.")</p>
                \(table.html)
                """)
    }

    private static func kind(_ code: String) -> Sentence {
        switch code {
        case "uncovered_area": "No co-ordinator is on duty"
        case "unreadable_rows": "Rows of an import have passed their limit"
        case "undecided": "A concern has passed its limit"
        case "unanswered": "A hand-over has passed its limit"
        case "unanswered_ask": "Another agency's asking for more has passed its limit"
        default: Sentence(verbatim: code)
        }
    }
}
