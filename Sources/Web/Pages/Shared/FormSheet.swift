// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// A page that is one form: shown, sent, and shown again with what was typed where something is wrong.
struct FormSheet: Sendable {
    let title: Sentence
    var caption: Sentence?
    /// Where the form is sent to.
    let action: SiteURL
    let back: SiteURL
    var section: NavigationItem.Section?
    /// What stands above the fields.
    var intro: HTML = .empty
    var fields: [SheetField] = []
    let button: Button
    /// What this form says of a fault, by `field.reason`, where the usual words don't fit.
    var words: [String: Sentence] = [:]

    /// The page, with what is known or was typed.
    func page(_ typed: FormData = .empty, _ errors: [FormError] = []) -> Page {
        let cancel: HTML = "<a class=\"button quiet\" href=\"\(back)\">\(say: "Cancel")</a>"
        return Page(
            title: title, caption: caption, back: back, section: section, errors: errors, isNarrow: true,
            content: "\(intro)\(Form.post(action, "\(fields.map { $0.html(typed, errors) })\(Button.row(button.html, cancel))"))")
    }

    /// Does what the form asks for; faults bring the form back with what was typed.
    func answer(_ request: WebRequest, _ act: () async throws -> Reply) async throws -> Reply {
        do { return try await act() } catch let wrong as WrongFields {
            return .page(page(request.form, wrong.errors), status: 422)
        } catch ServiceError.invalid(let faults) {
            return .page(page(request.form, faults.map(error)), status: 422)
        }
    }

    /// A fault of a field that the form does not have is shown all the same: it leads to the whole page.
    private func error(_ fault: FieldFault) -> FormError {
        let field = fields.contains { $0.name == fault.field } ? fault.field : "main"
        let label = fields.first { $0.name == fault.field }?.label
        return FormError(
            field,
            words["\(fault.field).\(fault.reason.rawValue)"] ?? label.map { Explaining.message(fault.reason, in: $0) }
                ?? Explaining.message(fault.reason))
    }
}

/// What is wrong with fields that `Web` reads itself, such as a date in three boxes.
struct WrongFields: Error {
    let errors: [FormError]
}

/// What is wrong with such fields, gathered so that all of it is shown at once.
struct Gathered {
    private(set) var errors: [FormError] = []

    mutating func add(_ field: String, _ message: Sentence) { errors.append(FormError(field, message)) }

    /// A moment typed; nil where there is none or it can't be read, which is noted. `missing` is what is said where there must be one.
    mutating func moment(_ form: FormData, _ name: String, missing: Sentence? = nil) -> Instant? {
        do {
            let moment = try MomentField.read(form, name)
            if moment == nil, let missing { add(name, missing) }
            return moment
        } catch {
            errors += error.errors
            return nil
        }
    }
}

/// One field of a sheet: its name, and how it is shown with what was typed.
struct SheetField: Sendable {
    let name: String
    /// What it is called on the page.
    var label: Sentence?
    let html: @Sendable (FormData, [FormError]) -> HTML

    /// A line of text.
    static func text(
        _ name: String, _ label: Sentence, hint: Sentence? = nil, kind: TextField.Kind = .text, autocomplete: String? = "off",
        width: Int? = nil
    ) -> SheetField {
        SheetField(name: name, label: label) { typed, errors in
            TextField(
                name: name, label: label, value: typed[name], hint: hint, error: errors[name], kind: kind, autocomplete: autocomplete,
                width: width
            ).html
        }
    }

    /// One of a list.
    static func choose(
        _ name: String, _ label: Sentence, _ choices: [Choice], none: Sentence? = "Choose", hint: Sentence? = nil
    ) -> SheetField {
        SheetField(name: name, label: label) { typed, errors in
            Select(name: name, label: label, choices: choices, chosen: typed[name], none: none, hint: hint, error: errors[name]).html
        }
    }

    /// Several of a few.
    static func tick(_ name: String, _ legend: Sentence, _ choices: [Choice], hint: Sentence? = nil) -> SheetField {
        SheetField(name: name, label: legend) { typed, errors in
            Choices(
                name: name, legend: legend, choices: choices, chosen: typed.all(name), allowsSeveral: true, hint: hint, error: errors[name]
            ).html
        }
    }

    /// A day and a time, either of which may be left empty.
    static func moment(_ name: String, _ legend: Sentence, hint: Sentence) -> SheetField {
        SheetField(name: name, label: legend) { typed, errors in
            MomentField(name: name, legend: legend, hint: hint).html(typed, errors[name])
        }
    }
}

extension FormData {
    /// A form as if it had been typed: what a page that changes something begins with.
    static func typed(_ values: KeyValuePairs<String, String?>) -> FormData { typed(values.map { ($0, $1) }) }

    /// The same, from names and values that are gathered; those without a value are left out.
    static func typed(_ values: [(String, String?)]) -> FormData {
        FormData(fields: values.compactMap { name, value in value.map { Field(name: name, value: $0) } })
    }
}
