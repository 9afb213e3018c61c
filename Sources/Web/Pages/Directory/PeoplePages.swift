// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// People and agencies' systems: who they are, what they are trusted with.
struct PeoplePages: Sendable {
    let house: House
    private static let pageSize = 50

    /// The handlers.
    var routes: [Route] {
        [
            DirectoryAddresses.people.handle { request in .page(Self.list(request, try await DirectoryFrame(house, request))) },
            DirectoryAddresses.person.handle { request, id in
                let frame = try await DirectoryFrame(house, request)
                guard let account = frame.directory.accounts[id] else { throw Problem.notFound }
                return .page(PersonPage(account: account, frame: frame, tokens: try await tokens(of: account, frame)).page)
            },
        ] + changes + access
    }

    /// The tokens of a system, for whoever may manage them: administrators of its own agency.
    private func tokens(of account: Account, _ frame: DirectoryFrame) async throws -> [TokenRow]? {
        guard account.isSystem, account.agency == frame.actor.agency, AccessPolicy.decide(frame.actor, .manageAgencyTokens).isAllowed else {
            return nil
        }
        return try await house.tokens.ofAgency(frame.actor).filter { $0.account == account.id }
    }

    private static func list(_ request: WebRequest, _ frame: DirectoryFrame) -> Page {
        let name = request.query.text("name")
        let agency = request.query.text("agency")
        let role = request.query.text("role")
        let fitting = frame.directory.accounts.values.filter { account in
            (name.map { account.name.lowercased().contains($0.lowercased()) } ?? true)
                && (agency.map { account.agency.description == $0 } ?? true)
                && (role.map { role in frame.directory.grantsInForce(account.id, at: frame.now).contains { $0.role.rawValue == role } }
                    ?? true)
        }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
        let page = request.number("page", in: 1...100_000, otherwise: 1)
        let shown = fitting.dropFirst((page - 1) * pageSize).prefix(pageSize)
        let parameters = [("name", name), ("agency", agency), ("role", role)].compactMap { key, value in
            value.map { SiteURL.Parameter(name: key, value: $0) }
        }
        let base = DirectoryAddresses.people.url
        let pages = Pagination(page: page, size: pageSize, total: fitting.count) { base.with(query: parameters).with("page", String($0)) }
        let count = Sentence(fitting.count, one: "1 person or system", many: "\(fitting.count) people and systems")
        return frame.page(
            "People",
            """
            \(frame.parts(base))\
            \(frame.changes(
                Button.link("Add a person", DirectoryAddresses.addPerson.url(())), Button.link("Add an agency's system", DirectoryAddresses.addSystem.url(())),
                Button.link("People as a file", FileAddresses.people.ask.url), Button.link("People who leave", FileAddresses.leavers.ask.url)))\
            \(filter(name, agency, role, parameters, frame).html)<p>\(count)</p>\
            \(PeopleTable.html(Array(shown), frame))\(pages.html)
            """)
    }

    private static func filter(
        _ name: String?, _ agency: String?, _ role: String?, _ parameters: [SiteURL.Parameter], _ frame: DirectoryFrame
    ) -> Filter {
        let labels: [String: Sentence?] = [
            "name": name.map { "Name: \($0)" },
            "agency": agency.flatMap { RecordID($0) }.map { Sentence(verbatim: frame.directory.name(ofAgency: $0)) },
            "role": role.flatMap { Role(rawValue: $0) }.map { RoleWords.name($0) },
        ]
        let base = DirectoryAddresses.people.url
        let chips = parameters.compactMap { parameter in
            (labels[parameter.name] ?? nil).map { Filter.Chip(label: $0, without: base.with(query: parameters.filter { $0 != parameter })) }
        }
        let roles = Role.allCases.map { Choice($0.rawValue, RoleWords.name($0)) }
        return Filter(
            url: base, chips: chips,
            fields: """
                \(TextField(name: "name", label: "Name", value: name, autocomplete: "off").html)\
                \(Select(name: "agency", label: "Agency", choices: frame.agencyChoices, chosen: agency, none: "Any").html)\
                \(Select(name: "role", label: "Role", choices: roles, chosen: role, none: "Any").html)
                """)
    }
}
