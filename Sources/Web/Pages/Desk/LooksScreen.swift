// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Who has looked at a concern: agencies and times for whoever may read it, names for the person who has taken it and for auditors.
enum LooksScreen {
    static func page(_ looks: Looks, reference: String) -> Page {
        let table = Table(
            caption: "Looks at this concern", hidesCaption: true,
            columns: [.init("When", isPlain: true), .init("Agency"), .init("Who"), .init("What was done")],
            rows: looks.looks.map { look in
                Table.Row([
                    When.full(look.at), "\(look.agencyName)", look.name.map { "\($0)" } ?? "\(say: "name not shown to you")",
                    "\(act(look))",
                ])
            }, empty: "Nobody has looked at it yet, or the last looks are still being written to the ledger.")
        let part: HTML? =
            looks.isWhole ? nil : "<p>\(say: "The ledger was not looked through to its beginning: there may be earlier looks.")</p>"
        return Page(
            title: "Who has looked at concern \(reference)", back: DeskAddresses.concern.url(reference), section: .desk,
            content: """
                \(table.html)\(part)
                <p class="soft">\(say: "Names are shown to whoever has taken the concern, and to auditors. This look of yours is in the ledger too.")</p>
                """)
    }

    private static func act(_ look: Look) -> Sentence {
        switch (look.act, look.purpose) {
        case ("search", _): "Found in a search"
        case ("break-glass", _): "Opened in an emergency"
        case ("disclose", _): "Replied to the reporter"
        case ("export", _): "Taken out as a file"
        case (_, "queue"): "Seen in the queue"
        case (_, ReadingPurpose.desk.rawValue): "Read at the desk"
        case (_, ReadingPurpose.handOver.rawValue): "Read by a team it is handed to"
        case (_, ReadingPurpose.file.rawValue): "Read from a case"
        case (_, ReadingPurpose.search.rawValue): "Read from a search"
        case (_, "own_report"): "Read by whoever reported it"
        case (_, "ask_share"): "Asked for more by another desk or agency"
        case (_, "asks"): "Seen in the list of what is asked"
        case (_, "who-looked"): "Asked who has looked"
        default: "Read"
        }
    }
}
