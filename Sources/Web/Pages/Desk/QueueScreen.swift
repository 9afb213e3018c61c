// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The queue: first in a sentence whose numbers are links, then as a table.
struct QueueScreen {
    let queue: QueuePage
    let filter: QueueFilter
    let areas: [Area]
    let directory: DirectorySnapshot
    let standard: Standard
    let canTakeEscalations: Bool
    var views: [SavedView] = []
    /// What is wrong with the name that a view was to have, and what was typed.
    var viewErrors: [FormError] = []
    var typed: FormData = .empty

    func page(_ notice: Notice?) -> Page {
        let pages = Pagination(page: filter.page + 1, size: queue.pageSize, total: queue.total) { number in
            QueueAddress.url(filter) { $0.page = number - 1 }
        }
        return Page(
            title: title, section: .desk, errors: viewErrors, notice: notice,
            content: """
                <p class="lead">\(sentence)</p>\(uncovered)\(DeskFirst(queue: queue, filter: filter).html)\
                \(canTakeEscalations ? "<p><a href=\"\(DeskAddresses.escalations.url)\">\(say: "What nobody has taken on")</a></p>" as HTML : nil)\
                \(shifts)\(desks)\(SavedViewList(screen: self).html)\(parts)\(filters)\(queue.rows.count > 1 ? QueueAddress.sorting(filter).html : nil)\(QueueTable(screen: self).html)\(pages.html)
                \(LimitSources.html(.decision, standard))
                <p class="soft">\(say: "As at \(When.full(queue.asOf)). Not on this list: concerns that your role may not know of.")</p>
                """)
    }

    /// The desk by its area; whoever works for several reads which of them are shown.
    private var title: Sentence {
        if let area = filter.area ?? (areas.count == 1 ? areas[0].code : nil) { return "\(directory.name(ofArea: area)) desk" }
        return areas.count > 1 ? "All your desks" : "Desk"
    }

    /// The desks to choose from, for whoever works for several.
    private var desks: HTML? {
        guard areas.count > 1 else { return nil }
        func desk(_ name: Sentence, _ code: String?) -> Tabs.Part {
            Tabs.Part(name, QueueAddress.url(filter) { $0.area = code }, isCurrent: filter.area == code)
        }
        return Tabs(label: "Desks", parts: [desk("All", nil)] + areas.map { desk(Sentence(verbatim: $0.name), $0.code) }).html
    }

    /// The way to what one shift leaves to the next, one link a desk.
    private var shifts: HTML? {
        let links: [HTML] = areas.map { area in
            let words: Sentence = areas.count == 1 ? "Hand the shift over, or take it over" : "Shift hand-over, \(area.name)"
            return "<a href=\"\(DeskAddresses.shift.url(area.code))\">\(words)</a> "
        }
        return links.isEmpty ? nil : "<p class=\"links\">\(links)</p>"
    }

    private func count(_ part: QueueFilter.Part) -> Int { queue.counts[part] ?? 0 }

    /// "14 concerns wait. 2 have passed their limit."
    private var sentence: HTML {
        let open = count(.open)
        if open == 0 && count(.unaccepted) == 0 { return "\(say: "Nothing waits for a decision, and every hand-over has been accepted.")" }
        var said: [HTML] = [
            open == 0
                ? "\(say: "Nothing waits for a decision.")"
                : link(Sentence(open, one: "1 concern waits.", many: "\(open) concerns wait."), part(.open))
        ]
        let passed = count(.passed)
        if passed > 0 {
            said.append(
                "<b>\(link(Sentence(passed, one: "1 has passed its limit.", many: "\(passed) have passed their limit."), part(.passed)))</b>"
            )
        }
        let unowned = queue.unowned
        if unowned > 0 {
            let url = QueueAddress.url(QueueFilter()) { $0.onlyUnowned = true }
            let words: Sentence =
                unowned == open
                ? "Nobody has taken any of them."
                : Sentence(unowned, one: "Nobody has taken 1 of them.", many: "Nobody has taken \(unowned) of them.")
            said.append(link(words, url))
        }
        let unaccepted = count(.unaccepted)
        if unaccepted > 0 {
            let words = Sentence(
                unaccepted, one: "1 hand-over has not been accepted.", many: "\(unaccepted) concerns have hand-overs not accepted.")
            said.append(link(words, part(.unaccepted)))
        }
        return said.joined(by: " ")
    }

    private func link(_ words: Sentence, _ url: SiteURL) -> HTML { "<a href=\"\(url)\">\(words)</a>" }

    private func part(_ part: QueueFilter.Part) -> SiteURL { QueueAddress.url(QueueFilter()) { $0.part = part } }

    private var uncovered: HTML? {
        guard !queue.uncoveredAreas.isEmpty else { return nil }
        let names = queue.uncoveredAreas.map { directory.name(ofArea: $0) }.joined(separator: ", ")
        return Notice(
            "Nobody is on duty now in: \(names). What comes in there goes to one person on call after the other, until somebody takes it.",
            .now
        ).html
    }

    private var parts: HTML {
        let parts = QueueFilter.Part.allCases.map { part in
            Tabs.Part(
                Self.name(part), QueueAddress.url(filter) { $0.part = part }, isCurrent: part == filter.part, count: count(part))
        }
        return Tabs(label: "Parts of the queue", parts: parts).html
    }

    private static func name(_ part: QueueFilter.Part) -> Sentence {
        switch part {
        case .open: "Waiting"
        case .proposed: "For a second person"
        case .unaccepted: "Not accepted"
        case .passed: "Passed their limit"
        case .decided: "Decided"
        }
    }

    private var filters: HTML {
        var chips: [Filter.Chip] = []
        if let area = filter.area {
            chips.append(
                .init(label: Sentence(verbatim: directory.name(ofArea: area)), without: QueueAddress.url(filter) { $0.area = nil }))
        }
        if let crime = filter.crime {
            chips.append(
                .init(label: Sentence(verbatim: standard.label(crime, in: .crime)), without: QueueAddress.url(filter) { $0.crime = nil }))
        }
        if filter.onlyUnowned {
            chips.append(.init(label: "Taken by nobody", without: QueueAddress.url(filter) { $0.onlyUnowned = false }))
        }
        if filter.onlyNew { chips.append(.init(label: "New to me", without: QueueAddress.url(filter) { $0.onlyNew = false })) }
        if filter.onlyMine { chips.append(.init(label: "Taken by me", without: QueueAddress.url(filter) { $0.onlyMine = false })) }
        let area = Select(
            name: "area", label: "Area", choices: areas.map { Choice($0.code, Sentence(verbatim: $0.name)) }, chosen: filter.area,
            none: "All of mine")
        let crime = Select(
            name: "crime", label: "What it may be",
            choices: standard.list(.crime).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
            chosen: filter.crime, none: "Anything")
        let owner = Select(
            name: "owner", label: "Taken by", choices: [Choice("nobody", "Nobody"), Choice("me", "Me")],
            chosen: filter.onlyUnowned ? "nobody" : filter.onlyMine ? "me" : nil, none: "Anybody or nobody")
        let kept = QueueAddress.parameters(filter).filter { ["part", "order", "direction", "new"].contains($0.name) }
        return Filter(
            url: DeskAddresses.queue.url, chips: chips, fields: "\(areas.count > 1 ? area.html : nil)\(crime.html)\(owner.html)", kept: kept
        ).html
    }
}
