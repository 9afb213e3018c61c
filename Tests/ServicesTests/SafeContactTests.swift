// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// Replies obey safe contact and say no more than a reply may.
struct SafeContactTests {
    private func concern(_ test: TestHouse, ways: [String]?) async throws -> Services.Receipt {
        var report = MatchingReports.child("Robyn", "Testwell")
        if let ways { report.answers[QuestionID.safeChannel] = .values(ways) }
        report.answers[QuestionID.mustNotFindOut] = .value("Her uncle, who lives with them.")
        return try await test.send(report)
    }

    private static let ways = ["phone_call", "text_message", "email", "letter", "through_professional", "in_person"]

    /// Every channel of the standard against every way said to be safe: let through where it is among them, else only with a reason.
    @Test(arguments: [[], ["phone_call"], ["letter", "in_person"], ["no_contact"], ["phone_call", "no_contact"]] as [[String]])
    func everyWayIsHeldAgainstWhatWasSaid(_ safe: [String]) async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await concern(test, ways: safe.isEmpty ? nil : safe)
            let desk = try test.actor("coordinator")
            for channel in test.house.standard.list(.replyChannel).codes {
                let way = channel.text("way")
                let isSafe = way == nil || !safe.contains("no_contact") && way.map(safe.contains) ?? false
                func send(_ reason: String) async throws {
                    try await test.house.feedback.reply(
                        desk, receipt.concern, chosen: "keep_telling", words: "", channel: channel.code, reason: reason)
                }
                let before = try await test.count("SELECT count(*) AS n FROM reply")
                if isSafe {
                    try await send("")
                } else {
                    await #expect(throws: ServiceError.invalid([FieldFault("channel_reason", .missing)]), "\(channel.code)") {
                        try await send("")
                    }
                    #expect(try await test.count("SELECT count(*) AS n FROM reply") == before)
                    try await send("She rang and asked for it.")
                    let entry = try #require(try await test.acts("disclose").last)
                    #expect(entry.codes["unsafe"] == "reasoned" && entry.codes["channel"] == channel.code)
                    // The same holds for whatever else goes to a family or reporter.
                    if let way {
                        await #expect(throws: ServiceError.invalid([FieldFault("reason", .missing)])) {
                            try await test.house.safeContact.check(desk, receipt.concern, way: way, reason: nil)
                        }
                        try await test.house.safeContact.check(desk, receipt.concern, way: way, reason: "She asked for it.")
                    }
                }
            }
            let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            #expect(view.handling.mustNotFindOut == "Her uncle, who lives with them.")
            #expect(view.replies.filter { $0.reason != nil }.allSatisfy { $0.reason == "She rang and asked for it." })
        }
    }

    @Test func aReplyThatMayTellTooMuchIsReadAgain() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await concern(test, ways: nil)
            let desk = try test.actor("coordinator")
            let words = "Thank you. The family is known to us and a social worker has visited."
            await #expect(throws: ServiceError.invalid([FieldFault("words", .mayTellTooMuch)])) {
                try await test.house.feedback.reply(desk, receipt.concern, chosen: nil, words: words)
            }
            try await test.house.feedback.reply(desk, receipt.concern, chosen: nil, words: words, afterReadingAgain: true)
            #expect(try await test.acts("disclose").last?.codes["read-again"] == "yes")
            try await test.house.feedback.reply(desk, receipt.concern, chosen: nil, words: "Thank you. Please tell us if it happens again.")
            #expect(try await test.count("SELECT count(*) AS n FROM reply") == 2)
        }
    }

    /// The replies that a person may choose say none of it, in either version.
    @Test(arguments: ["2014", "2026"]) func noReplyToChooseSaysIt(_ version: String) throws {
        let standard = try TestStandards.version(version)
        let replies = standard.list(.reply).codes
        #expect(!replies.isEmpty)
        for reply in replies { #expect(ReplyDoubts.of(reply.label, standard).isEmpty, "\(reply.code): \(reply.label)") }
    }

    @Test(
        arguments: [
            ("He is known to the police.", ["whether_known", "who_acted"]), ("We found nothing.", ["what_was_found"]),
            ("There was no record of her.", ["whether_known"]), ("An officer visited the house.", ["who_acted"]),
            ("Your report was CONFIRMED", ["what_was_found"]), ("Please ring the desk and ask for me.", []),
            ("Knowing you told us helps. Thank you.", []), ("I have read it and decided what happens next.", []),
        ] as [(String, [String])])
    func doubtsAreWhatTheyAre(_ words: String, _ expected: [String]) throws {
        for version in ["2014", "2026"] {
            #expect(ReplyDoubts.of(words, try TestStandards.version(version)).map(\.code) == expected, "\(words)")
        }
    }

    @Test func noInterpreterIsARelative() throws {
        for version in ["2014", "2026"] {
            let standard = try TestStandards.version(version)
            #expect(standard.question(QuestionID.safeInterpreter)?.help?.contains("Never a relative") == true)
            for code in standard.list(.interpreter).codes where code.code != "not_needed" {
                #expect(code.label.contains("rofessional") || code.label.contains("sign language"), "\(code.label)")
            }
        }
    }

    /// Separate questions, never one box "consent" (RULE 2.6).
    @Test func eachFactIsItsOwnQuestion() throws {
        for version in ["2014", "2026"] {
            let standard = try TestStandards.version(version)
            let questions = [
                QuestionID.lawfulBasis, QuestionID.agreementToService, QuestionID.familyTold, QuestionID.mustNotFindOut,
                QuestionID.safeChannel, QuestionID.safeTimes, QuestionID.safeLanguage, QuestionID.safeInterpreter,
            ]
            #expect(questions.allSatisfy { standard.question($0) != nil })
            let rules = ContactRules(
                Answers([QuestionID.lawfulBasis: .values(["public_task"]), QuestionID.agreementToService: .value("refused")]), standard)
            #expect(rules.lawfulBasis == ["public_task"] && rules.agreement == "refused" && rules.familyTold == nil)
            #expect(rules.verdict(way: "letter") == .unsafe(.nobodyHasAsked) && rules.verdict(way: nil) == .safe)
        }
    }
}
