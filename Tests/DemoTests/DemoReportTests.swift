// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Standard
import TestSupport
import Testing

@testable import Demo

/// What is reported in the invented region, before any store.
struct DemoReportTests {
    private func everyText(_ report: ConcernReport) -> [(question: String, text: String)] {
        let sheets = [report.answers, report.source] + report.statements.map(\.answers) + report.mentions.map(\.answers)
        return sheets.flatMap { sheet in sheet.byQuestion.flatMap { question, answer in answer.all.map { (question, $0) } } }
    }

    @Test func everyReportFitsTheForm() throws {
        let standard = try #require(try TestStandards.library().version(DemoHouse.standard))
        for report in try DemoHouse.reports(1200) {
            let faults = ReportFaults.all(report, standard, areas: Set(AreaPlan.all.map(\.code)))
            #expect(faults.isEmpty, "\(faults)")
        }
    }

    @Test func theSameSeedTellsTheSame() throws {
        let first = try DemoHouse.reports(200)
        #expect(try DemoHouse.reports(200) == first)
        #expect(try DemoHouse.reports(200, seed: 8) != first)
        #expect(first.count == 200)
    }

    @Test func nothingReachesAnybodyReal() throws {
        for report in try DemoHouse.reports(1200) {
            for (question, text) in everyText(report) {
                switch question {
                case QuestionID.phoneNumber, QuestionID.sourcePhone:
                    let ranges = SafeValues.phoneRanges + [SafeValues.staffRange]
                    #expect(ranges.contains { text.hasPrefix($0) && text.count == $0.count + 3 }, "\(text)")
                case QuestionID.personPostcode, QuestionID.placePostcode: #expect(text.hasPrefix("QZ"), "\(text)")
                case QuestionID.sourceEmail: #expect(text.hasSuffix("@example.org"))
                case QuestionID.vehicleMark: #expect(text.hasPrefix("Q") && (text.contains("00") || text.contains("01")), "\(text)")
                case QuestionID.accountHandle: #expect(text.hasPrefix("demo_"))
                case QuestionID.identifier where !text.contains("@"): #expect(text.hasPrefix("nhs: 999 "))
                default: #expect(!text.contains("@") || text.hasSuffix("@example.org"), "\(question)")
                }
            }
        }
    }

    @Test func theCheckDigitsOfNHSNumbersAreRight() {
        #expect(SafeValues.nhsNumber(1) == "999 000 0018")
        for number in stride(from: 0, to: 999_000, by: 977) {
            let digits = SafeValues.nhsNumber(number).compactMap(\.wholeNumberValue)
            #expect(digits.count == 10)
            #expect(zip(digits, (1...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0)
        }
    }

    /// RULE 3.7, DOMAIN §3.5.
    @Test func nobodyIsBlamedForWhatIsDoneToThem() throws {
        let blaming = [
            "lifestyle choice", "at risk by", "themselves at risk", "herself at risk", "himself at risk", "promiscuous", "prostitut",
            "involved in cse", "streetwise",
            "refuses to engage", "attention seeking", "sexual activity", "boyfriend", "contacting adult",
        ]
        for report in try DemoHouse.reports(1200) {
            for (_, text) in everyText(report) { for word in blaming { #expect(!text.lowercased().contains(word), "\(text)") } }
        }
    }

    @Test func theMixIsThatOfARegion() throws {
        let standard = try #require(try TestStandards.library().version(DemoHouse.standard))
        let day = try #require(PartialDate("2026-03-02"))
        let codings = try DemoHouse.reports(1200).map { ConcernCoding($0, standard, on: day) }
        func share(_ condition: (ConcernCoding) -> Bool) -> Double { Double(codings.filter(condition).count) / Double(codings.count) }
        #expect(share { $0.broadSettings.contains("home") } > 0.35)
        #expect(share { $0.broadSettings.contains("online") } > 0.06)
        #expect(share { $0.broadSettings.contains("away") } > 0.15)
        #expect(Set(codings.map(\.subjectKind)) == ["child", "unborn", "adult", "unknown_age"])
        #expect(Set(codings.flatMap(\.crimes)) == Set(standard.list(.crime).codes.map(\.code)))
        #expect(Set(codings.map(\.urgency)) == ["danger_now", "urgent", "standard"])
        let known = codings.flatMap(\.relationships).map { standard.code($0, in: .relationship)?.text("known") }
        #expect(known.filter { $0 == "known" }.count > known.filter { $0 == "stranger" }.count * 3, "known people are the majority")
        let reports = try DemoHouse.reports(1200)
        let subjects = reports.flatMap(\.subjects).map(\.answers)
        #expect(subjects.filter { $0.first(QuestionID.sex) == "male" }.count * 4 > subjects.count, "boys")
        #expect(subjects.contains { !$0.all(FormQuestion.disability).isEmpty && $0.first(FormQuestion.disability) != "NONE" })
        let absences = Set(subjects.compactMap { if case .absent(let why) = $0[FormQuestion.ethnicity] { why.code } else { nil } })
        #expect(absences == Set(standard.list(.absence).codes.map(\.code)), "four ways of not answering")
        #expect(
            subjects.allSatisfy {
                $0.first(FormQuestion.ethnicity) == nil || $0.first(FormQuestion.ethnicitySaidBy) != nil
                    || $0.first(QuestionID.familyName) == Plants.SameChild.school.family
            })
    }

    @Test func onlyGirlsAndWomenAreNamedWhereOnlyTheyCanBe() throws {
        let reports = try DemoHouse.reports(1200).filter { $0.answers.all(QuestionID.crime).contains("female_genital_mutilation") }
        #expect(!reports.isEmpty)
        #expect(reports.flatMap(\.subjects).allSatisfy { $0.answers.first(QuestionID.sex) != "male" })
    }

    @Test func nobodyWithAnAccountIsNamedButTheTwoPlanted() throws {
        let staff = Set(PersonPlan.all.indices.map(StaffNames.name) + [StaffNames.administrator])
        #expect(staff.count == PersonPlan.all.count + 1, "no two people of one name")
        let named = try DemoHouse.reports(2000).flatMap(\.mentions).filter { $0.kind == .person }.map {
            "\($0.answers.first(QuestionID.givenNames) ?? "") \($0.answers.first(QuestionID.familyName) ?? "")"
        }
        #expect(Set(named).intersection(staff) == [Plants.ShutOut.name, StaffNames.name(PersonPlan.place(of: "head-teacher-milbury"))])
    }
}
