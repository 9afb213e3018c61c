// SPDX-License-Identifier: Apache-2.0

/// All that the access policy looks at in one concern. Storage reads it from clear columns; nothing here is a word about a person.
public struct ConcernFacts: Hashable, Sendable {
    /// The concern.
    public var id: RecordID
    /// The account that reported it, if it was reported from one.
    public var reporter: RecordID?
    /// The agency that reported it.
    public var reportingAgency: RecordID
    /// The area that owns it (DESIGN, "The walk of one concern").
    public var owningArea: String?
    /// The areas whose desks are told, besides the owner.
    public var toldAreas: Set<String>
    /// Who has taken it.
    public var takenBy: RecordID?
    /// Teams to which it has been handed over and that have neither refused nor lost it.
    public var offeredTeams: Set<RecordID>
    /// Teams of which a named person has accepted.
    public var acceptedTeams: Set<RecordID>
    /// The people on its cases.
    public var caseMembers: Set<RecordID>
    /// Restricted: rank and desk are not enough.
    public var restricted: Bool
    /// Accounts with an emergency access still in force.
    public var openedInEmergencyBy: Set<RecordID>
    /// Accounts that are shut out of this matter (DESIGN rule 3).
    public var shutOut: Set<RecordID>
    /// Agencies all of whose people are shut out, by a person's decision; what one of them reported stays theirs to follow.
    public var shutOutAgencies: Set<RecordID>
    /// Accounts with whom the whole of it has been shared, because they asked.
    public var sharedWith: Set<RecordID>
    /// Teams to which the contact that somebody gave at the public door was given.
    public var contactTeams: Set<RecordID>
    /// Whether it still waits for a decision.
    public var isOpen: Bool

    /// Makes the facts of a concern.
    public init(
        id: RecordID, reporter: RecordID? = nil, reportingAgency: RecordID, owningArea: String? = nil, toldAreas: Set<String> = [],
        takenBy: RecordID? = nil, offeredTeams: Set<RecordID> = [], acceptedTeams: Set<RecordID> = [], caseMembers: Set<RecordID> = [],
        restricted: Bool = false, openedInEmergencyBy: Set<RecordID> = [], shutOut: Set<RecordID> = [],
        shutOutAgencies: Set<RecordID> = [], sharedWith: Set<RecordID> = [], contactTeams: Set<RecordID> = [],
        isOpen: Bool = true
    ) {
        self.id = id
        self.reporter = reporter
        self.reportingAgency = reportingAgency
        self.owningArea = owningArea
        self.toldAreas = toldAreas
        self.takenBy = takenBy
        self.offeredTeams = offeredTeams
        self.acceptedTeams = acceptedTeams
        self.caseMembers = caseMembers
        self.restricted = restricted
        self.openedInEmergencyBy = openedInEmergencyBy
        self.shutOut = shutOut
        self.shutOutAgencies = shutOutAgencies
        self.sharedWith = sharedWith
        self.contactTeams = contactTeams
        self.isOpen = isOpen
    }

    /// Whether the person learns nothing of it: shut out by name, or with the whole agency. Whoever reported it keeps their own report
    /// where only the agency is shut out.
    public func isShutOut(account: RecordID, agency: RecordID) -> Bool {
        shutOut.contains(account) || (shutOutAgencies.contains(agency) && reporter != account)
    }

    /// The same for whoever acts.
    public func isShutOut(_ actor: Actor) -> Bool { isShutOut(account: actor.account, agency: actor.agency) }
}
