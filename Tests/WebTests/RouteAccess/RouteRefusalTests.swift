// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Safeguarding
import Services
import TestSupport
import Testing

@testable import Web

/// Whoever is signed in and is refused stands in the ledger, once, on every route (DOMAIN §7.2, SECURITY row 57).
@Suite("Every refusal") struct RouteRefusalTests {
    @Test func standsInTheLedgerOnce() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            var refused = 0
            for route in Routes.all where route.who.needsAccount {
                let row = try #require(RouteTableExpectations.all[route.name])
                let ofOfficer = try await scenes.call(route.name, .officer)
                let ofTeacher = row.isOwn ? try await scenes.call(route.name, .teacher) : ofOfficer
                for caller in Caller.allCases where caller != .nobody && caller.isToken == (route.kind == .api) {
                    // What is one's own is refused to others: each asks for somebody else's.
                    guard row.isOwn || !row.allowed.contains(caller) else { continue }
                    if !caller.isToken { _ = try await access.session(caller) }
                    let before = try await access.newestEntry()
                    let answer = try await access.ask(caller, route, caller == .officer ? ofTeacher : ofOfficer)
                    guard answer.status == 403 || answer.status == 404 else { continue }
                    let found = try await access.refusals(of: caller, after: before).refusals
                    #expect(found.count == 1, "\(route.name) as \(caller.rawValue): \(answer.status), \(found.count) entries")
                    let isHidden = found.first?.outcome == "not_found"
                    #expect(isHidden == (answer.status == 404), "\(route.name) as \(caller.rawValue)")
                    refused += 1
                }
            }
            print("refusals: \(refused) answers, each with its entry")
            #expect(refused > 700)
        }
    }

    /// Somebody who may not even know of a concern is told that there is none; the ledger says which one they asked for.
    @Test func namesTheConcernThatWasHidden() async throws {
        try await AccessHouse.with { access in
            let receipt = try await RouteScenes(access: access).concern(by: .officer)
            let read = try #require(Routes.all.first { $0.name == "GET /concerns/{reference}" })
            _ = try await access.session(.teacher)
            let before = try await access.newestEntry()
            #expect(try await access.ask(.teacher, read, RouteCall(values: [receipt.reference])).status == 404)
            let entry = try #require(try await access.refusals(of: .teacher, after: before).refusals.first)
            #expect(entry.purpose == Action.readConcern.rawValue && entry.outcome == "not_found")
            #expect(entry.objects.map(\.id) == [receipt.concern.description])
        }
    }

    /// A filter that can't be read is no way around the question who asks.
    @Test func comesBeforeAnyFault() async throws {
        try await AccessHouse.with { access in
            for (name, query) in [
                ("GET /ledger", "?actor=nobody-of-that-name"), ("GET /ledger", "?object=x"), ("GET /search", "?q="),
                ("GET /search", "?q=" + String(repeating: "a", count: 5_000)), ("GET /standard/compare", "?from=x&to=y"),
            ] {
                let route = try #require(Routes.all.first { $0.name == name })
                let allowed = try #require(RouteTableExpectations.all[name]).allowed
                for caller in Caller.people where !allowed.contains(caller) {
                    let status = try await access.ask(caller, route, RouteCall(query: query)).status
                    #expect(status == 403, "\(name)\(query) as \(caller.rawValue)")
                }
            }
        }
    }

    /// Ids swapped in an address: one concern's looks are not shown under the reference of another, not even to an auditor.
    @Test func anAddressOfTwoConcernsLeadsNowhere() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            let (one, other) = (try await scenes.concern(by: .officer), try await scenes.concern(by: .officer))
            let looks = try #require(Routes.all.first { $0.name == "GET /concerns/{reference}/{concern}/looks" })
            for caller in [Caller.auditor, .coordinator] {
                #expect(try await access.ask(caller, looks, RouteCall(values: [one.reference, one.concern.description])).status == 200)
                #expect(try await access.ask(caller, looks, RouteCall(values: [other.reference, one.concern.description])).status == 404)
            }
        }
    }

    /// The id of a team that has ended, typed into a form: nothing is handed to where nobody is.
    @Test func nothingIsHandedToATeamThatIsNoMore() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            let decide = try #require(Routes.all.first { $0.name == "POST /concerns/{reference}/{concern}/decide" })
            let ended = try access.team("online")
            try await access.house.directoryDesk.endTeam(try access.actor(.administrator), ended)
            access.test.clock.advance(seconds: 1)
            for field in ["lead", "also"] {
                var call = try await scenes.call(decide.name, .coordinator)
                call.form = call.form.filter { $0.0 != field } + [(field, ended.description)]
                #expect(try await access.ask(.coordinator, decide, call).status == 422, "\(field)")
            }
        }
    }
}
