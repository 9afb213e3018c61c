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
            \(reply.words.isEmpty ? nil : "<p class=\"said\">\(reply.words)</p>" as HTML)</article>
            """
        }
        let none: HTML? = replies.isEmpty ? "<p>\(say: "The reporter has had no reply yet.")</p>" : nil
        return Card.html("replies", "Replies to the reporter", "\(none)\(replies)\(form)")
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
            Form.post(DeskAddresses.reply.url(reader.key), "\(chosen.html)\(words.html)\(Button.row(Button("Send the reply").html))"))
    }
}
