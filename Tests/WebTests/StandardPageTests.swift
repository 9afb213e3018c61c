// SPDX-License-Identifier: Apache-2.0
import Foundation
import Standard
import TestSupport
import Testing

@testable import Web

@Suite("The standard on pages") struct StandardPageTests {
    static let all: [Standard] = (try? TestStandards.library())?.all ?? []

    private func text(_ standard: Standard, _ part: StandardPart) -> String {
        String(
            decoding: PartContent(standard: standard).html(part).rendered(Rendering(wording: .english, forgeryToken: nil)), as: UTF8.self)
    }

    private func escaped(_ text: String) -> String {
        String(decoding: HTML(text: text).rendered(Rendering(wording: .english, forgeryToken: nil)), as: UTF8.self)
    }

    @Test func bothVersionsAreRead() { #expect(Self.all.count >= 2) }

    @Test(arguments: all.map(\.id)) func everyLimitSaysItsTimeSourceAndOwner(_ id: StandardID) throws {
        let standard = try #require(Self.all.first { $0.id == id })
        let page = text(standard, .limits)
        for limit in standard.limits {
            let card = try #require(
                page.components(separatedBy: "id=\"limit-\(limit.id)\"").dropFirst().first?.components(separatedBy: "</section>").first)
            for period in [limit.goodPractice, limit.hard].compactMap({ $0 }) { #expect(card.contains(period.description)) }
            #expect(card.contains(limit.provenance.verified ? ">Verified<" : ">Unverified<"))
            #expect(card.contains(escaped(limit.provenance.owner)))
            if let source = standard.source(limit.provenance.source) { #expect(card.contains(escaped(source.title))) }
            #expect(card.contains(">Off<") == !limit.standing.isOn)
        }
    }

    @Test(arguments: all.map(\.id)) func whatIsOffSaysWhy(_ id: StandardID) throws {
        let standard = try #require(Self.all.first { $0.id == id })
        let page = text(standard, .powers)
        for power in standard.powers where !power.standing.isOn { #expect(page.contains(escaped(try #require(power.standing.reason)))) }
    }

    @Test(arguments: all.map(\.id)) func routesAndQuestionsAreSentences(_ id: StandardID) throws {
        let standard = try #require(Self.all.first { $0.id == id })
        let (routes, form, gates) = (text(standard, .routes), text(standard, .form), text(standard, .gates))
        for route in standard.routes { #expect(routes.contains(escaped(route.sentence))) }
        for page in standard.pages { #expect(form.contains(escaped(page.title))) }
        for gate in standard.gates { #expect(gates.contains(escaped(gate.text))) }
        // No code stands where words should.
        #expect(!routes.contains("central_cse_team") && !routes.contains("children's_social"))
    }
}
