// SPDX-License-Identifier: Apache-2.0

/// How a person stands to a concern. A row of the policy names one; deny by default (DESIGN rule 3).
public enum PolicyRelation: String, Sendable, CaseIterable {
    /// The concern was reported from this account.
    case reportedIt = "reported_it"
    /// The grant is for the area that owns the concern.
    case deskOfOwningArea = "desk_of_owning_area"
    /// The grant is for an area whose desk is told.
    case deskOfToldArea = "desk_of_told_area"
    /// The concern is handed to the team of the grant, accepted or not yet.
    case handedToTeam = "handed_to_team"
    /// A named person of the grant's team has accepted it.
    case acceptedByTeam = "accepted_by_team"
    /// The person is on a case of this concern.
    case onCase = "on_case"
    /// The person has taken it.
    case tookIt = "took_it"
    /// The person opened it in an emergency, and that access has not run out.
    case openedInEmergency = "opened_in_emergency"
    /// Whoever answers for it has shared the whole of it with the person, who asked.
    case sharedWith = "shared_with"
    /// The contact given at the public door was given to the team of the grant, by a decision.
    case contactGivenToTeam = "contact_given_to_team"

    /// Need-to-know beats rank: on a restricted record only these personal relations count.
    public var holdsOnRestricted: Bool {
        switch self {
        case .reportedIt, .onCase, .tookIt, .openedInEmergency: true
        case .deskOfOwningArea, .deskOfToldArea, .handedToTeam, .acceptedByTeam, .sharedWith, .contactGivenToTeam: false
        }
    }

    /// Whether the relation counts where the whole agency of the person is shut out of the matter: what somebody has reported themselves
    /// stays theirs.
    public var holdsForShutOutAgency: Bool { self == .reportedIt }
}

/// The access policy, written once: a table of who may do what to which concern, in two forms, `decide` and `scope`.
public enum AccessPolicy {
    /// One row: people with `role` may do `action` to a concern to which they stand in `relation`.
    public struct Row: Hashable, Sendable {
        /// The role held.
        public let role: Role
        /// The action allowed.
        public let action: Action
        /// How the person must stand to the concern.
        public let relation: PolicyRelation
        /// Whether the concern must still wait for a decision.
        public let onlyOpen: Bool

        /// Whether the row counts on a restricted concern. Two acts do whatever the relation: opening it in an emergency, and answering
        /// its hand-over, or what is restricted could be handed to nobody.
        public var holdsOnRestricted: Bool { relation.holdsOnRestricted || action == .openInEmergency || action == .answerHandOver }
    }

    /// What was decided, and on which row or for want of what.
    public enum Decision: Hashable, Sendable {
        /// Allowed, because of this row.
        case allowed(because: Row)
        /// Allowed by role alone.
        case allowedByRole(Role)
        /// Refused: the person is shut out of this matter. Said to nobody.
        case shutOut
        /// Refused: nothing in the table allows it.
        case refused

        /// Whether the act may go on.
        public var isAllowed: Bool {
            switch self {
            case .allowed, .allowedByRole: true
            case .shutOut, .refused: false
            }
        }

        /// The role that allowed it; nil where nothing did.
        public var role: Role? {
            switch self {
            case .allowed(let row): row.role
            case .allowedByRole(let role): role
            case .shutOut, .refused: nil
            }
        }
    }

    /// May this person do this, to no concern in particular?
    public static func decide(_ actor: Actor, _ action: Action) -> Decision {
        guard tokenAllows(actor, action) else { return .refused }
        for role in Role.allCases where actor.holds(role) && houseTable[role]?.contains(action) == true { return .allowedByRole(role) }
        return .refused
    }

    /// Whether the person's roles let them do this to any concern at all, so that it makes sense to ask them which and why.
    public static func couldAllow(_ actor: Actor, _ action: Action) -> Bool {
        tokenAllows(actor, action) && concernTable.contains { $0.action == action && actor.holds($0.role) }
    }

    /// The roles that allow an action, to some concern at least: for whoever is refused and wants to know what to ask for.
    public static func roles(for action: Action) -> [Role] {
        Role.allCases.filter { role in
            houseTable[role]?.contains(action) == true || concernTable.contains { $0.action == action && $0.role == role }
        }
    }

    /// May this person do this to this concern?
    public static func decide(_ actor: Actor, _ action: Action, _ facts: ConcernFacts) -> Decision {
        decide(actor, action, facts, by: concernTable)
    }

    /// The same by another table, so that a test can see each row missed.
    static func decide(_ actor: Actor, _ action: Action, _ facts: ConcernFacts, by table: [Row]) -> Decision {
        guard !facts.shutOut.contains(actor.account) else { return .shutOut }
        guard tokenAllows(actor, action) else { return .refused }
        let isAgencyOut = facts.shutOutAgencies.contains(actor.agency)
        for row in table where row.action == action {
            if isAgencyOut && !row.relation.holdsForShutOutAgency { continue }
            if facts.restricted && !row.holdsOnRestricted { continue }
            if row.onlyOpen && !facts.isOpen { continue }
            if actor.grants.contains(where: { $0.role == row.role && holds(row.relation, actor, $0, facts) }) {
                return .allowed(because: row)
            }
        }
        return isAgencyOut ? .shutOut : .refused
    }

    static func tokenAllows(_ actor: Actor, _ action: Action) -> Bool {
        guard let scopes = actor.tokenScopes else { return true }
        return scopes.contains { tokenScopes[$0]?.contains(action) == true }
    }

    private static func holds(_ relation: PolicyRelation, _ actor: Actor, _ grant: Grant, _ facts: ConcernFacts) -> Bool {
        switch relation {
        case .reportedIt: facts.reporter == actor.account
        case .deskOfOwningArea: grant.area != nil && grant.area == facts.owningArea
        case .deskOfToldArea: grant.area.map { facts.toldAreas.contains($0) } ?? false
        case .handedToTeam: grant.team.map { facts.offeredTeams.contains($0) || facts.acceptedTeams.contains($0) } ?? false
        case .acceptedByTeam: grant.team.map { facts.acceptedTeams.contains($0) } ?? false
        case .onCase: facts.caseMembers.contains(actor.account)
        case .tookIt: facts.takenBy == actor.account
        case .openedInEmergency: facts.openedInEmergencyBy.contains(actor.account)
        case .sharedWith: facts.sharedWith.contains(actor.account)
        case .contactGivenToTeam: grant.team.map(facts.contactTeams.contains) ?? false
        }
    }
}
