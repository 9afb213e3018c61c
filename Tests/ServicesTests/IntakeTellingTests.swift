// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// A concern about a member of staff, a carer or an officer is told to the duty that the standard names as soon as it comes, without a word of
/// whom it is about.
struct IntakeTellingTests {
    private func report(_ suspect: [String: Answer], named: (String, String)? = nil) -> ConcernReport {
        var answers = suspect
        if let named {
            answers.merge([QuestionID.givenNames: .value(named.0), QuestionID.familyName: .value(named.1)]) { first, _ in first }
        }
        var report = MatchingReports.child("Robyn", "Testwell", born: "2012-05-14")
        report.mentions.append(Mention(kind: .person, role: .suspect, answers: Answers(answers)))
        return report
    }

    /// A designated officer of Otterley, and professional standards of the police.
    private func duties(_ test: TestHouse) async throws -> (officer: Actor, standards: Actor) {
        let administrator = try test.actor("administrator"), desk = test.house.directoryDesk
        var actors: [Actor] = []
        for (kind, agency, area, name) in [
            ("lado", "council", Optional(TestHouse.otterley), "Des Ignated"), ("professional_standards", "police", nil, "Pro Standards"),
        ] {
            let fields = TeamFields(name: kind, kind: kind, area: area, phone: "0121 496 0044", hours: "day and night")
            let place = try #require(test.agencies[agency])
            let team = try await desk.addTeam(administrator, fields, agency: place).id
            let account = try await desk.addAccount(
                administrator, name: name, email: "\(kind)@example.org", post: kind, phone: "0121 496 0045", agency: place)
            _ = try await desk.grant(administrator, account.id, Grant(.investigator, team: team))
            actors.append(Actor(account: account.id, agency: place, grants: [Grant(.investigator, team: team)]))
        }
        return (actors[0], actors[1])
    }

    private func told(_ test: TestHouse, _ actor: Actor) async throws -> [Notice] {
        try await test.house.notices.mine(actor).rows.filter { $0.kind == "allegation" }
    }

    @Test(arguments: TestStores.each) func theDutyIsToldAtOnceAndReadsNothing(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (officer, standards) = try await duties(test)
            let receipt = try await test.send(report([QuestionID.positionOfTrust: .value("school")]))
            let notice = try #require(try await told(test, officer).first)
            #expect(notice.concern == receipt.reference)
            guard case .allegation(let desk) = notice.matter else { throw TestHouseError(what: "the notice names no desk to ring") }
            #expect(desk.name == "Otterley desk")
            #expect(try await told(test, standards).isEmpty)
            let mails = try await test.house.outboxWaiting().filter { $0.kind == .allegation }
            #expect(mails.map(\.account) == [officer.account])
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.desk.concern(officer, reference: receipt.reference, purpose: "desk")
            }
            #expect(try await test.house.searching.find(officer, "testwell", purpose: "test").total == 0)
            _ = try await test.send(report([QuestionID.positionOfTrust: .value("police")]))
            #expect(try await told(test, standards).count == 1)
            #expect(try await told(test, officer).count == 2)
            // Nobody in a position of trust: nobody is told.
            _ = try await test.send(report([QuestionID.relationship: .value("neighbour")]))
            #expect(try await told(test, officer).count == 2)
        }
    }

    @Test func whoeverOfTheDutyIsNamedIsToldNothing() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (officer, _) = try await duties(test)
            _ = try await test.send(report([QuestionID.positionOfTrust: .value("school")], named: ("Des", "Ignated")))
            #expect(try await told(test, officer).isEmpty)
            #expect(try await test.house.outboxWaiting().isEmpty)
            #expect(try await test.count("SELECT count(*) AS n FROM notice WHERE kind = 'allegation'") == 1)
        }
    }
}
