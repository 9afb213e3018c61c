// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("Routing") struct RoutingTests {
    private static let id = RecordID(high: 0x0193_0000_0000_7000, low: 0x8000_0000_0000_0001)
    private static let concern = Endpoint.page(.get, Path("concerns") / .id("concern"), who: .everyone, "One.")
    private static let piece = Endpoint.page(
        .get, Path("concerns") / .id("concern") / "pieces" / .word("piece") / "edit", who: .everyone, "Piece.")
    private static let fresh = Endpoint.page(.get, Path("concerns/new"), who: .everyone, "New.")
    private static let change = Endpoint.page(.post, Path("concerns") / .id("concern"), who: .everyone, "Change.")

    private func site() throws -> TestSite {
        try TestSite([
            Self.concern.handle { _, id in .text("concern \(id)") }, Self.piece.handle { _, part in .text("\(part.0) \(part.1)") },
            Self.fresh.handle { _ in .text("new") }, Self.change.handle { _, _ in .text("changed") },
        ])
    }

    @Test func addressesArePrintedAndParsed() async throws {
        let site = try site()
        #expect(Self.concern.declaration.name == "GET /concerns/{concern}")
        #expect(Self.piece.url((Self.id, "a-1")).description == "/concerns/\(Self.id)/pieces/a-1/edit")
        #expect(try await site.ask("GET", Self.concern.url(Self.id).description).text == "concern \(Self.id)")
        #expect(try await site.ask("GET", Self.piece.url((Self.id, "a-1")).description).text == "\(Self.id) a-1")
    }

    @Test func aLiteralBeatsAParameter() async throws { #expect(try await site().ask("GET", "/concerns/new").text == "new") }

    @Test(arguments: ["/concerns/not-an-id", "/concerns", "/nothing", "/concerns/new/more", "/..", "/concerns/../healthz", "/healthz%2f"])
    func whatIsNotThereIsNotFound(_ path: String) async throws { #expect(try await site().ask("GET", path).status == 404) }

    @Test(arguments: ["/concerns/%", "/concerns/%FF", "/%C0%AE"]) func brokenAddressesAreRefused(_ path: String) async throws {
        #expect(try await site().ask("GET", path).status == 400)
    }

    @Test(arguments: ["TRACE", "PATCH", "FOO", "CONNECT", "OPTIONS", "DELETE"]) func otherMethodsAreRefused(_ method: String) async throws {
        let answer = try await site().ask(method, Self.concern.url(Self.id).description)
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD, POST")
    }

    @Test func headIsGetWithoutItsBody() async throws {
        let site = try site()
        let get = try await site.ask("GET", "/concerns/new")
        let head = try await site.ask("HEAD", "/concerns/new")
        #expect(head.status == 200 && head.body.isEmpty && head["Content-Length"] == get["Content-Length"])
    }

    @Test func theSameRouteTwiceIsAConflict() {
        let route = Self.fresh.handle { _ in .nothing() }
        #expect(throws: RouteTable.Conflict.self) { _ = try RouteTable([route, route]) }
    }

    @Test func handlersAndDeclarationsMustBelongTogether() {
        #expect(throws: Routes.Mismatch.self) { try Routes.check([], against: [Self.fresh.declaration]) }
        #expect(throws: Routes.Mismatch.self) { try Routes.check([Self.fresh.handle { _ in .nothing() }], against: []) }
    }

    @Test func queriesAreEncoded() {
        let url = Self.fresh.url.with("q", "Mill Lane & co +1").with("page", "2").with("none", nil)
        #expect(url.description == "/concerns/new?q=Mill%20Lane%20%26%20co%20%2B1&page=2")
    }

    @Test(arguments: [
        "//evil.example.org", "/\\evil.example.org", "https://example.org", "/a b", "/a\r\nX: y", "", "a", "/\u{9}/example.org",
    ])
    func nobodyIsSentElsewhere(_ text: String) { #expect(SiteURL(returning: text) == nil) }

    @Test func aReturnAddressComesBack() { #expect(SiteURL(returning: "/desk?area=otterley")?.description == "/desk?area=otterley") }
}
