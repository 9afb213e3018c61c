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
        ] + changes
    }

    private static func list(_ frame: DirectoryFrame) -> Page {
        let agencies = frame.directory.agencies.values.filter { frame.mayChange || !frame.isOver($0.validTo) }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
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
            \(frame.changes(Button.link("Add an agency", DirectoryAddresses.addAgency.url(()))))
            """)
    }

    private static func agency(_ agency: Agency, _ frame: DirectoryFrame) -> Page {
        let teams = frame.directory.teams.values.filter { $0.agency == agency.id && !frame.isOver($0.validTo) }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
        let facts: [Facts.Fact] = [
            .init(name: "Kind", value: "\(frame.label(agency.kind, in: .agencyKind))"),
            .init(name: "Law its records are held under", value: "\(frame.label(agency.legalRegime, in: .legalRegime))"),
            .init(name: "What others may see of its records", value: "\(frame.label(agency.shareRule, in: .shareRule))"),
            .init(name: "How long its records are kept", value: "\(frame.label(agency.retentionClass, in: .retentionClass))"),
            .init(name: "In the directory", value: frame.period(agency.validFrom, agency.validTo)),
        ]
        let change: HTML? =
            frame.isOver(agency.validTo)
            ? nil
            : frame.changes(
                Button.link("Change this agency", DirectoryAddresses.changeAgency.url(agency.id)),
                Button.link("End this agency", DirectoryAddresses.endAgency.url(agency.id)))
        let people = DirectoryAddresses.people.url.with("agency", agency.id.description)
        return frame.page(
            Sentence(verbatim: agency.name), caption: "Agency", back: DirectoryAddresses.agencies.url,
            """
            \(Facts.html(facts))\(change)
            <h2>\(say: "Teams")</h2>\(TeamTable.html(teams, frame))
            <p><a href="\(people)">\(say: "People of this agency")</a></p>
            """)
    }

    private var changes: [Route] {
        DirectoryAddresses.addAgency.routes(house, { request, _ in (Self.sheet(nil, try await DirectoryFrame(house, request)), .empty) }) {
            request, _ in
            let agency = try await house.directoryDesk.addAgency(
                try request.actor, Self.fields(request.form), from: try MomentField.read(request.form, "from"))
            return DirectoryAddresses.agency.url(agency.id).done
        }
            + DirectoryAddresses.changeAgency.routes(
                house,
                { request, id in
                    let frame = try await DirectoryFrame(house, request)
                    guard let agency = frame.directory.agencies[id] else { throw Problem.notFound }
                    let known: FormData = .typed([
                        "name": agency.name, "kind": agency.kind, "legal_regime": agency.legalRegime, "share_rule": agency.shareRule,
                        "retention_class": agency.retentionClass,
                    ])
                    return (Self.sheet(agency, frame), known)
                },
                { request, id in
                    _ = try await house.directoryDesk.changeAgency(try request.actor, id, Self.fields(request.form))
                    return DirectoryAddresses.agency.url(id).done
                })
            + DirectoryAddresses.endAgency.routes(
                house,
                { request, id in
                    let frame = try await DirectoryFrame(house, request)
                    guard let agency = frame.directory.agencies[id] else { throw Problem.notFound }
                    let sheet = EndSheet.make(
                        "End \(agency.name)?", "From then on none of its people and systems gets in. Its records stay.",
                        DirectoryAddresses.endAgency.url(id), back: DirectoryAddresses.agency.url(id))
                    return (sheet, .empty)
                },
                { request, id in
                    try await house.directoryDesk.endAgency(try request.actor, id, at: try MomentField.read(request.form, "to"))
                    return DirectoryAddresses.agency.url(id).done
                })
    }

    private static func fields(_ form: FormData) -> AgencyFields {
        AgencyFields(
            name: form.text("name") ?? "", kind: form.text("kind") ?? "", legalRegime: form.text("legal_regime") ?? "",
            shareRule: form.text("share_rule") ?? "", retentionClass: form.text("retention_class") ?? "")
    }

    private static func sheet(_ agency: Agency?, _ frame: DirectoryFrame) -> FormSheet {
        FormSheet(
            title: agency.map { "Change \($0.name)" } ?? "Add an agency",
            action: agency.map { DirectoryAddresses.changeAgency.url($0.id) } ?? DirectoryAddresses.addAgency.url(()),
            back: agency.map { DirectoryAddresses.agency.url($0.id) } ?? DirectoryAddresses.agencies.url, section: .directory,
            fields: [
                .text("name", "Name"), .choose("kind", "Kind", frame.choices(.agencyKind)),
                .choose("legal_regime", "Law its records are held under", frame.choices(.legalRegime)),
                .choose(
                    "share_rule", "What others may see of its records", frame.choices(.shareRule),
                    hint: "Holds for records made from now on. Older ones keep the rule they were made under."),
                .choose("retention_class", "How long its records are kept", frame.choices(.retentionClass)),
            ] + (agency == nil ? [EndSheet.from] : []), button: Button(agency == nil ? "Add the agency" : "Save"),
            words: [
                "kind.missing": "Choose a kind", "legal_regime.missing": "Choose the law",
                "share_rule.missing": "Choose what others may see",
                "retention_class.missing": "Choose how long",
            ])
    }
}
