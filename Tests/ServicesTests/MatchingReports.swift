// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage
import TestSupport

@testable import Services

/// Reports of invented people, for the tests of matching.
enum MatchingReports {
    /// A child and what was seen of it.
    static func child(
        _ given: String, _ family: String, born: String? = nil, in area: String = TestHouse.otterley,
        seen: String = "Missing overnight twice.",
        with mentions: [Mention] = []
    ) -> ConcernReport {
        var answers: [String: Answer] = [
            QuestionID.givenNames: .value(given), QuestionID.familyName: .value(family), QuestionID.livesIn: .value(area),
        ]
        if let born { answers[QuestionID.dateOfBirth] = .value(born) }
        return ConcernReport(
            standard: TestStandards.current.rawValue, statements: [Statement(answers: Answers([QuestionID.statementText: .value(seen)]))],
            mentions: [Mention(kind: .person, role: .subject, answers: Answers(answers))] + mentions)
    }

    static func phone(_ number: String) -> Mention { Mention(kind: .phone, answers: Answers([QuestionID.phoneNumber: .value(number)])) }

    static func vehicle(_ mark: String) -> Mention { Mention(kind: .vehicle, answers: Answers([QuestionID.vehicleMark: .value(mark)])) }

    static func suspect(_ given: String, _ family: String) -> Mention {
        Mention(
            kind: .person, role: .suspect, answers: Answers([QuestionID.givenNames: .value(given), QuestionID.familyName: .value(family)]))
    }
}

extension TestHouse {
    /// Sends a report as somebody, and returns the concern.
    func send(_ report: ConcernReport, as name: String = "officer", key: String = "") async throws -> Receipt {
        let given = key.isEmpty ? house.store.newID().description : key
        return try await house.reporting.submit(try actor(name), report, channel: "api", idempotencyKey: given)
    }

    /// One value out of the store.
    func count(_ sql: String, _ arguments: [SQLValue] = []) async throws -> Int {
        try await house.store.read { session in Int(try session.integer(sql, arguments)) }
    }

    /// Changes the store past the use cases.
    func change(_ sql: String, _ arguments: [SQLValue] = []) async throws {
        try await house.store.writeWithoutEntry { session in _ = try session.execute(sql, arguments) }
    }
}
