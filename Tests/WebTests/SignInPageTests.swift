// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("After signing in") struct SignInPageTests {
    @Test(arguments: [
        nil, "", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b", "/a\nb", "desk",
        "\u{2F}\u{2F}evil",
    ])
    func nothingLeadsElsewhere(_ next: String?) { #expect(SignInPages.next(next).description == "/") }

    @Test func oneGoesOnWhereOneWas() {
        #expect(SignInPages.next("/desk?area=otterley&page=2").description == "/desk?area=otterley&page=2")
    }

    /// What can be guessed at is slowed down; a link's 256 bits can't, and sixteen people may open theirs behind one address.
    @Test func whatCanBeGuessedIsSlowedDown() {
        #expect(SignInDoors.enter.declaration.limit == .signInAttempt && AccountAddresses.takeLink.declaration.limit == .signInAttempt)
        #expect(
            [SignInDoors.link, SignInDoors.use, SignInDoors.password, SignInDoors.setPassword].allSatisfy { $0.declaration.limit == .none })
    }

    /// A mail scanner or a preview follows links: a GET must not use one up.
    @Test func aLinkIsUsedByAFormOnly() {
        #expect(SignInDoors.use.declaration.method == .post && SignInDoors.setPassword.declaration.method == .post)
        #expect(SignInAddresses.signOut.declaration.method == .post)
    }
}

@Suite("The places in the head") struct NavigationTests {
    /// Nobody is led to a place that would refuse them, and everybody finds their own access.
    @Test(arguments: Role.allCases) func areThoseThatThePolicyAllows(_ role: Role) throws {
        let actor = Actor(account: RecordID(high: 1, low: 1), agency: RecordID(high: 1, low: 2), grants: [Grant(role, area: "otterley")])
        let items = Navigation.items(SignedIn(actor: actor, session: "s", name: "", post: ""))
        let table = try RouteTable(Routes.all.map { Route(declaration: $0) { _, _ in .nothing() } })
        for item in items {
            guard case .route(let route, _) = table.match(.get, item.url.path.split(separator: "/").map(String.init)),
                case .may(let action) = route.declaration.who
            else {
                Issue.record("\(item.url) is no page with a policy row")
                continue
            }
            #expect(AccessPolicy.decide(actor, action).isAllowed)
        }
        #expect(role == .agencySystem || items.contains { $0.section == .account })
    }
}
