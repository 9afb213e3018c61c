// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import Testing

@Suite("Routes are tried on every kind of concern")
struct RouteCheckTests {
    @Test("Without the widest rule somebody has no lead, and the problem says who")
    func noLead() throws {
        let problems = try Shipped.problems(
            replacing: "to: [{team: triage_desk, area: owning, as: lead}]",
            with: "to: [{team: triage_desk, area: owning, as: must_receive}]",
            in: "routes.yaml")
        #expect(problems.contains { $0.sentence.hasPrefix("No route names a lead for ") && $0.sentence.contains("threshold not met") })
        #expect(problems.allSatisfy { $0.file.hasSuffix("routes.yaml") && $0.line > 0 })
    }

    @Test(
        "Nobody who must always receive can be routed away",
        arguments: [
            (
                "when: {age_groups: [child], threshold_met: true, known: [lives]}", "when: {crimes: [child_abuse], known: [lives]}",
                "'statutory_child' in the area 'lives'"
            ),
            (
                "when: {age_groups: [child], threshold_met: true, known: [found]}", "when: {crimes: [child_abuse], known: [found]}",
                "'statutory_child' in the area 'found'"
            ),
            (
                "when: {age_groups: [child], threshold_met: true, unknown: [lives, found]}",
                "when: {crimes: [child_abuse], known: [found]}", "'statutory_child'"
            ),
            ("to: [{team: child_abuse_team, area: owning, as: lead}]", "to: [{team: early_help_team, area: owning, as: lead}]", "'police'"),
        ])
    func invariants(old: String, new: String, gap: String) throws {
        let problems = try Shipped.problems(replacing: old, with: new, in: "routes.yaml")
        #expect(problems.contains { $0.sentence.hasPrefix("No route reaches a team with ") && $0.sentence.contains(gap) })
    }

    @Test("An adult always reaches adult social care or the modern slavery lead")
    func adult() throws {
        let problems = try Shipped.withCopy { folder in
            let routes = folder.appending(path: "routes.yaml")
            try Shipped.replace("when: {age_groups: [adult]}", with: "when: {age_groups: [adult], threshold_met: true}", in: routes)
            return StandardLoader.check(folder)
        }
        #expect(problems.contains { $0.sentence.contains("'statutory_adult' for adult") })
    }
}
