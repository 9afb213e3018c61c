// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The addresses of the directory: agencies, areas, teams, people and duty. Who may change what is decided where it is done.
enum DirectoryAddresses {
    /// The areas with their desks and who is on duty; uncovered areas first.
    static let directory = read(Path("directory"), "Lists areas, desks and who is on duty.")
    /// One area: desk, teams, rota.
    static let area = read(Path("directory/areas") / .word("area"), "Shows an area, its teams and its rota.")
    /// The agencies.
    static let agencies = read(Path("directory/agencies"), "Lists the agencies.")
    /// One agency.
    static let agency = read(Path("directory/agencies") / .id("agency"), "Shows an agency, its teams and people.")
    /// The teams.
    static let teams = read(Path("directory/teams"), "Lists the teams that receive hand-overs.")
    /// One team.
    static let team = read(Path("directory/teams") / .id("team"), "Shows a team and its people.")
    /// The people.
    static let people = read(Path("directory/people"), "Lists people and their roles.")
    /// One person or system.
    static let person = read(Path("directory/people") / .id("account"), "Shows a person and their roles.")

    static let addArea = form(Path("directory/add-area"), .changeDirectory, "an area is added")
    static let changeArea = form(Path("directory/areas") / .word("area") / "change", .changeDirectory, "an area is changed")
    static let endArea = form(Path("directory/areas") / .word("area") / "end", .changeDirectory, "an area is ended")
    static let addDuty = form(Path("directory/areas") / .word("area") / "add-duty", .changeDuty, "a shift is added")
    static let endDuty = form(Path("directory/duty") / .id("duty") / "end", .changeDuty, "a shift is ended")
    static let addAgency = form(Path("directory/add-agency"), .changeDirectory, "an agency is added")
    static let changeAgency = form(Path("directory/agencies") / .id("agency") / "change", .changeDirectory, "an agency is changed")
    static let endAgency = form(Path("directory/agencies") / .id("agency") / "end", .changeDirectory, "an agency is ended")
    static let addTeam = form(Path("directory/add-team"), .changeDirectory, "a team is added")
    static let changeTeam = form(Path("directory/teams") / .id("team") / "change", .changeDirectory, "a team is changed")
    static let endTeam = form(Path("directory/teams") / .id("team") / "end", .changeDirectory, "a team is ended")
    static let addPerson = form(Path("directory/add-person"), .changeDirectory, "a person is added")
    static let addSystem = form(Path("directory/add-system"), .changeDirectory, "an agency's system is added")
    static let changePerson = form(Path("directory/people") / .id("account") / "change", .changeDirectory, "a person is changed")
    static let disable = form(Path("directory/people") / .id("account") / "disable", .changeDirectory, "an account is shut")
    static let enable = form(Path("directory/people") / .id("account") / "enable", .changeDirectory, "an account is opened again")
    static let makeLink = form(Path("directory/people") / .id("account") / "link", .changeDirectory, "a one-time link is made")
    static let grant = form(Path("directory/people") / .id("account") / "give-role", .changeDirectory, "a role is given")
    static let endGrant = form(Path("directory/roles") / .id("grant") / "end", .changeDirectory, "a role is taken away")
    static let makeToken = form(Path("directory/people") / .id("account") / "make-token", .manageAgencyTokens, "a system's token is made")
    static let revokeToken = form(Path("directory/tokens") / .id("token") / "revoke", .manageAgencyTokens, "a system's token is revoked")

    static let declarations: [Declaration] =
        [
            directory.declaration, area.declaration, agencies.declaration, agency.declaration, teams.declaration, team.declaration,
            people.declaration, person.declaration,
        ]
        + [
            addArea.declarations, changeArea.declarations, endArea.declarations, addDuty.declarations, endDuty.declarations,
            addAgency.declarations, changeAgency.declarations, endAgency.declarations, addTeam.declarations, changeTeam.declarations,
            endTeam.declarations, addPerson.declarations, addSystem.declarations, changePerson.declarations, disable.declarations,
            enable.declarations, makeLink.declarations, grant.declarations, endGrant.declarations, makeToken.declarations,
            revokeToken.declarations,
        ].flatMap { $0 }

    private static func read<Parameters>(_ path: PathPattern<Parameters>, _ summary: String) -> Endpoint<Parameters> {
        Endpoint.page(.get, path, who: .may(.readDirectory), summary)
    }

    private static func form<Parameters>(_ path: PathPattern<Parameters>, _ action: Action, _ what: String) -> FormAddress<Parameters> {
        FormAddress(path, action, what)
    }
}

/// A form of the directory: the page that asks, and what it is sent to.
struct FormAddress<Parameters: Sendable>: Sendable {
    let action: Action
    let ask: Endpoint<Parameters>
    let send: Endpoint<Parameters>

    init(_ path: PathPattern<Parameters>, _ action: Action, _ what: String) {
        self.action = action
        ask = Endpoint.page(.get, path, who: .may(action), "Asks before \(what).")
        send = Endpoint.page(.post, path, who: .may(action), "Sent: \(what).")
    }

    var declarations: [Declaration] { [ask.declaration, send.declaration] }

    /// The address of both.
    func url(_ parameters: Parameters) -> SiteURL { ask.url(parameters) }

    /// Shows the sheet, filled with what is known, and takes it. Whoever may not send it is not shown it either.
    func routes(
        _ house: House, _ sheet: @escaping @Sendable (WebRequest, Parameters) async throws -> (FormSheet, FormData),
        _ take: @escaping @Sendable (WebRequest, Parameters) async throws -> Reply
    ) -> [Route] {
        let action = action
        return [
            ask.handle { request, parameters in
                try await house.directoryDesk.check(try request.actor, action)
                let (sheet, known) = try await sheet(request, parameters)
                return .page(sheet.page(known))
            },
            send.handle { request, parameters in
                try await house.directoryDesk.check(try request.actor, action)
                return try await sheet(request, parameters).0.answer(request) { try await take(request, parameters) }
            },
        ]
    }
}
