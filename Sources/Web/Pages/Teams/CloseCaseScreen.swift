// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Closing a case: what it must show first is the standard's to say (RULE 4.2, 4.3).
struct CloseCaseScreen {
    let screen: CaseScreen
    /// Gates that `Services` found unmet.
    var unmet: Set<String> = []

    /// The name of the field for why a gate was answered so begins so.
    static let why = "why."

    func page() -> Page {
        let key = screen.key
        return Page(
            title: "Close the case: \(screen.subject)", caption: "Case \(key.0)", back: TeamAddresses.file.url(key.0), section: .cases,
            errors: screen.errors + unmetErrors, isNarrow: true,
            content: """
                \(seen)\
                \(Form.post(TeamAddresses.confirmClosing.url(key), "\(questions)\(outcome)\(reason)\(Button.row(Button("Close the case").html))"))
                """)
    }

    /// What the record shows by itself, met or not met.
    private var seen: HTML? {
        let gates = screen.view.gates.filter { $0.standing != .asked }
        guard !gates.isEmpty else { return nil }
        let open = screen.view.actions.filter { $0.outcome == nil }.count
        let words = Sentence(
            open, one: "1 action has no outcome yet. Finish it before the case closes.",
            many: "\(open) actions have no outcome yet. Finish them before the case closes.")
        let actions: HTML? =
            open == 0
            ? nil : "<p>\(words) <a href=\"\(TeamAddresses.file.url(screen.key.0).at("actions"))\">\(say: "See the actions")</a></p>"
        return Card.html("gates", "What the record shows", "\(GatesCard.list(gates, concern: screen.view.row.concernReference))\(actions)")
    }

    /// The gates that a person answers. The outcome and the reason are fields of the form itself.
    private var asked: [Gate] {
        screen.view.gates.filter { $0.standing == .asked }.map(\.gate).filter { gate in
            switch gate.need {
            case .fact(.outcomeRecorded), .fact(.reasonRecorded): false
            default: true
            }
        }
    }

    /// The gates that hold the closing as far as this page can tell.
    var missing: Set<String> {
        let record = screen.view.gates.filter { $0.standing == .notMet && $0.gate.blocks }.map(\.gate.id)
        let form = asked.filter { gate in
            guard gate.blocks else { return false }
            guard let answer = screen.sent.text(DecideForm.gate + gate.id) else { return true }
            guard case .answer(_, let reasonFor) = gate.need else { return false }
            return reasonFor.contains(answer) && screen.sent.text(Self.why + gate.id) == nil
        }.map(\.id)
        return Set(record + form)
    }

    /// A fault of a field, in the words of this form.
    static func error(_ fault: FieldFault) -> FormError {
        switch (fault.field, fault.reason) {
        case ("outcome", _): FormError("outcome", "Choose how the case ended")
        case ("reason", .missing): FormError("reason", "Write why it can close")
        default: FormError(fault.field, Explaining.message(fault.reason))
        }
    }

    private var unmetErrors: [FormError] {
        let asked = Set(asked.map(\.id))
        return screen.standard.gates.filter { unmet.contains($0.id) }.map { gate in
            guard asked.contains(gate.id) else { return FormError("gates", "This must be shown first: \(gate.text)") }
            let isAnswered = screen.sent.text(DecideForm.gate + gate.id) != nil
            if isAnswered, case .answer = gate.need { return FormError(Self.why + gate.id, "Say why: \(gate.text)") }
            return FormError(DecideForm.gate + gate.id, "This must be shown first: \(gate.text)")
        }
    }

    private var questions: [HTML] {
        let errors = screen.errors + unmetErrors
        return asked.map { gate in
            let name = DecideForm.gate + gate.id
            var list = CodeListName.yesNo
            var asksWhy = false
            if case .answer(let own, let reasonFor) = gate.need { (list, asksWhy) = (own, !reasonFor.isEmpty) }
            let choices = Choices(
                name: name, legend: Sentence(verbatim: gate.text),
                choices: screen.standard.list(list).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
                chosen: screen.sent.all(name),
                hint: gate.help.map { Sentence(verbatim: $0) }, error: errors[name])
            guard asksWhy else { return choices.html }
            // The question stands above; only who hears the page needs it again.
            let why = TextField(
                name: Self.why + gate.id, label: "Why do you say so?\("<span class=\"hidden\"> \(gate.text)</span>" as HTML)",
                value: screen.sent[Self.why + gate.id], error: errors[Self.why + gate.id], lines: 2, autocomplete: "off")
            return "\(choices.html)\(why.html)"
        }
    }

    private var outcome: HTML {
        Choices(
            name: "outcome", legend: "How did it end?",
            choices: screen.standard.list(.caseOutcome).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
            chosen: screen.sent.all("outcome"),
            error: screen.errors["outcome"]
        ).html
    }

    private var reason: HTML {
        TextField(
            name: "reason", label: "Why can it close?", value: screen.sent["reason"],
            error: screen.errors["reason"], lines: 6, autocomplete: "off"
        ).html
    }
}
