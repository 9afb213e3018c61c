// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// My cases and those of my teams, the one with the nearest due action first.
enum CaseListScreen {
    static func page(_ cases: [CaseRow], _ notice: Notice?, now: Instant) -> Page {
        let overdue = cases.filter { $0.overdueActions > 0 }.count
        let open: Sentence = Sentence(cases.count, one: "1 case is open.", many: "\(cases.count) cases are open.")
        let late: Sentence = Sentence(overdue, one: "1 has an action overdue.", many: "\(overdue) have actions overdue.")
        let rows = cases.map { row in
            let subject: HTML = "\(CaseScreen.subject(row))"
            let next: HTML = row.nextDue.map { When.short($0, now: now) } ?? "\(say: "no action is set")"
            return Table.Row(
                [
                    "<a href=\"\(TeamAddresses.file.url(row.reference))\"><b>\(subject)</b></a><br><small>\(say: "case \(row.reference)")</small>",
                    "\(next) \(row.overdueActions > 0 ? Tag("Overdue", .now).html : nil)", "\(row.openActions)", "\(row.team)",
                    "\(When.date(row.openedAt))<br><small>\(row.openedBy)</small>",
                    row.concernReference.isEmpty
                        ? "–" : "<a href=\"\(ReadingPurpose.file.url(row.concernReference))\">\(row.concernReference)</a>",
                ], meaning: row.overdueActions > 0 ? .now : row.openActions == 0 ? .due : .plain)
        }
        let table = Table(
            caption: "Cases", hidesCaption: true,
            columns: [
                .init("About", isPlain: true), .init("Next action due"), .init("Open actions"), .init("Team"), .init("Opened"),
                .init("Concern"),
            ], rows: rows, empty: "No case is open. A case opens when the lead team accepts a hand-over.")
        return Page(
            title: "Cases", section: .cases, notice: notice,
            content:
                "\(cases.isEmpty ? nil : "<p class=\"lead\">\(open) \(overdue == 0 ? nil : "<b>\(late)</b>" as HTML)</p>" as HTML)\(table.html)"
        )
    }
}
