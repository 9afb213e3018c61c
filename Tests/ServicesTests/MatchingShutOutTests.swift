// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// Whoever is likely named as a suspect is shut out until a person has looked (DESIGN rule 3).
struct MatchingShutOutTests {
    private func states(_ test: TestHouse) async throws -> [String: String] {
        let rows = try await test.house.store.read { session in try session.query("SELECT account_id, state FROM shut_out") }
        return Dictionary(try rows.map { (try $0.text("account_id"), try $0.text("state")) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: TestStores.each) func aLikelySpellingIsProposedAndTheDeskIsTold(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            // The co-ordinator is Kit Marsh.
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect("Kitt", "Marsch")]))
            let work = HouseWork(test.house)
            try await work.catchUp()
            let account = try test.account("coordinator")
            #expect(try await states(test) == [account.description: "proposed"])
            let manager = try test.actor("duty-manager")
            let notices = try await test.house.notices.mine(manager).rows
            #expect(notices.map(\.kind) == ["shut_out"] && notices.first?.concern == receipt.reference)
            // The person concerned sees neither the notice nor the concern.
            #expect(try await test.house.notices.mine(try test.actor("coordinator")).rows.isEmpty)
            #expect(try await test.house.searching.find(try test.actor("coordinator"), "testwell", purpose: "test").rows.isEmpty)

            try await test.house.notices.markRead(manager, try #require(notices.first?.id))
            #expect(try await test.house.notices.mine(manager).rows.isEmpty)
            await #expect(throws: ServiceError.notFound) {
                try await test.house.notices.markRead(try test.actor("coordinator"), try #require(notices.first?.id))
            }
        }
    }

    @Test func whatAPersonLiftedIsNotProposedAgain() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect("Kitt", "Marsch")]))
            let work = HouseWork(test.house)
            try await work.catchUp()
            try await test.change("UPDATE shut_out SET state = 'lifted'")
            try await test.change(
                "INSERT INTO job (kind, subject, run_after, attempts) VALUES ('link', $1, 0, 0)", [.text(receipt.concern.description)])
            try await work.catchUp()
            #expect(try await states(test).values.sorted() == ["lifted"])
        }
    }

    @Test func halfANameShutsNobodyOut() async throws {
        try await TestHouse.with(.sqlite) { test in
            let suspect = Mention(kind: .person, role: .suspect, answers: Answers([QuestionID.givenNames: .value("Kit")]))
            _ = try await test.send(MatchingReports.child("Kit", "Marsh", with: [suspect, MatchingReports.suspect("Kit", "Testwell")]))
            try await HouseWork(test.house).catchUp()
            #expect(try await states(test).isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func theExactNameIsShutOutInTheReportsOwnTransaction(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect("kit", "MARSH")]))
            #expect(try await states(test) == [try test.account("coordinator").description: "set"])
            try await HouseWork(test.house).catchUp()
            #expect(try await states(test).values.sorted() == ["set"])
        }
    }
}
