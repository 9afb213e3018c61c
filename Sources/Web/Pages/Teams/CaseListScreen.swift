// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// My cases and those of my teams: the open ones, those for which nobody has anything to do first, or the closed ones.
struct CaseListScreen {
    let list: CaseList
    /// The standard of a record, by its version.
    let standard: @Sendable (String) -> Standard
    let now: Instant

    func page(_ notice: Notice?) -> Page {
        let part = list.part
        return Page(
            title: "Cases", section: .cases, notice: notice,
            content: """
                \(lead)\(parts)\(part == .open ? open.html : closed.html)\
                \(Pagination(page: list.page + 1, size: list.pageSize, total: list.total) { Self.url(part, page: $0 - 1) }.html)
                """)
    }

    /// The address of a part of the list.
    static func url(_ part: CaseList.Part, page: Int = 0) -> SiteURL {
        TeamAddresses.cases.url.with("show", part == .open ? nil : part.rawValue).with("page", page == 0 ? nil : String(page + 1))
    }

    private var lead: HTML? {
        let count = list.counts[.open] ?? 0
        guard count > 0 else { return nil }
        let open = Sentence(count, one: "1 case is open.", many: "\(count) cases are open.")
        let late = Sentence(list.overdue, one: "1 has an action overdue.", many: "\(list.overdue) have actions overdue.")
        let idle = Sentence(list.withoutAction, one: "1 has no action.", many: "\(list.withoutAction) have no action.")
        return """
            <p class="lead">\(open) \(list.overdue == 0 ? nil : Tag(late, .now).html) \
            \(list.withoutAction == 0 ? nil : Tag(idle, .due).html)</p>
            """
    }

    private var parts: HTML {
        let parts = CaseList.Part.allCases.map { part in
            Tabs.Part(part == .open ? "Open" : "Closed", Self.url(part), isCurrent: part == list.part, count: list.counts[part] ?? 0)
        }
        return Tabs(label: "Parts of the list", parts: parts).html
    }

    private var open: Table {
        let rows = list.rows.map { row in
            let next: HTML = row.nextDue.map { When.short($0, now: now) } ?? Tag("No action is set", .due).html
            return Table.Row(
                [
                    about(row), "\(next) \(row.overdueActions > 0 ? Tag("Overdue", .now).html : nil)", "\(row.openActions)", "\(row.team)",
                    opened(row), concern(row),
                ], meaning: row.overdueActions > 0 ? .now : row.openActions == 0 ? .due : .plain)
        }
        return Table(
            caption: "Cases", hidesCaption: true,
            columns: [
                .init("About", isPlain: true), .init("Next action due"), .init("Open actions"), .init("Team"), .init("Opened"),
                .init("Concern"),
            ], rows: rows, empty: empty("No case is open. A case opens when the lead team accepts a hand-over."))
    }

    private var closed: Table {
        let rows = list.rows.map { row in
            let outcome = row.outcome.map { standard(row.standard).label($0, in: .caseOutcome) } ?? ""
            let at: HTML = row.closedAt.map { When.date($0) } ?? "–"
            return Table.Row([about(row), at, "\(outcome)", "\(row.team)", opened(row), concern(row)])
        }
        return Table(
            caption: "Closed cases", hidesCaption: true,
            columns: [
                .init("About", isPlain: true), .init("Closed"), .init("How it ended"), .init("Team"), .init("Opened"), .init("Concern"),
            ], rows: rows, empty: empty("No case has been closed yet."))
    }

    private func empty(_ words: Sentence) -> Sentence { list.total > 0 ? "There is nothing on this page of the list." : words }

    private func about(_ row: CaseRow) -> HTML {
        """
        <a href="\(TeamAddresses.file.url(row.reference))"><b>\(CaseScreen.subject(row))</b></a><br>\
        <small>\(say: "case \(row.reference)")</small>
        """
    }

    private func opened(_ row: CaseRow) -> HTML { "\(When.date(row.openedAt))<br><small>\(row.openedBy)</small>" }

    private func concern(_ row: CaseRow) -> HTML {
        row.concernReference.isEmpty ? "–" : "<a href=\"\(ReadingPurpose.file.url(row.concernReference))\">\(row.concernReference)</a>"
    }
}
