// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// Who and what else: everything that the report names so far, and buttons to add more.
enum OthersPage {
    static func page(
        _ report: ConcernReport, _ flow: ReportFlow, _ frame: ReportFrame, edit: (Int, String) -> SiteURL,
        more: (ReportFlow.Step) -> SiteURL
    ) -> Page {
        let rows: [Table.Row] = report.mentions.enumerated().map { item, mention in
            let label = MentionWords.label(mention, flow.standard)
            let name: HTML = label.isEmpty ? "\(say: "Not named")" : "\(label)"
            let group = QuestionGroup(rawValue: mention.formGroup) ?? .household
            return Table.Row([
                flow.pages(of: group).first.map { "<a href=\"\(edit(item, $0))\">\(name)</a>" } ?? name, "\(kind(group))",
                Button("Remove", name: "remove", value: String(item), weight: .quiet, hidden: Sentence(verbatim: label)).html,
            ])
        }
        let table = Table(
            caption: "Named in this report", columns: [.init("Who or what", isPlain: true), .init("As"), .init("Change", isPlain: true)],
            rows: rows,
            empty: "Nobody and nothing is named yet. That is fine.")
        let add: [HTML] = flow.addable.map { Button(adding($0), name: "add", value: $0.rawValue, weight: .quiet).html }
        return frame.page(
            title: "Who and what else?", help: "Add only what you know. A nickname, a description or half a number plate is enough.",
            content: "\(table.html)<h2>\(say: "Add")</h2><div class=\"row buttons\">\(add)</div>\(questions(flow, more))")
    }

    /// The questions that are no step of the way: whoever knows more answers them, nobody has to leaf through them.
    private static func questions(_ flow: ReportFlow, _ url: (ReportFlow.Step) -> SiteURL) -> HTML? {
        let items: [HTML] = flow.optional.compactMap { step in
            guard case .page(let id, let item) = step, let page = flow.standard.page(id) else { return nil }
            let answered = !flow.answers(on: page, item: item).byQuestion.keys.filter(page.questions.contains).isEmpty
            return
                "<li><a href=\"\(url(step))\">\(page.title(for: flow.audience))</a>\(answered ? " \(Tag("Answered", .good).html)" as HTML : nil)</li>"
        }
        return items.isEmpty ? nil : "<h2>\(say: "If you know more")</h2><ul class=\"more\">\(items)</ul>"
    }

    /// What was pressed on the list.
    enum Pressed: Sendable {
        case add(ReportFlow.Step)
        case remove(Int)
        case goOn
    }

    /// Reads which button was pressed.
    static func choice(_ form: FormData, _ flow: ReportFlow) -> Pressed {
        if let group = form["add"].flatMap(QuestionGroup.init), flow.addable.contains(group), let first = flow.pages(of: group).first {
            return .add(.page(first, item: flow.report.mentions.count))
        }
        return form["remove"].flatMap { Int($0) }.map { .remove($0) } ?? .goOn
    }

    private static func adding(_ group: QuestionGroup) -> Sentence {
        switch group {
        case .subject: "Another person it is about"
        case .suspect: "A person who may cause harm"
        case .household: "Somebody in the household"
        case .place: "A place"
        case .vehicle: "A vehicle"
        case .phone: "A phone number"
        case .account: "An online account"
        case .absence: "A time missing"
        case .concern, .statement, .source, .practice: "More"
        }
    }

    /// What a mention is, in a word or two.
    static func kind(_ group: QuestionGroup) -> Sentence {
        switch group {
        case .subject: "Who it is about"
        case .suspect: "May cause harm"
        case .household: "Household"
        case .place: "Place"
        case .vehicle: "Vehicle"
        case .phone: "Phone"
        case .account: "Online account"
        case .absence: "Time missing"
        case .concern, .statement, .source, .practice: "Report"
        }
    }
}
