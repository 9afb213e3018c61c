// SPDX-License-Identifier: Apache-2.0

/// What a person is trusted to do, given for an agency, an area or a team, and for a time (rows of the directory).
public enum Role: String, Sendable, Codable, CaseIterable {
    /// Any officer, PCSO, special, member of staff or partner: reports, and hears what came of it.
    case reporter
    /// Triage desk and local CSE co-ordinator of an area.
    case coordinator
    /// Investigator or social worker in a team that receives hand-overs.
    case investigator
    /// Works the out-of-hours chain of an area and the list of what nobody has taken.
    case dutyManager = "duty_manager"
    /// May know who reported, and that a child is the source: a right of its own (DESIGN rule 1). Finds and reads the concerns of the area
    /// or team it holds for, and decides nothing.
    case sourceHandler = "source_handler"
    /// Sees figures, never the records of others.
    case leader
    /// Information manager and auditor: the ledger, not the content.
    case auditor
    /// Runs the system and the directory; reads no record (DOMAIN §7.2).
    case administrator
    /// Professional standards: reads who looked up their own name, a relative or very many people. Never the administrator.
    case professionalStandards = "professional_standards"
    /// Holds protected identities of an area: is told, alone, when one of them is reported anew.
    case identityHolder = "identity_holder"
    /// An agency's own system, calling the API with a token.
    case agencySystem = "agency_system"
}

/// One role of one person, and where it holds.
public struct Grant: Hashable, Sendable, Codable {
    /// The role.
    public let role: Role
    /// The area it holds for, if it is bound to one.
    public let area: String?
    /// The team it holds for, if it is bound to one.
    public let team: RecordID?

    /// Makes a grant.
    public init(_ role: Role, area: String? = nil, team: RecordID? = nil) {
        self.role = role
        self.area = area
        self.team = team
    }
}

/// Who acts: one person of one agency with the grants in force now, or one agency's system.
public struct Actor: Hashable, Sendable {
    /// The account.
    public let account: RecordID
    /// The agency on whose behalf the account acts.
    public let agency: RecordID
    /// The grants in force.
    public let grants: [Grant]
    /// The scopes of the bearer token used, or nil for a signed-in session.
    public let tokenScopes: Set<String>?

    /// Makes an actor.
    public init(account: RecordID, agency: RecordID, grants: [Grant], tokenScopes: Set<String>? = nil) {
        self.account = account
        self.agency = agency
        self.grants = grants
        self.tokenScopes = tokenScopes
    }

    /// The different roles held.
    public var roles: Set<Role> { Set(grants.map(\.role)) }

    /// Whether a role is held anywhere.
    public func holds(_ role: Role) -> Bool { grants.contains { $0.role == role } }

    /// The areas for which a role is held.
    public func areas(as role: Role) -> Set<String> { Set(grants.compactMap { $0.role == role ? $0.area : nil }) }

    /// The teams for which a role is held.
    public func teams(as role: Role) -> Set<RecordID> { Set(grants.compactMap { $0.role == role ? $0.team : nil }) }
}
