// SPDX-License-Identifier: Apache-2.0

/// A button of a form, or a link that looks like one.
struct Button: Sendable {
    /// How much it calls.
    enum Weight: String, Sendable {
        case main = ""
        case quiet
        case danger
    }

    let label: Sentence
    /// What is sent beside the fields, so that one form can have several buttons.
    var name: String?
    var value: String?
    var weight: Weight = .main
    /// Words that only a screen reader needs: "Take" of which row.
    var hidden: Sentence?

    init(_ label: Sentence, name: String? = nil, value: String? = nil, weight: Weight = .main, hidden: Sentence? = nil) {
        self.label = label
        self.name = name
        self.value = value
        self.weight = weight
        self.hidden = hidden
    }

    /// The button.
    var html: HTML {
        """
        <button type="submit"\(attribute: "class", weight == .main ? nil : weight.rawValue)\(attribute: "name", name)\(attribute: "value", value)>\
        \(label)\(hidden.map { " <span class=\"hidden\">\($0)</span>" as HTML })</button>
        """
    }

    /// Buttons and links in a row.
    static func row(_ buttons: HTML...) -> HTML { "<div class=\"row buttons\">\(buttons)</div>" }

    /// A link that looks like a button.
    static func link(_ label: Sentence, _ url: SiteURL, weight: Weight = .quiet) -> HTML {
        "<a class=\"button \(weight.rawValue)\" href=\"\(url)\">\(label)</a>"
    }
}
