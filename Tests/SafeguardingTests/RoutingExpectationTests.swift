// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard
import TestSupport
import Testing

/// Routing held against what the documents demand: a table by hand, and an oracle over every combination (issue 3, done-line 3).
@Suite struct RoutingExpectationTests {
    static let versions = ["2014", "2026"]

    @Test func theTableIsLargeEnough() throws {
        #expect(try RoutingExpectation.read(RoutingExpectations.table).count >= 60)
    }

    @Test(arguments: try RoutingExpectation.read(RoutingExpectations.table))
    func aConcernGoesWhereTheTableSays(_ row: RoutingExpectation) throws {
        for version in row.standards {
            let standard = try TestStandards.version(version)
            for setting in row.settings { #expect(standard.list(.setting).contains(setting)) }
            let facts = row.facts(in: standard)
            let route = Routing.route(facts, standard)
            let oracle = RoutingOracle(facts: facts, reportingDuties: version != "2014").demands.faults(route)
            for fault in row.demands.faults(route) + EveryRoute.faults(facts, route, standard) + oracle {
                Issue.record("\(version): \(row.text) \(fault). \(row.reason)")
            }
        }
    }

    @Test(arguments: RoutingExpectations.areas.split(separator: "\n").map(String.init))
    func theFirstKnownAreaOwnsAndTheOthersAreTold(_ row: String) throws {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").map { $0 == "-" ? nil : String($0) } }
        try #require(cells.count == 3 && cells[0].count == 4)
        let facts = RoutingFacts(
            ageGroup: .child, thresholdMet: true, livesIn: cells[0][0], foundIn: cells[0][1], happenedIn: cells[0][2],
            reporterIn: cells[0][3])
        #expect(Routing.owningArea(facts) == cells[1][0])
        #expect(Routing.toldAreas(facts).sorted() == cells[2].compactMap { $0 }.sorted())
    }

    /// Each fault once, with the number of concerns and the first of them.
    @Test(arguments: versions)
    func everyCombinationIsRoutedAsTheDocumentsDemand(_ version: String) throws {
        let standard = try TestStandards.version(version)
        var faults: [String: (count: Int, first: RoutingFacts)] = [:]
        var routed = 0
        for facts in RoutingCombinations.all(standard) {
            let route = Routing.route(facts, standard)
            routed += 1
            let demands = RoutingOracle(facts: facts, reportingDuties: version != "2014").demands
            for fault in demands.faults(route) + EveryRoute.faults(facts, route, standard) {
                faults[fault, default: (0, facts)].count += 1
            }
        }
        #expect(routed > 10_000)
        for (fault, seen) in faults.sorted(by: { $0.key < $1.key }) {
            Issue.record("\(version): \(fault), \(seen.count) of \(routed) concerns, first \(seen.first)")
        }
    }

    @Test(arguments: versions)
    func aCentralTeamIsNamedOnceForManyAreas(_ version: String) throws {
        let standard = try TestStandards.version(version)
        let facts = RoutingFacts(
            crimes: ["child_sexual_exploitation"], settings: ["park_or_street"], broadSettings: ["away"], ageGroup: .child,
            subjectKinds: ["child"], thresholdMet: true, areas: [.lives: ["A", "B"], .found: ["C", "A"], .happened: ["D"]])
        let route = Routing.route(facts, standard)
        #expect(route.filter { $0.teamKind == "central_cse_team" }.count == 1)
        // Two children of one concern: the council of each, and of each place where one was found.
        let councils = route.filter { $0.teamKind == "childrens_social_care" }.compactMap(\.area)
        #expect(councils.sorted() == ["A", "B", "C"])
        #expect(EveryRoute.faults(facts, route, standard) == [])
    }

    /// "Anyone who may be under 18 is treated as a child": the same teams, not only the same duties.
    @Test(arguments: versions)
    func anUnknownAgeIsRoutedAsAChild(_ version: String) throws {
        let standard = try TestStandards.version(version)
        func stops(_ facts: RoutingFacts) -> Set<String> {
            Set(Routing.route(facts, standard).map { "\($0.teamKind) \($0.area ?? "-") \($0.duty)" })
        }
        for var facts in RoutingCombinations.all(standard, subjects: ["child"], areas: [("A", "B", "C", "D")]) {
            let known = stops(facts)
            facts.subjectKinds = ["unknown_age"]
            #expect(stops(facts) == known, "\(facts)")
        }
    }

    /// RULE 0.1 and "duties not in force are off": a reason of 2014 leans on no law or guidance that was not in force on 17 October 2014.
    @Test func noReasonOf2014IsYoungerThan2014() throws {
        let standard = try TestStandards.version("2014")
        let younger = ["Care Act", "Modern Slavery Act", "5B", "2015", "2016", "2017", "2018", "2023", "2026", "Wellbeing and Schools"]
        var sentences: Set<String> = []
        for facts in RoutingCombinations.all(standard, areas: [("A", "B", "C", "D")]) {
            for destination in Routing.route(facts, standard) { sentences.formUnion(destination.because.map(\.sentence)) }
        }
        for sentence in sentences.sorted() { #expect(!younger.contains { sentence.contains($0) }, "\(sentence)") }
    }
}
