// SPDX-License-Identifier: Apache-2.0

/// One of the answers to choose from.
struct Choice: Sendable {
    let value: String
    let label: Sentence
    /// A line below the label.
    var hint: Sentence?
    /// The section of a long list that it stands in; said once before its first answer.
    var section: Sentence?
    /// The line behind which it stands folded away, with those beside it that have the same; nil where it is shown at once.
    var fold: Sentence?
    /// Whether it brings another question with it, which is shown behind this one.
    var opens = false
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
    /// Whether the page's heading asks the same: the legend is then only heard.
    var isHeading = false

    /// The question.
    var html: HTML {
        """
        <fieldset class="field\(error == nil ? "" : " wrong")"\(attribute: "aria-describedby", Form.describedBy(name, hint: hint, error: error))>\
        <legend\(attribute: "class", isHeading ? "hidden" : nil)>\(legend)</legend>\(Form.hintAndError(name, hint: hint, error: error))\
        \(rows)</fieldset>
        """
    }

    /// Those that are folded together stand behind one line, which is open where one of them is chosen.
    private var rows: [HTML] {
        var rows: [HTML] = []
        var index = 0
        while index < choices.count {
            guard let fold = choices[index].fold else {
                rows.append(row(choices[index], index: index))
                index += 1
                continue
            }
            let end = choices[index...].firstIndex { $0.fold?.key != fold.key } ?? choices.count
            let isOpen = choices[index..<end].contains { chosen.contains($0.value) }
            rows.append(
                Disclosure.html(
                    "\(fold) (\(end - index))", isOpen: isOpen, (index..<end).map { row(choices[$0], index: $0) }.joined()))
            index = end
        }
        return rows
    }

    /// The first answer has the name as its id, so that the error summary leads to it.
    private func row(_ choice: Choice, index: Int) -> HTML {
        let id = index == 0 ? name : "\(name)-\(index + 1)"
        let isFirst = index == 0 || choices[index - 1].section?.text() != choice.section?.text()
        return """
            \(isFirst ? choice.section.map { "<h2>\($0)</h2>" as HTML } : nil)\
            <div class="choice"><input type="\(allowsSeveral ? "checkbox" : "radio")" id="\(id)" name="\(name)" value="\(choice.value)"\
            \(flag: "checked", chosen.contains(choice.value))\(flag: "data-opens", choice.opens)\
            \(attribute: "aria-describedby", choice.hint == nil ? nil : "\(id)-hint")>\
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

    /// Answers of one section stand together under its name.
    private var options: HTML {
        var groups: [(section: Sentence?, options: [HTML])] = []
        for choice in choices {
            let option: HTML = """
                <option value="\(choice.value)"\(flag: "selected", choice.value == chosen)\(flag: "data-opens", choice.opens)>\(choice.label)</option>
                """
            if let last = groups.indices.last, groups[last].section?.text() == choice.section?.text() {
                groups[last].options.append(option)
            } else {
                groups.append((choice.section, [option]))
            }
        }
        let items: [HTML] = groups.map { group in
            group.section.map { "<optgroup\(attribute: "label", say: $0)>\(group.options)</optgroup>" } ?? "\(group.options)"
        }
        return "\(items)"
    }

    /// The field.
    var html: HTML {
        return """
            <div class="field\(error == nil ? "" : " wrong")"><label for="\(name)">\(label)</label>\(Form.hintAndError(name, hint: hint, error: error))\
            <select id="\(name)" name="\(name)"\(attribute: "aria-describedby", Form.describedBy(name, hint: hint, error: error))\
            \(flag: "aria-invalid=\"true\"", error != nil)>\(none.map { "<option value=\"\">\($0)</option>" as HTML })\(options)</select></div>
            """
    }
}
