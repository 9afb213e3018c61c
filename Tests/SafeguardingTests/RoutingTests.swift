// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard
import TestSupport
import Testing

@Suite("Routing by the standard's routes")
struct RoutingTests {
    private func teams(_ destinations: [Destination], _ duty: RouteDuty) -> Set<String> {
        Set(destinations.filter { $0.duty == duty }.map { "\($0.teamKind)@\($0.isCentral ? "central" : $0.area ?? "?")" })
    }

    @Test(
        "A child at the threshold reaches social care where living and where found, and the police, whatever the crime",
        arguments: ["2014", "2026"])
    func childAlways(version: String) throws {
        let standard = try TestStandards.version(version)
        for crime in standard.list(.crime).codes.map(\.code) + [""] {
            for setting in ["home", "online", "away", ""] {
                let facts = RoutingFacts(
                    crimes: crime.isEmpty ? [] : [crime], broadSettings: setting.isEmpty ? [] : [setting], ageGroup: .child,
                    thresholdMet: true, livesIn: "milbury", foundIn: "otterley", happenedIn: "sandcombe", reporterIn: "otterley")
                let all = Routing.route(facts, standard)
                let everyone = teams(all, .lead).union(teams(all, .mustReceive))
                #expect(everyone.isSuperset(of: ["childrens_social_care@milbury", "childrens_social_care@otterley"]))
                #expect(all.contains { standard.code($0.teamKind, in: .teamKind)?.flag("police") == true })
                #expect(all.filter { $0.duty == .lead }.count == 1 && all.first?.duty == .lead)
                #expect(all.allSatisfy { !$0.because.isEmpty })
            }
        }
    }

    @Test(
        "The police lead goes by crime, setting and age group",
        arguments: [
            (["child_sexual_exploitation"], ["away"], AgeGroup.child, "central_cse_team@central"),
            (["child_sexual_exploitation"], ["online"], .child, "online_cse_team@central"),
            (["child_sexual_exploitation"], ["online", "away"], .child, "central_cse_team@central"),
            (["child_sexual_exploitation"], ["home"], .child, "child_abuse_team@milbury"),
            (["child_sexual_exploitation"], [], .child, "central_cse_team@central"),
            (["child_abuse"], ["home"], .child, "child_abuse_team@milbury"),
            (["female_genital_mutilation"], [], .child, "child_abuse_team@milbury"),
            (["modern_slavery"], ["away"], .child, "child_abuse_team@milbury"),
            (["modern_slavery"], ["away"], .adult, "modern_slavery_lead@central"),
            (["child_sexual_exploitation"], ["away"], .adult, "central_cse_team@central"),
            ([], [], .adult, "adult_social_care@milbury"),
        ] as [(Set<String>, Set<String>, AgeGroup, String)])
    func lead(crimes: Set<String>, settings: Set<String>, group: AgeGroup, lead: String) throws {
        for version in ["2014", "2026"] {
            let facts = RoutingFacts(
                crimes: crimes, broadSettings: settings, ageGroup: group, thresholdMet: true, livesIn: "milbury", reporterIn: "otterley")
            #expect(teams(Routing.route(facts, try TestStandards.version(version)), .lead) == [lead])
        }
    }

    @Test("An adult reaches adult social care or the modern slavery lead")
    func adult() throws {
        let standard = try TestStandards.version("2026")
        for crime in standard.list(.crime).codes.map(\.code) {
            for met in [true, false] {
                let facts = RoutingFacts(crimes: [crime], ageGroup: .adult, thresholdMet: met, livesIn: "milbury")
                let kinds = Set(Routing.route(facts, standard).map(\.teamKind))
                #expect(!kinds.isDisjoint(with: ["adult_social_care", "modern_slavery_lead"]))
                #expect(!kinds.contains("childrens_social_care"))
            }
        }
    }

    @Test("A team that another crime's rule would have made the lead still receives")
    func severalCrimes() throws {
        let facts = RoutingFacts(
            crimes: ["child_abuse", "child_sexual_exploitation", "modern_slavery"], broadSettings: ["away", "online"], ageGroup: .child,
            thresholdMet: true, livesIn: "milbury", foundIn: "milbury")
        let all = Routing.route(facts, try TestStandards.version("2026"))
        #expect(teams(all, .lead) == ["central_cse_team@central"])
        let others = [
            "child_abuse_team@milbury", "online_cse_team@central", "modern_slavery_lead@central", "local_cse_coordinator@milbury",
        ]
        #expect(teams(all, .mustReceive).isSuperset(of: others))
        #expect(all.filter { $0.teamKind == "childrens_social_care" }.count == 1, "one area, one team, once")
    }

    @Test("Brothers and sisters in two areas reach both areas' social care; one team leads")
    func severalAreas() throws {
        let facts = RoutingFacts(
            crimes: ["child_abuse"], broadSettings: ["home"], ageGroup: .child, thresholdMet: true,
            areas: [.lives: ["milbury", "otterley"], .reporter: ["sandcombe"]])
        let all = Routing.route(facts, try TestStandards.version("2026"))
        #expect(teams(all, .lead) == ["child_abuse_team@milbury"])
        #expect(
            teams(all, .mustReceive).isSuperset(of: [
                "childrens_social_care@milbury", "childrens_social_care@otterley", "child_abuse_team@otterley",
            ]))
        #expect(Routing.owningArea(facts) == "milbury" && Routing.toldAreas(facts) == ["otterley", "sandcombe"])
    }

    @Test("Below the threshold a worry about exploitation stays with the co-ordinator")
    func belowThreshold() throws {
        let facts = RoutingFacts(
            crimes: ["child_sexual_exploitation"], broadSettings: ["away"], ageGroup: .child, thresholdMet: false, livesIn: "milbury")
        #expect(teams(Routing.route(facts, try TestStandards.version("2026")), .lead) == ["local_cse_coordinator@milbury"])
    }

    @Test("With no area known nothing is dropped: the area is left open")
    func nowhere() throws {
        let facts = RoutingFacts(crimes: ["child_abuse"], ageGroup: .child, thresholdMet: true)
        let all = Routing.route(facts, try TestStandards.version("2026"))
        #expect(teams(all, .lead) == ["child_abuse_team@?"])
        #expect(teams(all, .mustReceive).contains("childrens_social_care@?"))
        #expect(Routing.owningArea(facts) == nil && Routing.toldAreas(facts).isEmpty)
    }

    @Test(
        "The first area that is known owns the concern, the others are told",
        arguments: [
            ("a", "b", "c", "d", "a", ["b", "c", "d"]), (nil, "b", "c", "d", "b", ["c", "d"]), (nil, nil, "c", "d", "c", ["d"]),
            (nil, nil, nil, "d", "d", []), ("a", "a", "c", "c", "a", ["c"]),
        ] as [(String?, String?, String?, String?, String, [String])])
    func owner(lives: String?, found: String?, happened: String?, reporter: String?, owner: String, told: [String]) {
        let facts = RoutingFacts(
            ageGroup: .child, thresholdMet: true, livesIn: lives, foundIn: found, happenedIn: happened, reporterIn: reporter)
        #expect(Routing.owningArea(facts) == owner)
        #expect(Routing.toldAreas(facts) == told)
    }

    @Test("Each destination says by which rule")
    func because() throws {
        let facts = RoutingFacts(crimes: ["child_abuse"], broadSettings: ["home"], ageGroup: .child, thresholdMet: true, livesIn: "milbury")
        let all = Routing.route(facts, try TestStandards.version("2026"))
        let council = try #require(all.first { $0.teamKind == "childrens_social_care" })
        #expect(council.because.map(\.rule) == ["child_where_lives"])
        #expect(council.because.first?.sentence == "A child at the local threshold goes to children's social care where the child lives.")
    }
}
