// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Testing

@testable import Web

@Suite("Forged forms") struct ForgeryTests {
    private let changes = Counter()

    private func site(_ configuration: WebConfiguration = WebConfiguration()) throws -> TestSite {
        let changes = changes
        return try TestSite(
            [
                Endpoint.page(.post, Path("change"), who: .signedIn, "Changes.").handle { _ in
                    changes.add()
                    return .text("done")
                },
                Endpoint.page(.post, Path("tell"), who: .everyone, "Tells.").handle { request in .text(request.form["a"] ?? "") },
            ], configuration: configuration)
    }

    @Test func ourOwnFormIsTaken() async throws {
        #expect(try await site().send("/change", "_token=\(TestSite.token())").status == 200)
        #expect(changes.count == 1)
    }

    @Test(
        arguments: [
            ("", [:]), ("_token=", [:]), ("_token=00", [:]), ("_token=\(String(repeating: "0", count: 64))", [:]),
            ("_token=\(TestSite.token("another"))", [:]),
            ("_token=\(TestSite.token())", ["Sec-Fetch-Site": "cross-site"]),
            ("_token=\(TestSite.token())", ["Sec-Fetch-Site": "same-site"]),
            ("_token=\(TestSite.token())", ["Origin": "https://evil.example.org"]), ("_token=\(TestSite.token())x", [:]),
        ] as [(String, [String: String])]) func aForgedFormChangesNothing(form: String, headers: [String: String]) async throws
    {
        #expect(try await site().send("/change", form, headers).status == 403)
        #expect(changes.count == 0)
    }

    /// With no-referrer, browsers write null even for our own forms.
    @Test func aNullOriginIsDecidedByTheToken() async throws {
        #expect(try await site().send("/change", "_token=\(TestSite.token())", ["Origin": "null"]).status == 200)
        #expect(try await site().send("/change", "_token=1", ["Origin": "null"]).status == 403)
    }

    @Test func ourOriginIsTheHostOrWhatIsConfigured() async throws {
        #expect(try await site().send("/change", "_token=\(TestSite.token())", ["Origin": "http://localhost"]).status == 200)
        var public_ = WebConfiguration()
        public_.publicOrigin = "https://sentinel.example.org"
        let cookie = ["Cookie": "__Host-session=good"]
        let token = "_token=\(TestSite.token())"
        #expect(
            try await site(public_).send("/change", token, cookie.merging(["Origin": "https://sentinel.example.org"]) { $1 }).status == 200)
        #expect(try await site(public_).send("/change", token, cookie.merging(["Origin": "http://localhost"]) { $1 }).status == 403)
    }

    @Test func reportingNeedsNeitherCookieNorToken() async throws {
        let form = ["Content-Type": "application/x-www-form-urlencoded"]
        #expect(try await site().ask("POST", "/tell", form, body: Array("a=b".utf8)).text == "b")
        #expect(
            try await site().ask("POST", "/tell", form.merging(["Sec-Fetch-Site": "cross-site"]) { $1 }, body: Array("a=b".utf8)).status
                == 403)
    }

    @Test func aTokenIsNewEachTimeAndAlwaysGood() {
        let tokens = ForgeryToken(authenticate: TestSite.authenticate)
        let made = (0..<100).map { _ in tokens.make(session: "s") }
        #expect(Set(made).count == 100)
        #expect(made.allSatisfy { tokens.isValid($0, session: "s") && !tokens.isValid($0, session: "t") })
    }
}

/// How often something was done.
final class Counter: Sendable {
    private let number = Mutex(0)
    func add() { number.withLock { $0 += 1 } }
    var count: Int { number.withLock { $0 } }
}
