// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The concerns behind a figure, as far as whoever asks may read them; else who can.
struct FigureRowsScreen {
    let title: Sentence
    /// Whether `count` is how many there are in all, and not only how many may be opened.
    let isCounted: Bool
    let count: Int
    let rows: FigureRows
    let house: House

    func page(caption: Sentence? = nil, back: SiteURL) -> Page {
        Page(title: title, caption: caption, back: back, section: .insight, content: "\(said)\(rows.rows.isEmpty ? nil : table)\(others)")
    }

    private var said: HTML {
        if rows.total == 0 {
            return count == 0 && isCounted
                ? "<p>\(say: "Nothing waits.")</p>"
                : "<p>\(say: "You may see how many there are, and not which: the records are for those who work them.")</p>"
        }
        let first: Sentence? = rows.total > rows.rows.count ? "The \(rows.rows.count) oldest are listed." : nil
        return "<p>\(Sentence(rows.total, one: "You may open 1 of them.", many: "You may open \(rows.total) of them.")) \(first)</p>"
    }

    private var table: HTML {
        let directory = house.directory.snapshot
        return Table(
            caption: title, hidesCaption: true,
            columns: [.init("Concern", isPlain: true), .init("Area"), .init("Reported"), .init("To be decided by")],
            rows: rows.rows.map { row in
                Table.Row([
                    "<a href=\"\(DeskAddresses.concern.url(row.reference))\">\(row.reference)</a>",
                    row.area.map { "\(directory.name(ofArea: $0))" } ?? "\(say: "Area not known")", When.full(row.receivedAt),
                    When.full(row.dueHard),
                ])
            }, empty: "Nothing waits."
        ).html
    }

    /// Who can open the rest.
    private var others: HTML? {
        guard isCounted ? count > rows.total : true else { return nil }
        let areas = house.directory.snapshot.areasInForce(at: house.now)
        guard !areas.isEmpty else { return nil }
        let items: [HTML] = areas.map { "<li>\($0.deskName), \(ringing: $0.deskPhone)</li>" }
        return Card.html(
            "who-can", "Who can open them", "<p>\(say: "The desk of the area that a concern belongs to:")</p><ul>\(items)</ul>")
    }
}
