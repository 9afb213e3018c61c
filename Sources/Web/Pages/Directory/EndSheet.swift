// SPDX-License-Identifier: Apache-2.0

/// Ending an entry of the directory, now or later: it asks first, on a page of its own.
enum EndSheet {
    /// When an entry begins to hold.
    static let from = SheetField.moment("from", "From when", hint: "For example, 27 3 2026. Empty: from now on.")

    /// The question, and when.
    static func make(_ title: Sentence, _ meaning: Sentence, _ action: SiteURL, back: SiteURL, field: String = "to") -> FormSheet {
        FormSheet(
            title: title, action: action, back: back, section: .directory, intro: "<p>\(meaning)</p>",
            fields: [.moment(field, "From when", hint: "For example, 27 3 2026. Empty: now.")], button: Button("End it", weight: .danger),
            words: words)
    }

    /// What may stand in the way of shutting people out.
    static let words: [String: Sentence] = [
        "administrator.missing": "One administrator must stay who can let others in. Give the role to somebody else first"
    ]
}
