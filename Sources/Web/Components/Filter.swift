// SPDX-License-Identifier: Apache-2.0

/// A filter over a list: a GET form, so that a filtered list can be kept and passed on; each filter in force is a chip that removes it.
struct Filter: Sendable {
    /// A filter in force.
    struct Chip: Sendable {
        let label: Sentence
        /// The list without it.
        let without: SiteURL
    }

    /// The list.
    let url: SiteURL
    let chips: [Chip]
    let fields: HTML
    /// What must stay in the address beside the fields, such as the order.
    var kept: [SiteURL.Parameter] = []

    /// Chips and form. The button stands above and below the fields: nobody has to go back up to apply.
    var html: HTML {
        let hidden: [HTML] = kept.map { Form.hidden($0.name, $0.value) }
        return """
            \(chips.isEmpty ? nil : chipList)\
            \(Disclosure.html("Filter this list", Form.get(url, "\(hidden)\(Button("Apply filters").html)\(fields)\(Button("Apply filters").html)")))
            """
    }

    private var chipList: HTML {
        let items: [HTML] = chips.map { chip in
            """
            <li><a class="tag chip" href="\(chip.without)"><span class="hidden">\(say: "Remove filter:")</span> \(chip.label) \
            <span aria-hidden="true">×</span></a></li>
            """
        }
        return
            "<ul class=\"chips\"\(attribute: "aria-label", say: "Filters in force")>\(items)<li><a href=\"\(url)\">\(say: "Clear all filters")</a></li></ul>"
    }
}
