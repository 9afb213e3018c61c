// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Figures of the work as sentences.
enum WorkWords {
    /// One figure.
    static func sentence(_ figure: WorkFigure, _ count: Int) -> Sentence {
        switch figure {
        case .overdue:
            count == 0
                ? "No concern has passed its limit"
                : Sentence(count, one: "1 concern has passed its limit", many: "\(count) concerns have passed their limit")
        case .unaccepted:
            count == 0
                ? "Every hand-over has been accepted"
                : Sentence(count, one: "1 hand-over is not accepted", many: "\(count) hand-overs are not accepted")
        case .unanswered:
            count == 0
                ? "Every reporter has been answered in time"
                : Sentence(count, one: "1 reporter has heard nothing in time", many: "\(count) reporters have heard nothing in time")
        }
    }
}

/// What needs somebody today: sentences, each leading to what it counts, and the same by area.
struct WorkCard {
    let work: WorkFigures
    let directory: DirectorySnapshot

    var html: HTML {
        let isUrgent = !work.uncovered.isEmpty || work.total(.overdue) > 0
        return Card.html(
            "work", "Needs somebody today", meaning: isUrgent ? .now : .good,
            """
            <ul class="waiting">\(WorkFigure.allCases.map(figure))\(uncovered)</ul>\(byArea)\
            <p class="soft">\(say: "Counted \(When.full(work.asOf)). These count what agencies have done and nothing of a child, so they are exact. What you are shut out of is not in them.")</p>
            """)
    }

    private func figure(_ figure: WorkFigure) -> HTML {
        let count = work.total(figure)
        let meaning = count == 0 ? "good" : figure == .overdue ? "now" : "due"
        let oldest = (work.counts[figure] ?? []).map(\.oldest).min()
        let since: HTML? = oldest.map { " <span class=\"soft\">\(say: "the oldest for \(When.span(work.asOf.seconds(since: $0)))")</span>" }
        return """
            <li class="\(meaning)"><a href="\(LeaderAddresses.work.url(figure.rawValue))">\(WorkWords.sentence(figure, count))</a>\(since)</li>
            """
    }

    private var uncovered: HTML {
        guard !work.uncovered.isEmpty else {
            return
                "<li class=\"good\"><a href=\"\(DirectoryAddresses.directory.url)\">\(say: "Every area has a co-ordinator on duty")</a></li>"
        }
        let items: [HTML] = work.uncovered.map { area in
            """
            <li class="now"><a href="\(DirectoryAddresses.area.url(area.code))">\(say: "No co-ordinator is on duty in \(area.name)")</a></li>
            """
        }
        return items.joined()
    }

    private var byArea: HTML? {
        let all = WorkFigure.allCases.flatMap { work.counts[$0] ?? [] }
        guard !all.isEmpty else { return nil }
        let areas = Set(all.map { $0.area ?? "" }).sorted()
        let rows = areas.map { area in
            let name = area.isEmpty ? "\(say: "Area not known")" as HTML : "\(directory.name(ofArea: area))"
            let cells: [HTML] = WorkFigure.allCases.map { figure in
                let count = (work.counts[figure] ?? []).filter { ($0.area ?? "") == area }.reduce(0) { $0 + $1.count }
                guard count > 0, !area.isEmpty else { return "\(count)" }
                return """
                    <a href="\(LeaderAddresses.work.url(figure.rawValue).with("area", area))">\(count)\
                    <span class="hidden"> \(WorkWords.sentence(figure, count)), \(directory.name(ofArea: area))</span></a>
                    """
            }
            return Table.Row(["\(name)"] + cells)
        }
        let table = Table(
            caption: "By area",
            columns: [.init("Area", isPlain: true), .init("Past their limit"), .init("Not accepted"), .init("Not answered")],
            rows: rows, empty: "Nothing waits.")
        return Disclosure.html("By area", table.html)
    }
}
