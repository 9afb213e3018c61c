// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The actions of a case: each belongs to a named person, is due, and is finished by an outcome (RULE 4.1).
struct ActionsCard {
    let screen: CaseScreen

    var html: HTML {
        let actions = screen.view.actions.sorted { left, right in
            if (left.finishedAt == nil) != (right.finishedAt == nil) { return left.finishedAt == nil }
            return left.dueAt < right.dueAt
        }
        let table = Table(
            caption: "Actions", hidesCaption: true, columns: [.init("What", isPlain: true), .init("Who"), .init("Due"), .init("Outcome")],
            rows: actions.map(row), empty: "No action is set yet. Add the first.")
        return Card.html("actions", "Actions", "\(table.html)\(add)")
    }

    /// Where an action stands on the page of its case.
    static func anchor(_ action: RecordID) -> String { "action-\(action)" }

    private func row(_ action: CaseAction) -> Table.Row {
        let due: HTML =
            "\(When.short(action.dueAt, now: screen.now)) \(action.overdue ? Tag("Overdue by \(When.span(screen.now.seconds(since: action.dueAt)))", .now).html : nil)"
        return Table.Row(
            [
                "<span class=\"said\" id=\"\(Self.anchor(action.id))\">\(action.words)</span><br><small>\(say: "set by \(action.setBy), \(When.date(action.setAt))")</small>",
                "\(action.ownerName)", due, outcome(action),
            ], meaning: action.overdue ? .now : .plain)
    }

    private func outcome(_ action: CaseAction) -> HTML {
        if let outcome = action.outcome {
            let words: HTML? = action.outcomeWords.flatMap { $0.isEmpty ? nil : "<br><span class=\"said\">\($0)</span>" }
            let at: HTML? = action.finishedAt.map { "<br><small>\(When.full($0))</small>" }
            return "\(Tag(Sentence(verbatim: screen.standard.label(outcome, in: .actionOutcome)), .good).html)\(words)\(at)"
        }
        guard screen.isOpen else { return "\(say: "Not finished")" }
        let codeField = "finish.outcome-\(action.id)"
        let wordsField = "finish.words-\(action.id)"
        let codes = screen.standard.list(.actionOutcome).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) }
        let select = Select(
            name: codeField, label: "What came of it?", choices: codes, chosen: screen.sent[codeField], error: screen.errors[codeField])
        let words = TextField(
            name: wordsField, label: "In words", value: screen.sent[wordsField], hint: "Needed for every outcome but “done”.",
            error: screen.errors[wordsField], lines: 3, autocomplete: "off")
        return Disclosure.html(
            "Finish it", isOpen: screen.errors[codeField] != nil || screen.errors[wordsField] != nil,
            Form.post(
                TeamAddresses.finishAction.url((screen.view.row.reference, action.id)),
                "\(select.html)\(words.html)\(Button.row(Button("Finish", hidden: Sentence(verbatim: action.words)).html))"))
    }

    private var add: HTML? {
        guard screen.isOpen else { return nil }
        let errors = screen.errors
        let words = TextField(
            name: "action.words", label: "What is to be done?", value: screen.sent["action.words"], error: errors["action.words"], lines: 3,
            autocomplete: "off")
        let owner = Select(
            name: "action.owner", label: "Who does it?",
            choices: screen.view.members.map { Choice($0.account.description, Sentence(verbatim: "\($0.name), \($0.agency)")) },
            chosen: screen.sent["action.owner"], hint: "One person on the case, who is told.", error: errors["action.owner"])
        let due = MomentField(name: "action.due", legend: "By when", hint: "For example, 27 3 2026")
        let others: HTML =
            "<p class=\"soft\"><a href=\"#members\">\(say: "Is it somebody else's? Put them on the case first")</a></p>"
        let isOpen = ["action.words", "action.owner", "action.due"].contains { errors[$0] != nil }
        return Disclosure.html(
            "Add an action", isOpen: isOpen,
            Form.post(
                TeamAddresses.addAction.url(screen.key),
                "\(words.html)\(owner.html)\(others)\(due.html(screen.sent, errors["action.due"]))\(Button.row(Button("Add the action").html))"
            ))
    }
}
