// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import TestSupport

@testable import Web

/// Somebody who must learn nothing of one concern, with the proof that their browser or program sends.
struct Watcher: Sendable {
    /// Why they must learn nothing.
    enum Kind: String, Sendable, CaseIterable {
        /// Not signed in.
        case loggedOut = "logged out"
        /// Of another agency, and in no relation to it.
        case otherAgency = "another agency"
        /// Named in it as a person of concern, whatever their role and relation allow otherwise.
        case shutOutPerson = "shut out by name"
        /// Of an agency all of whose people are shut out of it.
        case shutOutAgency = "of a shut-out agency"
    }

    let kind: Kind
    let label: String
    /// The session's secret and id; nil for a program or whoever is not signed in.
    var session: (secret: String, id: RecordID)?
    /// The caller whose bearer token is used.
    var token: Caller?
    var account: RecordID?
    /// Who they are to the policy; nil for a program or whoever is not signed in.
    var actor: Actor?
    /// Their place among all watchers.
    var number = 0

    /// In how many turns the watchers try what their role refuses them.
    static let turns = 3

    /// Whether nothing of their roles allows what the route does, to any concern at all.
    func isRefusedByRole(_ route: Declaration) -> Bool {
        guard let actor, case .may(let action) = route.who else { return false }
        return action.isAboutConcern ? !AccessPolicy.couldAllow(actor, action) : !AccessPolicy.decide(actor, action).isAllowed
    }

    /// Auditors are told who has looked at any concern, by agency and name; only where they or their agency are shut out are they not.
    func mayKnow(_ route: Declaration) -> Bool {
        kind == .otherAgency && label == Role.auditor.rawValue && route.pattern.hasSuffix("/looks")
    }

    var name: String { "\(kind.rawValue): \(label)" }
}

/// Makes the watchers from the policy's own table: a stranger of another agency in every role; whoever the table lets read a concern by their
/// role and relation, but shut out by name; and an agency's people in every role, shut out together.
struct WatcherMaking {
    let access: AccessHouse
    private var test: TestHouse { access.test }

    /// Where the strangers are at home: no concern of this suite touches it.
    static let elsewhere = TestHouse.wrenfield

    /// Rows of the policy that let somebody read a concern, with the person of the test house whose grant fits.
    static let named: [(caller: Caller, given: String, family: String)] = [
        (.coordinator, "Kit", "Marsh"), (.dutyManager, "Max", "Heath"), (.investigator, "Nic", "Stone"),
        (.secondInvestigator, "Pat", "Brook"), (.sourceHandler, "Quinn", "Dale"), (.leader, "Ray", "Holt"),
    ]

    /// Roles that the table lets read some concern: each must have somebody among the named.
    static var readers: Set<Role> {
        Set(AccessPolicy.concernTable.filter { $0.action == .readConcern }.map(\.role))
    }

    func make() async throws -> [Watcher] {
        var watchers = [Watcher(kind: .loggedOut, label: "a browser")]
        for one in Self.named {
            watchers.append(
                Watcher(
                    kind: .shutOutPerson, label: one.caller.rawValue, session: try await access.session(one.caller),
                    account: try access.account(one.caller)))
        }
        for caller in [Caller.teacher, .socialWorker] {
            watchers.append(
                Watcher(
                    kind: .shutOutAgency, label: caller.rawValue, session: try await access.session(caller),
                    account: try access.account(caller)))
        }
        for caller in [Caller.systemToken, .strangersToken] {
            watchers.append(Watcher(kind: .shutOutAgency, label: caller.rawValue, token: caller))
        }
        let outsiders = try await agency("Elsewhere Health", kind: "health")
        // The administrator of the house is no stranger to its directory; every other role is tried.
        for role in Role.allCases where role != .agencySystem {
            watchers.append(try await person(role, of: outsiders, kind: .otherAgency))
            if role != .administrator { watchers.append(try await person(role, of: try access.agency("council"), kind: .shutOutAgency)) }
        }
        return watchers.enumerated().map { number, one in
            var watcher = one
            watcher.number = number
            watcher.actor = one.account.flatMap { test.house.directory.snapshot.actor($0, at: test.clock.now) }
            return watcher
        }
    }

    private func agency(_ name: String, kind: String) async throws -> RecordID {
        try await test.house.directoryDesk.addAgency(
            try access.actor(.administrator),
            AgencyFields(name: name, kind: kind, legalRegime: "uk_gdpr", shareRule: "summary", retentionClass: "child_protection")
        ).id
    }

    /// A person with one role; of the shut-out agency with the place that would let them read it.
    private func person(_ role: Role, of agency: RecordID, kind: Watcher.Kind) async throws -> Watcher {
        let administrator = try access.actor(.administrator)
        let name = "\(role.rawValue)-\(kind == .otherAgency ? "far" : "near")"
        let account = try await test.house.directoryDesk.addAccount(
            administrator, name: "Sky \(role.rawValue.capitalized)\(kind == .otherAgency ? "far" : "near")", email: TestHouse.email(name),
            post: role.rawValue, phone: "07700 900002", agency: agency)
        let area = kind == .otherAgency ? Self.elsewhere : TestHouse.otterley
        let grant: Grant =
            switch role {
            case .coordinator, .dutyManager, .identityHolder, .sourceHandler: Grant(role, area: area)
            case .investigator:
                Grant(role, team: kind == .otherAgency ? try access.team("online") : try access.team("central"))
            default: Grant(role)
            }
        _ = try await test.house.directoryDesk.grant(administrator, account.id, grant)
        let link = try await test.house.signIn.makeLink(administrator, account: account.id, purpose: .setPassword)
        let totp = try await test.choosePassword(with: link)
        test.clock.advance(seconds: 30)
        let first = try await test.house.signIn.withPassword(email: TestHouse.email(name), password: TestHouse.password, source: nil)
        guard case .needsCode(let ticket) = first,
            case .signedIn(let secret, let signedIn) = try await test.house.signIn.withCode(ticket: ticket, code: test.code(totp))
        else { throw TestHouseError(what: "\(name) could not sign in") }
        return Watcher(kind: kind, label: role.rawValue, session: (secret, signedIn.session), account: account.id)
    }
}
