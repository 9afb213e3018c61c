// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The first page: what reporting is, and what I had begun.
enum StartPage {
    static func page(drafts: [(draft: Draft, about: String, url: SiteURL)], desk: DeskToRing, discarded: Bool, now: Instant) -> Page {
        let begin = Form.post(ReportAddresses.begin.url, Button.row(Button("Start a report").html))
        return Page(
            title: "Report a concern", section: .report, notice: discarded ? Notice("The draft is thrown away.") : nil, isNarrow: true,
            content: """
                \(Card.html("danger", "Is somebody in danger now?", meaning: .now, "<p>\(ring: "Ring 999 first. If you can't speak, press 55 when asked. The form can wait.")</p>"))
                <p>\(say: "Say what you saw, heard or were told. One sentence is enough: you can send at any moment, and add more later.")</p>
                <p>\(say: "A named person at the desk reads it and decides, and you will read here what came of it.")</p>
                \(begin)
                <p class="soft">\(ring: "Would you rather talk first? \(desk.ring)")</p>
                \(list(drafts, now))
                """)
    }

    private static func list(_ drafts: [(draft: Draft, about: String, url: SiteURL)], _ now: Instant) -> HTML? {
        guard !drafts.isEmpty else { return nil }
        let rows = drafts.map { draft, about, url in
            let name: HTML = about.isEmpty ? "\(say: "A report without a name yet")" : "\(about)"
            return Table.Row([
                "<a href=\"\(url)\">\(name)</a>", When.short(draft.savedAt, now: now),
                Form.post(
                    ReportAddresses.discard.url(draft.id),
                    Button("Throw away", weight: .quiet, hidden: "the draft saved at \(When.clock(draft.savedAt))").html),
            ])
        }
        return Table(
            caption: "Reports you have begun and not sent",
            columns: [.init("About", isPlain: true), .init("Saved"), .init("Draft", isPlain: true)], rows: rows,
            empty: "None"
        ).html
    }
}

/// 999 first: between the danger question and the rest of the form.
enum DangerPage {
    static func page(next: SiteURL, place: (number: Int, of: Int)?, desk: DeskToRing) -> Page {
        Page(
            title: "Ring 999 now", caption: ReportFrame.caption(place), section: .report, isNarrow: true,
            content: """
                \(Card.html("now", "Somebody is in danger now", meaning: .now, """
                    <p>\(say: "Say what is happening and where. If you can't speak, press 55 when asked.")</p>
                    \(Button.row(Telephone.button("Ring 999", "999")))
                    <p>\(say: "Your report is saved. It does not send help by itself: a person must hear you.")</p>
                    """))
                <p>\(ring: "When help is on its way: \(desk.ring)")</p>
                \(Button.row(Button.link("I have rung, or help is here: go on", next, weight: .main)))
                """)
    }
}
