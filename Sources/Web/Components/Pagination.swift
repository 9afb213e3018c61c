// SPDX-License-Identifier: Apache-2.0

/// Pages of a long list, by links.
struct Pagination: Sendable {
    /// The page shown, from 1.
    let page: Int
    /// Rows on a page.
    let size: Int
    /// Rows in all.
    let total: Int
    /// The address of a page.
    let url: @Sendable (Int) -> SiteURL

    /// "Showing 26 to 50 of 132", and the ways on; nothing where all are shown.
    var html: HTML? {
        let last = max(1, (total + size - 1) / size)
        guard last > 1 else { return nil }
        let from = (page - 1) * size + 1
        let to = min(total, page * size)
        return """
            <nav class="pages"\(attribute: "aria-label", say: "Pages")><p>\(say: "Showing \(from) to \(to) of \(total)")</p><ul>\
            \(page > 1 ? step(page - 1, "Previous page", "prev") : nil)\(page < last ? step(page + 1, "Next page", "next") : nil)</ul></nav>
            """
    }

    private func step(_ page: Int, _ words: Sentence, _ relation: String) -> HTML {
        "<li><a href=\"\(url(page))\" rel=\"\(relation)\">\(words)</a></li>"
    }
}
