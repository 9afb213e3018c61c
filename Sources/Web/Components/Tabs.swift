// SPDX-License-Identifier: Apache-2.0

/// The parts of a list as links in a row, the one shown marked; each may say how much is in it.
struct Tabs: Sendable {
    /// One part.
    struct Part: Sendable {
        let name: Sentence
        let url: SiteURL
        let isCurrent: Bool
        let count: Int?

        init(_ name: Sentence, _ url: SiteURL, isCurrent: Bool, count: Int? = nil) {
            self.name = name
            self.url = url
            self.isCurrent = isCurrent
            self.count = count
        }
    }

    /// What the row is, for screen readers.
    let label: Sentence
    let parts: [Part]

    /// The row of links.
    var html: HTML {
        let items: [HTML] = parts.map { part in
            let count: HTML? = part.count.map { " <span class=\"count\">\($0)</span>" }
            return "<li><a href=\"\(part.url)\"\(attribute: "aria-current", part.isCurrent ? "page" : nil)>\(part.name)\(count)</a></li>"
        }
        return "<nav class=\"tabs\"\(attribute: "aria-label", say: label)><ul>\(items)</ul></nav>"
    }
}
