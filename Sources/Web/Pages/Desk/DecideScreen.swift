// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Deciding in two steps, without a script: what, then where it goes and why. Matches without an answer come first.
struct DecideScreen {
    let reader: ConcernReader
    let form: DecideForm
    /// Where the outcome chosen leads; nil where it leads to no team.
    let route: ProposedRoute?
    var errors: [FormError] = []
    /// Gates that `Services` found unmet.
    var unmet: Set<String> = []
    /// Whether the concern was changed while this form was being filled in.
    var hasChanged = false

    private var standard: Standard { reader.standard }

    func page(_ done: Notice? = nil) -> Page {
        Page(
            title: "Decide: \(reader.heading)", caption: "Concern \(reader.reference)", back: DeskAddresses.concern.url(reader.reference),
            section: .desk,
            errors: errors,
            notice: hasChanged
                ? Notice("Somebody changed this concern while you were deciding. Look at it again; what you wrote is still here.", .due)
                : done,
            content:
                "\(ConcernWords.broughtBack(reader.view.row, standard, now: reader.now))\(urgency)\(owner)\(said)\(unanswered)\(choice)\(form.outcome.map(second))"
        )
    }

    private var urgency: HTML? {
        let row = reader.view.row
        return ConcernWords.urgency(row.urgency, standard).map {
            "<div class=\"row tags\">\($0.html)</div>\(ConcernWords.urgencyWords(row, standard))"
        }
    }

    private var owner: HTML? {
        guard let owner = reader.view.row.owner, !reader.isMine else { return nil }
        return Notice("\(owner) has taken this concern. Speak with them before you decide.", .due).html
    }

    /// The words on which it is decided, so that nobody decides from memory.
    private var said: HTML? {
        let words: [HTML] = (reader.view.statements.map(\.text) + reader.view.addenda.map(\.words)).filter { !$0.isEmpty }
            .map { "<blockquote class=\"said\">\($0)</blockquote>" }
        return words.isEmpty ? nil : Card.html("said", "What was reported", "\(words)")
    }

    private var unanswered: HTML? {
        let pieces = reader.view.pieces.filter { $0.matches.contains { $0.answer == nil } }
        guard !pieces.isEmpty else { return nil }
        return Card.html(
            "unanswered",
            Sentence(reader.unanswered, one: "1 match has no answer yet", many: "\(reader.unanswered) matches have no answer yet"),
            meaning: .due,
            """
            <p>\(say: "One of them may hold the rest of the picture. You can decide without answering; that they had no answer is kept with the decision.")</p>\
            \(pieces.map { PieceArticle(piece: $0, reader: reader, backToDecision: true).html })
            """)
    }

    /// The first step: asks, and leads to where it goes.
    private var choice: HTML {
        let outcomes = Choices(
            name: "outcome", legend: "What do you decide?",
            choices: standard.list(.outcome).codes.map {
                Choice($0.code, Sentence(verbatim: $0.label), hint: $0.help.map { Sentence(verbatim: $0) })
            },
            chosen: form.outcome.map { [$0.code] } ?? [], error: errors["outcome"])
        let levels = Select(
            name: "threshold", label: "Level of need",
            choices: standard.list(.threshold).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
            chosen: form.threshold,
            none: "Not stated", hint: "It decides who must receive it.", error: errors["threshold"])
        return Card.html(
            "choose", "1. What",
            """
            \(Form.get(
                DeskAddresses.decide.url(reader.reference).at("where"),
                "\(outcomes.html)\(levels.html)\(unverified)\(sources)\(Button.row(Button(form.outcome == nil ? "See where it goes" : "Change, and see where it goes", weight: form.outcome == nil ? .main : .quiet).html))"))
            """)
    }

    /// Said once under the list; which of them it is stands with their sources.
    private var unverified: HTML? {
        let codes = standard.list(.threshold).codes
        let count = codes.filter { !($0.provenance?.verified ?? true) }.count
        guard count > 0 else { return nil }
        let words: Sentence = count == codes.count ? "None of these levels is verified." : "Not all of these levels are verified."
        return "<p class=\"soft\">\(words)</p>"
    }

    /// Where each level comes from, and who answers for it here.
    private var sources: HTML {
        let words = StandardWords(standard: standard)
        let items: [HTML] = standard.list(.threshold).codes.map { "<li>\($0.label)\(words.provenance($0.provenance))</li>" }
        return Disclosure.html("Where these levels come from", "<ul>\(items)</ul>")
    }

    /// The second step: where it goes, the questions of the standard, and the reason.
    private func second(_ chosen: Code) -> HTML {
        let reason = TextField(
            name: "reason", label: "Why?", value: form.sent["reason"],
            hint: "Kept with your name. Write what you weighed, and what you did about the questions above.",
            error: errors["reason"], lines: 6, autocomplete: "off")
        let gates = form.gates(unmet, facts: reader.facts)
        let send = Form.post(
            DeskAddresses.confirm.url(reader.key),
            """
            \(Form.hidden("outcome", chosen.code))\(form.threshold.map { Form.hidden("threshold", $0) })\
            \(Form.hidden("version", String(reader.view.version)))\(Form.hidden("standard", reader.view.standard))\
            \(route.map { RouteChoice(route: $0, reader: reader, form: form, errors: errors).html })\
            \(gates.map(question))\(reason.html)\
            \(Button.row(Button("Decide: \(chosen.label)").html))
            """)
        return
            "<div id=\"where\">\(Card.html("where-it-goes", form.handsOver ? "2. Where it goes, and why" : "2. Why", "\(closing)\(send)"))</div>"
    }

    private var closing: HTML? {
        guard let outcome = form.outcome, outcome.flag("closes") else { return nil }
        let pieces = reader.view.pieces.count
        return pieces == 0
            ? "<p>\(say: "This closes the concern. It stays visible beside every later one about the same people.")</p>"
            : "<p><b>\(Sentence(pieces, one: "This closes the concern, though 1 other report may be about the same.", many: "This closes the concern, though \(pieces) other reports may be about the same."))</b></p>"
    }

    private func question(_ gate: Gate) -> HTML {
        guard case .answer(let list, let reasonFor) = gate.need else { return .empty }
        let name = DecideForm.gate + gate.id
        let choices = Choices(
            name: name, legend: Sentence(verbatim: gate.text),
            choices: standard.list(list).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
            chosen: form.sent.all(name), hint: gate.help.map { Sentence(verbatim: $0) }, error: errors[name])
        let codes = standard.list(list).codes
        guard !reasonFor.isEmpty, reasonFor.count < codes.count else { return choices.html }
        // Some answers want a reason of their own, and which is said; where all do, the decision's own is it.
        let which = codes.filter { reasonFor.contains($0.code) }.map { "“\($0.label)”" }.joined(separator: ", ")
        let why = TextField(
            name: CloseCaseScreen.why + gate.id, label: "Why, if \(which)?", value: form.sent[CloseCaseScreen.why + gate.id],
            error: errors[CloseCaseScreen.why + gate.id], lines: 2, autocomplete: "off")
        return "\(choices.html)\(why.html)"
    }
}
