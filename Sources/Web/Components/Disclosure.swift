// SPDX-License-Identifier: Apache-2.0

/// Something that opens when it is wanted.
enum Disclosure {
    /// A line that opens. `hidden` are words that only a screen reader needs: of which of several.
    static func html(_ summary: Sentence, hidden: Sentence? = nil, isOpen: Bool = false, _ content: HTML) -> HTML {
        """
        <details\(flag: "open", isOpen)><summary>\(summary)\(hidden.map { "<span class=\"hidden\">: \($0)</span>" as HTML })</summary>\
        <div class="inside">\(content)</div></details>
        """
    }
}
