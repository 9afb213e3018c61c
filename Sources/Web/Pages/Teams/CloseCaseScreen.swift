// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Closing a case: what it must show first is the standard's to say (RULE 4.2, 4.3).
struct CloseCaseScreen {
    let screen: CaseScreen
    /// Gates that `Services` found unmet.
    var unmet: Set<String> = []

    func page() -> Page {
        let key = screen.key
        return Page(
            title: "Close the case: \(screen.subject)", caption: "Case \(key.0)", back: TeamAddresses.file.url(key.0), section: .cases,
            errors: screen.errors + unmetErrors, isNarrow: true,
            content: """
                \(openActions)\
                \(Form.post(TeamAddresses.confirmClosing.url(key), "\(questions)\(outcome)\(reason)\(Button.row(Button("Close the case").html))"))
                """)
    }

    /// The questions that a person answers: those that always stand, and those that `Services` says stand here.
    private var gates: [Gate] {
        screen.standard.gates.filter { gate in
            guard gate.before.contains("close_case") else { return false }
            switch gate.need {
            case .answer: return gate.when == .always || unmet.contains(gate.id)
            case .fact: return unmet.contains(gate.id) && !isSeen(gate)
            }
        }
    }

    /// Whether the system sees for itself what the gate asks for.
    private func isSeen(_ gate: Gate) -> Bool {
        switch gate.need {
        case .fact(.actionsClosed), .fact(.reporterAnswered): true
        default: false
        }
    }

    private var openActions: HTML? {
        let open = screen.view.actions.filter { $0.outcome == nil }.count
        guard open > 0 else { return nil }
        let words = Sentence(
            open, one: "1 action has no outcome yet. Finish it before the case closes.",
            many: "\(open) actions have no outcome yet. Finish them before the case closes.")
        return
            "\(Notice(words, .due).html)<p><a href=\"\(TeamAddresses.file.url(screen.key.0).at("actions"))\">\(say: "See the actions")</a></p>"
    }

    private var unmetErrors: [FormError] {
        let asked = Set(gates.map(\.id))
        return unmet.sorted().map { id in
            let text = screen.standard.gates.first { $0.id == id }?.text ?? id
            return FormError(asked.contains(id) ? DecideForm.gate + id : "main", "This must be shown first: \(text)")
        }
    }

    private var questions: [HTML] {
        let errors = unmetErrors
        return gates.map { gate in
            let name = DecideForm.gate + gate.id
            var list = CodeListName.yesNo
            if case .answer(let own, _) = gate.need { list = own }
            return Choices(
                name: name, legend: Sentence(verbatim: gate.text),
                choices: screen.standard.list(list).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
                chosen: screen.sent.all(name),
                hint: gate.help.map { Sentence(verbatim: $0) }, error: errors[name]
            ).html
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
            hint: "Say what was found on each question above, and who was considered.",
            error: screen.errors["reason"], lines: 6, autocomplete: "off"
        ).html
    }
}
