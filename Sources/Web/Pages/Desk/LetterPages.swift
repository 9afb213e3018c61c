// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// A reply as a letter, to be printed: on the paper stand an address, the words and whom to ring, and nothing of what it is about or who
/// sends it, since somebody else may open it.
struct LetterPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DeskAddresses.letter.handle { request, key in
                do {
                    let letter = try await house.safeContact.letter(try request.actor, reference: key.0, reply: key.1)
                    return .page(page(letter, reference: key.0, now: request.now))
                } catch ServiceError.invalid {
                    throw Problem(
                        status: 409, code: "not-safe", title: "This letter must not be posted",
                        advice: ["A letter is not a way that was said to be safe, and nobody has written why it goes all the same."],
                        links: [
                            .init(text: "Reply again, with a reason or another way", url: DeskAddresses.concern.url(key.0).at("replies"))
                        ])
                }
            }
        ]
    }

    private func page(_ letter: Letter, reference: String, now: Instant) -> Page {
        let standard = house.standard(letter.standard)
        return Page(
            title: "A letter to print", caption: "Concern \(reference)", back: DeskAddresses.concern.url(reference).at("replies"),
            section: .desk, isNarrow: true,
            content: """
                <div class="not-printed">\(Card.html("before", "Before it is posted", meaning: .due, before(letter, standard)))</div>
                <article class="letter card"\(attribute: "aria-label", say: "The letter")>\(Self.paper(letter, standard, now: now))</article>
                """)
    }

    private func before(_ letter: Letter, _ standard: Standard) -> HTML {
        """
        \(ContactFacts.html(letter.rules, standard))
        <ul><li>\(say: "A plain envelope: no stamp, name or return address of an agency.")</li>\
        <li>\(say: "The address by hand, and by somebody who has checked that it is still theirs.")</li>\
        <li>\(say: "To print it, use Print in your browser’s menu. Only what stands in the frame below is printed.")</li></ul>
        \(letter.reply.reason.map { "<p class=\"soft\">\(say: "Why this way was used: \($0)")</p>" as HTML })
        <p class="soft">\(say: "That you made this letter stands in the ledger as a disclosure, with your name.")</p>
        """
    }

    /// What is on the paper.
    static func paper(_ letter: Letter, _ standard: Standard, now: Instant) -> HTML {
        let address: HTML =
            letter.address.map { "<p class=\"said\">\($0)</p>" } ?? "<p>\(say: "To:") ______________________________</p>"
        return """
            \(address)<p>\(When.date(now))</p>
            \(letter.reply.chosen.map { "<p>\(standard.label($0, in: .reply))</p>" as HTML })\
            \(letter.reply.words.isEmpty ? nil : "<p class=\"said\">\(letter.reply.words)</p>" as HTML)
            <p>\(letter.reply.by)<br>\(ringing: letter.phone)</p>
            """
    }
}
