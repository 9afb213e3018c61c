// SPDX-License-Identifier: Apache-2.0
import Services

/// Opening a restricted concern in an emergency: with a reason, and its owner is told (DESIGN rule 3).
enum EmergencyScreen {
    static func sheet(_ reference: String) -> FormSheet {
        FormSheet(
            title: "Open concern \(reference) in an emergency", action: DeskAddresses.open.url(reference), back: DeskAddresses.queue.url,
            section: .desk,
            intro: """
                <p>\(say: "This concern is restricted to the people on it. You can open it for eight hours if somebody is at risk and they can't be reached.")</p>
                <p><b>\(say: "Whoever owns it is told at once that you opened it, and reads your reason.")</b></p>
                """,
            fields: [
                SheetField(name: "reason", label: "Why must you open it now?") { typed, errors in
                    TextField(
                        name: "reason", label: "Why must you open it now?", value: typed["reason"], error: errors["reason"], lines: 4,
                        autocomplete: "off"
                    ).html
                }
            ], button: Button("Open it", weight: .danger))
    }

    /// What is shown where a concern may be known of and not read.
    static func refusal(_ ask: DeskContact?, reference: String, mayOpen: Bool) -> Problem {
        var problem = Problem.noPermission(
            "This concern is not open to you now: it may be restricted, or no longer with your team.",
            ask: ask.map { "Ask \(ConcernReader.contact($0))." } ?? "Ask your administrator.",
            links: [Problem.Link(text: "If you reported it: read the replies", url: ReportAddresses.own.url(reference))])
        if mayOpen {
            problem.links.insert(
                Problem.Link(text: "Somebody is at risk: open it in an emergency", url: DeskAddresses.emergency.url(reference)), at: 0)
        }
        return problem
    }
}
