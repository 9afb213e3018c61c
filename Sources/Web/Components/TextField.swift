// SPDX-License-Identifier: Apache-2.0

/// A field for text: one line or several. What was typed stays after an error.
struct TextField: Sendable {
    /// What is typed, for keyboards and for the browser's own help.
    enum Kind: String, Sendable {
        case text, password, email, tel, search
        case code = "numeric"
    }

    let name: String
    let label: Sentence
    var value: String?
    var hint: Sentence?
    var error: FormError?
    var kind: Kind = .text
    /// Lines shown; one makes a field of one line.
    var lines = 1
    /// The `autocomplete` token, such as `username`; "off" where nothing must be remembered on a shared device.
    var autocomplete: String?
    /// The width in characters, for short answers.
    var width: Int?
    /// Whether the page's heading asks the same: the label is then only heard.
    var isHeading = false

    /// The field with label, hint and error.
    var html: HTML {
        """
        <div class="field\(error == nil ? "" : " wrong")"><label for="\(name)"\(attribute: "class", isHeading ? "hidden" : nil)>\(label)</label>\
        \(Form.hintAndError(name, hint: hint, error: error))\(input)</div>
        """
    }

    private var input: HTML {
        let described = Form.describedBy(name, hint: hint, error: error)
        if lines > 1 {
            // The line end after the tag is eaten by the browser; without it, it would eat one that was typed.
            return """
                <textarea id="\(name)" name="\(name)" rows="\(lines)"\(attribute: "aria-describedby", described)\(flag: "aria-invalid=\"true\"", error != nil)\
                \(attribute: "autocomplete", autocomplete)>
                \(value ?? "")</textarea>
                """
        }
        let type = kind == .code ? "text" : kind.rawValue
        return """
            <input id="\(name)" name="\(name)" type="\(type)"\(attribute: "value", kind == .password ? nil : value)\
            \(attribute: "inputmode", kind == .code ? "numeric" : nil)\(attribute: "autocomplete", autocomplete)\
            \(attribute: "aria-describedby", described)\(flag: "aria-invalid=\"true\"", error != nil)\
            \(attribute: "class", width.map { "chars-\($0 <= 4 ? 4 : $0 <= 10 ? 10 : 20)" })>
            """
    }
}
