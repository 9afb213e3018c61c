// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("Limits") struct LimitTests {
    private func site(_ configuration: WebConfiguration = WebConfiguration(), _ change: (inout Surroundings) -> Void = { _ in }) throws
        -> TestSite
    {
        try TestSite(
            [
                Endpoint.page(.post, Path("form"), who: .everyone, "Form.").handle { .text("\($0.form.fields.count)") },
                Endpoint.page(.post, Path("small"), who: .everyone, largestBody: 10, "Small.").handle { .text("\($0.body.count)") },
                Endpoint.page(.post, Path("sign-in"), who: .everyone, limit: .signInAttempt, "Signs in.").handle { _ in .text("ok") },
                Endpoint.page(.get, Path("mine"), who: .signedIn, "Mine.").handle { _ in .text("ok") },
                Endpoint.page(.get, Path("slow"), who: .everyone, "Slow.").handle { _ in
                    try await Task.sleep(for: .seconds(3_600))
                    return .text("late")
                },
            ], configuration: configuration, change)
    }
    private let formType = ["Content-Type": "application/x-www-form-urlencoded"]

    @Test func aLargeBodyIsRefusedBeforeItIsRead() async throws {
        let answer = try await site().ask("POST", "/form", formType.merging(["Content-Length": "1000001"]) { $1 })
        #expect(answer.status == 413 && answer["Connection"] == "close")
    }

    @Test func anUnannouncedLargeBodyIsRefusedWhenItIsPassed() async throws {
        #expect(try await site().ask("POST", "/small", formType, body: Array("a=12345678".utf8)).text == "10")
        #expect(try await site().ask("POST", "/small", formType, body: Array("a=123456789".utf8)).status == 413)
    }

    @Test func malformedFormsAreRefusedClearly() async throws {
        #expect(try await site().ask("POST", "/form", formType, body: Array("a=%FF".utf8)).status == 400)
        #expect(try await site().ask("GET", "/slow?a=%FF").status == 400)
        let many = Array((0..<10_000).map { "a\($0)=1" }.joined(separator: "&").utf8)
        let answer = try await site().ask("POST", "/form", formType, body: many)
        #expect(answer.status == 400 && answer.text.contains("more than 1000 fields"))
        #expect(try await site().ask("POST", "/form", ["Content-Type": "multipart/form-data"], body: [1]).status == 415)
    }

    @Test func aSlowHandlerIsEndedAndSaysSo() async throws {
        // The first wait is the body's deadline, which the body beats; every wait is over at once only for the handler.
        let configuration = WebConfiguration()
        let answer = try await site(configuration) {
            $0.sleep = { if $0 < 60 { return } else { try await Task.sleep(for: .seconds(3_600)) } }
        }
        .ask("GET", "/slow")
        #expect(answer.status == 503 && answer["Retry-After"] == "5")
    }

    @Test func signingInIsSlowedByAddressAndNothingElseIs() async throws {
        let site = try site()
        // A station at the change of shift: 150 people behind one address, password and code each.
        for _ in 0..<300 { #expect(try await site.ask("POST", "/sign-in", peer: "198.51.100.1").status == 200) }
        let answer = try await site.ask("POST", "/sign-in", peer: "198.51.100.1")
        #expect(answer.status == 429 && answer["Retry-After"] == "1")
        #expect(try await site.ask("POST", "/sign-in", peer: "198.51.100.2").status == 200)
        // A reporter at the attacker's own address is still heard.
        #expect(try await site.ask("POST", "/form", formType, body: Array("a=b".utf8), peer: "198.51.100.1").status == 200)
    }

    /// Somebody at the station's address keeps trying: a browser in which somebody has signed in before is not held back by it.
    @Test func aKnownBrowserIsCountedByItself() async throws {
        let site = try site()
        func ask(_ cookie: String?) async throws -> Int {
            try await site.ask("POST", "/sign-in", cookie.map { ["Cookie": "browser=\($0)"] } ?? [:], peer: "198.51.100.1").status
        }
        let marks = KnownBrowser(tokens: ForgeryToken(authenticate: TestSite.authenticate))
        let (mine, other) = (try #require(marks.make().value), try #require(marks.make().value))
        for _ in 0..<300 { _ = try await ask(nil) }
        #expect(try await ask(nil) == 429)
        for _ in 0..<300 { #expect(try await ask(mine) == 200) }
        #expect(try await ask(mine) == 429)
        #expect(try await ask(other) == 200)
        // A mark that nobody was given is none, nor is a form's token of a session.
        for forged in [String(repeating: "ab", count: 48), TestSite.token(), String(mine.dropLast(2)), ""] {
            #expect(try await ask(forged) == 429, "\(forged)")
        }
    }

    @Test func anAccountIsSlowedByItself() async throws {
        let site = try site()
        for _ in 0..<120 { #expect(try await site.ask("GET", "/mine", ["Cookie": "session=good"]).status == 200) }
        #expect(try await site.ask("GET", "/mine", ["Cookie": "session=good"]).status == 429)
    }

    @Test func tokensComeBackWithTime() {
        let buckets = TokenBuckets(capacity: 2, perSecond: 0.5)
        let start = TestSite.start
        #expect(buckets.take("a", at: start) == nil && buckets.take("a", at: start) == nil)
        #expect(buckets.take("a", at: start) == 2)
        #expect(buckets.take("b", at: start) == nil)
        #expect(buckets.take("a", at: start.adding(seconds: 1)) == 1)
        #expect(buckets.take("a", at: start.adding(seconds: 2)) == nil)
        // A clock that goes back takes nothing away and gives nothing.
        #expect(buckets.take("a", at: start) == 2)
    }

    @Test func memoryOfBucketsIsBounded() {
        let buckets = TokenBuckets(capacity: 1, perSecond: 0.001, mostKeys: 100)
        for number in 0..<10_000 { _ = buckets.take("k\(number)", at: TestSite.start.adding(seconds: Double(number))) }
        #expect(buckets.take("k9999", at: TestSite.start.adding(seconds: 10_000)) != nil)
    }

    @Test(arguments: [
        ("203.0.113.9", "203.0.113.9", false), ("127.0.0.1", "127.0.0.1", true), ("::1", "0:0:0:0::/64", true),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", false),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64", false), ("2001:db8::9", "2001:db8:0:0::/64", false),
        ("::ffff:203.0.113.9", "203.0.113.9", false),
    ]) func oneSourceIsAHouseholdNotAnAddress(text: String, source: String, isLocal: Bool) {
        let address = ClientAddress(text)
        #expect(address.source == source && address.isThisMachine == isLocal)
    }

    @Test func onlyTheLastForwardedAddressCounts() {
        #expect(ClientAddress.behindProxy("127.0.0.1, 203.0.113.9")?.source == "203.0.113.9")
        #expect(ClientAddress.behindProxy(nil) == nil && ClientAddress.behindProxy("") == nil)
    }
}
