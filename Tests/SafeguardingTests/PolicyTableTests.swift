// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Safeguarding

/// The access policy against an expectation written from DESIGN, DOMAIN and the issue: every cell of role, standing, action and state.
@Suite("The access policy") struct PolicyTableTests {
    @Test func everyCellIsDecidedAsExpected() throws {
        let cells = try PolicyCell.all()
        for (cell, allowed) in cells {
            let decision = AccessPolicy.decide(cell.actor, cell.action, cell.facts)
            #expect(decision.isAllowed == allowed, "\(cell)")
            #expect(AccessPolicy.scope(cell.actor, cell.action).allows(cell.facts) == allowed, "\(cell), as a scope")
            if cell.shutOut { #expect(decision == .shutOut, "\(cell)") }
            if case .allowed(let row) = decision {
                #expect(row.relation == cell.reason && row.role == cell.role, "\(cell): the reason named")
            }
        }
        print("policy table: \(cells.count) cells of concerns decided, \(cells.filter(\.allowed).count) of them allowed")
        #expect(cells.count == Role.allCases.count * Standing.allCases.count * PolicyExpectations.actions.count * 16)
    }

    @Test func theTablesNameEveryActionAndEveryRole() {
        #expect(Set(PolicyExpectations.actions) == Set(Action.allCases.filter(\.isAboutConcern)))
        #expect(Set(PolicyExpectations.houseActions) == Set(Action.allCases.filter { !$0.isAboutConcern }))
        #expect(Set(PolicyExpectations.concern.keys) == Set(Role.allCases))
        for (role, table) in PolicyExpectations.concern {
            let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
            let marks = PolicyExpectations.marks(table, PolicyExpectations.actions)
            #expect(marks.count == lines.count, "\(role): a line that can't be read")
            #expect(marks.keys.allSatisfy { Standing(rawValue: $0) != nil }, "\(role): a standing that there is not")
        }
    }

    @Test func theHouseIsDecidedAsExpected() throws {
        let marks = PolicyExpectations.marks(PolicyExpectations.house, PolicyExpectations.houseActions)
        #expect(Set(marks.keys) == Set(Role.allCases.map(\.rawValue)))
        var cells = 0
        for role in Role.allCases {
            let actor = PolicyCell.actor([role])
            for action in Action.allCases {
                let expected = marks[role.rawValue]?[action] == "x"
                #expect(AccessPolicy.decide(actor, action).isAllowed == expected, "\(role.rawValue) · \(action.rawValue)")
                cells += 1
            }
        }
        print("policy table: \(cells) cells of the house decided")
        let nobody = Actor(account: PolicyCell.me, agency: PolicyCell.agency, grants: [])
        for action in Action.allCases { #expect(!AccessPolicy.decide(nobody, action).isAllowed) }
    }

    /// A token never gives more than its scopes, nor more than its holder's roles.
    @Test func aTokenLetsThroughItsScopesAlone() {
        var cells = 0
        let chosen = Array(PolicyExpectations.tokens.keys) + ["concerns:write concerns:read-own", "concerns:read-own standard:read"]
        for scopes in chosen.map({ Set($0.split(separator: " ").map(String.init)) }) {
            let allowed = scopes.reduce(into: Set<Action>()) { $0.formUnion(PolicyExpectations.tokens[$1] ?? []) }
            for role in Role.allCases {
                let person = PolicyCell.actor([role])
                let program = PolicyCell.actor([role], tokenScopes: scopes)
                for action in Action.allCases {
                    let house = AccessPolicy.decide(person, action).isAllowed && allowed.contains(action)
                    #expect(AccessPolicy.decide(program, action).isAllowed == house, "\(scopes) · \(role.rawValue) · \(action.rawValue)")
                    for standing in Standing.allCases {
                        let facts = PolicyCell(role: role, standing: standing, action: action, restricted: false, open: true).facts
                        let concern = AccessPolicy.decide(person, action, facts).isAllowed && allowed.contains(action)
                        #expect(AccessPolicy.decide(program, action, facts).isAllowed == concern, "\(scopes) · \(standing) · \(action)")
                        #expect(
                            AccessPolicy.scope(program, action).allows(facts) == concern, "\(scopes) · \(standing) · \(action), as a scope")
                        cells += 1
                    }
                }
            }
        }
        print("policy table: \(cells) cells of tokens decided")
        #expect(Set(AccessPolicy.tokenScopes.keys) == Set(PolicyExpectations.tokens.filter { !$0.value.isEmpty }.keys))
    }

    /// The place of one grant says nothing for the role of another.
    @Test func aPlaceIsNotLentFromOneRoleToAnother() {
        let actor = Actor(
            account: PolicyCell.me, agency: PolicyCell.agency,
            grants: [
                Grant(.coordinator, area: PolicyCell.otherArea), Grant(.reporter, area: PolicyCell.area),
                Grant(.investigator, team: PolicyCell.otherTeam), Grant(.sourceHandler, team: PolicyCell.team), Grant(.dutyManager),
            ])
        for standing in [Standing.owningDesk, .toldDesk, .offeredTeam, .acceptedTeam, .stranger] {
            let facts = PolicyCell(role: .reporter, standing: standing, action: .readConcern, restricted: false, open: true).facts
            for action in Action.allCases where action != .readSource && !(standing == .acceptedTeam && action == .readConcern) {
                #expect(!AccessPolicy.decide(actor, action, facts).isAllowed, "\(standing) · \(action)")
            }
        }
    }

    /// Whoever runs, leads or audits the system reads no record, however they stand to it.
    @Test(arguments: [Role.administrator, .leader, .auditor]) func readsNoRecord(_ role: Role) {
        for standing in Standing.allCases {
            for action in Action.allCases where action.isAboutConcern && action != .readOwnReport && action != .addToOwnReport {
                let cell = PolicyCell(role: role, standing: standing, action: action, restricted: false, open: true)
                #expect(!AccessPolicy.decide(cell.actor, action, cell.facts).isAllowed, "\(cell)")
            }
        }
    }

    /// Shutting out beats everything: all roles at once, all standings at once.
    @Test func shuttingOutBeatsEverything() {
        var facts = PolicyCell(role: .coordinator, standing: .tookIt, action: .readConcern, restricted: false, open: true).facts
        facts.reporter = PolicyCell.me
        facts.owningArea = PolicyCell.area
        facts.acceptedTeams = [PolicyCell.team]
        facts.caseMembers = [PolicyCell.me]
        facts.openedInEmergencyBy = [PolicyCell.me]
        let actor = PolicyCell.actor(Role.allCases)
        for action in PolicyExpectations.actions {
            #expect(AccessPolicy.decide(actor, action, facts).isAllowed, "\(action) is never allowed")
        }
        facts.shutOut = [PolicyCell.me]
        for action in Action.allCases {
            #expect(AccessPolicy.decide(actor, action, facts) == .shutOut, "\(action)")
            #expect(!AccessPolicy.scope(actor, action).allows(facts), "\(action), as a scope")
        }
    }

    /// Each row is needed, and no row can be added unseen: these tests would see either.
    @Test func noRowCanGoOrComeUnseen() throws {
        let cells = try PolicyCell.all().filter { !$0.cell.shutOut }
        func deviates(_ table: [AccessPolicy.Row], on changed: AccessPolicy.Row) -> Bool {
            cells.contains { cell, allowed in
                guard cell.role == changed.role, cell.action == changed.action else { return false }
                let decision = AccessPolicy.decide(cell.actor, cell.action, cell.facts, by: table)
                if case .allowed(let row) = decision, row.relation != cell.reason { return true }
                return decision.isAllowed != allowed
            }
        }
        let table = AccessPolicy.concernTable
        #expect(Set(table).count == table.count, "a row stands twice")
        for row in table { #expect(deviates(table.filter { $0 != row }, on: row), "nobody would miss \(row)") }
        var added = 0
        for role in Role.allCases {
            for action in PolicyExpectations.actions {
                for relation in PolicyRelation.allCases {
                    for onlyOpen in [false, true] {
                        let row = AccessPolicy.Row(role: role, action: action, relation: relation, onlyOpen: onlyOpen)
                        let isSaidAlready = table.contains { known in
                            known.role == role && known.action == action && (!known.onlyOpen || onlyOpen)
                                && (known.relation == relation || known.relation == .handedToTeam && relation == .acceptedByTeam)
                        }
                        if isSaidAlready { continue }
                        #expect(deviates(table + [row], on: row), "nobody would see \(row) added")
                        added += 1
                    }
                }
            }
        }
        print("policy table: each of \(table.count) rows missed when gone; each of \(added) other rows seen when added")
    }
}
