// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One hand-over in the inbox: enough of it to know what it is, as far as this person may read it.
struct HandOverLine {
    let row: InboxRow
    let standard: Standard
    let now: Instant

    private var handOver: HandOverView { row.handOver }
    private var isWaiting: Bool { handOver.state == .offered }

    var html: Table.Row {
        let urgent: HTML? = handOver.urgent ? Tag("Urgent", .now).html : nil
        let due: HTML =
            isWaiting
            ? "\(urgent) \(ConcernWords.clock(handOver.clock, good: handOver.dueGood, hard: handOver.dueHard, now: now))"
            : HandOverWords.state(handOver).html
        return Table.Row(
            [due, who, said, decided, "\(handOver.teamName) \(HandOverWords.duty(handOver).html)", answer],
            meaning: isWaiting ? ConcernWords.meaning(handOver.clock, handOver.urgent ? Tag("", .now) : nil) : .plain)
    }

    private var who: HTML {
        let crimes = row.crimes.map { standard.label($0, in: .crime) }.joined(separator: ", ")
        let crime: HTML? = crimes.isEmpty ? nil : "<br><small>\(crimes)</small>"
        guard let about = row.about else { return "<b>\(handOver.reference)</b>\(crime)" }
        let name: HTML = about.subjectName.map { "\($0)" } ?? "\(say: "Name not known")"
        let age: HTML = about.subjectAge.map { "\(say: "aged \($0)")" } ?? "\(standard.label(about.subjectKind, in: .subjectKind))"
        return """
            <a href="\(ReadingPurpose.handOver.url(handOver.reference))"><b>\(name)</b></a><br><small>\(age) · \(handOver.reference)</small>\(crime)
            """
    }

    private var said: HTML {
        guard let about = row.about else {
            return handOver.state == .refused
                ? "\(say: "Your team refused it, so it is no longer shown to you.")"
                : "\(say: "Restricted: whoever accepts it is shown who it is about and what was seen.")"
        }
        return about.firstWords.isEmpty ? "\(say: "No words were written.")" : "\(about.firstWords)"
    }

    private var decided: HTML {
        let reason: HTML? = row.reason.map { "<br><span class=\"said\">\(Self.shortened($0))</span>" }
        let because: HTML? =
            isWaiting ? HandOverWords.why(handOver.words).map { "<br>\($0)" as HTML } : nil
        return """
            \(Self.name(handOver.offeredBy, row.agency))<br><small>\(When.short(handOver.offeredAt, now: now))</small>\(reason)\(because)
            """
    }

    /// A person with their agency, as far as known.
    static func name(_ name: String, _ agency: String) -> String { [name, agency].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// The first 280 characters: the whole stands with the concern.
    static func shortened(_ words: String) -> String { words.count > 280 ? words.prefix(280) + "…" : words }

    private var answer: HTML {
        guard isWaiting else {
            let words: HTML? =
                handOver.state == .refused && !handOver.words.isEmpty ? "<p class=\"said\">\(handOver.words)</p>" : nil
            return "\(HandOverWords.answer(handOver, standard, now: now))\(words)"
        }
        let about: Sentence = "concern \(handOver.reference)"
        return """
            <div class="row">\(Form.post(TeamAddresses.accept.url(handOver.id), Button("Accept", hidden: about).html))\
            <a href="\(TeamAddresses.refuse.url(handOver.id))">\(say: "Refuse")<span class="hidden"> \(about)</span></a></div>
            """
    }
}
