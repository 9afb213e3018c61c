// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The common standard, readable by everybody: it is data, and what it says can be checked.
struct StandardPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            StandardAddresses.standard.handle { request in
                try await mayRead(request)
                return .page(overview(errors: []))
            },
            StandardAddresses.compare.handle(compare),
            StandardAddresses.version.handle { request, address in
                try await mayRead(request)
                return .page(Self.version(try found(address)))
            },
            StandardAddresses.part.handle { request, address in
                try await mayRead(request)
                guard let part = StandardPart(rawValue: address.1) else { throw Problem.notFound }
                let standard = try found(address.0)
                return .page(
                    Page(
                        title: part.title, caption: Sentence(verbatim: standard.title),
                        back: StandardAddresses.version.url((standard.id.place, standard.id.version)), section: .standard,
                        content: "<p>\(part.meaning)</p>\(PartContent(standard: standard).html(part))"))
            },
        ]
    }

    /// The standard lies in memory, not in the store: the policy's answer is asked for here.
    private func mayRead(_ request: WebRequest) async throws { try await house.admit(try request.actor, to: .readStandard) }

    private func found(_ address: (String, String)) throws -> Standard {
        guard let id = StandardID("\(address.0)/\(address.1)"), let standard = house.standards.version(id) else { throw Problem.notFound }
        return standard
    }

    private func overview(errors: [FormError], from: String? = nil, to: String? = nil) -> Page {
        let all = house.standards.all
        let rows = all.map { standard in
            let used = standard.id == house.settings.standard ? " \(Tag("New concerns", .good).html)" as HTML : nil
            let period: Sentence =
                standard.inForceTo.map { "\(standard.inForceFrom.inWords) to \($0.inWords)" } ?? "from \(standard.inForceFrom.inWords)"
            return Table.Row([
                "<a href=\"\(StandardAddresses.version.url((standard.id.place, standard.id.version)))\">\(standard.title)</a>\(used)",
                "<code>\(standard.id.rawValue)</code>", "\(period)", "\(standard.jurisdiction)",
            ])
        }
        let table = Table(
            caption: "Versions", hidesCaption: true,
            columns: [.init("Version", isPlain: true), .init("Id"), .init("Law and names of"), .init("For")],
            rows: rows, empty: "There is no standard.")
        let choices = all.map { Choice($0.id.rawValue, Sentence(verbatim: $0.title)) }
        let newest = all.last?.id.rawValue
        let fields: HTML = """
            \(Select(name: "from", label: "From", choices: choices, chosen: from ?? all.first?.id.rawValue, none: nil, error: errors["from"]).html)\
            \(Select(name: "to", label: "To", choices: choices, chosen: to ?? newest, none: nil, error: errors["to"]).html)
            """
        return Page(
            title: "The common standard", section: .standard, errors: errors,
            content: """
                <p>\(say: "What is asked, how it is coded, where it goes and by when. Every record keeps the version it was made under, and is never re-coded in silence.")</p>
                \(table.html)
                \(Card.html("compare", "What changed?", Form.get(StandardAddresses.compare.url, "\(fields)\(Button.row(Button("Compare").html))")))
                """)
    }

    @Sendable private func compare(_ request: WebRequest) async throws -> Reply {
        try await mayRead(request)
        let (from, to) = (request.query.text("from"), request.query.text("to"))
        if from == nil, to == nil { return .page(overview(errors: [])) }
        func version(_ text: String?) -> Standard? { text.flatMap { StandardID($0) }.flatMap { house.standards.version($0) } }
        guard let old = version(from), let new = version(to) else {
            var errors: [FormError] = []
            if version(from) == nil { errors.append(FormError("from", "Choose a version")) }
            if version(to) == nil { errors.append(FormError("to", "Choose a version")) }
            return .page(overview(errors: errors, from: from, to: to), status: 422)
        }
        let changes = StandardDiff(from: old, to: new).changes
        var sections: [(name: String, sentences: [String])] = []
        for change in changes {
            if sections.last?.name == change.section {
                sections[sections.count - 1].sentences.append(change.sentence)
            } else {
                sections.append((change.section, [change.sentence]))
            }
        }
        let cards: [HTML] = sections.enumerated().map { index, section in
            let title = StandardPart(rawValue: section.name)?.title ?? "The standard as a whole"
            let items: [HTML] = section.sentences.map { "<li>\($0)</li>" }
            return Card.html("section-\(index)", "\(title) (\(section.sentences.count))", "<ul>\(items)</ul>")
        }
        let count = Sentence(changes.count, one: "1 change", many: "\(changes.count) changes")
        return .page(
            Page(
                title: "From \(old.id.rawValue) to \(new.id.rawValue)", back: StandardAddresses.standard.url, section: .standard,
                content: changes.isEmpty ? "<p class=\"empty\">\(say: "Nothing differs.")</p>" : "<p>\(count)</p>\(cards)"))
    }

    private static func version(_ standard: Standard) -> Page {
        let links: [HTML] = StandardPart.allCases.map { part in
            let url = StandardAddresses.part.url(((standard.id.place, standard.id.version), part.rawValue))
            return "<li><a href=\"\(url)\">\(part.title)</a><br><span class=\"soft\">\(part.meaning)</span></li>"
        }
        let unverified =
            standard.limits.filter { !$0.provenance.verified }.count + standard.powers.filter { !$0.provenance.verified }.count
            + standard.gates.filter { !$0.provenance.verified }.count
        let facts: [Facts.Fact] = [
            .init(name: "Id", value: "<code>\(standard.id.rawValue)</code>"), .init(name: "For", value: "\(standard.jurisdiction)"),
            .init(name: "Law and names in force from", value: "\(standard.inForceFrom.inWords)"),
            .init(name: "To", value: standard.inForceTo.map { "\($0.inWords)" } ?? "\(say: "current")"),
            .init(name: "Working calendar", value: "\(standard.calendar)"),
        ]
        let warning: HTML? =
            unverified == 0
            ? nil
            : Notice(
                Sentence(
                    unverified, one: "1 limit, gate or power is not verified against its source",
                    many: "\(unverified) limits, gates and powers are not verified against their sources"),
                .due
            ).html
        return Page(
            title: Sentence(verbatim: standard.title), caption: "The common standard", back: StandardAddresses.standard.url,
            section: .standard,
            content: "\(warning)\(Facts.html(facts))<ul class=\"topics\">\(links)</ul>")
    }
}
