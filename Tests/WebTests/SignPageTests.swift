// SPDX-License-Identifier: Apache-2.0
import Foundation
import Standard
import TestSupport
import Testing

@testable import Safeguarding
@testable import Web

/// What stands beside the form, and the way through it for those who have two minutes.
@Suite("Beside the form") struct SignPageTests {
    @Test(arguments: ["2014", "2026"]) func signsAreThoseOfTheSettingAndTheAge(_ version: String) throws {
        let standard = try TestStandards.version(version)
        #expect(SignPages.signs(standard, setting: nil, age: nil).count == standard.signs.count)
        func codes(_ setting: String?, _ age: String?) -> Set<String> {
            Set(SignPages.signs(standard, setting: setting, age: age).map(\.code))
        }
        #expect(codes("home", "age_0_4").contains("injury_not_mobile"))
        #expect(!codes("home", "age_16_17").contains("injury_not_mobile"))
        #expect(!codes("online", "age_0_4").contains("injury_not_mobile"))
        #expect(codes("online", nil).contains("threatened_online") && !codes("home", nil).contains("threatened_online"))
        // What says no age or setting is a sign at any.
        for sign in standard.signs where sign.settings.isEmpty && sign.ages.isEmpty {
            #expect(codes("away", "age_10_12").contains(sign.code))
        }
        for setting in standard.list(.broadSetting).codes {
            for age in standard.list(.ageBand).codes { #expect(!codes(setting.code, age.code).isEmpty) }
        }
    }

    @Test(arguments: ["2014", "2026"]) func signsAreThoseOfTheCrime(_ version: String) throws {
        let standard = try TestStandards.version(version)
        for crime in standard.list(.crime).codes {
            let signs = SignPages.signs(standard, crime: crime.code, setting: nil, age: nil)
            #expect(
                signs.contains { $0.group == .happeningNow } && signs.allSatisfy { $0.crimes.contains(crime.code) || $0.crimes.isEmpty })
            #expect(signs.count < standard.signs.count, "\(crime.code)")
        }
    }

    /// Every sign of every version has its text, no text is of a sign that is not there, and none blames who is harmed (RULE 3.7).
    @Test func everySignHasItsText() throws {
        let file = HelpTextTests.content.appendingPathComponent("en-GB/signs.md")
        let texts = SignTexts.texts(try String(contentsOf: file, encoding: .utf8))
        let signs = try ["2014", "2026"].flatMap { try TestStandards.version($0).signs }
        #expect(Set(texts.keys) == Set(signs.map(\.code)))
        let read = SignTexts(content: HelpTextTests.content)
        for sign in signs {
            let text = try #require(texts[sign.code])
            #expect(read.text(sign.code, in: .english) != nil && text != sign.label && text.count > 40, "\(sign.code)")
            #expect(text.count < 330, "\(sign.code) is too long to be read beside a child")
            for blame in ["lifestyle", "at risk by", "promiscuous", "prostitut", "streetwise", "attention seeking", "refuses to engage"] {
                #expect(!text.lowercased().contains(blame), "\(sign.code)")
            }
        }
        let age = ReadingAge(texts.values.sorted().joined(separator: "\n"))
        #expect(age.years <= 12, "reading age \(age.years)")
    }

    /// What to do now is said for each of the four crimes, on a page that the signs lead to.
    @Test func whatToDoNowIsSaidForEachCrime() throws {
        let topic = try #require(HelpTextTests.topics.first { $0.name == "what-now" })
        let page = topic.body.text()
        for heading in [
            "If it looks like sexual exploitation", "If it looks like abuse or neglect", "If it looks like FGM", "If it looks like slavery",
        ] {
            #expect(page.contains("<h2>\(heading)"), "\(heading)")
        }
        #expect(try TestStandards.version("2026").list(.crime).codes.count == 4)
    }

    @Test func whatIsOptionalForPoliceIsNoStepOfTheirWay() throws {
        let standard = try TestStandards.version("2026")
        func flow(_ audience: Audience, _ report: ConcernReport) -> ReportFlow {
            ReportFlow(standard: standard, audience: audience, report: report)
        }
        let blank = ConcernReport(standard: standard.id.rawValue)
        let police = flow(.police, blank)
        #expect(police.steps.count == 10, "\(police.steps)")
        #expect(police.optional.contains(.page("signs", item: nil)) && police.optional.contains(.page("subject_more", item: 0)))
        for step in police.optional {
            #expect(!police.steps.contains(step))
            #expect(police.next(after: step) == .others && police.previous(before: step) == .others)
        }
        #expect(!flow(.professional, blank).optional.contains(.page("signs", item: nil)))
        #expect(flow(.professional, blank).steps.count > police.steps.count)
    }

    @Test func anAdultIsAskedWhatTheyWantAndAChildIsNot() throws {
        let standard = try TestStandards.version("2026")
        func steps(_ kind: String, _ crime: String = "modern_slavery") -> [ReportFlow.Step] {
            let subject = Mention(kind: .person, role: .subject, answers: Answers(["person.subject_kind": .value(kind)]))
            let report = ConcernReport(
                standard: standard.id.rawValue, answers: Answers(["crime": .value(crime)]), mentions: [subject])
            return ReportFlow(standard: standard, audience: .professional, report: report).steps
        }
        let adult = ReportFlow.Step.page("adult", item: 0)
        #expect(steps("adult").contains(adult))
        for kind in ["child", "unborn", "unknown_age"] { #expect(!steps(kind).contains(adult)) }
        let fgm = ReportFlow.Step.page("fgm", item: nil)
        #expect(steps("child", "female_genital_mutilation").contains(fgm) && !steps("child").contains(fgm))
    }
}
