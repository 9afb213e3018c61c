// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Services

/// What a search found, why, and what it did not search. Where something is wrong it never says that there is nothing.
struct SearchScreen {
    /// The kind of a row that was found by its reference.
    static let byReference = "concern"

    let text: String
    let found: SearchPage
    let number: Int
    let now: Instant

    /// The form alone.
    static func blank(text: String? = nil, error: FormError?) -> Page {
        Page(title: "Search", section: .search, errors: error.map { [$0] } ?? [], isNarrow: true, content: form(text, error))
    }

    func page() -> Page {
        let text = text
        let pages = Pagination(page: number, size: found.pageSize, total: found.total) {
            SearchAddresses.search.url.with("q", text).with("page", String($0))
        }
        return Page(
            title: "Search: \(text)", heading: "\(say: "Search")", section: .search,
            content: """
                \(Self.form(text, nil))\(NotSearched.notice(found.notSearched))\
                <h2>\(summary)</h2>\(found.rows.isEmpty ? nil : table)\(pages.html)
                <p class="soft">\(say: "Only what you may read is searched. What others hold beside a concern stands on the concern's own page.")</p>
                """)
    }

    private static func form(_ text: String?, _ error: FormError?) -> HTML {
        let field = TextField(
            name: "q", label: "Search for", value: text,
            hint: "A name as it sounds, a number, a phone, a registration, an online account, words or a reference.", error: error,
            kind: .search,
            autocomplete: "off")
        return Form.get(SearchAddresses.search.url, "\(field.html)\(Button.row(Button("Search").html))")
    }

    private var summary: Sentence {
        if found.total > 0 { return Sentence(found.total, one: "1 concern found", many: "\(found.total) concerns found") }
        return found.notSearched.isEmpty ? "Nothing found in what you may read" : "Nothing found in the part that was searched"
    }

    private var table: HTML {
        Table(
            caption: "What was found", hidesCaption: true,
            columns: [.init("Found", isPlain: true), .init("Why"), .init("From"), .init("Received"), .init("Where it stands")],
            rows: found.rows.map { row in
                let label: HTML = row.label.isEmpty ? "\(say: "concern \(row.reference)")" : "\(row.label)"
                return Table.Row([
                    "<a href=\"\(ReadingPurpose.search.url(row.reference))\"><b>\(label)</b></a><br><small>\(kind(row.kind)) · \(row.reference)</small>",
                    "\(why(row))", "\(row.agency)", When.short(row.receivedAt, now: now), "\(ConcernWords.standing(row.status))",
                ])
            }, empty: "Nothing found"
        ).html
    }

    private func why(_ row: SearchRow) -> Sentence {
        if row.kind == Self.byReference { return "its reference" }
        guard let field = FieldWords.field(named: row.field) else { return row.field.isEmpty ? "the same" : Sentence(verbatim: row.field) }
        guard let level = Level(rawValue: row.level) else { return FieldWords.name(field) }
        return "\(FieldWords.name(field)): \(FieldWords.level(level))"
    }

    private func kind(_ kind: String) -> Sentence {
        switch kind {
        case "person": "person"
        case "place": "place"
        case "vehicle": "vehicle"
        case "phone": "phone"
        case "account": "online account"
        case "narrative": "what was reported"
        case "absence": "time missing"
        default: "concern"
        }
    }
}
