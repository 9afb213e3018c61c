// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// How the record is kept: why this person may see it, who is shut out of it, and whether it is restricted.
struct KeepingCards {
    let reader: ConcernReader
    let sent: FormData
    let errors: [FormError]

    var html: HTML {
        let agencies = ShutOutAgencyCard(reader: reader, sent: sent, errors: errors)
        let protection = ProtectionCard(reader: reader, sent: sent, errors: errors)
        return "\(shutOuts)\(agencies.html)\(protection.html)\(emergencies)\(because)"
    }

    /// Who opened it in an emergency, and why: its owner is told.
    private var emergencies: HTML? {
        guard !reader.view.emergencies.isEmpty else { return nil }
        let items: [HTML] = reader.view.emergencies.map { one in
            """
            <h3>\(one.by)</h3><p class="soft">\(say: "\(When.full(one.at)), until \(When.full(one.until))")</p>\
            <p class="said">\(one.reason)</p>
            """
        }
        return Card.html("emergencies", "Opened in an emergency", meaning: .due, items.joined())
    }

    private var because: HTML {
        Card.html(
            "because", "Why can I see this?",
            """
            <p>\(PolicyWords.because(reader.view.because, area: reader.view.row.area, reader.directory))</p>\
            <p>\(say: "That you opened it stands in the ledger, with the purpose for which you did.") \
            <a href="\(DeskAddresses.looks.url(reader.key))">\(say: "Who has looked")</a></p>\(restrict)
            """)
    }

    /// Whoever restricts must hold it, or nobody could open it but in an emergency.
    private var restrict: HTML? {
        guard reader.isMine || reader.view.because.relation == .onCase else { return nil }
        let isRestricted = reader.view.row.restricted
        let button =
            isRestricted
            ? Button("Open it to the desk again", name: "restricted", value: "no", weight: .quiet)
            : Button("Restrict it to the people on it", name: "restricted", value: "yes", weight: .quiet)
        return Form.post(DeskAddresses.restrict.url(reader.key), button.html)
    }

    private var shutOuts: HTML? {
        let waiting = reader.view.shutOuts
        guard !waiting.isEmpty else { return nil }
        let items: [HTML] = waiting.map { one in
            let field = "reason-\(one.account)"
            let reason = TextField(
                name: field, label: "Why?", value: sent[field], hint: "It is kept with your name.", error: errors[field], lines: 3,
                autocomplete: "off")
            let form = Form.post(
                DeskAddresses.shutOut.url(reader.key),
                """
                \(Form.hidden("account", one.account.description))\(reason.html)\
                \(Button.row(
                    Button("Keep shut out", name: "lift", value: "no", hidden: Sentence(verbatim: one.name)).html,
                    Button("Let in again", name: "lift", value: "yes", weight: .quiet, hidden: Sentence(verbatim: one.name)).html))
                """)
            return
                "<h3>\(one.name) \(Tag(Self.state(one.state), .due).html)</h3><p class=\"soft\">\(say: "Since \(When.full(one.at))")</p>\(Self.review(one))\(form)"
        }
        return Card.html(
            "shut-outs", "Shut out of this matter", meaning: .due,
            "<p>\(say: "Somebody with an account is named here as a person of concern, or bears the same name. They see nothing of it and are not told. A person must say whether that stays so.")</p>\(items)"
        )
    }

    /// Who said so, and why, where a person has looked.
    private static func review(_ one: ShutOutView) -> HTML? {
        guard let by = one.reviewedBy, let reason = one.reason else { return nil }
        return "<p class=\"said\">\(reason)</p><p class=\"soft\">\(say: "Said by \(by).")</p>"
    }

    private static func state(_ state: String) -> Sentence {
        switch state {
        case "confirmed": "Confirmed"
        case "lifted": "Lifted"
        default: "Set by software, waits for a person"
        }
    }
}
