// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("Every declared route") struct DeclarationTests {
    @Test func namesAreUnique() { #expect(Set(Routes.all.map(\.name)).count == Routes.all.count) }

    @Test(arguments: Routes.all.map(\.name)) func hasASentenceAndALimit(_ name: String) throws {
        let route = try #require(Routes.all.first { $0.name == name })
        #expect(route.summary.hasSuffix("."))
        #expect(route.kind != .api || !route.answers.isEmpty)
        #expect(route.kind != .api || route.pattern.hasPrefix("/api/v1/"))
        #expect(!route.method.changes || route.largestBody > 0)
        // Whoever reports is never slowed down by a counter (SECURITY finding 2).
        if route.who == .may(.reportConcern) { #expect(route.limit == .none) }
        if !route.who.needsAccount { #expect(route.limit != .account) }
    }
}
