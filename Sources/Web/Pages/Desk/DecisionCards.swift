// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What was decided on a concern, to whom it was handed over and how their clocks stand, and the cases that came of it.
struct DecisionCards {
    let reader: ConcernReader

    var html: HTML { "\(decisions)\(handOvers)\(cases)" }

    private var view: ConcernView { reader.view }

    private var decisions: HTML {
        let items: [HTML] = view.decisions.reversed().map { decision in
            let threshold: HTML? = decision.threshold.map { "<p>\(say: "Level: \(reader.standard.label($0, in: .threshold))")</p>" }
            let unanswered: HTML? =
                decision.unansweredMatches == 0
                ? nil
                : "<p class=\"soft\">\(Sentence(decision.unansweredMatches, one: "1 match had no answer then.", many: "\(decision.unansweredMatches) matches had no answer then."))</p>"
            return """
                <article class="entry"><h3>\(reader.standard.label(decision.outcome, in: .outcome))</h3>\
                <p class="soft">\(who(decision))</p><p class="said">\(decision.reason)</p>\(GateAnswerWords.html(decision.answers, reader.standard))\(threshold)\(unanswered)</article>
                """
        }
        let offer: HTML? =
            reader.may(.decideConcern) ? Button.row(Button.link("Decide", DeskAddresses.decide.url(reader.reference), weight: .main)) : nil
        guard items.isEmpty else { return Card.html("decisions", "What was decided", "\(items)\(offer)") }
        return Card.html("decisions", "What was decided", "<p>\(say: "Nothing has been decided yet.")</p>\(offer)\(whoDecides)")
    }

    /// One name, or two where the standard wanted a second person.
    private func who(_ decision: DecisionView) -> HTML {
        guard let second = decision.confirmedBy else { return "\(say: "\(decision.by), \(When.full(decision.at))")" }
        return "\(say: "Proposed by \(decision.by), confirmed by \(second), \(When.full(decision.at))")"
    }

    private var whoDecides: HTML? {
        guard !reader.may(.decideConcern), let area = view.row.area, let desk = reader.directory.areas[area]?.contact else { return nil }
        return "<p class=\"soft\">\(ring: "It is decided by \(ConcernReader.contact(desk)).")</p>"
    }

    private var handOvers: HTML? {
        guard !view.handOvers.isEmpty else { return nil }
        let items: [HTML] = view.handOvers.map { handOver in
            let lines = handOver.words.split(separator: "\n").map(String.init)
            let words: HTML? =
                handOver.state == .refused && !lines.isEmpty
                ? "<p class=\"said\">\(handOver.words)</p>" : HandOverWords.reasons(lines)
            return """
                <article class="entry"><h3>\(handOver.teamName) \(HandOverWords.duty(handOver).html) \(HandOverWords.state(handOver).html)</h3>\
                \(HandOverWords.answer(handOver, reader.standard, now: reader.now))\
                \(words)\
                <p class="soft">\(ring: "Offered by \(handOver.offeredBy), \(When.full(handOver.offeredAt)). \(ConcernReader.contact(handOver.contact))")</p></article>
                """
        }
        return Card.html("hand-overs", "Hand-overs", items.joined())
    }

    private var cases: HTML? {
        guard !view.cases.isEmpty else { return nil }
        let items: [HTML] = view.cases.map { row in
            let name: HTML =
                reader.may(.workCase)
                ? "<a href=\"\(TeamAddresses.file.url(row.reference))\">\(say: "Case \(row.reference)")</a>"
                : "\(say: "Case \(row.reference)")"
            return "<li>\(name), \(row.team), \(say: "opened by \(row.openedBy), \(When.date(row.openedAt))")</li>"
        }
        return Card.html("cases", "Cases", "<ul>\(items)</ul>")
    }
}
