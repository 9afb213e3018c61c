// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What has happened, newest first. A date is shown as it was said: nothing is filled up with a first of January or midnight.
struct TimelineCard {
    let screen: CaseScreen

    var html: HTML {
        let items: [HTML] = screen.view.timeline.map(item)
        let list: HTML = items.isEmpty ? "<p class=\"empty\">\(say: "Nothing is written yet.")</p>" : "<ol class=\"timeline\">\(items)</ol>"
        return Card.html("timeline", "Timeline", "\(add)\(list)")
    }

    private func item(_ item: TimelineItem) -> HTML {
        let happened: HTML? = item.happened.map { "\(say: "happened \(When.said($0))") · " }
        return """
            <li><h3>\(Self.kind(item.kind))</h3><p class="soft">\(happened)\(say: "written \(When.full(item.at)) by \(item.by), \(item.agency)")</p>\
            <p class="said">\(item.words)</p></li>
            """
    }

    private var add: HTML? {
        guard screen.isOpen else { return nil }
        let errors = screen.errors
        let kinds = Select(
            name: "event.kind", label: "What was it?", choices: Casework.eventKinds.map { Choice($0, Self.kind($0)) },
            chosen: screen.sent["event.kind"],
            error: errors["event.kind"])
        var happened = DateField.again(screen.sent, "event.happened", legend: "When did it happen?", error: errors["event.happened"])
        happened.hint = "A year or a month is enough. Leave it empty if it is not known."
        let words = TextField(
            name: "event.words", label: "What happened?", value: screen.sent["event.words"],
            hint: "It can't be changed later, only added to.",
            error: errors["event.words"], lines: 5, autocomplete: "off")
        let isOpen = ["event.kind", "event.happened", "event.words"].contains { errors[$0] != nil }
        return Disclosure.html(
            "Add to the timeline", isOpen: isOpen,
            Form.post(TeamAddresses.addEvent.url(screen.key), "\(kinds.html)\(happened.html)\(words.html)\(Button.row(Button("Add").html))")
        )
    }

    private static func kind(_ code: String) -> Sentence {
        switch code {
        case "note": "Note"
        case "meeting": "Meeting"
        case "contact": "Contact"
        case "visit": "Visit"
        case "missing": "Missing"
        case "disruption": "Disruption"
        case "support": "Support"
        case "closed": "Case closed"
        default: Sentence(verbatim: code)
        }
    }
}
