// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The page that asks for a file of the directory.
struct FileSheet {
    let address: FileAddress
    let frame: DirectoryFrame

    func page(_ typed: FormData, _ errors: [FormError] = []) -> Page {
        Page(
            title: FileWords.title(address.kind), back: address.list, section: .directory, errors: errors, isNarrow: true,
            content: """
                <p>\(FileWords.meaning(address.kind))</p>\(out)\
                \(Card.html("in", "Bring a file in", Form.upload(address.send.url, "\(file(errors))\(paste(typed))\(agency(typed))\(Button.row(Button("Try it").html))<p class=\"soft\">\(say: "Trying changes nothing. It says what would be done, or every fault with its line and column.")</p>")))\
                \(Card.html("columns", "Its columns", columns))
                """)
    }

    private var out: HTML? {
        address.out.map { "<p class=\"links\"><a href=\"\($0.url)\">\(say: "Take out the file as it stands now (CSV)")</a></p>" }
    }

    private func file(_ errors: [FormError]) -> HTML {
        let error = errors["file"]
        return """
            <div class="field\(error == nil ? "" : " wrong")"><label for="file">\(say: "File (CSV)")</label>\
            \(Form.hintAndError("file", hint: nil, error: error))\
            <input type="file" id="file" name="file" accept=".csv,text/csv"\
            \(attribute: "aria-describedby", Form.describedBy("file", hint: nil, error: error))></div>
            """
    }

    private func paste(_ typed: FormData) -> HTML {
        TextField(name: "text", label: "Or paste its rows, the headings first", value: typed["text"], lines: 6, autocomplete: "off").html
    }

    private func agency(_ typed: FormData) -> HTML? {
        guard address.kind.isOfAgency else { return nil }
        return Select(
            name: "agency", label: "Whose rows these are", choices: frame.agencyChoices, chosen: typed["agency"], none: "Any agency's",
            hint: "A row of another agency is then a fault."
        ).html
    }

    private var columns: HTML {
        let items: [HTML] = address.kind.columns.map { column in
            let optional = address.kind.optionalColumns.contains(column)
            return "<li><code>\(column)</code>\(optional ? " \(say: "may be left out")" as HTML : nil)</li>"
        }
        return
            "<ul>\(items)</ul><p class=\"soft\">\(say: "Codes are those of the common standard; an agency or team is its name or its id.")</p>"
    }
}
