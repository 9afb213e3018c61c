// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Adding and changing people and systems, giving roles and taking them away.
extension PeoplePages {
    var changes: [Route] {
        add(DirectoryAddresses.addPerson, isSystem: false) + add(DirectoryAddresses.addSystem, isSystem: true) + change + give + takeAway
    }

    private func add(_ address: FormAddress<Void>, isSystem: Bool) -> [Route] {
        address.routes(
            house,
            { request, _ in
                let frame = try await DirectoryFrame(house, request)
                return (Self.sheet(nil, isSystem: isSystem, address.url(()), frame), .empty)
            }
        ) { request, _ in
            let agency = request.form.agency
            let fields = Self.fields(request.form)
            let account = try await house.directoryDesk.addAccount(
                try request.actor, name: fields.name, email: fields.email, post: fields.post, phone: fields.phone, agency: agency,
                isSystem: isSystem)
            return DirectoryAddresses.person.url(account.id).done
        }
    }

    private var change: [Route] {
        DirectoryAddresses.changePerson.routes(
            house,
            { request, id in
                let (frame, account) = try await found(request, id)
                let known: FormData = .typed(["name": account.name, "email": account.email, "post": account.post, "phone": account.phone])
                return (Self.sheet(account, isSystem: account.isSystem, DirectoryAddresses.changePerson.url(id), frame), known)
            },
            { request, id in
                _ = try await house.directoryDesk.changeAccount(try request.actor, id, Self.fields(request.form))
                return DirectoryAddresses.person.url(id).done
            })
    }

    private var give: [Route] {
        DirectoryAddresses.grant.routes(
            house,
            { request, id in
                let (frame, account) = try await found(request, id)
                return (Self.grantSheet(account, frame), .empty)
            },
            { request, id in
                var wrong = Gathered()
                let role = request.form.text("role").flatMap { Role(rawValue: $0) }
                if role == nil { wrong.add("role", "Choose a role") }
                let from = wrong.moment(request.form, "from"), to = wrong.moment(request.form, "to")
                guard let role, wrong.errors.isEmpty else { throw WrongFields(errors: wrong.errors) }
                let grant = Grant(role, area: request.form.text("area"), team: request.form.text("team").flatMap { RecordID($0) })
                _ = try await house.directoryDesk.grant(
                    try request.actor, id, grant, from: from, to: to)
                return DirectoryAddresses.person.url(id).done
            })
    }

    private var takeAway: [Route] {
        DirectoryAddresses.endGrant.routes(
            house,
            { request, id in
                let frame = try await DirectoryFrame(house, request)
                guard let row = frame.directory.grants.values.lazy.joined().first(where: { $0.id == id }) else { throw Problem.notFound }
                let sheet = EndSheet.make(
                    "Take this role away?",
                    "\(frame.directory.name(of: row.account)): \(RoleWords.grant(row.grant, frame.directory)). What was done in the role stays.",
                    DirectoryAddresses.endGrant.url(id), back: DirectoryAddresses.person.url(row.account))
                return (sheet, .empty)
            },
            { request, id in
                let account = house.directory.snapshot.grants.values.lazy.joined().first { $0.id == id }?.account
                try await house.directoryDesk.endGrant(try request.actor, id, at: try MomentField.read(request.form, "to"))
                return (account.map { DirectoryAddresses.person.url($0) } ?? DirectoryAddresses.people.url).done
            })
    }

    /// The account of an address, with the directory. Throws `notFound`.
    func found(_ request: WebRequest, _ id: RecordID) async throws -> (DirectoryFrame, Account) {
        let frame = try await DirectoryFrame(house, request)
        guard let account = frame.directory.accounts[id] else { throw Problem.notFound }
        return (frame, account)
    }

    private static func fields(_ form: FormData) -> AccountFields {
        AccountFields(
            name: form.text("name") ?? "", email: form.text("email") ?? "", post: form.text("post") ?? "", phone: form.text("phone") ?? "")
    }

    private static func sheet(_ account: Account?, isSystem: Bool, _ action: SiteURL, _ frame: DirectoryFrame) -> FormSheet {
        let person: [SheetField] = [
            .text("name", "Whole name"),
            .text("email", "E-mail address", hint: "The person signs in with it. Only administrators see it.", kind: .email),
            .text("post", "Post", hint: "Such as PCSO, teacher, social worker."), .text("phone", "Phone", kind: .tel),
        ]
        let system: [SheetField] = [.text("name", "Name of the system"), .text("post", "What it is", hint: "Such as “school records”.")]
        let agency = SheetField.choose("agency", "Agency", frame.agencyChoices)
        return FormSheet(
            title: account.map { "Change \($0.name)" } ?? (isSystem ? "Add an agency's system" : "Add a person"), action: action,
            back: account.map { DirectoryAddresses.person.url($0.id) } ?? DirectoryAddresses.people.url, section: .directory,
            intro: account != nil
                ? .empty
                : isSystem
                    ? "<p>\(say: "It has no password and nobody signs in as it. It calls the API with tokens, which an administrator of its agency makes.")</p>"
                    : "<p>\(say: "After this, give a role and make the one-time link with which the person chooses a password. You never see it.")</p>",
            fields: (isSystem ? system : person) + (account == nil ? [agency] : []), button: Button(account == nil ? "Add" : "Save"),
            words: [
                "agency.unknown_code": "Choose an agency", "email.already_used": "Somebody signs in with this address already",
                "email.not_accepted": "Write the whole e-mail address, such as name@example.org",
            ])
    }

    private static func grantSheet(_ account: Account, _ frame: DirectoryFrame) -> FormSheet {
        let roles = Role.allCases.filter { $0 != .agencySystem }.map {
            Choice($0.rawValue, "\(RoleWords.name($0)) – \(RoleWords.meaning($0))")
        }
        return FormSheet(
            title: "Give a role to \(account.name)", action: DirectoryAddresses.grant.url(account.id),
            back: DirectoryAddresses.person.url(account.id),
            section: .directory,
            fields: [
                .choose("role", "Role", roles),
                .choose(
                    "area", "Area", frame.areaChoices, none: "None", hint: "For the desk of an area, and where else a role is bound to one."
                ),
                .choose("team", "Team", frame.teamChoices, none: "None", hint: "For investigators and social workers."), EndSheet.from,
                .moment("to", "Until when", hint: "Empty: until further notice."),
            ], button: Button("Give the role"),
            words: [
                "role.already_used": "This person holds the role already", "area.missing": "Choose the area that the role is for",
                "role.not_accepted":
                    "This role can't be held together with the ones held now: whoever runs the system reads no record and does not audit",
                "team.missing": "Choose the team that the role is for",
                "area.not_accepted": "This role is not bound to an area: choose none",
                "team.not_accepted": "This role is not bound to a team: choose none",
                "to.in_the_past": "Choose an end that is still to come",
            ])
    }
}
