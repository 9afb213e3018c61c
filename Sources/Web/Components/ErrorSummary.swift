// SPDX-License-Identifier: Apache-2.0

/// What is wrong with one field of a form that was sent. The words are the same in the summary and at the field.
struct FormError: Sendable {
    /// The id of the field, which is its name unless said otherwise.
    let field: String
    /// What to do: "Write what you saw".
    let message: Sentence

    init(_ field: String, _ message: Sentence) {
        self.field = field
        self.message = message
    }
}

extension [FormError] {
    /// The first error of a field.
    subscript(_ field: String) -> FormError? { first { $0.field == field } }
}

/// The box above a form that says what is wrong, each line leading to its field. The script moves the focus there.
enum ErrorSummary {
    /// The box, or nothing.
    static func html(_ errors: [FormError]) -> HTML? {
        guard !errors.isEmpty else { return nil }
        let lines: [HTML] = errors.map { "<li><a href=\"#\($0.field)\">\($0.message)</a></li>" }
        return """
            <section class="card now errors" aria-labelledby="error-summary" tabindex="-1" data-focus>
            <h2 id="error-summary">\(say: "There is a problem")</h2><ul>\(lines)</ul></section>
            """
    }
}
