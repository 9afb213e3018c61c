// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What comes once something is handed in: waiting, the receipt, the end; and coming back.
struct DoorEnds: Sendable {
    let house: House

    /// Many write at once: the page goes on by itself, with scripts sooner.
    func waiting(_ wait: DoorWait) -> Page {
        let work: HTML = Form.post(
            DoorAddresses.worked.url,
            """
            \(Form.hidden("work", ""))\
            <p hidden data-puzzle="\(wait.puzzle ?? "")" data-bits="\(String(wait.bits))"></p>
            """, id: "work")
        return DoorFrame.page(
            "We have your words", refreshSeconds: 3,
            """
            <p>\(say: "We hold what you wrote. It will not get lost. A lot of people write to us right now, so it takes a bit longer.")</p>
            <p role="status">\(say: "This page goes on by itself. You do not need to do a thing.")</p>
            \(work)
            <p><a href="\(DoorAddresses.next.url)">\(say: "Look now")</a></p>
            \(DoorScreens.danger)
            """)
    }

    /// The receipt, shown once what was told is stored.
    func code(_ receipt: DoorReceipt, errors: [FormError]) -> Page {
        let stored = receipt.stored
        let saidDanger = house.standard.code(stored.urgency, in: .urgency)?.number("rank") == 0
        let field = TextField(
            name: "last", label: "Type the last 5 letters or numbers of your code (needed)", error: errors["last"], autocomplete: "off",
            width: 10)
        return DoorFrame.page(
            "We have got it", errors: errors,
            """
            <p>\(say: "Thank you for telling us. It is kept safe. People at \(stored.desk.name) read it by \(When.full(stored.decidesByLatest)).")</p>
            \(saidDanger ? Self.noHelpYet : nil)
            <p>\(ring: "If it gets worse, do not wait. Ring 999, or the desk on \(stored.desk.phone).")</p>
            \(Card.html("code", "Your code", meaning: .good, """
                <p><code class="secret">\(receipt.words)</code></p>
                <p>\(say: "Come back with this code to read our answer, or to tell us more. Write it down where no one else will find it. We can't give it to you again.")</p>
                """))
            \(Form.post(DoorAddresses.kept.url, "\(field.html)\(Button.row(Button("I have kept it").html))"))
            \(Card.html("cannot", "Is it not safe to keep it?", """
                <p>\(say: "That is a good answer too. We have what you told us, and we will read it.")</p>
                \(Form.post(DoorAddresses.kept.url, Button.row(Button("I can't keep this safely", name: "cannot", value: "yes", weight: .quiet).html)))
                """))
            """)
    }

    /// Said again to who told of danger: nobody is on the way because of a form.
    private static let noHelpYet: HTML = """
        <p><b>\(ring: "You told us that someone is in danger. This page does not send help. If they still are, ring 999 now.")</b></p>
        """

    /// The end: the receipt is kept, or nobody can come back with it.
    func done(isKept: Bool) -> Page {
        let after: HTML =
            isKept
            ? "<p>\(say: "You can come back with your code at any time. Press “I have a code” on the first page.")</p>"
            : """
            <p>\(say: "That is fine. You did the right thing. No one can use the code now, so no one can find out with it that you wrote to us.")</p>
            <p>\(say: "We will read what you told us. We can't send you an answer here. You can write to us again at any time.")</p>
            """
        return DoorFrame.page(
            "All done",
            """
            \(after)
            <p>\(ring: "To talk to someone, ring Childline on 0800 1111. It is free. They are there day and night.")</p>
            <p>\(say: "Or ring a desk near you:")</p>\(DoorDesks(house: house).list)
            <p>\(say: "Now press “Leave this page”. It wipes what this site has put on the phone.")</p>
            """)
    }

    /// Asks for a receipt.
    func back(errors: [FormError]) -> Page {
        let field = TextField(name: "code", label: "Your code (needed)", error: errors["code"], autocomplete: "off", width: 20)
        return DoorFrame.page(
            "Come back", back: DoorAddresses.front.url, errors: errors,
            """
            <p>\(say: "Type the code we gave you. Big or small letters are both fine.")</p>
            \(Form.post(DoorAddresses.visit.url, "\(field.html)\(Button.row(Button("Go on").html))"))
            """)
    }

    /// What a receipt opens; `reading` is nil for every receipt that opens nothing, whatever the reason.
    func answers(_ reading: DoorReading?, once: String, isAdded: Bool, errors: [FormError]) -> Page {
        guard let reading else {
            return DoorFrame.page(
                "This code opens nothing", back: DoorAddresses.back.url,
                """
                <p>\(say: "Look at each letter and number, and try again. A code can also be too old.")</p>
                <p>\(say: "You can write to us again at any time, with no code.")</p>
                \(DoorScreens.danger)
                """)
        }
        let standard = house.standard(reading.standard)
        let replies: [HTML] = reading.replies.reversed().map { reply in
            """
            <article class="reply"><h2>\(reply.by), \(When.full(reply.at))</h2>\
            \(reply.chosen.map { "<p>\(standard.label($0, in: .reply))</p>" as HTML })\
            \(reply.words.isEmpty ? nil : "<p class=\"said\">\(reply.words)</p>" as HTML)</article>
            """
        }
        let none: HTML =
            reading.standing == .waiting || reading.standing == .beingRead
            ? "<p>\(say: "There is no answer yet. The desk looks at it by \(When.full(reading.decidesByLatest)).")</p>"
            : "<p>\(say: "We have read it. There is no answer yet.")</p>"
        let added: [HTML] = reading.addenda.map {
            "<h2>\(say: "You told us more on \(When.full($0.at))")</h2><p class=\"said\">\($0.words)</p>"
        }
        let field = TextField(
            name: "words", label: "What do you want to add? (needed)", error: errors["words"], lines: 5, autocomplete: "off")
        return DoorFrame.page(
            "Our answer", errors: errors, notice: isAdded ? Notice("We have got it. The desk is told.") : nil,
            """
            \(replies.isEmpty ? none : replies.joined())
            \(added)
            \(Card.html("more", "Tell us more", Form.post(DoorAddresses.add.url, "\(Form.hidden("once", once))\(field.html)\(Button.row(Button("Send").html))")))
            \(DoorScreens.danger)
            """)
    }
}
