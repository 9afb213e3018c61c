// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Web

/// No foreign page can make a browser of ours change anything, on any route (SECURITY row 29).
@Suite("Every form") struct RouteForgeryTests {
    /// What stands in the store and is changed by our own doing alone.
    private static let foreign: [(String, [String: String])] = [
        ("a foreign origin", ["Origin": "https://elsewhere.example"]),
        ("a foreign origin that says it is ours", ["Origin": "https://elsewhere.example", "Sec-Fetch-Site": "same-origin"]),
        ("a cross-site request", ["Sec-Fetch-Site": "cross-site"]),
        ("a request of a neighbouring site", ["Sec-Fetch-Site": "same-site"]),
        ("a foreign origin without Sec-Fetch-Site", ["Origin": "http://localhost.elsewhere.example", "Sec-Fetch-Site": ""]),
    ]

    @Test func isRefusedWithoutItsTokenOrFromElsewhere() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            var tried = 0
            for route in Routes.all where route.method.changes && route.kind == .page {
                let row = try #require(RouteTableExpectations.all[route.name])
                let caller: Caller = row.isOpen ? .nobody : try #require(Caller.people.first { row.allowed.contains($0) })
                let call = try await scenes.call(route.name, caller == .nobody ? .officer : caller)
                // Sessions first, so that signing in is not taken for a change.
                let (mine, other) =
                    caller == .nobody
                    ? (nil, nil) : (try await access.session(caller), try await access.session(caller == .teacher ? .officer : .teacher))
                var steady = call
                steady.endsSession = false
                let before = try await access.store()
                for (what, headers) in Self.foreign {
                    let answer = try await access.ask(caller, route, steady, headers)
                    #expect(answer.status == 403, "\(route.name): \(what)")
                    #expect(answer.text.contains("It was not sent from a page of this session"), "\(route.name): \(what)")
                    HeaderLint.check(answer, route.name)
                    tried += 1
                }
                if let mine, let other {
                    let wrong = [
                        ("no token", ""), ("a made-up token", String(repeating: "ab", count: 48)),
                        ("another session's token", access.formToken(other.id)),
                        ("half a token", String(access.formToken(mine.id).dropLast(2))),
                    ]
                    for (what, token) in wrong {
                        #expect(try await access.ask(caller, route, steady, formToken: token).status == 403, "\(route.name): \(what)")
                        tried += 1
                    }
                }
                let after = try await access.store()
                for (table, rows) in before { #expect(after[table] == rows, "\(route.name): \(table) was changed") }
                // The same form from our own page is taken: nothing else was wrong with it.
                #expect(try await access.ask(caller, route, call).status == row.status, "\(route.name) from our own page")
            }
            print("forms: \(tried) forged ones refused")
        }
    }

    /// A GET changes nothing but what says that something was read.
    @Test func onlyAPOSTChangesAnything() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            for route in Routes.all where route.method == .get {
                let row = try #require(RouteTableExpectations.all[route.name])
                let caller = try #require(Caller.allCases.first { $0 != .nobody && row.allowed.contains($0) })
                let call = try await scenes.call(route.name, caller.isToken ? .officer : caller)
                if !caller.isToken { _ = try await access.session(caller) }
                let before = try await access.store(leavingOut: ["desk_look"])
                _ = try await access.ask(caller, route, call)
                let after = try await access.store()
                for (table, rows) in before { #expect(after[table] == rows, "\(route.name): \(table) was changed") }
            }
        }
    }
}
