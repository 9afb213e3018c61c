// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The ledger for auditors: who did what, when, for what purpose, and how to make sure that nobody has changed it.
struct LedgerPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            LedgerAddresses.ledger.handle { request in
                let actor = try request.actor
                let search = try await LedgerSearch(request, house.directory.snapshot) {
                    try await house.ledgerDesk.object(actor, reference: $0)
                }
                do {
                    let found = search.errors.isEmpty ? try await house.ledgerDesk.entries(actor, search.filter) : nil
                    return .page(
                        Self.page(
                            search, found, checkpoint: try await house.ledgerDesk.checkpoint(actor), house.directory.snapshot,
                            house.standard),
                        status: search.errors.isEmpty ? 200 : 422)
                } catch ServiceError.invalid {
                    throw Problem.badRequest("One of the filters can't be read. Clear the filters and begin again.")
                }
            },
            LedgerAddresses.checkpoint.handle { request in
                guard let note = try await house.ledgerDesk.checkpoint(try request.actor) else { throw Problem.notFound }
                return .download(Array(note.utf8), name: "sentinel-checkpoint.txt", type: "text/plain; charset=utf-8")
            },
        ]
    }

    static func page(
        _ search: LedgerSearch, _ found: LedgerPage?, checkpoint: String?, _ directory: DirectorySnapshot, _ standard: Standard
    ) -> Page {
        let rows = (found?.lines ?? []).map { line in
            let role: HTML? = LedgerWords.role(line.role).map { " · \(say: "as: \($0)")" }
            let agency: HTML? = line.agencyName.isEmpty ? nil : "\(line.agencyName)"
            let who: HTML? = agency == nil && role == nil ? nil : "<br><span class=\"soft\">\(agency)\(role)</span>"
            let outcome: HTML? =
                ["", "done", "refused"].contains(line.outcome)
                ? nil : " \(Tag(Sentence(verbatim: LedgerWords.plain(line.outcome)), .due).html)"
            let codes = LedgerWords.codes(line.codes, standard)
            let facts: HTML? = codes.isEmpty ? nil : "<br><span class=\"soft\">\(codes.joined(by: " · "))</span>"
            return Table.Row([
                "\(When.full(line.at)) <span class=\"soft\">\(say: "No. \(String(line.number))")</span>",
                "\(LedgerWords.actor(line))\(who)", "\(LedgerWords.act(line.act))\(outcome)",
                "\(LedgerPurposes.words(line.purpose))\(facts)", LedgerWords.objects(line.objects, search) ?? "–",
            ])
        }
        // With a filter that can't be read nothing was looked for: to say that nothing fits would be untrue.
        let table: HTML? =
            found == nil
            ? nil
            : Table(
                caption: "Entries, newest first", hidesCaption: true,
                columns: [.init("When"), .init("Who"), .init("What"), .init("Purpose"), .init("Of what")], rows: rows,
                empty: found?.next == nil
                    ? "No entry fits." : "No entry fits among those looked through so far. Go on to look further back."
            ).html
        let older: HTML? = found?.next.map {
            """
            <nav class="pages"\(attribute: "aria-label", say: "Pages")><ul><li><a rel="next" href="\(LedgerAddresses.ledger.url.with(query: search.parameters).with("before", String($0)))">\
            \(say: "Older entries")</a></li></ul></nav>
            """
        }
        return Page(
            title: "Ledger", section: .ledger, errors: search.errors,
            content: """
                <p>\(say: "Every read and every change of a person's data, and everything that decides who may. It holds ids and codes, never a word about a person. Reading it is an entry too.")</p>
                \(filter(search, directory).html)\(table)\(older)\(CheckpointCard.html(checkpoint))
                """)
    }

    private static func filter(_ search: LedgerSearch, _ directory: DirectorySnapshot) -> Filter {
        let filter = search.filter
        var chips: [Filter.Chip] = []
        if let act = filter.act { chips.append(.init(label: "What: \(LedgerWords.act(act))", without: search.without("act"))) }
        if let actor = filter.actor { chips.append(.init(label: "Who: \(directory.name(of: actor))", without: search.without("actor"))) }
        if filter.object != nil {
            chips.append(.init(label: "Of what: \(search.query["object"] ?? "")", without: search.without("object")))
        }
        if let from = filter.from { chips.append(.init(label: "From \(When.full(from))", without: search.without("from"))) }
        if let to = filter.to { chips.append(.init(label: "To \(When.full(to))", without: search.without("to"))) }
        let acts = LedgerWords.acts.map { Choice($0.code, $0.words) }
        return Filter(
            url: LedgerAddresses.ledger.url, chips: chips,
            fields: """
                \(Select(name: "act", label: "What was done", choices: acts, chosen: filter.act, none: "Anything").html)\
                \(TextField(name: "actor", label: "Who", value: search.query["actor"], hint: "A name of the directory.", error: search.errors["actor"], autocomplete: "off").html)\
                \(TextField(name: "object", label: "Of what", value: search.query["object"], hint: "The reference of a concern or case, or an id as it stands in an entry.", error: search.errors["object"], autocomplete: "off").html)\
                \(MomentField(name: "from", legend: "From", hint: "For example, 27 3 2026.").html(search.query, search.errors["from"]))\
                \(MomentField(name: "to", legend: "To", hint: "Entries before this moment.").html(search.query, search.errors["to"]))
                """)
    }
}
