// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Teams that receive hand-overs, and who is in them.
struct TeamPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DirectoryAddresses.teams.handle { request in
                let frame = try await DirectoryFrame(house, request)
                let teams = frame.directory.teams.values.filter { frame.mayChange || !frame.isOver($0.validTo) }.byName
                return .page(
                    frame.page(
                        "Teams",
                        """
                        \(frame.parts(DirectoryAddresses.teams.url))\(TeamTable.html(teams, frame))\
                        \(frame.changes(Button.link("Add a team", DirectoryAddresses.addTeam.url(())), Button.link("As a file", FileAddresses.teams.ask.url)))
                        """))
            },
            DirectoryAddresses.team.handle { request, id in
                let frame = try await DirectoryFrame(house, request)
                guard let team = frame.directory.teams[id] else { throw Problem.notFound }
                return .page(Self.team(team, frame))
            },
        ] + forms.routes
    }

    private static func team(_ team: Team, _ frame: DirectoryFrame) -> Page {
        let people = frame.directory.accounts.values.filter { account in
            frame.directory.isInUse(account: account.id, at: frame.now)
                && frame.directory.grantsInForce(account.id, at: frame.now).contains { $0.team == team.id }
        }
        let facts: [Facts.Fact] = [
            .init(name: "Kind", value: "\(frame.label(team.kind, in: .teamKind))"),
            .init(name: "Area", value: team.area.map { "\(frame.directory.name(ofArea: $0))" } ?? "\(say: "Whole region")"),
            .init(
                name: "Agency",
                value: "<a href=\"\(DirectoryAddresses.agency.url(team.agency))\">\(frame.directory.name(ofAgency: team.agency))</a>"),
            .init(name: "Phone", value: "\(ringing: team.phone)"), .init(name: "Hours", value: "\(team.hours)"),
            .init(name: "In the directory", value: frame.period(team.validFrom, team.validTo)),
        ]
        let change = frame.changes(
            until: team.validTo, Button.link("Change this team", DirectoryAddresses.changeTeam.url(team.id)),
            Button.link("End this team", DirectoryAddresses.endTeam.url(team.id)))
        return frame.page(
            Sentence(verbatim: team.name), caption: "Team", back: DirectoryAddresses.teams.url,
            """
            \(Facts.html(facts))\(change)
            <h2>\(say: "People")</h2>\(PeopleTable.html(people.byName, frame))
            """)
    }

    private var forms: EntryForms<RecordID, Team> {
        let desk = house.directoryDesk
        return EntryForms(
            house: house,
            addresses: .init(
                page: DirectoryAddresses.team, list: DirectoryAddresses.teams.url, add: DirectoryAddresses.addTeam,
                change: DirectoryAddresses.changeTeam, end: DirectoryAddresses.endTeam),
            words: .init(
                add: "Add a team", addButton: "Add the team",
                ending: "Nothing is handed to it from then on. Its cases stay with the people on them.",
                faults: ["kind.missing": "Choose a kind", "agency.unknown_code": "Choose an agency"]),
            find: { $0.teams[$1] }, name: { $0.name }, fields: Self.fields,
            fixedFields: { [.choose("agency", "Agency", $0.agencyChoices)] },
            taking: .init(
                add: { try await desk.addTeam($0, Self.entered($1), agency: $1.agency, from: $2).id },
                change: { _ = try await desk.changeTeam($0, $1, Self.entered($2)) },
                end: { try await desk.endTeam($0, $1, at: $2) }))
    }

    private static func fields(_ frame: DirectoryFrame) -> [EntryField<Team>] {
        [
            EntryField(.text("name", "Name")) { $0.name },
            EntryField(.choose("kind", "Kind", frame.choices(.teamKind), hint: "The routes of the standard send to kinds of team.")) {
                $0.kind
            },
            EntryField(.choose("area", "Area", frame.areaChoices, none: "Whole region")) { $0.area },
            EntryField(.text("phone", "Phone", kind: .tel)) { $0.phone },
            EntryField(.text("hours", "Hours", hint: "In words, such as “day and night”.")) { $0.hours },
        ]
    }

    private static func entered(_ form: FormData) -> TeamFields {
        TeamFields(
            name: form.text("name") ?? "", kind: form.text("kind") ?? "", area: form.text("area"), phone: form.text("phone") ?? "",
            hours: form.text("hours") ?? "")
    }
}
