// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("Sessions") struct SessionTests {
    private func site(_ configuration: WebConfiguration = WebConfiguration()) throws -> TestSite {
        try TestSite(
            [
                Endpoint.page(.get, Path("desk"), who: .may(.seeQueue), "Desk.").handle { request in
                    .page(Page(title: "Otterley desk", content: "<p>\(request.address)</p>"))
                },
                Endpoint.page(.post, Path("desk"), who: .may(.seeQueue), "Desk.").handle { _ in .text("done") },
                Endpoint.api(.get, Path("api/v1/me"), who: .signedIn, answers: [200: .anything], "Me.").handle { request in
                    .json(["account": .string(try request.actor.account.description)])
                },
            ], configuration: configuration)
    }

    @Test func whoIsSignedInGetsThePage() async throws {
        let answer = try await site().ask("GET", "/desk?area=a", ["Cookie": "other=1; session=good"])
        #expect(answer.status == 200)
        #expect(answer.text.contains("Dana Brightwell · local co-ordinator, Otterley"))
        #expect(answer.text.contains("name=\"_token\""))
    }

    @Test func whoIsNotIsAskedToSignInAndComesBack() async throws {
        let answer = try await site().ask("GET", "/desk?area=a")
        #expect(answer.status == 303)
        #expect(answer["Location"] == "/sign-in?next=%2Fdesk%3Farea%3Da")
    }

    @Test func anEndedSessionSaysSo() async throws {
        let answer = try await site().ask("GET", "/desk?area=a", ["Cookie": "session=old"])
        #expect(answer.status == 401)
        #expect(answer.text.contains("Your session has ended"))
        #expect(answer.text.contains("/sign-in?next=%2Fdesk%3Farea%3Da"))
        #expect(try await site().ask("POST", "/desk", ["Cookie": "session=old"]).status == 401)
    }

    @Test(arguments: ["session=good; session=good", "__Host-session=good", "xsession=good", "session=", "session"])
    func onlyOnePlainCookieCounts(_ cookie: String) async throws {
        #expect(try await site().ask("GET", "/desk", ["Cookie": cookie]).status != 200)
    }

    @Test func overTLSTheCookieHasItsPrefix() async throws {
        var configuration = WebConfiguration()
        configuration.isBehindProxy = true
        #expect(try await site(configuration).ask("GET", "/desk", ["Cookie": "session=good"]).status == 303)
        #expect(try await site(configuration).ask("GET", "/desk", ["Cookie": "__Host-session=good"]).status == 200)
        let cookie = Cookie(name: .session, value: "abc")
        #expect(cookie.field(isSecure: true) == "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure")
        #expect(cookie.field(isSecure: false) == "session=abc; Path=/; HttpOnly; SameSite=Strict")
        #expect(Cookie(name: .session, value: "a;b\r\nc").field(isSecure: false).hasPrefix("session=abc;"))
    }

    @Test func theAPITakesBearerTokensAndNoCookies() async throws {
        #expect(try await site().ask("GET", "/api/v1/me", ["Authorization": "Bearer token"]).status == 200)
        for headers in [
            [:], ["Cookie": "session=good"], ["Authorization": "Bearer no"], ["Authorization": "Basic token"], ["Authorization": "Bearer"],
        ] {
            let answer = try await site().ask("GET", "/api/v1/me", headers)
            #expect(answer.status == 401 && answer["WWW-Authenticate"] == "Bearer" && answer["Content-Type"] == "application/problem+json")
        }
    }

    @Test func leavingClearsTheBrowser() async throws {
        let answer = try await site().ask("GET", "/leave")
        #expect(answer.status == 303)
        #expect(answer["Clear-Site-Data"] == "\"cache\", \"cookies\", \"storage\"")
        #expect(answer["Set-Cookie"]?.contains("Max-Age=0") == true)
        #expect(answer["Location"]?.hasPrefix("https://") == true)
    }
}
