// SPDX-License-Identifier: Apache-2.0
import Foundation
import Services
import Testing

@testable import Web

private struct Unforeseen: Error, CustomStringConvertible {
    var description: String { "CANARY about Robyn Testwell" }
}

@Suite("Every answer") struct AnswerTests {
    private func site(_ configuration: WebConfiguration = WebConfiguration(), _ change: (inout Surroundings) -> Void = { _ in }) throws
        -> TestSite
    {
        try TestSite(
            [
                Endpoint.page(.get, Path("page"), who: .everyone, "Page.").handle { _ in
                    .page(Page(title: "A page", content: "<p>Hello</p>"))
                },
                Endpoint.page(.get, Path("broken"), who: .everyone, "Broken.").handle { _ in throw Unforeseen() },
                Endpoint.page(.get, Path("forbidden"), who: .everyone, "No.").handle { _ in
                    throw Problem.noPermission("It belongs to another area.", ask: "Ask the Milbury desk.")
                },
                Endpoint.page(.post, Path("form"), who: .everyone, "Form.").handle { _ in .seeOther(SiteURL(segments: ["page"])) },
                Endpoint.api(.get, Path("api/v1/broken"), who: .everyone, answers: [200: .anything], "Broken.").handle { _ in
                    throw Unforeseen()
                },
                Endpoint.page(.get, Path("stream"), who: .everyone, "Stream.").handle { _ in
                    Reply(status: 200, content: .stream(type: "text/csv") { write in try await write(Array("a,b".utf8)) })
                },
            ], configuration: configuration, change)
    }

    @Test(arguments: [
        ("GET", "/page", 200), ("HEAD", "/page", 200), ("GET", "/broken", 500), ("GET", "/forbidden", 403), ("POST", "/form", 303),
        ("GET", "/none", 404),
        ("TRACE", "/page", 405), ("GET", "/%", 400), ("GET", "/api/v1/broken", 500), ("GET", "/api/none", 404), ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/metrics", 404), ("GET", "/assets/x/none.css", 404), ("GET", "/leave", 303), ("GET", "/stream", 200),
        ("GET", "/api/v1/openapi.json", 200),
    ]) func carriesTheSecurityFields(method: String, path: String, status: Int) async throws {
        var configuration = WebConfiguration()
        configuration.isBehindProxy = true
        let answer = try await site(configuration).ask(method, path, ["X-Forwarded-For": "198.51.100.7"])
        #expect(answer.status == status)
        for (name, value) in SecurityHeaders.fields(isSecure: true) { #expect(answer[name] == value) }
        #expect(answer["Content-Security-Policy"]?.contains("unsafe") == false)
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer["X-Request-ID"]?.count == 19)
        #expect(answer["Server"] == nil)
    }

    @Test func withoutTLSThereIsNoHSTS() async throws {
        #expect(try await site().ask("GET", "/page")["Strict-Transport-Security"] == nil)
    }

    @Test func anUnforeseenErrorSaysNothingOfItself() async throws {
        let site = try site()
        for path in ["/broken", "/api/v1/broken"] {
            let answer = try await site.ask("GET", path)
            #expect(!answer.text.contains("CANARY") && !answer.text.contains("Unforeseen"))
            #expect(answer.text.contains(try #require(answer["X-Request-ID"])))
        }
        #expect(site.log.all.allSatisfy { !$0.contains("CANARY") })
        #expect(site.log.all.filter { $0.contains("Unforeseen") }.count == 2)
    }

    @Test func refusalsHaveAForm() async throws {
        let page = try await site().ask("GET", "/forbidden")
        #expect(page["Content-Type"] == "text/html; charset=utf-8" && page.text.contains("Ask the Milbury desk."))
        let api = try await site().ask("GET", "/api/none")
        #expect(api["Content-Type"] == "application/problem+json")
        let value = try JSONParser.parse(api.body)
        #expect(OpenAPI.problem.problems(with: value).isEmpty)
        #expect(value["type"]?.string == "/problems/not-found" && value["instance"]?.string == api["X-Request-ID"])
    }

    /// Ready all the same; what ails the machine is told to whoever runs it and to nobody else.
    @Test(arguments: [("127.0.0.1", true), ("198.51.100.7", false)]) func readinessSaysWhatIsNotAsItShouldBe(
        _ peer: String, _ isTold: Bool
    ) async throws {
        let site = try site { $0.remarks = { Remarks.of(mail: .stalled, freeBytes: 5_000_000, clockApart: 500) } }
        let answer = try await site.ask("GET", "/readyz", peer: peer)
        #expect(answer.status == 200 && answer.text.hasPrefix("ready\n"))
        for said in ["nearly full: 5 MB are free", "takes no mail (stalled)", "clock stands before this program"] {
            #expect(answer.text.contains(said) == isTold, "\(said)")
        }
        #expect(Remarks.of(mail: .noRelay, freeBytes: DiskSpace.little, clockApart: 100).isEmpty)
        #expect(Remarks.of(mail: nil, freeBytes: nil, clockApart: 0).isEmpty)
    }

    @Test func readinessSaysWhatIsMissing() async throws {
        let answer = try await site { $0.readiness = { "index" } }.ask("GET", "/readyz")
        #expect(answer.status == 503 && answer.text == "index\n")
    }

    @Test func metricsAreForThisMachine() async throws {
        let site = try site()
        _ = try await site.ask("GET", "/page")
        _ = try await site.ask("GET", "/page")
        for peer in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            let answer = try await site.ask("GET", "/metrics", peer: peer)
            #expect(answer.status == 200)
            #expect(answer.text.contains("sentinel_requests_total{route=\"GET /page\",status=\"200\"} 2\n"))
            #expect(answer.text.contains("sentinel_request_seconds_bucket{route=\"GET /page\",le=\"+Inf\"} 2\n"))
            #expect(answer.text.contains("sentinel_requests_in_flight 1.0\n"))
            #expect(answer.text.contains("sentinel_resident_memory_bytes "))
        }
        var proxied = WebConfiguration()
        proxied.isBehindProxy = true
        let behind = try self.site(proxied)
        #expect(try await behind.ask("GET", "/metrics", ["X-Forwarded-For": "127.0.0.1, 198.51.100.7"], peer: "127.0.0.1").status == 404)
    }

    @Test func headerFieldsCannotBeSplit() async throws {
        let site = try TestSite([
            Endpoint.page(.get, Path("odd"), who: .everyone, "Odd.").handle { _ in
                Reply(status: 200, content: .nothing, headers: [("X-Odd", "a\r\nSet-Cookie: b=c")])
            }
        ])
        let answer = try await site.ask("GET", "/odd")
        #expect(answer["Set-Cookie"] == nil)
    }
}
