// SPDX-License-Identifier: Apache-2.0

/// A box with a heading.
enum Card {
    /// The box.
    /// - Parameters:
    ///   - id: names the heading, for links and for screen readers; unique on the page.
    ///   - meaning: `.now` for what can't wait.
    static func html(_ id: String, _ heading: Sentence, meaning: Tag.Meaning = .plain, _ content: HTML) -> HTML {
        """
        <section class="card\(meaning == .plain ? "" : " " + meaning.rawValue)" aria-labelledby="\(id)"><h2 id="\(id)">\(heading)</h2>\(content)</section>
        """
    }

    /// Two columns on a wide screen, one below the other on a phone.
    static func twoColumns(_ first: HTML, _ second: HTML) -> HTML { "<div class=\"two\"><div>\(first)</div><div>\(second)</div></div>" }
}
