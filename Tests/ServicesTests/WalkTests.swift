// SPDX-License-Identifier: Apache-2.0
import Safeguarding
@testable import Services
import Standard
import Storage
import TestSupport
import Testing

/// The walk of one concern: reported, sealed, joined, decided, handed over, acted on, answered.
@Suite struct WalkTests {
    /// A report about a child with the answers given.
    static func report(_ words: String, given: String, family: String, born: String? = "2012-05-14", signs: [String] = []) -> ConcernReport
    {
        var child = Answers()
        child[QuestionID.subjectKind] = .value("child")
        child[QuestionID.givenNames] = .value(given)
        child[QuestionID.familyName] = .value(family)
        if let born { child[QuestionID.dateOfBirth] = .value(born) }
        child[QuestionID.livesIn] = .value(TestHouse.otterley)
        var answers = Answers()
        answers[QuestionID.crime] = .value("child_sexual_exploitation")
        var statement = Answers()
        statement[QuestionID.statementText] = .value(words)
        statement[QuestionID.howKnown] = .value("saw")
        return ConcernReport(
            standard: TestStandards.current.rawValue, answers: answers, statements: [Statement(answers: statement)],
            mentions: [Mention(kind: .person, role: .subject, answers: child)])
    }

    @Test(arguments: TestStores.each) func fromTheFirstReportToTheReply(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let work = HouseWork(house)
            let teacher = try test.actor("teacher")
            let officer = try test.actor("officer")
            let desk = try test.actor("coordinator")
            _ = try await house.reporting.submit(
                teacher, Self.report("Late and tired every day this term.", given: "Robin", family: "Testwel"), channel: "form",
                idempotencyKey: "a")
            test.clock.advance(days: 3)
            let receipt = try await house.reporting.submit(
                officer, Self.report("Walking alone on Mill Lane at 1am.", given: "Robyn", family: "Testwell"), channel: "form",
                idempotencyKey: "b")
            #expect(receipt.desk.name == "Otterley desk")
            try await work.catchUp()

            let queue = try await house.desk.queue(desk, QueueFilter())
            #expect(queue.total == 2)
            let row = try #require(queue.rows.first { $0.reference == receipt.reference })
            #expect(row.subjectName == "Robyn Testwell")
            #expect(row.pieces == 1)

            let view = try await house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            let piece = try #require(view.pieces.first)
            #expect(piece.agency == "Otterley Council")
            #expect(piece.sentence?.hasPrefix("Late and tired") == true)
            let match = try #require(piece.matches.first)
            #expect(match.evidence.contains { $0.field.contains("family") && $0.bits > 0 })
            try await house.matching.answer(
                desk, concern: receipt.concern, record: match.record, other: match.otherRecord, answer: "same")

            try await house.desk.take(desk, receipt.concern)
            let route = try await house.desk.proposedRoute(desk, receipt.concern, threshold: "significant_harm")
            #expect(route.stops.filter(\.leads).count == 1)
            #expect(route.stops.contains { $0.team?.kind == "childrens_social_care" })
            let version = view.version
            try await house.desk.decide(
                desk, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Two agencies, one child.", lead: test.teams["central"],
                    version: version))

            let investigator = try test.actor("investigator")
            let worker = try test.actor("social-worker")
            let lead = try #require(try await house.handOvers.inbox(investigator).rows.map(\.handOver).first { $0.leads })
            let file = try #require(try await house.handOvers.accept(investigator, lead.id))
            let other = try #require(try await house.handOvers.inbox(worker).rows.first?.handOver)
            #expect(!other.leads)
            _ = try await house.handOvers.accept(worker, other.id)

            let caseView = try await house.casework.caseFile(worker, reference: file.reference, purpose: "case")
            #expect(Set(caseView.members.map(\.account)) == [investigator.account, worker.account])
            try await house.casework.addAction(
                investigator, file.id, words: "Visit with the social worker.", owner: worker.account,
                dueAt: test.clock.now.adding(seconds: 86_400))
            try await house.feedback.reply(investigator, receipt.concern, chosen: nil, words: "Thank you. It is being acted on.")
            let own = try await house.reporting.ownReport(officer, reference: receipt.reference)
            #expect(own.replies.map(\.words) == ["Thank you. It is being acted on."])
            #expect(own.row.standing == .answered)
        }
    }

    @Test(arguments: TestStores.each) func aRefusedHandOverComesBackUrgent(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let desk = try test.actor("coordinator")
            let investigator = try test.actor("investigator")
            let receipt = try await house.reporting.submit(
                try test.actor("officer"), Self.report("New phone, won't say from whom.", given: "Idris", family: "Sampleton"),
                channel: "form",
                idempotencyKey: "a")
            try await house.desk.decide(
                desk, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "For the central team.", lead: test.teams["central"],
                    version: 1))
            let offered = try #require(try await house.handOvers.inbox(investigator).rows.first?.handOver)
            try await house.handOvers.refuse(investigator, offered.id, reason: "not_our_work", words: "Online only.")
            let row = try #require(try await house.desk.queue(desk, QueueFilter()).rows.first)
            #expect(row.status == .returned)
            #expect(house.standard.isAboveTheRest(urgency: row.urgency))
            #expect(row.dueHard.seconds(since: test.clock.now) < 86_400)
            #expect(try await house.notices.mine(investigator).rows.isEmpty)
            await #expect(throws: ServiceError.self) { _ = try await house.handOvers.accept(investigator, offered.id) }
        }
    }

    @Test(arguments: TestStores.each) func twiceSentIsOneReport(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let officer = try test.actor("officer")
            let report = Self.report("Seen again.", given: "Amira", family: "Sampleton")
            let first = try await test.house.reporting.submit(officer, report, channel: "api", idempotencyKey: "k")
            let second = try await test.house.reporting.submit(officer, report, channel: "api", idempotencyKey: "k")
            #expect(first == second)
            await #expect(throws: ServiceError.keyReused) {
                _ = try await test.house.reporting.submit(
                    officer, Self.report("Other words.", given: "Amira", family: "Sampleton"), channel: "api", idempotencyKey: "k")
            }
            #expect(try await test.house.reporting.ownReports(officer, page: 0).total == 1)
        }
    }

    @Test(arguments: TestStores.each) func anotherDeskSeesNothing(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let receipt = try await house.reporting.submit(
                try test.actor("officer"), Self.report("A concern.", given: "Noor", family: "Testley"), channel: "form", idempotencyKey: "a"
            )
            for name in ["coordinator-south", "investigator", "teacher", "administrator", "auditor", "leader"] {
                await #expect(throws: ServiceError.notFound, "\(name)") {
                    _ = try await house.desk.concern(try test.actor(name), reference: receipt.reference, purpose: "desk")
                }
            }
            await #expect(throws: ServiceError.notFound) {
                _ = try await house.reporting.ownReport(try test.actor("teacher"), reference: receipt.reference)
            }
        }
    }

    @Test(arguments: TestStores.each) func whoeverIsNamedAsASuspectIsShutOutAtOnce(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            var report = Self.report("Seen with an officer.", given: "Leah", family: "Sampleton")
            var suspect = Answers()
            suspect[QuestionID.givenNames] = .value("Kit")
            suspect[QuestionID.familyName] = .value("Marsh")
            report.mentions.append(Mention(kind: .person, role: .suspect, answers: suspect))
            let receipt = try await house.reporting.submit(try test.actor("teacher"), report, channel: "form", idempotencyKey: "a")
            let named = try test.actor("coordinator")
            await #expect(throws: ServiceError.notFound) {
                _ = try await house.desk.concern(named, reference: receipt.reference, purpose: "desk")
            }
            #expect(try await house.desk.queue(named, QueueFilter()).total == 0)
            let manager = try test.actor("duty-manager")
            #expect(try await house.desk.queue(manager, QueueFilter()).total == 1)
            try await house.desk.reviewShutOut(
                manager, receipt.concern, account: named.account, lift: true, reason: "Another person of that name.")
            #expect(try await house.desk.queue(named, QueueFilter()).total == 1)
        }
    }

    @Test func missingAnswersNeverBlock() {
        let one = ConcernReport(
            standard: TestStandards.current.rawValue,
            statements: [Statement(answers: Answers([QuestionID.statementText: .value("One sentence.")]))])
        #expect(one.saysSomething)
        #expect(!ConcernReport(standard: TestStandards.current.rawValue).saysSomething)
    }
}
