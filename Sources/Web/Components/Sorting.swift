// SPDX-License-Identifier: Apache-2.0

/// The orders of a list, as links: they can be reached on a phone too, where a table has no headings.
struct Sorting: Sendable {
    /// One order.
    struct Choice: Sendable {
        let label: Sentence
        let url: SiteURL
        let isCurrent: Bool

        init(_ label: Sentence, _ url: SiteURL, isCurrent: Bool) {
            self.label = label
            self.url = url
            self.isCurrent = isCurrent
        }
    }

    let choices: [Choice]
    /// Whether a wide screen leaves it out, because the headings of the table sort there.
    var isForPhones = false

    /// The links; the order in force is named to screen readers and seen by more than its colour.
    var html: HTML {
        let items: [HTML] = choices.map {
            "<li><a href=\"\($0.url)\"\(attribute: "aria-current", $0.isCurrent ? "true" : nil)>\($0.label)</a></li>"
        }
        return """
            <nav class="sorting\(isForPhones ? " phone" : "")"\(attribute: "aria-label", say: "Sort by")><span class="soft" aria-hidden="true">\
            \(say: "Sort by")</span><ul>\(items)</ul></nav>
            """
    }
}
