// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Services
import Standard

/// What a search found, why, and what it did not search. Where something is wrong it never says that there is nothing.
struct SearchScreen {
    /// The kind of a row that was found by its reference.
    static let byReference = "concern"

    let text: String
    let found: SearchPage
    let order: SearchOrder
    let number: Int
    let now: Instant
    /// The version of the standard by its id: codes stand in the words of the record's own.
    let standard: @Sendable (String) -> Standard

    /// The form alone.
    static func blank(text: String? = nil, error: FormError?) -> Page {
        Page(title: "Search", section: .search, errors: error.map { [$0] } ?? [], isNarrow: true, content: form(text, error))
    }

    func page() -> Page {
        let (text, order) = (text, order)
        let pages = Pagination(page: number, size: found.pageSize, total: found.total) { SearchAddress.url(text, order, page: $0) }
        return Page(
            title: "Search: \(text)", heading: "\(say: "Search")", section: .search,
            content: """
                \(Self.form(text, nil))\(NotSearched.notice(found.notSearched))\
                <h2>\(summary)</h2>\(found.total > 1 ? SearchAddress.sorting(text, order).html : nil)\
                \(found.rows.isEmpty ? nil : table)\(pages.html)
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
            columns: [
                .init("Found", isPlain: true), .init("About"), .init("What it may be"), .init("Received"), .init("Where it stands"),
            ], rows: found.rows.map(row), empty: "Nothing found"
        ).html
    }

    private func row(_ row: SearchRow) -> Table.Row {
        let (concern, standard) = (row.row, standard(row.standard))
        let label: HTML = row.label.isEmpty ? "\(say: "concern \(row.reference)")" : "\(row.label)"
        let may = concern.crimes.map { standard.label($0, in: .crime) } + row.settings.map { standard.label($0, in: .setting) }
        return Table.Row([
            """
            <a href="\(ReadingPurpose.search.url(row.reference))"><b>\(label)</b></a> <small>\(kind(row.kind)) · \(row.reference)</small>\
            <p class="line">\(sentence(row, standard))</p>
            """,
            ConcernWords.subject(concern, standard), may.isEmpty ? "\(say: "not known")" : "\(may.joined(separator: " · "))",
            When.short(concern.receivedAt, now: now), "\(ConcernWords.standing(concern.status))",
        ])
    }

    /// From whom and when, what was seen, what was decided then, and why it was found.
    private func sentence(_ row: SearchRow, _ standard: Standard) -> Sentence {
        PieceSentence(
            agency: row.row.agency, day: When.date(row.row.receivedAt), words: row.row.firstWords,
            decided: row.outcome.map { standard.label($0, in: .outcome) }, reasons: [why(row)]
        ).found
    }

    private func why(_ row: SearchRow) -> Sentence {
        if row.kind == Self.byReference { return "its reference" }
        guard let field = FieldWords.field(named: row.field) else { return "what was typed" }
        return FieldWords.reason(field, Level(rawValue: row.level))
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
