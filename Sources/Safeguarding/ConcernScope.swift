// SPDX-License-Identifier: Apache-2.0

/// The concerns to which a person may do one thing, as a value: Storage turns it into SQL, the match index into a filter (DESIGN rule 3).
/// A concern is in scope if any clause holds and the person is not shut out of it.
public struct ConcernScope: Hashable, Sendable {
    /// One way to be allowed. All its conditions must hold.
    public struct Clause: Hashable, Sendable {
        /// The condition on the concern.
        public let condition: Condition
        /// Whether restricted concerns are included.
        public let includesRestricted: Bool
        /// Whether only concerns that wait for a decision are included.
        public let onlyOpen: Bool
    }

    /// What must be true of a concern.
    public enum Condition: Hashable, Sendable {
        case reportedBy(RecordID)
        case ownedByArea(Set<String>)
        case toldToArea(Set<String>)
        case handedTo(Set<RecordID>)
        case acceptedBy(Set<RecordID>)
        case caseMember(RecordID)
        case takenBy(RecordID)
        case openedInEmergency(RecordID)
        case sharedWith(RecordID)
        case contactGivenTo(Set<RecordID>)

        /// Whether it counts where the person's whole agency is shut out (see `PolicyRelation`).
        public var holdsForShutOutAgency: Bool {
            if case .reportedBy = self { true } else { false }
        }
    }

    /// Whose scope it is: concerns that shut this account out are never in it.
    public let account: RecordID
    /// Whose people they are: concerns that shut this agency out are in it only where the person reported them.
    public let agency: RecordID
    /// The ways to be allowed; none means nothing.
    public let clauses: [Clause]

    /// Whether the value allows a concern with these facts: the filter of the match index.
    public func allows(_ facts: ConcernFacts) -> Bool {
        if facts.shutOut.contains(account) { return false }
        let isAgencyOut = facts.shutOutAgencies.contains(agency)
        return clauses.contains { clause in
            (!isAgencyOut || clause.condition.holdsForShutOutAgency)
                && (clause.includesRestricted || !facts.restricted) && (!clause.onlyOpen || facts.isOpen)
                && clause.condition.holds(facts)
        }
    }
}

extension ConcernScope.Condition {
    func holds(_ facts: ConcernFacts) -> Bool {
        switch self {
        case .reportedBy(let account): facts.reporter == account
        case .ownedByArea(let areas): facts.owningArea.map(areas.contains) ?? false
        case .toldToArea(let areas): !facts.toldAreas.isDisjoint(with: areas)
        case .handedTo(let teams): !facts.offeredTeams.isDisjoint(with: teams) || !facts.acceptedTeams.isDisjoint(with: teams)
        case .acceptedBy(let teams): !facts.acceptedTeams.isDisjoint(with: teams)
        case .caseMember(let account): facts.caseMembers.contains(account)
        case .takenBy(let account): facts.takenBy == account
        case .openedInEmergency(let account): facts.openedInEmergencyBy.contains(account)
        case .sharedWith(let account): facts.sharedWith.contains(account)
        case .contactGivenTo(let teams): !facts.contactTeams.isDisjoint(with: teams)
        }
    }
}

extension AccessPolicy {
    /// The concerns to which `actor` may do `action`, from the same table as `decide`; a property test holds the two together.
    public static func scope(_ actor: Actor, _ action: Action) -> ConcernScope {
        guard tokenAllows(actor, action) else { return ConcernScope(account: actor.account, agency: actor.agency, clauses: []) }
        var clauses: [ConcernScope.Clause] = []
        for row in concernTable where row.action == action && actor.holds(row.role) {
            guard let condition = condition(row, actor) else { continue }
            let clause = ConcernScope.Clause(
                condition: condition, includesRestricted: row.holdsOnRestricted, onlyOpen: row.onlyOpen)
            if !clauses.contains(clause) { clauses.append(clause) }
        }
        return ConcernScope(account: actor.account, agency: actor.agency, clauses: clauses)
    }

    private static func condition(_ row: Row, _ actor: Actor) -> ConcernScope.Condition? {
        let areas = actor.areas(as: row.role)
        let teams = actor.teams(as: row.role)
        return switch row.relation {
        case .reportedIt: .reportedBy(actor.account)
        case .deskOfOwningArea: areas.isEmpty ? nil : .ownedByArea(areas)
        case .deskOfToldArea: areas.isEmpty ? nil : .toldToArea(areas)
        case .handedToTeam: teams.isEmpty ? nil : .handedTo(teams)
        case .acceptedByTeam: teams.isEmpty ? nil : .acceptedBy(teams)
        case .onCase: .caseMember(actor.account)
        case .tookIt: .takenBy(actor.account)
        case .openedInEmergency: .openedInEmergency(actor.account)
        case .sharedWith: .sharedWith(actor.account)
        case .contactGivenToTeam: teams.isEmpty ? nil : .contactGivenTo(teams)
        }
    }
}
