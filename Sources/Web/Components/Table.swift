// SPDX-License-Identifier: Apache-2.0

/// A table whose rows become cards on a phone, each cell with its own label. Sorting is done by the server, through links in the headings.
struct Table: Sendable {
    /// How a column is sorted now.
    enum Order: String, Sendable {
        case ascending, descending
    }

    /// One column.
    struct Column: Sendable {
        let title: Sentence
        /// Where the heading leads, to sort by this column.
        var sort: SiteURL?
        /// How the table is sorted by it now.
        var order: Order?
        /// Whether a phone shows the cell without its label: the first, which names the row.
        var isPlain = false

        init(_ title: Sentence, sort: SiteURL? = nil, order: Order? = nil, isPlain: Bool = false) {
            self.title = title
            self.sort = sort
            self.order = order
            self.isPlain = isPlain
        }
    }

    /// One row.
    struct Row: Sendable {
        let cells: [HTML]
        var meaning: Tag.Meaning = .plain

        init(_ cells: [HTML], meaning: Tag.Meaning = .plain) {
            self.cells = cells
            self.meaning = meaning
        }
    }

    let caption: Sentence
    var hidesCaption = false
    let columns: [Column]
    let rows: [Row]
    /// What is said where there are no rows; never just an empty table.
    let empty: Sentence

    /// The table.
    var html: HTML {
        guard !rows.isEmpty else { return "<p class=\"empty\">\(empty)</p>" }
        return """
            <table class="stack"><caption\(attribute: "class", hidesCaption ? "hidden" : nil)>\(caption)</caption>\
            <thead><tr>\(columns.map(heading))</tr></thead><tbody>\(rows.map(row))</tbody></table>
            """
    }

    private func heading(_ column: Column) -> HTML {
        let title: HTML = column.sort.map { "<a href=\"\($0)\">\(column.title)\(arrow(column.order))</a>" } ?? "\(column.title)"
        return "<th scope=\"col\"\(attribute: "aria-sort", column.order?.rawValue)>\(title)</th>"
    }

    /// The arrow is only seen: `aria-sort` says it to screen readers.
    private func arrow(_ order: Order?) -> HTML? {
        order.map { "<span aria-hidden=\"true\"> \($0 == .ascending ? "↑" : "↓")</span>" }
    }

    private func row(_ row: Row) -> HTML {
        let cells: [HTML] = zip(columns, row.cells).map { column, cell in
            column.isPlain ? "<td>\(cell)</td>" : "<td\(attribute: "data-label", say: column.title)>\(cell)</td>"
        }
        return "<tr\(attribute: "class", row.meaning == .plain ? nil : row.meaning.rawValue)>\(cells)</tr>"
    }
}
