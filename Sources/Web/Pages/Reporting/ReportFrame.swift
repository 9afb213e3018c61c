// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What every page of the form has around its questions: where it leads back to, its place, that it is saved, Continue and Send now.
struct ReportFrame: Sendable {
    let action: SiteURL
    let back: SiteURL
    let place: (number: Int, of: Int)?
    let savedAt: Instant
    let saved: Bool

    /// What stands above the heading.
    static func caption(_ place: (number: Int, of: Int)?) -> Sentence {
        place.map { "Report a concern · \($0.number) of \($0.of)" } ?? "Report a concern"
    }

    /// A page of the form. A long one can be left from its top too.
    func page(title: Sentence, help: Sentence?, errors: [FormError] = [], isLong: Bool = false, content: HTML) -> Page {
        Page(
            title: title, caption: Self.caption(place), back: back,
            section: .report,
            errors: errors, isNarrow: true,
            content: """
                \(help.map { "<p class=\"lead\">\(ring: $0)</p>" as HTML })\
                \(Form.post(action, "\(isLong ? Button.row(Button("Continue").html) : nil)\(content)\(Notice.saved(at: When.clock(savedAt)))\(buttons)", isKept: true))\
                \(BesideForm.html)
                """)
    }

    private var buttons: HTML {
        Button.row(Button("Continue").html, Button("Send now, with what is here", name: "send", value: "yes", weight: .quiet).html)
    }
}
