// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One question of the standard as a field of a form, and back.
struct QuestionField: Sendable {
    /// The value by which an absence stands among the answers to choose from.
    private static let absencePrefix = "!"

    let question: Question
    let standard: Standard
    let audience: Audience
    let areas: [Area]
    /// Whether the heading of its page asks it already.
    var isHeading = false
    /// The questions of its page that hang on its answer.
    var followers: [Question] = []
    /// The crimes that the report may be about: their signs come first.
    var crimes: Set<String> = []

    /// Whether its answers fill more than a screen.
    var isLong: Bool { question.kind == .choices && choices.count > 20 }

    /// The field with the answer given before. `sent` is the form as it was sent, where it had a fault.
    func html(_ answer: Answer, sent: FormData?, error: FormError?) -> HTML {
        let text = Sentence(verbatim: question.text(for: audience))
        let hint = question.help.map { Sentence(verbatim: $0) }
        switch question.kind {
        case .text, .longText:
            let field = TextField(
                name: question.id, label: text, value: sent.map { $0[question.id] ?? "" } ?? answer.first, hint: hint, error: error,
                lines: question.kind == .longText ? 6 : 1, autocomplete: "off", isHeading: isHeading)
            return "\(field.html)\(absences(answer, sent))"
        case .partialDate, .date:
            return "\(date(answer, text, hint, sent, error).html)\(absences(answer, sent))"
        case .choice, .choices, .yesNo, .code, .area:
            let chosen = sent.map { $0.all(question.id) } ?? chosen(answer)
            // A list is shorter than many buttons; what is asked by the way ("Who said what their sex is?") takes no more room than it must.
            let isLong = question.kind == .area || choices.count > (question.required ? 12 : 5)
            if isLong, question.kind != .choices {
                return Select(
                    name: question.id, label: text, choices: choices + absenceChoices, chosen: chosen.first, hint: hint, error: error
                ).html
            }
            return Choices(
                name: question.id, legend: text, choices: choices + absenceChoices, chosen: chosen,
                allowsSeveral: question.kind == .choices,
                hint: hint, error: error, isHeading: isHeading
            ).html
        }
    }

    /// Reads the answer from a form that was sent; nil where nothing was answered. An answer given beats a reason for none.
    func read(_ form: FormData) -> (answer: Answer?, error: FormError?) {
        switch question.kind {
        case .text, .longText:
            if let text = form.text(question.id) {
                if let most = question.maxLength, text.count > most {
                    return (nil, FormError(question.id, "Shorten this to \(most) characters or fewer"))
                }
                return (.value(text), nil)
            }
        case .partialDate, .date:
            switch DateField.read(form, question.id) {
            case .date(let date): return (.value(date.description), nil)
            case .wrong(let wrong): return (nil, FormError(question.id, wrong.message))
            case .nothing: break
            }
        case .choice, .choices, .yesNo, .code, .area:
            let sent = form.all(question.id).filter { !$0.isEmpty }
            let values = sent.filter { !$0.hasPrefix(Self.absencePrefix) }
            if !values.isEmpty { return (.values(question.kind == .choices ? values : [values[0]]), nil) }
            if let absence = sent.first { return (.absent(Absence(String(absence.dropFirst()))), nil) }
            return (nil, nil)
        }
        return (AbsenceChoices.read(form, question.id).map { .absent($0) }, nil)
    }

    private var choices: [Choice] {
        if question.kind == .area { return areas.map { Choice($0.code, Sentence(verbatim: $0.name)) } }
        let codes = standard.list(question.list ?? .yesNo).codes
        return question.list == .sign ? SignChoices(standard: standard, crimes: crimes).all(codes) : codes.map(choice)
    }

    private func choice(_ code: Code) -> Choice {
        var choice = Choice(code.code, Sentence(verbatim: code.label), hint: code.help.map { Sentence(verbatim: $0) })
        choice.opens = followers.contains { $0.when.allSatisfy { $0.question != question.id || $0.holds([code.code]) } }
        return choice
    }

    private var absenceChoices: [Choice] {
        question.absences.map {
            Choice(
                Self.absencePrefix + $0, Sentence(verbatim: standard.label($0, in: .absence)),
                section: question.list == .sign ? "None of these" : nil)
        }
    }

    private func chosen(_ answer: Answer) -> [String] {
        switch answer {
        case .values(let values): values
        case .absent(let absence): absence == .notAsked ? [] : [Self.absencePrefix + absence.code]
        }
    }

    private func absences(_ answer: Answer, _ sent: FormData?) -> HTML? {
        guard !question.absences.isEmpty else { return nil }
        var chosen: String?
        if case .absent(let absence) = answer, absence != .notAsked { chosen = absence.code }
        if let sent { chosen = AbsenceChoices.read(sent, question.id)?.code }
        let text = Sentence(verbatim: question.text(for: audience))
        let html = AbsenceChoices(
            field: question.id, question: text,
            choices: question.absences.map { ($0, Sentence(verbatim: standard.label($0, in: .absence))) },
            chosen: chosen
        ).html
        return Disclosure.html("No answer? Say why", hidden: text, isOpen: chosen != nil, html)
    }

    private func date(_ answer: Answer, _ text: Sentence, _ hint: Sentence?, _ sent: FormData?, _ error: FormError?) -> DateField {
        if let sent {
            var field = DateField.again(sent, question.id, legend: text, error: error)
            if let hint { field.hint = hint }
            return field
        }
        let date = answer.first.flatMap { PartialDate($0) }
        var field = DateField(
            name: question.id, legend: text, day: date?.day.map(String.init), month: date?.month.map(String.init),
            year: date.map { String($0.year) }, isApproximate: date?.approximate ?? false, allowsApproximate: question.kind == .partialDate,
            error: error)
        if let hint { field.hint = hint }
        return field
    }
}
