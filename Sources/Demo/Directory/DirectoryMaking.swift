// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Fills the directory, as an administrator would on its pages.
struct DirectoryMaking {
    let house: House
    private var directory = DemoDirectory()
    private var agencies: [String: RecordID] = [:]
    private var teams: [TeamPlan: RecordID] = [:]

    init(_ house: House) { self.house = house }

    /// Founds the store and makes agencies, areas, teams, people and their roles.
    mutating func make() async throws -> DemoDirectory {
        let administrator = try await found()
        for area in AreaPlan.all {
            let fields = AreaFields(
                name: area.name, deskName: "\(area.name) safeguarding hub", deskPhone: SafeValues.staffPhone(area.number),
                deskHours: "day and night")
            _ = try await house.directoryDesk.addArea(administrator, code: area.code, fields)
        }
        for plan in AgencyPlan.others { agencies[plan.key] = try await house.directoryDesk.addAgency(administrator, plan.fields).id }
        for (number, plan) in TeamPlan.all(house.standard).enumerated() {
            let agency = try id(of: plan.agency(house.standard))
            teams[plan] = try await house.directoryDesk.addTeam(administrator, plan.fields(house.standard, number: number), agency: agency)
                .id
        }
        try await addPeople(administrator)
        return directory
    }

    private mutating func found() async throws -> Actor {
        let fields = AccountFields(
            name: StaffNames.administrator, email: StaffNames.email(DemoRoles.administrator), post: "Administrator",
            phone: SafeValues.staffPhone(200))
        let founding = try await house.found(agency: AgencyPlan.police.fields, administrator: fields)
        agencies[AgencyPlan.police.key] = founding.agency
        let actor = Actor(account: founding.administrator, agency: founding.agency, grants: [Grant(.administrator)])
        directory.note(
            DemoRoles.administrator,
            DemoDirectory.Person(actor: actor, name: fields.name, post: fields.post, phone: fields.phone, email: fields.email))
        return actor
    }

    /// All accounts at once, then all roles: each waits for the disk, and together they wait as one.
    private mutating func addPeople(_ administrator: Actor) async throws {
        let house = house
        let planned = try PersonPlan.all.enumerated().map { place, plan in
            let fields = AccountFields(
                name: plan.isSystem ? "Otterley Council case system" : StaffNames.name(place),
                email: plan.isSystem ? "" : StaffNames.email(plan.key),
                post: plan.post, phone: plan.isSystem ? "" : SafeValues.staffPhone(210 + place))
            let grants = try plan.holds.map { holds in
                Grant(holds.role, area: holds.area, team: try holds.team.map { try team($0) })
            }
            return (plan: plan, fields: fields, agency: try id(of: plan.agency), grants: grants)
        }
        let made = try await Many.do(planned) { one in
            let account = try await house.directoryDesk.addAccount(
                administrator, name: one.fields.name, email: one.fields.email, post: one.fields.post, phone: one.fields.phone,
                agency: one.agency,
                isSystem: one.plan.isSystem)
            for grant in one.grants { _ = try await house.directoryDesk.grant(administrator, account.id, grant) }
            return account.id
        }
        for (one, account) in zip(planned, made) {
            let grants = one.plan.isSystem ? [Grant(.agencySystem)] : one.grants
            let scopes: Set<String>? = one.plan.isSystem ? ["concerns:write"] : nil
            directory.note(
                one.plan.key,
                DemoDirectory.Person(
                    actor: Actor(account: account, agency: one.agency, grants: grants, tokenScopes: scopes), name: one.fields.name,
                    post: one.fields.post, phone: one.fields.phone, email: one.fields.email))
        }
    }

    private func id(of agency: String) throws -> RecordID {
        guard let id = agencies[agency] else { throw DemoFault.nobody(agency) }
        return id
    }

    private func team(_ plan: TeamPlan) throws -> RecordID {
        guard let id = teams[plan] else { throw DemoFault.nobody(plan.kind) }
        return id
    }
}
