// SPDX-License-Identifier: Apache-2.0

/// One of the answers to choose from.
struct Choice: Sendable {
    let value: String
    let label: Sentence
    /// A line below the label.
    var hint: Sentence?
    /// The section of a long list that it stands in; said once before its first answer.
    var section: Sentence?
    /// More fields that belong to this answer. They are always shown: nothing depends on a script.
    var content: HTML?

    init(_ value: String, _ label: Sentence, hint: Sentence? = nil, section: Sentence? = nil, content: HTML? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
        self.section = section
        self.content = content
    }
}

/// A question with answers to choose from: one (radio buttons) or several (tick boxes).
struct Choices: Sendable {
    let name: String
    let legend: Sentence
    let choices: [Choice]
    /// The answers chosen before.
    var chosen: [String] = []
    var allowsSeveral = false
    var hint: Sentence?
    var error: FormError?
    /// Whether the legend is large: the only question of a page.
    var isHeading = false

    /// The question.
    var html: HTML {
        """
        <fieldset class="field\(error == nil ? "" : " wrong")"\(attribute: "aria-describedby", Form.describedBy(name, hint: hint, error: error))>\
        <legend\(attribute: "class", isHeading ? "large" : nil)>\(legend)</legend>\(Form.hintAndError(name, hint: hint, error: error))\
        \(choices.enumerated().map { row($0.element, index: $0.offset) })</fieldset>
        """
    }

    /// The first answer has the name as its id, so that the error summary leads to it.
    private func row(_ choice: Choice, index: Int) -> HTML {
        let id = index == 0 ? name : "\(name)-\(index + 1)"
        let isFirst = index == 0 || choices[index - 1].section?.key != choice.section?.key
        return """
            \(isFirst ? choice.section.map { "<h2>\($0)</h2>" as HTML } : nil)\
            <div class="choice"><input type="\(allowsSeveral ? "checkbox" : "radio")" id="\(id)" name="\(name)" value="\(choice.value)"\
            \(flag: "checked", chosen.contains(choice.value))\(attribute: "aria-describedby", choice.hint == nil ? nil : "\(id)-hint")>\
            <label for="\(id)">\(choice.label)</label>\
            \(choice.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML })\
            \(choice.content.map { "<div class=\"inside\">\($0)</div>" as HTML })</div>
            """
    }
}

/// A list to choose one answer from, where there are too many for radio buttons.
struct Select: Sendable {
    let name: String
    let label: Sentence
    let choices: [Choice]
    var chosen: String?
    /// The words for no answer; nil where there must be one.
    var none: Sentence? = "Choose"
    var hint: Sentence?
    var error: FormError?

    /// The field.
    var html: HTML {
        let options: [HTML] = choices.map { "<option value=\"\($0.value)\"\(flag: "selected", $0.value == chosen)>\($0.label)</option>" }
        return """
            <div class="field\(error == nil ? "" : " wrong")"><label for="\(name)">\(label)</label>\(Form.hintAndError(name, hint: hint, error: error))\
            <select id="\(name)" name="\(name)"\(attribute: "aria-describedby", Form.describedBy(name, hint: hint, error: error))\
            \(flag: "aria-invalid=\"true\"", error != nil)>\(none.map { "<option value=\"\">\($0)</option>" as HTML })\(options)</select></div>
            """
    }
}
