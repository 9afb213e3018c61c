// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import TestSupport
import Testing

@Suite("Short names of what a report mentions") struct MentionLabelTests {
    private func label(_ kind: MentionKind, _ answers: [String: Answer], _ version: String = "2026") throws -> String {
        MentionLabel.of(Mention(kind: kind, answers: Answers(answers)), try TestStandards.version(version))
    }

    @Test("A code stands in the words of the record's own standard") func codes() throws {
        let account: [String: Answer] = [QuestionID.accountHandle: .value("demo_1"), QuestionID.accountPlatform: .value("x_twitter")]
        #expect(try label(.account, account) == "X, formerly Twitter, demo_1")
        let old: [String: Answer] = [QuestionID.accountHandle: .value("demo_1"), QuestionID.accountPlatform: .value("twitter")]
        #expect(try label(.account, old, "2014") == "Twitter, demo_1")
        #expect(try label(.place, [QuestionID.placeKind: .value("food_premises")]) == "Takeaway or restaurant")
        #expect(try label(.person, [QuestionID.sex: .value("female"), QuestionID.age: .value("about 14")]) == "Female, about 14")
        #expect(try label(.person, [QuestionID.age: .value("15")]) == "Not named, 15")
        #expect(try label(.person, [:]) == "")
    }

    @Test("No label of any mention is a code, whatever list it was chosen from", arguments: ["2014", "2026"]) func never(_ version: String)
        throws
    {
        let standard = try TestStandards.version(version)
        for kind in MentionKind.allCases {
            for question in standard.questions where question.list != nil {
                for code in standard.list(question.list ?? .yesNo).codes where code.label != code.code {
                    let said = MentionLabel.of(Mention(kind: kind, answers: Answers([question.id: .value(code.code)])), standard)
                    #expect(said != code.code)
                }
            }
        }
    }

    @Test("Names come before a nickname, that before a description") func person() throws {
        var answers: [String: Answer] = [QuestionID.description: .value("male, 30s, silver car"), QuestionID.sex: .value("male")]
        #expect(try label(.person, answers) == "male, 30s, silver car")
        answers[QuestionID.alsoKnownAs] = .value("Kit")
        #expect(try label(.person, answers) == "Kit")
        answers[QuestionID.familyName] = .value("Testwell")
        #expect(try label(.person, answers) == "Testwell")
    }
}
