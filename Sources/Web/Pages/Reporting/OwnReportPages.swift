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
                return .page(own(report, PageState(request)))
            },
            ReportAddresses.add.handle { request, reference in
                do {
                    try await house.reporting.add(try request.actor, reference: reference, words: request.form["words"] ?? "")
                    return .seeOther(ReportAddresses.own.url(reference).with("added", "yes"))
                } catch ServiceError.invalid(let faults) {
                    let report = try await house.reporting.ownReport(try request.actor, reference: reference)
                    let errors = OwnReportScreen.addErrors(faults)
                    return .page(own(report, PageState(errors: errors, sent: request.form)), status: 422)
                }
            },
        ]
    }

    private func list(_ rows: [OwnReportRow], total: Int, page: Int, now: Instant) -> Page {
        let table = OwnReportScreen.list(rows, now: now, empty: "You have not reported anything yet.") { ReportAddresses.own.url($0) }
        let pages = Pagination(page: page, size: Self.pageSize, total: total) { ReportAddresses.mine.url.with("page", String($0)) }
        return Page(
            title: "My reports", section: .ownReports,
            content: "\(table.html)\(pages.html)\(Button.row(Button.link("Report a concern", ReportAddresses.start.url, weight: .main)))")
    }

    /// One report with its replies, as `state` says it.
    func own(_ own: OwnReport, _ state: PageState) -> Page {
        let reference = own.row.reference
        let screen = OwnReportScreen(
            house: house, own: own, add: ReportAddresses.add.url(reference), record: { PracticeAddresses.own.url((reference, $0)) },
            back: ReportAddresses.mine.url, section: .ownReports)
        return screen.page(
            state, heading: state.isSent ? "Your report has arrived" : nil, arrival: state.isSent ? arrival(own) : nil)
    }

    private func arrival(_ own: OwnReport) -> HTML {
        Card.html(
            "receipt", "Reference \(own.row.reference)", meaning: .good,
            """
            <p>\(say: "It is stored safely. \(own.desk.name) reads it and decides by \(When.full(own.row.decidesByLatest)).")</p>
            <p>\(ring: "If you hear nothing by then, or it gets worse, ring \(own.desk.phone) (\(own.desk.hours)) and say this reference. If somebody is in danger now, ring 999.")</p>
            """)
    }
}
