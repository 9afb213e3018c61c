// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Safeguarding

/// One cell of the policy: a role, a standing, an action, and a state of the concern.
struct PolicyCell: CustomStringConvertible {
    let role: Role
    let standing: Standing
    let action: Action
    let restricted: Bool
    let open: Bool
    var shutOut = false
    /// Whether the person's whole agency is shut out: only what they reported themselves stays theirs.
    var agencyOut = false

    var description: String {
        "\(role.rawValue) · \(standing.rawValue) · \(action.rawValue)\(restricted ? " · restricted" : "")\(open ? "" : " · closed")\(shutOut ? " · shut out" : "")\(agencyOut ? " · agency shut out" : "")"
    }

    static let me = RecordID(high: 1, low: 1)
    static let agency = RecordID(high: 2, low: 1)
    static let team = RecordID(high: 3, low: 1)
    static let otherTeam = RecordID(high: 3, low: 2)
    static let area = "otterley"
    static let otherArea = "wrenfield"
    private static let somebody = RecordID(high: 1, low: 9)

    /// The person, with this role and no other.
    var actor: Actor { Self.actor([role]) }

    /// A person with roles for the area and the team of these tests.
    static func actor(_ roles: [Role], tokenScopes: Set<String>? = nil) -> Actor {
        Actor(account: me, agency: agency, grants: roles.map { Grant($0, area: area, team: team) }, tokenScopes: tokenScopes)
    }

    /// The concern. Everything that the standing does not say is somebody else's.
    var facts: ConcernFacts {
        var facts = ConcernFacts(
            id: RecordID(high: 4, low: 1), reporter: Self.somebody, reportingAgency: Self.agency, owningArea: "mil-bury",
            toldAreas: ["north"],
            takenBy: Self.somebody, offeredTeams: [RecordID(high: 3, low: 8)], acceptedTeams: [RecordID(high: 3, low: 9)],
            caseMembers: [Self.somebody], restricted: restricted, openedInEmergencyBy: [Self.somebody],
            shutOut: shutOut ? [Self.me, Self.somebody] : [Self.somebody],
            shutOutAgencies: agencyOut ? [Self.agency] : [RecordID(high: 2, low: 9)], sharedWith: [Self.somebody],
            contactTeams: [RecordID(high: 3, low: 9)], isOpen: open)
        switch standing {
        case .stranger: break
        case .reportedIt: facts.reporter = Self.me
        case .owningDesk: facts.owningArea = Self.area
        case .toldDesk: facts.toldAreas.insert(Self.area)
        case .otherDesk:
            facts.owningArea = Self.otherArea
            facts.toldAreas = [Self.otherArea]
        case .offeredTeam: facts.offeredTeams.insert(Self.team)
        case .acceptedTeam: facts.acceptedTeams.insert(Self.team)
        case .otherTeam:
            facts.offeredTeams = [Self.otherTeam]
            facts.acceptedTeams = [Self.otherTeam]
        case .onCase: facts.caseMembers.insert(Self.me)
        case .tookIt: facts.takenBy = Self.me
        case .openedInEmergency: facts.openedInEmergencyBy.insert(Self.me)
        case .sharedWith: facts.sharedWith.insert(Self.me)
        case .contactGiven: facts.contactTeams.insert(Self.team)
        }
        return facts
    }

    /// The relation that must be named as the reason.
    var reason: PolicyRelation? {
        switch standing {
        case .stranger, .otherDesk, .otherTeam: nil
        case .reportedIt: .reportedIt
        case .owningDesk: .deskOfOwningArea
        case .toldDesk: .deskOfToldArea
        case .offeredTeam: .handedToTeam
        case .acceptedTeam: action == .answerHandOver || action == .openInEmergency ? .handedToTeam : .acceptedByTeam
        case .onCase: .onCase
        case .tookIt: .tookIt
        case .openedInEmergency: .openedInEmergency
        case .sharedWith: .sharedWith
        case .contactGiven: .contactGivenToTeam
        }
    }

    /// Every cell with what is expected of it.
    static func all() throws -> [(cell: PolicyCell, allowed: Bool)] {
        var cells: [(PolicyCell, Bool)] = []
        for role in Role.allCases {
            let table = try #require(PolicyExpectations.concern[role], "no expectation for \(role)")
            let marks = PolicyExpectations.marks(table, PolicyExpectations.actions)
            for standing in Standing.allCases {
                for action in PolicyExpectations.actions {
                    let mark = marks[standing.rawValue]?[action] ?? "."
                    for restricted in [false, true] {
                        for open in [false, true] {
                            for (shutOut, agencyOut) in [(false, false), (true, false), (false, true), (true, true)] {
                                let cell = PolicyCell(
                                    role: role, standing: standing, action: action, restricted: restricted, open: open, shutOut: shutOut,
                                    agencyOut: agencyOut)
                                cells.append((cell, cell.isAllowed(by: mark)))
                            }
                        }
                    }
                }
            }
        }
        return cells
    }

    private func isAllowed(by mark: Character) -> Bool {
        guard !shutOut, !agencyOut || standing == .reportedIt else { return false }
        return switch mark {
        case "A": true
        case "a": !restricted
        case "O": open
        case "o": open && !restricted
        default: false
        }
    }
}
