// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import TestSupport
import Testing

/// A concern about a member of staff, a carer or an officer goes to the designated officer or to professional standards as well; it changes
/// nothing of who leads.
struct TrustRoutingTests {
    private func teams(_ version: String, _ suspect: [String: Answer], age: String = "12") throws -> (all: Set<String>, lead: String?) {
        let standard = try TestStandards.version(version)
        let child = Mention(
            kind: .person, role: .subject, answers: Answers([QuestionID.age: .value(age), QuestionID.livesIn: .value("a")]))
        let report = ConcernReport(
            standard: standard.id.rawValue, answers: Answers([QuestionID.crime: .value("child_abuse")]), statements: [],
            mentions: [child, Mention(kind: .person, role: .suspect, answers: Answers(suspect))])
        let coding = ConcernCoding(report, standard, on: try #require(PartialDate("2026-11-24")))
        var facts = RoutingFacts(
            crimes: coding.crimes, settings: coding.settings, broadSettings: coding.broadSettings, ageGroup: coding.ageGroup,
            subjectKinds: [coding.subjectKind], thresholdMet: true, areas: [.lives: ["a"]])
        facts.positionsOfTrust = coding.positionsOfTrust
        facts.positionOfTrust = coding.positionOfTrust
        let route = Routing.route(facts, standard)
        return (Set(route.map(\.teamKind)), route.first { $0.duty == .lead }?.teamKind)
    }

    @Test(arguments: ["2014", "2026"]) func goesWhereItMust(_ version: String) throws {
        let nobody = try teams(version, [QuestionID.relationship: .value("neighbour")])
        #expect(nobody.all.isDisjoint(with: ["lado", "professional_standards"]))
        for suspect in [
            [QuestionID.positionOfTrust: Answer.value("school")], [QuestionID.relationship: .value("residential_staff")],
            [QuestionID.relationship: .value("foster_or_adoptive_carer")], [QuestionID.positionOfTrust: .values(["sport", "volunteer"])],
        ] {
            let found = try teams(version, suspect)
            #expect(found.all.contains("lado") && !found.all.contains("professional_standards"), "\(suspect)")
            #expect(found.lead == nobody.lead)
        }
        let officer = try teams(version, [QuestionID.positionOfTrust: .value("police")])
        #expect(officer.all.isSuperset(of: ["lado", "professional_standards"]) && officer.lead == nobody.lead)
        let adult = try teams(version, [QuestionID.positionOfTrust: .value("police")], age: "40")
        #expect(adult.all.contains("professional_standards") && !adult.all.contains("lado"))
    }
}
