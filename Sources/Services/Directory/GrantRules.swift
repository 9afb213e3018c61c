// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What a role must be bound to, and which roles one person may not hold together.
enum GrantRules {
    /// Whether a role is bound to areas or teams.
    private enum Binding {
        case never, mayBe, mustBe
    }

    /// Faults of a grant for an account at a moment; empty where it can be given.
    static func faults(_ grant: Grant, for account: Account, in snapshot: DirectorySnapshot, at now: Instant) -> [FieldFault] {
        var faults: [FieldFault] = []
        // A system acts with a token alone, and nobody signs in as one.
        if (grant.role == .agencySystem) != account.isSystem { faults.append(FieldFault("role", .notAccepted)) }
        let (area, team) = bindings(of: grant.role)
        faults += fault("area", grant.area, area, known: grant.area.map { snapshot.isInForce(area: $0, at: now) } ?? false)
        faults += fault("team", grant.team, team, known: grant.team.flatMap { snapshot.teams[$0] }?.isInForce(at: now) ?? false)
        if grant.role == .sourceHandler, grant.area == nil, grant.team == nil { faults.append(FieldFault("area", .missing)) }
        let held = (snapshot.grants[account.id] ?? []).filter { $0.validTo.map { now < $0 } ?? true }.map(\.grant)
        if held.contains(grant) { faults.append(FieldFault("role", .alreadyUsed)) }
        if held.contains(where: { !mayBeHeldTogether($0.role, grant.role) }) { faults.append(FieldFault("role", .notAccepted)) }
        return faults
    }

    /// Whoever runs the system reads no record and does not audit himself (DOMAIN §7.2).
    static func mayBeHeldTogether(_ one: Role, _ other: Role) -> Bool {
        let roles: Set<Role> = [one, other]
        guard roles.contains(.administrator) else { return true }
        return roles.isDisjoint(with: [
            .coordinator, .dutyManager, .investigator, .sourceHandler, .auditor, .professionalStandards, .identityHolder,
        ])
    }

    private static func bindings(of role: Role) -> (area: Binding, team: Binding) {
        switch role {
        // Need-to-know beats rank (DESIGN rule 3): without an area a duty manager would be offered what they can't open.
        case .coordinator, .dutyManager, .identityHolder: (.mustBe, .never)
        case .investigator: (.never, .mustBe)
        case .sourceHandler: (.mayBe, .mayBe)
        case .reporter, .leader: (.mayBe, .never)
        case .auditor, .administrator, .agencySystem, .professionalStandards: (.never, .never)
        }
    }

    private static func fault(_ field: String, _ value: (some Any)?, _ binding: Binding, known: Bool) -> [FieldFault] {
        switch (binding, value != nil) {
        case (.never, true): [FieldFault(field, .notAccepted)]
        case (.mustBe, false): [FieldFault(field, .missing)]
        case (.mayBe, true), (.mustBe, true): known ? [] : [FieldFault(field, .unknownCode)]
        case (.never, false), (.mayBe, false): []
        }
    }
}
