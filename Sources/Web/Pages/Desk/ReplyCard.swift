// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The replies to whoever reported, each chosen or written by a named person, and a form for the next.
struct ReplyCard {
    let reader: ConcernReader
    let sent: FormData
    let errors: [FormError]

    var html: HTML {
        let replies: [HTML] = reader.view.replies.reversed().map { reply in
            """
            <article class="entry"><h3>\(say: "\(reply.by), \(When.full(reply.at))")</h3>\
            \(reply.chosen.map { "<p>\(reader.standard.label($0, in: .reply))</p>" as HTML })\
            \(reply.words.isEmpty ? nil : "<p class=\"said\">\(reply.words)</p>" as HTML)\
            \(reply.channel.map { "<p class=\"soft\">\(reader.standard.label($0, in: .replyChannel))</p>" as HTML })\
            \(letter(reply))\
            \(reply.reason.map { "<p class=\"soft\">\(say: "Why this way was used: \($0)")</p>" as HTML })</article>
            """
        }
        let none: HTML? = replies.isEmpty ? "<p>\(say: "The reporter has had no reply yet.")</p>" : nil
        return Card.html("replies", "Replies to the reporter", "\(none)\(replies)\(form)")
    }

    private func letter(_ reply: Services.Reply) -> HTML? {
        guard reader.may(.replyToReporter), let channel = reply.channel, Letter.way(ofReplyBy: channel, reader.standard) != nil else {
            return nil
        }
        return """
            <p><a href="\(DeskAddresses.letter.url((reader.reference, reply.id)))">\(say: "The letter, to print")</a></p>
            """
    }

    private var form: HTML? {
        guard reader.may(.replyToReporter) else { return nil }
        let choices = reader.standard.list(.reply).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) }
        let chosen = Choices(
            name: "chosen", legend: "Choose a reply", choices: choices, chosen: sent.all("chosen"),
            hint: "It never says whether anyone is known, what was found or who acts.", error: errors["chosen"])
        let words = TextField(
            name: "words", label: "Or write your own, or add to it", value: sent["words"], error: errors["words"], lines: 4,
            autocomplete: "off")
        let isOpen = !errors.isEmpty
        return Disclosure.html(
            "Reply to the reporter", isOpen: isOpen,
            Form.post(
                DeskAddresses.reply.url(reader.key),
                "\(chosen.html)\(words.html)\(again)\(ways)\(Button.row(Button("Send the reply").html))"))
    }

    /// What the words look as if they said; the person reads them again and decides.
    private var again: HTML? {
        let doubts = ReplyDoubts.of(sent["words"] ?? "", reader.standard)
        guard errors["words"] != nil, !doubts.isEmpty else { return nil }
        let items: [HTML] = doubts.map { "<li>\($0.label)</li>" }
        let tick = Choices(
            name: "read_again", legend: "Read it again", choices: [Choice("yes", "I have read it again, and it says none of this")],
            chosen: sent.all("read_again"), allowsSeveral: true)
        return """
            <div class="notice due"><p>\(say: "No reply says any of this, because whoever reads it may tell the wrong person. Your words look as if they said:")</p>\
            <ul>\(items)</ul>\(tick.html)</div>
            """
    }

    /// By which way it goes. Inside Sentinel is always safe; another way only where it was said to be, or with a named person's reason.
    private var ways: HTML {
        let rules = reader.view.handling
        let choices = reader.standard.list(.replyChannel).codes.map { code in
            let isSafe = rules.verdict(way: code.text("way")) == .safe
            return Choice(code.code, Sentence(verbatim: code.label), hint: isSafe ? nil : "Not known to be safe: it needs your reason.")
        }
        let isOther = choices.contains { sent["channel"] == $0.value } && sent["channel"] != choices.first?.value
        let reason = TextField(
            name: "channel_reason", label: "Why this way, or why not as they said?", value: sent["channel_reason"],
            hint: "It is kept with your name. The reporter does not see it.", error: errors["channel_reason"], lines: 2, autocomplete: "off"
        )
        let first = choices.first.map { [$0.value] } ?? []
        let way = Choices(
            name: "channel", legend: "How does it reach them?", choices: choices,
            chosen: sent["channel"].map { [$0] } ?? first, error: errors["channel"])
        return Disclosure.html(
            "Another way than here", isOpen: isOther || ["channel", "channel_reason", "kept"].contains { errors[$0] != nil },
            "\(ContactFacts.html(rules, reader.standard))\(way.html)\(kept(rules))\(reason.html)")
    }

    /// What was said of times, language and interpreter, as far as any way asks for it: kept to, or a reason.
    private func kept(_ rules: ContactRules) -> HTML? {
        let ways = reader.standard.list(.contactChannel).codes
        let conditions = ContactCondition.allCases.filter { condition in
            ways.contains { rules.conditions(way: $0.code, reader.standard).contains(condition) }
        }
        guard !conditions.isEmpty else { return nil }
        return Choices(
            name: "kept", legend: "What do you keep to?", choices: conditions.map { Choice($0.rawValue, word($0, rules)) },
            chosen: sent.all("kept"), allowsSeveral: true,
            hint: "What they said counts for whatever leaves Sentinel. What you can't keep to needs your reason.", error: errors["kept"]
        ).html
    }

    private func word(_ condition: ContactCondition, _ rules: ContactRules) -> Sentence {
        switch condition {
        case .times: "It reaches them only when it is safe: \(rules.times ?? "as they said of their own contact")"
        case .language: "It is in their language: \(rules.language.map { reader.standard.label($0, in: .language) } ?? "")"
        case .interpreter:
            "Who interprets is no relative: \(rules.interpreter.map { reader.standard.label($0, in: .interpreter) } ?? "")"
        }
    }
}

/// What must be known before anybody is spoken or written to.
enum ContactFacts {
    static func html(_ rules: ContactRules, _ standard: Standard) -> HTML? {
        var facts: [Facts.Fact] = []
        if let times = rules.times { facts.append(.init(name: "When it is safe", value: "<span class=\"said\">\(times)</span>")) }
        if let language = rules.language {
            facts.append(.init(name: "Language", value: "\(standard.label(language, in: .language))"))
        }
        if let interpreter = rules.interpreter {
            facts.append(.init(name: "Interpreter, never a relative", value: "\(standard.label(interpreter, in: .interpreter))"))
        }
        if let who = rules.mustNotFindOut {
            facts.append(.init(name: "Who must not find out", value: "<span class=\"said\">\(who)</span>"))
        }
        return facts.isEmpty ? nil : Facts.html(facts)
    }
}
