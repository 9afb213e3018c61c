// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import TestSupport
import Testing

@testable import Services

/// Times, language and interpreter are kept to, or a named person says why not; a letter is held against them when it leaves.
struct SafeContactKeptTests {
    private static let said: [(condition: ContactCondition, question: String, value: String)] = [
        (.times, QuestionID.safeTimes, "Weekdays between nine and two, when he is at work."),
        (.language, QuestionID.safeLanguage, "polish"),
        (.interpreter, QuestionID.safeInterpreter, "woman_only"),
    ]

    private func concern(_ test: TestHouse, _ said: [ContactCondition], ways: [String] = everyWay) async throws -> Services.Receipt {
        var report = MatchingReports.child("Robyn", "Testwell")
        report.answers[QuestionID.safeChannel] = .values(ways)
        report.answers[QuestionID.safeValue] = .value("Flat 3, 18 Larkspur Road, Milbury")
        for one in Self.said where said.contains(one.condition) { report.answers[one.question] = .value(one.value) }
        return try await test.send(report)
    }

    private static let everyWay = ["phone_call", "text_message", "email", "letter", "through_professional", "in_person"]

    /// Every way against every set of what was said: it goes where all that counts for this way is kept to, else only with a reason.
    @Test(arguments: [[], [.times], [.language], [.interpreter], [.times, .language, .interpreter]] as [[ContactCondition]])
    func whatWasSaidIsKeptToOrReasoned(_ said: [ContactCondition]) async throws {
        let asked: [String: Set<ContactCondition>] = [
            "phone_call": [.times, .language, .interpreter], "text_message": [.times, .language], "email": [.times, .language],
            "letter": [.language], "through_professional": [.language, .interpreter],
            "in_person": [.times, .language, .interpreter], "here": [],
        ]
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await concern(test, said)
            let desk = try test.actor("coordinator")
            for (channel, conditions) in asked {
                let needed = conditions.intersection(said).map(\.rawValue)
                func send(_ kept: [String], _ reason: String = "") async throws {
                    try await test.house.feedback.reply(
                        desk, receipt.concern, chosen: "keep_telling", words: "", channel: channel, kept: kept, reason: reason)
                }
                let before = try await test.count("SELECT count(*) AS n FROM reply")
                for left in needed {
                    await #expect(throws: ServiceError.invalid([FieldFault("kept", .missing)]), "\(channel) without \(left)") {
                        try await send(needed.filter { $0 != left })
                    }
                }
                #expect(try await test.count("SELECT count(*) AS n FROM reply") == before)
                try await send(needed)
                let kept = try #require(try await test.acts("disclose").last)
                #expect(kept.codes["unsafe"] == nil && needed.allSatisfy { kept.codes["safe-\($0)"] == "kept" }, "\(channel)")
                guard let left = needed.first else { continue }
                try await send(needed.filter { $0 != left }, "She can't wait until Monday, and asked me to.")
                let entry = try #require(try await test.acts("disclose").last)
                #expect(entry.codes["unsafe"] == "reasoned" && entry.codes["safe-\(left)"] == "not-kept", "\(channel)")
            }
        }
    }

    /// English, and an interpreter who is not needed, ask for nothing.
    @Test func whatTheDeskDoesByItselfAsksForNothing() throws {
        for version in ["2014", "2026"] {
            let standard = try TestStandards.version(version)
            let rules = ContactRules(
                Answers([QuestionID.safeLanguage: .value("english"), QuestionID.safeInterpreter: .value("not_needed")]), standard)
            for way in Self.everyWay { #expect(rules.conditions(way: way, standard).isEmpty) }
            // What a reporter at the door says of their own contact counts as well, and its words stay where they are kept apart.
            let told = ContactRules(Answers(), source: Answers([QuestionID.sourceTimes: .value("After four.")]), standard)
            #expect(told.conditions(way: "phone_call", standard) == [.times] && told.times == nil)
            #expect(told.conditions(way: "letter", standard).isEmpty && told.conditions(way: nil, standard).isEmpty)
        }
    }

    @Test func aLetterIsHeldOnceMoreWhenItLeaves() async throws {
        try await TestHouse.with(.sqlite) { test in
            let desk = try test.actor("coordinator")
            func reply(_ receipt: Services.Receipt, by channel: String, _ reason: String = "") async throws -> RecordID {
                try await test.house.feedback.reply(
                    desk, receipt.concern, chosen: "keep_telling", words: "Please ring me.", channel: channel, reason: reason)
                let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
                let newest: RecordID? = view.replies.last { $0.channel == channel }?.id
                return try #require(newest)
            }
            let safe = try await concern(test, [], ways: ["letter", "phone_call"])
            let posted = try await reply(safe, by: "letter")
            let letter = try await test.house.safeContact.letter(desk, reference: safe.reference, reply: posted)
            #expect(letter.address == "Flat 3, 18 Larkspur Road, Milbury" && letter.reply.words == "Please ring me.")
            let entry = try #require(try await test.acts("disclose").last)
            #expect(entry.codes["way"] == "letter" && entry.codes["unsafe"] == nil)
            // A reply that goes another way is no letter.
            let rung = try await reply(safe, by: "phone_call")
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.safeContact.letter(desk, reference: safe.reference, reply: rung)
            }
            // Not said to be safe: the reason of the reply counts, and stands in the ledger's entry as such.
            let other = try await concern(test, [], ways: ["in_person"])
            let reasoned = try await reply(other, by: "letter", "She asked for it at the counter.")
            _ = try await test.house.safeContact.letter(desk, reference: other.reference, reply: reasoned)
            #expect(try await test.acts("disclose").last?.codes["unsafe"] == "not_among_the_safe_ways")
            // Nor by the other concern's address, nor by who may not reply.
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.safeContact.letter(desk, reference: other.reference, reply: posted)
            }
            let officer = try test.actor("officer")
            await #expect(throws: (any Error).self) {
                _ = try await test.house.safeContact.letter(officer, reference: safe.reference, reply: posted)
            }
        }
    }
}
