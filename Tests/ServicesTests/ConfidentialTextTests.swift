// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// A confidential address in free text is withheld wherever the address itself is.
struct ConfidentialTextTests {
    private static let seen = "Found at 9, thornless row after dark. She fled from there."
    private static let address = "9 Thornless Row, Otterley"

    private var report: ConcernReport {
        var report = MatchingReports.child("Robyn", "Testwell", born: "2012-05-14", seen: Self.seen)
        report.mentions.append(
            Mention(
                kind: .place,
                answers: Answers([QuestionID.placeAddress: .value(Self.address), QuestionID.placeConfidential: .value("yes")])))
        return report
    }

    @Test(arguments: TestStores.each) func noReaderOfAnotherAgencyNorAnyListShowsIt(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            // The council's record, read by the desk of the police.
            let receipt = try await test.send(report, as: "teacher")
            let beside = try await test.send(MatchingReports.child("Robyn", "Testwell", born: "2012-05-14"))
            try await HouseWork(test.house).catchUp()
            try await test.house.reporting.add(
                try test.actor("teacher"), reference: receipt.reference, words: "She is still at 9 Thornless Row.")
            let desk = try test.actor("coordinator")
            let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            #expect(view.statements.map(\.text) == ["Found at \(ConfidentialWords.mark) after dark. She fled from there."])
            #expect(view.addenda.map(\.words) == ["She is still at \(ConfidentialWords.mark)."])
            let rows = try await test.house.desk.queue(desk, QueueFilter()).rows
            #expect(rows.allSatisfy { !$0.firstWords.lowercased().contains("thornless") })
            #expect(rows.contains { $0.firstWords.contains(ConfidentialWords.mark) })
            let pieces = try await test.house.desk.concern(desk, reference: beside.reference, purpose: "desk").pieces
            #expect(pieces.count == 1 && pieces.allSatisfy { $0.sentence?.contains(ConfidentialWords.mark) == true })
            // Not even to be found by it: a hit would say that it is so.
            #expect(try await test.house.searching.find(desk, "thornless", purpose: "test").total == 0)
            let found = try await test.house.searching.find(desk, "dark", purpose: "test").rows
            #expect(found.map(\.label) == ["Found at \(ConfidentialWords.mark) after dark."])
            // Whoever reported it, of the agency that holds it, reads their own words.
            let own = try await test.house.reporting.ownReport(try test.actor("teacher"), reference: receipt.reference)
            #expect(own.report.statements.map(\.text) == [Self.seen])
        }
    }

    /// The police's own record: its desk reads the words, and nothing that leaves the screen holds them.
    @Test func noPrintHoldsIt() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(report)
            let desk = try test.actor("coordinator")
            try await test.house.desk.decide(
                desk, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Safe at 9 Thornless Row.", lead: test.teams["childrens"],
                    version: 1))
            let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            #expect(view.statements.map(\.text) == [Self.seen] && view.decisions.first?.reason.contains("Thornless") == true)
            let printed = view.printed
            #expect(!printed.statements.map(\.text).joined().lowercased().contains("thornless"))
            #expect(printed.decisions.map(\.reason) == ["Safe at \(ConfidentialWords.mark)."])
            // The council's team that accepts it reads neither the address nor the words.
            let worker = try test.actor("social-worker")
            let id = try #require(try await test.house.handOvers.inbox(worker).rows.first?.handOver.id)
            let file = try #require(try await test.house.handOvers.accept(worker, id))
            let opened = try await test.house.casework.caseFile(worker, reference: file.reference, purpose: "case")
            #expect(!"\(opened)".lowercased().contains("thornless"))
        }
    }

    @Test func noReplyHoldsIt() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(report)
            await #expect(throws: ServiceError.invalid([FieldFault("words", .givesAddressAway)])) {
                try await test.house.feedback.reply(
                    try test.actor("coordinator"), receipt.concern, chosen: nil, words: "Write to 9 Thornless Row.", afterReadingAgain: true
                )
            }
        }
    }
}
