// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The addresses of the leaders' page.
enum LeaderAddresses {
    /// The work now, and the profile of an ended period.
    static let figures = Endpoint.page(.get, Path("figures"), who: .may(.seeFigures), "Shows figures of the region's work and its profile.")
    /// The concerns behind a figure of the work.
    static let work = Endpoint.page(
        .get, Path("figures/work") / .word("figure"), who: .may(.seeFigures), "Opens the concerns behind a figure, or says who may.")
    /// The concerns behind a row of a table.
    static let rows = Endpoint.page(
        .get, Path("figures/periods") / .word("period") / .word("table") / .word("row"), who: .may(.seeFigures),
        "Opens the concerns behind a row of a table, or says who may.")
    /// A table as a file.
    static let file = Endpoint.page(
        .get, Path("figures/periods") / .word("period") / .word("table") / "file", who: .may(.seeFigures), "Takes a table out as a file.")

    static let declarations = [figures.declaration, work.declaration, rows.declaration, file.declaration]

    /// The leaders' page with a period and a table chosen.
    static func url(_ period: String?, _ table: FigureTable) -> SiteURL {
        figures.url.with("period", period).with("by", table.rawValue)
    }
}
