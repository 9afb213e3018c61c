// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The hand-overs to my teams, unanswered ones by their clock.
struct HandOverScreen {
    let handOvers: [HandOverView]
    let withAnswered: Bool
    let standard: Standard
    let now: Instant

    func page(_ notice: Notice?) -> Page {
        let waiting = handOvers.filter { $0.state == .offered }
        let answered = handOvers.filter { $0.state != .offered }
        let passed = waiting.filter { $0.clock == .passedHardLimit }.count
        return Page(
            title: "Hand-overs", section: .handOvers, notice: notice,
            content: """
                <p class="lead">\(sentence(waiting.count, passed))</p>\
                \(table("Waiting for your team", waiting, empty: "Nothing waits for your team."))\
                \(withAnswered ? "<h2>\(say: "Answered")</h2>\(table("Answered", answered, empty: "Nothing has been answered yet."))" as HTML : nil)
                <p><a href="\(withAnswered ? TeamAddresses.inbox.url : TeamAddresses.inbox.url.with("answered", "yes"))">\
                \(withAnswered ? HTML("Hide those answered") : HTML("Show those answered too"))</a></p>\(LimitSources.html(.acceptance, standard))
                """)
    }

    private func sentence(_ waiting: Int, _ passed: Int) -> HTML {
        guard waiting > 0 else { return "\(say: "Every hand-over to your team has been answered.")" }
        let wait = Sentence(
            waiting, one: "1 hand-over waits for a named person to accept it.",
            many: "\(waiting) hand-overs wait for a named person to accept them.")
        let late = Sentence(passed, one: "1 has passed its limit.", many: "\(passed) have passed their limit.")
        return "\(wait) \(passed == 0 ? nil : "<b>\(late)</b>" as HTML)"
    }

    private func table(_ caption: Sentence, _ rows: [HandOverView], empty: Sentence) -> HTML {
        Table(
            caption: caption, hidesCaption: true,
            columns: [.init("Due", isPlain: true), .init("Concern"), .init("Team"), .init("From"), .init("Why"), .init("Answer")],
            rows: rows.map(row),
            empty: empty
        ).html
    }

    private func row(_ one: HandOverView) -> Table.Row {
        let urgent: HTML? = one.urgent ? Tag("Urgent", .now).html : nil
        let due: HTML =
            one.state == .offered
            ? "\(urgent) \(ConcernWords.clock(one.clock, good: one.dueGood, hard: one.dueHard, now: now))" : HandOverWords.state(one).html
        // What my team refused is no longer mine to read.
        let concern: HTML =
            one.state == .refused
            ? "\(one.reference)" : "<a href=\"\(ReadingPurpose.handOver.url(one.reference))\"><b>\(one.reference)</b></a>"
        return Table.Row(
            [
                due, concern, "\(one.teamName) \(HandOverWords.duty(one).html)",
                "\(one.offeredBy)<br><small>\(When.short(one.offeredAt, now: now))</small>", "\(one.words)", answer(one),
            ], meaning: one.state == .offered ? ConcernWords.meaning(one.clock, one.urgent ? Tag("", .now) : nil) : .plain)
    }

    private func answer(_ one: HandOverView) -> HTML {
        guard one.state == .offered else { return HandOverWords.answer(one, standard, now: now) }
        let about: Sentence = "concern \(one.reference)"
        return """
            <div class="row">\(Form.post(TeamAddresses.accept.url(one.id), Button("Accept", hidden: about).html))\
            <a href="\(TeamAddresses.refuse.url(one.id))">\(say: "Refuse")<span class="hidden"> \(about)</span></a></div>
            """
    }
}
