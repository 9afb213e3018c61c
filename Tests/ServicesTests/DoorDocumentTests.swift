// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Testing

@testable import Services

@Suite("What a draft of the door seals") struct DoorDocumentTests {
    private let report = ConcernReport(
        standard: "west-midlands/2026", statements: [Statement(answers: Answers(["statement.text": .value("He came.")]))])

    /// A draft that an older program wrote is a report alone.
    @Test func aDraftOfBeforeIsRead() throws {
        let read = try JSONDecoder().decode(DoorDocument.self, from: try JSONEncoder().encode(report))
        #expect(read.report == report && read.unread == nil)
    }

    /// And an older program reads a draft of this one.
    @Test func aDraftOfThisProgramIsAReportStill() throws {
        let unread = try #require(DoorUnread(page: "words", fields: [.init(name: "statement.text", value: "long")]))
        let bytes = try JSONEncoder().encode(DoorDocument(report, unread))
        #expect(try JSONDecoder().decode(ConcernReport.self, from: bytes) == report)
        #expect(try JSONDecoder().decode(DoorDocument.self, from: bytes).unread == unread)
    }

    @Test func moreThanADraftHoldsIsNotKept() {
        #expect(DoorUnread(page: "words", fields: [.init(name: "a", value: String(repeating: "x", count: 200_001))]) == nil)
    }

    @Test func wordsAreBrokenAtABlankAndNoneIsLost() throws {
        let words = String(repeating: "seven letters. ", count: 1_000)
        let parts = try Words.parts(words, field: "words", most: 400)
        #expect(parts.joined() == words.dropLast() && parts.allSatisfy { $0.count <= 400 })
        #expect(parts.dropLast().allSatisfy { $0.hasSuffix(" ") })
        // Without a blank it is broken where it must be.
        #expect(try Words.parts(String(repeating: "x", count: 1_000), field: "words", most: 400).map(\.count) == [400, 400, 200])
        #expect(try Words.parts("One.", field: "words") == ["One."])
        #expect(throws: ServiceError.self) { try Words.parts(" \n", field: "words") }
    }
}
