// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What has happened, newest first: the report, decisions, hand-overs, actions, what was written, replies, the closing.
struct TimelineCard {
    let screen: CaseScreen

    private var timeline: CaseTimeline { screen.view.timeline }
    private var reference: String { screen.view.row.reference }

    var html: HTML {
        let words = TimelineWords(standard: screen.standard, now: screen.now)
        let items: [HTML] = timeline.items.map(words.item)
        let list: HTML =
            items.isEmpty ? "<p class=\"empty\">\(empty)</p>" : "<ol class=\"timeline\">\(items)</ol>"
        return Card.html("timeline", "Timeline", "\(add)<p class=\"soft\">\(say: "The newest stands first.")</p>\(parts)\(list)\(pages)")
    }

    private var empty: Sentence {
        if timeline.total > 0 { return "There is nothing on this page of the timeline." }
        return timeline.filter.group == nil ? "Nothing is written yet." : "There is nothing of this kind."
    }

    private var parts: HTML {
        let all = timeline.counts.values.reduce(0, +)
        let items: [HTML] = TimelineGroup.allCases.map { group in part(Self.name(group), group, timeline.counts[group] ?? 0) }
        return """
            <nav class="tabs"\(attribute: "aria-label", say: "Parts of the timeline")><ul>\(part("Everything", nil, all))\(items)</ul></nav>
            """
    }

    private func part(_ name: Sentence, _ group: TimelineGroup?, _ count: Int) -> HTML {
        var filter = TimelineFilter()
        filter.group = group
        let isShown = group == timeline.filter.group
        return """
            <li><a href="\(TimelineAddress.url(reference, filter))"\(attribute: "aria-current", isShown ? "true" : nil)>\(name) \
            <span class="count">\(count)</span></a></li>
            """
    }

    private var pages: HTML? {
        let filter = timeline.filter
        guard timeline.total > CaseTimeline.pageSize else { return nil }
        var other = filter
        other.page = 0
        other.isWhole = !filter.isWhole
        let words: Sentence = filter.isWhole ? "Show it in pages" : "Show it on one page, to print"
        let reference = reference
        let steps =
            filter.isWhole
            ? nil
            : Pagination(page: filter.page + 1, size: CaseTimeline.pageSize, total: timeline.total) { number in
                var step = filter
                step.page = number - 1
                return TimelineAddress.url(reference, step)
            }.html
        return "\(steps)<p class=\"links\"><a href=\"\(TimelineAddress.url(reference, other))\">\(words)</a></p>"
    }

    private static func name(_ group: TimelineGroup) -> Sentence {
        switch group {
        case .reports: "Reports"
        case .decisions: "Decisions and hand-overs"
        case .actions: "Actions"
        case .events: "Written"
        case .replies: "Replies"
        }
    }

    private var add: HTML? {
        guard screen.isOpen else { return nil }
        let errors = screen.errors
        let kinds = Select(
            name: "event.kind", label: "What was it?", choices: Casework.eventKinds.map { Choice($0, TimelineWords.event($0)) },
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
}
