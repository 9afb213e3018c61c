// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import TestSupport
import Testing

@testable import Web

/// Every route of pages and API, reached as every caller over a real house, answers as the table says (issue 3, done-line 7).
@Suite("Every route") struct RouteAccessTests {
    @Test func hasARowAndEveryRowARoute() {
        let routes = Set(Routes.all.map(\.name))
        let rows = Set(RouteTableExpectations.all.keys)
        #expect(routes.subtracting(rows).isEmpty, "routes without a row in RouteTableExpectations: \(routes.subtracting(rows).sorted())")
        #expect(rows.subtracting(routes).isEmpty, "rows without a route: \(rows.subtracting(routes).sorted())")
        #expect(RouteScenes.all.keys.allSatisfy(routes.contains), "scenes without a route")
        for route in Routes.all where route.segments.contains(where: { if case .parameter = $0 { true } else { false } }) {
            #expect(RouteScenes.all[route.name] != nil, "no scene for \(route.name)")
        }
    }

    /// The row says nobody may who lacks the action that the route names, where that is about no single concern.
    @Test func agreesWithTheActionThatTheRouteNames() async throws {
        try await AccessHouse.with { access in
            for route in Routes.all {
                let row = try #require(RouteTableExpectations.all[route.name])
                guard case .may(let action) = route.who, !action.isAboutConcern, route.kind == .page else { continue }
                for caller in Caller.people where action != .changeDuty {
                    let may = AccessPolicy.decide(try access.actor(caller), action).isAllowed
                    // Allowed, and told that there is no such thing among what is theirs.
                    let isAllowed = row.allowed.contains(caller) || row.except[caller] == 404
                    #expect(isAllowed == may, "\(route.name) as \(caller)")
                }
            }
        }
    }

    @Test(arguments: TestStores.each) func answersEachCallerAsTheTableSays(_ engine: TestStores) async throws {
        try await AccessHouse.with(engine) { access in
            let scenes = RouteScenes(access: access)
            var reached = 0
            for route in Routes.all {
                let row = try #require(RouteTableExpectations.all[route.name])
                // Who is refused changes nothing, so the refused share one scene; what is not theirs is the officer's.
                let shared = try await scenes.call(route.name, .officer)
                let isAllowed = { (caller: Caller) in !row.isOpen && row.allowed.contains(caller) }
                for caller in Caller.allCases.sorted(by: { !isAllowed($0) && isAllowed($1) }) {
                    let expected = row.answer(to: caller, api: route.kind == .api, changes: route.method.changes)
                    let call =
                        row.isOpen || isAllowed(caller)
                        ? try await scenes.call(route.name, Caller.people.contains(caller) ? caller : .officer) : shared
                    let answer = try await access.ask(caller, route, call)
                    #expect(answer.status == expected, "\(route.name) as \(caller.rawValue)\(Self.excerpt(answer, expected))")
                    HeaderLint.check(answer, "\(route.name) as \(caller.rawValue)")
                    reached += 1
                }
            }
            print("routes on \(engine): \(Routes.all.count) reached as \(Caller.allCases.count) callers, \(reached) answers checked")
        }
    }

    private static func excerpt(_ answer: TestAnswer, _ expected: Int) -> String {
        guard answer.status != expected, let start = answer.text.range(of: "<main") else { return "" }
        return ": " + answer.text[start.lowerBound...].prefix(1_200)
    }

    /// The API takes no cookie and pages no token: neither can be used in the other's place.
    @Test func takesItsOwnProofAlone() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            for route in Routes.all where route.who.needsAccount {
                let call = try await scenes.call(route.name, .officer)
                let cookie = "session=\(try await access.session(.officer).secret)"
                if route.kind == .api {
                    #expect(try await access.ask(.officer, route, call).status == 401, "\(route.name) with a cookie")
                    #expect(try await access.ask(.nobody, route, call, ["Authorization": "Bearer \(cookie)"]).status == 401)
                    #expect(try await access.ask(.nobody, route, call, ["Authorization": "Bearer none"]).status == 401)
                } else {
                    let refused = route.method == .get ? 303 : 401
                    #expect(try await access.ask(.systemToken, route, call).status == refused, "\(route.name) with a token")
                }
            }
        }
    }
}
