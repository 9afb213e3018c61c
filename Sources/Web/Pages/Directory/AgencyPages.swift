// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Agencies: under which law and share rule their records stand.
struct AgencyPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DirectoryAddresses.agencies.handle { request in .page(Self.list(try await DirectoryFrame(house, request))) },
            DirectoryAddresses.agency.handle { request, id in
                let frame = try await DirectoryFrame(house, request)
                guard let agency = frame.directory.agencies[id] else { throw Problem.notFound }
                return .page(Self.agency(agency, frame))
            },
        ] + forms.routes
    }

    private static func list(_ frame: DirectoryFrame) -> Page {
        let agencies = frame.directory.agencies.values.filter { frame.mayChange || !frame.isOver($0.validTo) }.byName
        let table = Table(
            caption: "Agencies", hidesCaption: true,
            columns: [.init("Agency", isPlain: true), .init("Kind"), .init("Law"), .init("Share rule"), .init("In the directory")],
            rows: agencies.map { agency in
                Table.Row([
                    "<a href=\"\(DirectoryAddresses.agency.url(agency.id))\">\(agency.name)</a>",
                    "\(frame.label(agency.kind, in: .agencyKind))",
                    "\(frame.label(agency.legalRegime, in: .legalRegime))", "\(frame.label(agency.shareRule, in: .shareRule))",
                    frame.period(agency.validFrom, agency.validTo),
                ])
            }, empty: "There is no agency yet.")
        return frame.page(
            "Agencies",
            """
            \(frame.parts(DirectoryAddresses.agencies.url))\(table.html)\
            \(frame.changes(Button.link("Add an agency", DirectoryAddresses.addAgency.url(())), Button.link("As a file", FileAddresses.agencies.ask.url)))
            """)
    }

    private static func agency(_ agency: Agency, _ frame: DirectoryFrame) -> Page {
        let teams = frame.directory.teams.values.filter { $0.agency == agency.id && !frame.isOver($0.validTo) }.byName
        let facts: [Facts.Fact] = [
            .init(name: "Kind", value: "\(frame.label(agency.kind, in: .agencyKind))"),
            .init(name: "Law its records are held under", value: "\(frame.label(agency.legalRegime, in: .legalRegime))"),
            .init(name: "What others may see of its records", value: "\(frame.label(agency.shareRule, in: .shareRule))"),
            .init(name: "How long its records are kept", value: "\(frame.label(agency.retentionClass, in: .retentionClass))"),
            .init(name: "In the directory", value: frame.period(agency.validFrom, agency.validTo)),
        ]
        let change = frame.changes(
            until: agency.validTo, Button.link("Change this agency", DirectoryAddresses.changeAgency.url(agency.id)),
            Button.link("End this agency", DirectoryAddresses.endAgency.url(agency.id)))
        let people = DirectoryAddresses.people.url.with("agency", agency.id.description)
        return frame.page(
            Sentence(verbatim: agency.name), caption: "Agency", back: DirectoryAddresses.agencies.url,
            """
            \(Facts.html(facts))\(change)
            <h2>\(say: "Teams")</h2>\(TeamTable.html(teams, frame))\(AgreementPages.card(agency, frame))
            <p><a href="\(people)">\(say: "People of this agency")</a></p>
            """)
    }

    private var forms: EntryForms<RecordID, Agency> {
        let desk = house.directoryDesk
        return EntryForms(
            house: house,
            addresses: .init(
                page: DirectoryAddresses.agency, list: DirectoryAddresses.agencies.url, add: DirectoryAddresses.addAgency,
                change: DirectoryAddresses.changeAgency, end: DirectoryAddresses.endAgency),
            words: .init(
                add: "Add an agency", addButton: "Add the agency",
                ending: "From then on none of its people and systems gets in. Its records stay.",
                faults: [
                    "kind.missing": "Choose a kind", "legal_regime.missing": "Choose the law",
                    "share_rule.missing": "Choose what others may see", "retention_class.missing": "Choose how long",
                ]),
            find: { $0.agencies[$1] }, name: { $0.name }, fields: Self.fields,
            taking: .init(
                add: { try await desk.addAgency($0, Self.entered($1), from: $2).id },
                change: { _ = try await desk.changeAgency($0, $1, Self.entered($2)) },
                end: { try await desk.endAgency($0, $1, at: $2) }))
    }

    private static func fields(_ frame: DirectoryFrame) -> [EntryField<Agency>] {
        [
            EntryField(.text("name", "Name")) { $0.name }, EntryField(.choose("kind", "Kind", frame.choices(.agencyKind))) { $0.kind },
            EntryField(.choose("legal_regime", "Law its records are held under", frame.choices(.legalRegime))) { $0.legalRegime },
            EntryField(
                .choose(
                    "share_rule", "What others may see of its records", frame.choices(.shareRule),
                    hint: "Holds for records made from now on. Older ones keep the rule they were made under.")
            ) { $0.shareRule },
            EntryField(.choose("retention_class", "How long its records are kept", frame.choices(.retentionClass))) { $0.retentionClass },
        ]
    }

    private static func entered(_ form: FormData) -> AgencyFields {
        AgencyFields(
            name: form.text("name") ?? "", kind: form.text("kind") ?? "", legalRegime: form.text("legal_regime") ?? "",
            shareRule: form.text("share_rule") ?? "", retentionClass: form.text("retention_class") ?? "")
    }
}
