// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One thing on a timeline in words: what, when, who of which agency or team, and what was written. A date is shown as it was said: nothing
/// is filled up with a first of January or midnight.
struct TimelineWords {
    let standard: Standard
    let now: Instant

    func item(_ item: TimelineItem) -> HTML {
        """
        <li><h3>\(heading(item))</h3><p class="soft">\(line(item))</p>\(more(item))\
        \(item.words.isEmpty ? nil : "<p class=\"said\">\(item.words)</p>" as HTML)\(GateAnswerWords.html(item.answers, standard))</li>
        """
    }

    private func heading(_ item: TimelineItem) -> Sentence {
        switch item.kind {
        case .received: "Report received"
        case .added: "Added to the report"
        case .decided: "Decided: \(label(item, .outcome))"
        case .handedOver:
            Sentence(item.teams.count, one: "Handed over", many: "Handed over to \(item.teams.count) teams")
        case .accepted: "Accepted: \(item.team ?? "")"
        case .refused: "Refused: \(item.team ?? "")"
        case .actionSet: "Action set"
        case .actionFinished: "Action finished: \(label(item, .actionOutcome))"
        case .event: Self.event(item.code ?? "")
        case .replied: "Reply to the reporter"
        case .closed: item.code == nil ? "Case closed" : "Case closed: \(label(item, .caseOutcome))"
        }
    }

    private func label(_ item: TimelineItem, _ list: CodeListName) -> String { item.code.map { standard.label($0, in: list) } ?? "" }

    private func line(_ item: TimelineItem) -> HTML {
        let happened: HTML? = item.happened.map { "\(say: "happened \(When.said($0))") · " }
        let who = [item.by, item.agency].filter { !$0.isEmpty }.joined(separator: ", ")
        let written: Sentence =
            switch item.kind {
            case .received, .added: "\(When.full(item.at)), from \(who)"
            case .event: "written \(When.full(item.at)) by \(who)"
            default: "\(When.full(item.at)), \(who)"
            }
        return "\(happened)\(written)"
    }

    private func more(_ item: TimelineItem) -> HTML? {
        switch item.kind {
        case .received: "<p><a href=\"#reported\">\(say: "All that was reported")</a></p>"
        case .decided: item.threshold.map { "<p>\(standard.label($0, in: .threshold))</p>" }
        case .handedOver: teams(item)
        case .refused: item.code.map { "<p>\(standard.label($0, in: .refusalReason))</p>" }
        case .actionSet:
            "<p>\(say: "For \(item.owner ?? "")")\(item.dueAt.map { ", \(say: "due \(When.short($0, now: now))")" as HTML })</p>"
        case .replied: item.code.map { "<p>\(standard.label($0, in: .reply))</p>" }
        case .added, .accepted, .actionFinished, .event, .closed: nil
        }
    }

    private func teams(_ item: TimelineItem) -> HTML {
        let rows: [HTML] = item.teams.map { team in
            let duty = team.leads ? Tag("Leads") : Tag("Also receives")
            let because: HTML? = team.because.isEmpty ? nil : "<br><small>\(team.because)</small>"
            return "<li>\(team.name) \(duty.html)\(because)</li>"
        }
        return "<ul>\(rows)</ul>"
    }

    /// What an event on a timeline is.
    static func event(_ code: String) -> Sentence {
        switch code {
        case "note": "Note"
        case "meeting": "Meeting"
        case "contact": "Contact"
        case "visit": "Visit"
        case "missing": "Missing"
        case "disruption": "Disruption"
        case "support": "Support"
        default: Sentence(verbatim: code)
        }
    }
}
