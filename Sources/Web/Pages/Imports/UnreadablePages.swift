// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The addresses of rows that imports could not read.
enum UnreadableAddresses {
    /// The list, each row with its owner and clock.
    static let list = Endpoint.page(.get, Path("imports"), who: .may(.mendUnreadableRows), "Lists rows that imports could not read.")
    /// Settles one row.
    static let settle = Endpoint.page(
        .post, Path("imports") / .id("row"), who: .may(.mendUnreadableRows), "Says that a row that could not be read is settled.")

    static let declarations = [list.declaration, settle.declaration]
}

/// Rows that could not be read: none is lost, each waits for a person.
struct UnreadablePages: Sendable {
    let house: House
    private static let pageSize = 50

    /// The handlers.
    var routes: [Route] {
        [
            UnreadableAddresses.list.handle { request in
                let page = request.number("page", in: 1...10_000, otherwise: 1)
                let found = try await house.importing.unreadable(try request.actor, page: page - 1)
                return .page(list(found.rows, open: found.open, page: page, settled: request.query["settled"] != nil, now: request.now))
            },
            UnreadableAddresses.settle.handle { request, id in
                try await house.importing.settle(try request.actor, id)
                return .seeOther(UnreadableAddresses.list.url.with("settled", "yes"))
            },
        ]
    }

    private func list(_ rows: [UnreadableRow], open: Int, page: Int, settled: Bool, now: Instant) -> Page {
        let table = Table(
            caption: "Rows that could not be read", hidesCaption: true,
            columns: [
                .init("Where", isPlain: true), .init("Why"), .init("Owner"), .init("Due"), .init("The row as it stood"), .init("Settle"),
            ],
            rows: rows.map { row($0, now) }, empty: "Every row of every import could be read.")
        let pages = Pagination(page: page, size: Self.pageSize, total: max(open, rows.count)) {
            UnreadableAddresses.list.url.with("page", String($0))
        }
        return Page(
            title: "Rows that could not be read", section: .directory, notice: settled ? Notice("Settled.") : nil,
            content: """
                <p>\(say: "A row that an import could not read is not lost. Report it by hand, or ask the agency to send it again, and say here that it is settled.")</p>
                <p>\(say: Sentence(open, one: "1 row waits.", many: "\(open) rows wait."))</p>\(table.html)\(pages.html)
                """)
    }

    private func row(_ row: UnreadableRow, _ now: Instant) -> Table.Row {
        let isPassed = !row.isSettled && row.dueHard < now
        let settle: HTML =
            row.isSettled
            ? Tag("Settled", .good).html
            : Form.post(
                UnreadableAddresses.settle.url(row.id), Button("It is settled", weight: .quiet, hidden: "line \(row.line)").html)
        return Table.Row(
            [
                "\(say: "Line \(row.line)")\(row.column.isEmpty ? nil : "<br><small>\(row.column)</small>" as HTML)",
                "\(Self.reason(row.reason))",
                "\(row.owner)<br><small>\(row.agency)</small>",
                "\(isPassed ? Tag("Passed", .now).html : nil) \(When.short(row.dueHard, now: now))",
                Disclosure.html("Show the row", "<p class=\"said\">\(row.text)</p>"), settle,
            ], meaning: isPassed ? .now : .plain)
    }

    private static func reason(_ fault: ImportFault) -> Sentence {
        switch fault {
        case .notUTF8: "Its letters could not be read: the file is not in UTF-8"
        case .quotes: "Its quotation marks don't close"
        case .columnCount: "It has too many or too few columns"
        case .noReference: "It has no reference of the agency"
        case .referenceTwice: "Its reference stood in the file before"
        case .notADate: "A date is not a date"
        case .unknownCode: "A word is not known to the mapping or the standard"
        case .tooLong: "A field is longer than can be kept"
        case .saysNothing: "It says nothing"
        case .notAccepted: "A field can't be taken as it is"
        }
    }
}
