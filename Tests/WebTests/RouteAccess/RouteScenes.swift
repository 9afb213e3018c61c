// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard
import Storage
import TestSupport

@testable import Web

/// What each route is called with, so that whoever may call it succeeds: fresh things of the test house, made through `Services`.
struct RouteScenes {
    let access: AccessHouse
    var house: House { access.house }

    typealias Scene = @Sendable (RouteScenes, Caller) async throws -> RouteCall

    /// A scene a route that needs one. Others are called with nothing.
    static let all: [String: Scene] = [access, directory, records, reporting, practice, door, desk, decisions, teams, sharing, api].reduce(
        into: [:]) {
            $0.merge($1) { first, _ in first }
        }

    /// The call of a route. `owner` is whose draft, session, token, report or concern it is about.
    func call(_ route: String, _ owner: Caller) async throws -> RouteCall { try await Self.all[route]?(self, owner) ?? RouteCall() }

    /// A report about a child of Otterley. `about` is the family name.
    func report(
        _ words: String = "Seen late at night with an older man.", about family: String = "Sampleton",
        suspect: (given: String, family: String)? = nil
    ) -> ConcernReport {
        var child = Answers()
        child[QuestionID.subjectKind] = .value("child")
        child[QuestionID.givenNames] = .value("Robin")
        child[QuestionID.familyName] = .value(family)
        child[QuestionID.dateOfBirth] = .value("2014-05-14")
        child[QuestionID.livesIn] = .value(TestHouse.otterley)
        var answers = Answers()
        answers[QuestionID.crime] = .value("child_sexual_exploitation")
        var statement = Answers()
        statement[QuestionID.statementText] = .value(words)
        var mentions = [Mention(kind: .person, role: .subject, answers: child)]
        if let suspect {
            var named = Answers()
            named[QuestionID.givenNames] = .value(suspect.given)
            named[QuestionID.familyName] = .value(suspect.family)
            mentions.append(Mention(kind: .person, role: .suspect, answers: named))
        }
        return ConcernReport(
            standard: TestStandards.current.rawValue, answers: answers, statements: [Statement(answers: statement)], mentions: mentions)
    }

    /// A concern that a person reported.
    func concern(by reporter: Caller = .officer, _ report: ConcernReport? = nil) async throws -> Receipt {
        try await house.reporting.submit(
            try access.actor(reporter), report ?? self.report(), channel: "form", idempotencyKey: "scene-\(access.next())")
    }

    /// A concern that has been taken: by this desk, else by the co-ordinator.
    func taken(by caller: Caller, _ report: ConcernReport? = nil) async throws -> Receipt {
        let receipt = try await concern(report)
        try await house.desk.take(try access.actor(Caller.desks.contains(caller) ? caller : .coordinator), receipt.concern)
        return receipt
    }

    private func concern(_ report: ConcernReport?) async throws -> Receipt { try await concern(by: .officer, report) }

    /// A concern handed to the central team, and by the standard to children's social care; with the hand-over to the central team.
    func handedOver(_ report: ConcernReport? = nil, restricted: Bool = false) async throws -> (receipt: Receipt, handOver: RecordID) {
        let receipt = restricted ? try await self.restricted(report) : try await concern(report)
        try await house.desk.decide(
            try access.actor(.coordinator), receipt.concern,
            DecisionInput(
                outcome: "hand_over", threshold: "significant_harm", reason: "For the central team.", lead: try access.team("central"),
                version: 1))
        return (receipt, try await handOver(of: receipt.concern, to: "central"))
    }

    func handOver(of concern: RecordID, to team: String) async throws -> RecordID {
        let team = try access.team(team)
        let row = try await house.store.read { session in
            try session.one(
                "SELECT id FROM hand_over WHERE concern_id = $1 AND team_id = $2", [.text(concern.description), .text(team.description)])
        }
        guard let id = RecordID(try row.text("id")) else { throw TestHouseError(what: "a hand-over without an id") }
        return id
    }

    /// A case that the investigator opened and the social worker joined.
    func file() async throws -> CaseRow {
        let (receipt, lead) = try await handedOver()
        guard let file = try await house.handOvers.accept(try access.actor(.investigator), lead) else {
            throw TestHouseError(what: "no case was opened")
        }
        _ = try await house.handOvers.accept(try access.actor(.socialWorker), try await handOver(of: receipt.concern, to: "childrens"))
        return file
    }

    /// The newest row of a table.
    func newest(_ table: String, _ order: String, where condition: String = "1 = 1") async throws -> RecordID {
        let row = try await house.store.read { session in
            try session.one("SELECT id FROM \(table) WHERE \(condition) ORDER BY \(order) DESC, id DESC LIMIT 1")
        }
        guard let id = RecordID(try row.text("id")) else { throw TestHouseError(what: "\(table) without an id") }
        return id
    }

    /// The boxes of a moment some days on.
    func moment(_ name: String, days: Double) -> [(String, String)] {
        MomentField.typed(house.now.adding(seconds: days * 86_400), name).map { ($0.name, $0.value) }
    }
}
