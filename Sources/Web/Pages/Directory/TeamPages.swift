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
                let teams = frame.directory.teams.values.filter { frame.mayChange || !frame.isOver($0.validTo) }.sorted {
                    ($0.name, $0.id) < ($1.name, $1.id)
                }
                return .page(
                    frame.page(
                        "Teams",
                        """
                        \(frame.parts(DirectoryAddresses.teams.url))\(TeamTable.html(teams, frame))\
                        \(frame.changes(Button.link("Add a team", DirectoryAddresses.addTeam.url(()))))
                        """))
            },
            DirectoryAddresses.team.handle { request, id in
                let frame = try await DirectoryFrame(house, request)
                guard let team = frame.directory.teams[id] else { throw Problem.notFound }
                return .page(Self.team(team, frame))
            },
        ] + changes
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
            .init(name: "Phone", value: "\(team.phone)"), .init(name: "Hours", value: "\(team.hours)"),
            .init(name: "In the directory", value: frame.period(team.validFrom, team.validTo)),
        ]
        let change: HTML? =
            frame.isOver(team.validTo)
            ? nil
            : frame.changes(
                Button.link("Change this team", DirectoryAddresses.changeTeam.url(team.id)),
                Button.link("End this team", DirectoryAddresses.endTeam.url(team.id)))
        return frame.page(
            Sentence(verbatim: team.name), caption: "Team", back: DirectoryAddresses.teams.url,
            """
            \(Facts.html(facts))\(change)
            <h2>\(say: "People")</h2>\(PeopleTable.html(people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }, frame))
            """)
    }

    private var changes: [Route] {
        DirectoryAddresses.addTeam.routes(house, { request, _ in (Self.sheet(nil, try await DirectoryFrame(house, request)), .empty) }) {
            request, _ in
            guard let agency = request.form.text("agency").flatMap({ RecordID($0) }) else {
                throw WrongFields(errors: [FormError("agency", "Choose an agency")])
            }
            let team = try await house.directoryDesk.addTeam(
                try request.actor, Self.fields(request.form), agency: agency, from: try MomentField.read(request.form, "from"))
            return DirectoryAddresses.team.url(team.id).done
        }
            + DirectoryAddresses.changeTeam.routes(
                house,
                { request, id in
                    let frame = try await DirectoryFrame(house, request)
                    guard let team = frame.directory.teams[id] else { throw Problem.notFound }
                    let known: FormData = .typed([
                        "name": team.name, "kind": team.kind, "area": team.area, "phone": team.phone, "hours": team.hours,
                    ])
                    return (Self.sheet(team, frame), known)
                },
                { request, id in
                    _ = try await house.directoryDesk.changeTeam(try request.actor, id, Self.fields(request.form))
                    return DirectoryAddresses.team.url(id).done
                })
            + DirectoryAddresses.endTeam.routes(
                house,
                { request, id in
                    let frame = try await DirectoryFrame(house, request)
                    guard let team = frame.directory.teams[id] else { throw Problem.notFound }
                    let sheet = EndSheet.make(
                        "End \(team.name)?", "Nothing is handed to it from then on. Its cases stay with the people on them.",
                        DirectoryAddresses.endTeam.url(id), back: DirectoryAddresses.team.url(id))
                    return (sheet, .empty)
                },
                { request, id in
                    try await house.directoryDesk.endTeam(try request.actor, id, at: try MomentField.read(request.form, "to"))
                    return DirectoryAddresses.team.url(id).done
                })
    }

    private static func fields(_ form: FormData) -> TeamFields {
        TeamFields(
            name: form.text("name") ?? "", kind: form.text("kind") ?? "", area: form.text("area"), phone: form.text("phone") ?? "",
            hours: form.text("hours") ?? "")
    }

    private static func sheet(_ team: Team?, _ frame: DirectoryFrame) -> FormSheet {
        FormSheet(
            title: team.map { "Change \($0.name)" } ?? "Add a team",
            action: team.map { DirectoryAddresses.changeTeam.url($0.id) } ?? DirectoryAddresses.addTeam.url(()),
            back: team.map { DirectoryAddresses.team.url($0.id) } ?? DirectoryAddresses.teams.url, section: .directory,
            fields: [
                .text("name", "Name"),
                .choose("kind", "Kind", frame.choices(.teamKind), hint: "The routes of the standard send to kinds of team."),
                .choose("area", "Area", frame.areaChoices, none: "Whole region"),
                .text("phone", "Phone", kind: .tel), .text("hours", "Hours", hint: "In words, such as “day and night”."),
            ] + (team == nil ? [.choose("agency", "Agency", frame.agencyChoices), EndSheet.from] : []),
            button: Button(team == nil ? "Add the team" : "Save"),
            words: ["kind.missing": "Choose a kind"])
    }
}
