// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Why a question has no answer: shown below a field, so that "not known", "not asked", "refused" and "not applicable" stay four
/// different answers. The codes and words come from the standard.
struct AbsenceChoices: Sendable {
    /// The name of the field that it stands below.
    let field: String
    /// The question, for those who hear the choice without seeing what it stands below.
    let question: Sentence
    /// Code and words.
    let choices: [(code: String, label: Sentence)]
    var chosen: String?

    /// The name of the choice in a form.
    static func name(_ field: String) -> String { "\(field).absent" }

    /// A row of radio buttons; the first says that there is an answer.
    var html: HTML {
        let name = Self.name(field)
        let given: HTML = option(id: "\(name)-given", name: name, value: "", label: "As written above", isChosen: chosen == nil)
        let others: [HTML] = choices.map {
            option(id: "\(name)-\($0.code)", name: name, value: $0.code, label: $0.label, isChosen: chosen == $0.code)
        }
        return """
            <fieldset class="absence"><legend>\(say: "Or there is no answer:")<span class="hidden"> \(question)</span></legend>\
            <div class="row">\(given)\(others)</div></fieldset>
            """
    }

    private func option(id: String, name: String, value: String, label: Sentence, isChosen: Bool) -> HTML {
        """
        <span class="pick"><input type="radio" id="\(id)" name="\(name)" value="\(value)"\(flag: "checked", isChosen)>\
        <label for="\(id)">\(label)</label></span>
        """
    }

    /// The reason that was chosen, if one was.
    static func read(_ form: FormData, _ field: String) -> Absence? { form.text(name(field)).map { Absence($0) } }
}
