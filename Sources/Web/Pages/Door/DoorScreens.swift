// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What the door says before anything is asked, in words for a child of nine. Whoever opens the first page after somebody has left sees
/// nothing but its name.
struct DoorScreens: Sendable {
    let house: House

    /// The neutral page.
    static let front = DoorFrame.page(
        "Advice and support",
        """
        <p>\(say: "Free help for people of all ages who live near here.")</p>
        \(Form.post(DoorAddresses.enter.url, """
            \(Button.row(
                Button("Start", name: "go", value: "start").html, Button("I have a code", name: "go", value: "back", weight: .quiet).html))\
            <p>\(languages.map { "<button class=\"link\" name=\"go\" value=\"\($0.tag)\" lang=\"\($0.tag)\">\($0.name)</button> " as HTML })</p>
            """))
        """)

    /// The languages in which the first pages can be read, each by its own name.
    static let languages: [(tag: String, name: String)] = [("en-GB", "English"), ("cy", "Cymraeg")]

    /// Who reads this, when, and that we may not be able to find the writer: first.
    var first: Page {
        let desk = house.doorDesk(ofArea: nil)
        let reads: Sentence =
            desk.map {
                "People at a desk read it. It is the desk for where you live. If you do not say where, it is \($0.contact.name). It is their job to keep people safe."
            } ?? "People at a desk read it. It is their job to keep people safe."
        return DoorFrame.page(
            "Before you start",
            """
            \(Self.danger)
            <h2>\(say: "Who reads this, and when?")</h2>
            <p>\(reads)</p>
            <p>\(say: "They read it by \(When.full(house.doorReadsBy)). If you say that someone is in danger, they look at it first.")</p>
            \(desk.map(DoorDesks.hours))
            <h2>\(say: "Can we find you?")</h2>
            <p><b>\(say: "We may not be able to find you.")</b> \(say: "We do not know who you are or where you are, but for what you tell us. This site does not note where you write from, or on what phone. If you need help now, ring.")</p>
            <h2>\(say: "Do I have to say who I am?")</h2>
            <p>\(say: "No. You can say who you are, or not. It is not your fault, and you will not be in trouble with us.")</p>
            <p>\(say: "If you tell us how to reach you, just the desk can see it. The desk may pass it on if you agree, to save a life, or if the law says it must. A person with a name must then write down why.")</p>
            <h2>\(say: "Does someone else use this phone?")</h2>
            <p>\(say: "Press “Leave this page” to get out fast. It works on each page. It wipes what this site has put on the phone, and what you wrote here is gone if you have not sent it.")</p>
            <p>\(say: "The phone may keep a list of the sites you went to. In that list, each of these pages is called “Advice and support”.")</p>
            \(Button.row(Button.link("Go on", DoorAddresses.page.url("1"), weight: .main)))
            """)
    }

    /// 999 first: between the danger question and the rest.
    func now(next: SiteURL) -> Page {
        DoorFrame.page(
            "Ring 999 now",
            """
            \(Card.html("now", "Someone is in danger", meaning: .now, """
                <p>\(ring: "If you can't talk, ring 999, stay quiet, and press 55 when they ask.")</p>
                \(Button.row(Telephone.button("Ring 999", "999")))
                <p>\(say: "This page does not send help. A person must hear you.")</p>
                """))
            <p>\(ring: "You can also ring Childline on 0800 1111. It is free. They are there day and night.")</p>
            <p>\(say: "Or ring a desk near you:")</p>\(DoorDesks(house: house).list)
            <p>\(say: "What you told us is kept. You can go on when you are safe.")</p>
            \(Button.row(Button.link("Go on", next, weight: .main)))
            """)
    }

    /// The page shown where the store is broken: whom to ring needs no store.
    func broken(typed: Bool) -> Page {
        DoorFrame.page(
            "We can't take it right now",
            """
            \(Card.html("not-sent", "Not sent", meaning: .now, """
                <p>\(say: "Something on our side is broken. It is not your fault. What you wrote has not reached us.")</p>
                \(typed ? "<p>\(say: "Go back to see your words. Wait a bit, then press the button again.")</p>" as HTML : nil)
                <p>\(ring: "Can it not wait? Ring 999 if someone is in danger, or Childline on 0800 1111.")</p>
                """))
            <p>\(say: "Or ring a desk near you:")</p>\(DoorDesks(house: house).list)
            """)
    }

    /// The card that stands above everything else.
    static var danger: HTML {
        Card.html(
            "danger", "Is someone in danger now?", meaning: .now,
            """
            <p>\(ring: "Ring 999. If you can't talk, ring 999, stay quiet, and press 55 when they ask. You can come back here later.")</p>
            <p>\(ring: "To talk to someone, ring Childline on 0800 1111. It is free. They are there day and night.")</p>
            """)
    }
}
