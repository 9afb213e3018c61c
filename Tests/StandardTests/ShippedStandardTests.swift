// SPDX-License-Identifier: Apache-2.0

import Standard
import TestSupport
import Testing

@Suite("The standards as shipped")
struct ShippedStandardTests {
    @Test("Both versions and the calendar load without a problem")
    func library() throws {
        do {
            let library = try StandardLibrary.load(TestStandards.folder)
            #expect(library.ids == ["west-midlands/2014", "west-midlands/2026"])
            #expect(library.newest.id == "west-midlands/2026")
            for standard in library.all { #expect(library.calendar(of: standard) != nil) }
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test(
        "A date finds the version whose law held, and none where none did",
        arguments: [("2014-10-16", nil), ("2014-10-17", "west-midlands/2014"), ("2015-03-08", nil), ("2026-11-24", "west-midlands/2026")]
            as [(String, StandardID?)])
    func inForce(date: String, id: StandardID?) throws {
        let library = try StandardLibrary.load(TestStandards.folder)
        #expect(library.inForce(on: try #require(CivilDate(iso: date)))?.id == id)
    }

    @Test("The four crimes of the mission and the four categories of abuse", arguments: ["2014", "2026"])
    func crimes(version: String) throws {
        let standard = try TestStandards.version(version)
        #expect(
            standard.list(.crime).codes.map(\.code) == [
                "child_sexual_exploitation", "child_abuse", "female_genital_mutilation", "modern_slavery",
            ])
        #expect(standard.list(.abuseCategory).codes.map(\.code) == ["physical", "emotional", "sexual", "neglect"])
        #expect(standard.list(.broadSetting).codes.map(\.code) == ["home", "online", "away"])
    }

    @Test("Not known, not asked, refused and not applicable are four answers", arguments: ["2014", "2026"])
    func absences(version: String) throws {
        #expect(
            Set(try TestStandards.version(version).list(.absence).codes.map(\.code)) == [
                "not_known", "not_asked", "refused", "not_applicable",
            ])
    }

    @Test("Signs stand in four sections, each filled for every crime that has signs of harm", arguments: ["2014", "2026"])
    func signs(version: String) throws {
        let standard = try TestStandards.version(version)
        for group in SignGroup.allCases { #expect(standard.signs.contains { $0.group == group }) }
        for crime in standard.list(.crime).codes {
            #expect(standard.signs.contains { $0.group == .happeningNow && $0.crimes.contains(crime.code) })
        }
        #expect(standard.hasPresentDanger(signs: ["missing_now"]))
        #expect(!standard.hasPresentDanger(signs: ["trusted_adult", "isolated"]))
    }

    @Test("Anyone who may be under 18 is treated as a child", arguments: ["2014", "2026"])
    func ages(version: String) throws {
        let standard = try TestStandards.version(version)
        for kind in ["child", "unborn", "unknown_age", "a_code_nobody_knows"] { #expect(standard.ageGroup(ofSubjectKind: kind) == .child) }
        #expect(standard.ageGroup(ofSubjectKind: "adult") == .adult)
    }

    @Test("Danger is asked first, words second, and one sentence can be sent: nothing blocks", arguments: ["2014", "2026"])
    func form(version: String) throws {
        let standard = try TestStandards.version(version)
        #expect(standard.pages.first?.questions.first == "danger.now")
        #expect(standard.pages.dropFirst().first?.questions.first == "statement.text")
        for question in standard.questions where question.kind.isWords || question.kind == .partialDate {
            #expect(question.stored == .sealed, "\(question.id) is words or a date about a person")
        }
        for question in standard.questions where question.groups.contains(.source) { #expect(question.stored == .sealed) }
    }

    @Test("What was not law in October 2014 is off in 2014, with a reason, and starts no clock")
    func law() throws {
        let old = try TestStandards.version("2014"), new = try TestStandards.version("2026")
        var facts = ConditionFacts()
        facts.crimes = ["female_genital_mutilation"]
        facts.ageGroups = [.child]
        #expect(old.limit(for: "fgm_notification", facts: facts) == nil)
        #expect(new.limit(for: "fgm_notification", facts: facts)?.hard == Period(amount: 1, unit: .months))
        for power in ["fgm_reporting_duty", "slavery_duty_to_notify", "fgm_protection_order", "sexual_harm_prevention_order"] {
            #expect(old.power(power)?.standing.isOn == false)
            #expect(old.power(power)?.standing.reason?.isEmpty == false)
            #expect(new.power(power)?.standing.isOn == true)
        }
        #expect(old.power("sexual_offences_prevention_order")?.standing.isOn == true)
        #expect(old.code("A", in: "source_evaluation")?.label == "Always reliable")
        #expect(new.list("source_evaluation").codes.count == 3)
        #expect(old.code("W3", in: .ethnicity) == nil && new.code("W3", in: .ethnicity) != nil)
    }

    @Test("Every limit, level and power names its source and local owner; what is unverified can be shown", arguments: ["2014", "2026"])
    func provenance(version: String) throws {
        let standard = try TestStandards.version(version)
        let all =
            standard.limits.map(\.provenance) + standard.powers.map(\.provenance)
            + standard.list(.threshold).codes.compactMap(\.provenance)
        #expect(all.count == standard.limits.count + standard.powers.count + standard.list(.threshold).codes.count)
        for provenance in all { #expect(standard.source(provenance.source) != nil && !provenance.owner.isEmpty) }
        #expect(all.contains { !$0.verified } && all.contains { $0.verified })
    }

    @Test("Advice and no further action meet no need, close, and want a reason", arguments: ["2014", "2026"])
    func outcomes(version: String) throws {
        let standard = try TestStandards.version(version)
        for code in ["advice", "no_further_action"] {
            let outcome = try #require(standard.code(code, in: .outcome))
            #expect(outcome.flag("requires_reason") && outcome.flag("closes") && !outcome.flag("meets_need"))
        }
        #expect(try #require(standard.code("strategy_discussion", in: .outcome)).texts("notifies").contains("childrens_social_care"))
    }

    @Test("Closing asks for other victims, the suspect's access and the 18th birthday", arguments: ["2014", "2026"])
    func gates(version: String) throws {
        let standard = try TestStandards.version(version)
        var facts = ConditionFacts()
        facts.ageGroups = [.child]
        facts.ageMonths = 17 * 12 + 9
        let ids = standard.gates(before: "close_case", facts: facts).map(\.id)
        for id in ["other_victims_considered", "suspect_access_considered", "turning_18_considered", "transition_plan"] {
            #expect(ids.contains(id))
        }
        facts.ageMonths = 12 * 12
        #expect(!standard.gates(before: "close_case", facts: facts).map(\.id).contains("transition_plan"))
        facts.ageMonths = nil
        #expect(
            standard.gates(before: "close_case", facts: facts).map(\.id).contains("transition_plan"), "an unknown age is asked, not skipped"
        )
    }
}
