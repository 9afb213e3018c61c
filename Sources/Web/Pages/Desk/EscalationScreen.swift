// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Uncovered areas and passed limits that nobody has taken: they climb from one person to the next until one does.
enum EscalationScreen {
    static func page(_ list: [Escalation], _ directory: DirectorySnapshot, _ notice: Notice?, now: Instant) -> Page {
        let rows = list.map { one in
            let area: HTML = one.area.isEmpty ? "\(say: "no area")" : "\(directory.name(ofArea: one.area))"
            let concern: HTML? = one.concern.map { "<br><a href=\"\(ReadingPurpose.desk.url($0))\">\(say: "concern \($0)")</a>" }
            let offered: HTML = one.offeredTo.map { "\($0)" } ?? "<b>\(say: "nobody: the chain is empty")</b>"
            return Table.Row(
                [
                    "<b>\(kind(one.kind))</b>\(concern)", area, offered, When.short(one.offeredAt, now: now),
                    When.short(one.climbsAt, now: now),
                    Form.post(DeskAddresses.takeEscalation.url(one.id), Button("Take it on", hidden: kind(one.kind)).html),
                ], meaning: .now)
        }
        let table = Table(
            caption: "What climbs", hidesCaption: true,
            columns: [
                .init("What", isPlain: true), .init("Area"), .init("Offered to"), .init("Since"), .init("Goes to the next"),
                .init("Take it on", isPlain: true),
            ], rows: rows, empty: "Nothing climbs: every area is covered, and no limit has passed that nobody has taken.")
        return Page(
            title: "What climbs the out-of-hours chain", back: DeskAddresses.queue.url, section: .desk, notice: notice,
            content: """
                <p>\(say: "Each of these is offered to one person after the other, until a person takes it on. Taking it on is not deciding: the concern still waits on the queue.")</p>
                \(table.html)
                """)
    }

    private static func kind(_ code: String) -> Sentence {
        switch code {
        case "uncovered_area": "Nobody is on duty"
        case "undecided": "A concern has passed its limit"
        case "unanswered": "A hand-over has passed its limit"
        default: Sentence(verbatim: code)
        }
    }
}
