// SPDX-License-Identifier: Apache-2.0
import Ledger
import Linkage
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// The desk's search: what it finds, for whom, and what it says it did not search.
struct MatchingSearchTests {
    private func find(_ test: TestHouse, _ text: String, as name: String = "coordinator") async throws -> SearchPage {
        try await test.house.searching.find(try test.actor(name), text, purpose: "safeguarding")
    }

    @Test(arguments: TestStores.each) func findsByNameNumberMarkAndReference(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(
                MatchingReports.child(
                    "Robyn", "Testwell", seen: "Seen by the canal at night.",
                    with: [MatchingReports.phone("07700 900123"), MatchingReports.vehicle("QT57 WXY")]))
            _ = try await test.send(MatchingReports.child("Somebody", "Else"))
            try await HouseWork(test.house).catchUp()
            let texts = ["robin testwel", "testwell", "07700900123", "qt57wxy", "canal", receipt.reference.lowercased()]
            for text in texts {
                let page = try await find(test, text)
                #expect(
                    page.rows.map(\.concern) == [receipt.concern] && page.total == 1 && page.notSearched.isEmpty,
                    "\(text): \(page.notSearched)")
            }
            let row = try #require(try await find(test, "0770 0900 123").rows.first)
            #expect(row.kind == "phone" && row.field == "phone" && row.level == "exact" && row.label == "07700 900123")
            #expect(try await find(test, receipt.reference).rows.first?.kind == "concern")
        }
    }

    @Test(arguments: TestStores.each) func nobodyFindsWhatTheyMayNotRead(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.phone("07700 900123")]))
            let work = HouseWork(test.house)
            try await work.catchUp()
            for text in ["testwell", "07700900123", receipt.reference] {
                #expect(try await find(test, text, as: "coordinator-south").rows.isEmpty)
                #expect(try await find(test, text, as: "investigator").total == 0)
            }
            await #expect(throws: ServiceError.self) { try await find(test, "testwell", as: "teacher") }
        }
    }

    /// The tags follow the ledger: a change of who may see reaches the index without a restart.
    @Test(arguments: TestStores.each) func theFilterFollowsWhatChangesWhoMaySee(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            let work = HouseWork(test.house)
            try await work.catchUp()
            #expect(try await find(test, "testwell").total == 1)
            let scope = AccessPolicy.scope(try test.actor("coordinator"), .readConcern)
            func inIndex() -> Int {
                test.house.index.search(.init("testwell"), where: test.house.tags.filter(scope)).total
            }
            for restricted in [1, 0] {
                try await test.house.store.write(ActOfPerson(systemAct: .alter, at: test.clock.now, purpose: "test")) { transaction in
                    _ = try transaction.update(
                        "concern", key: [.text(receipt.concern.description)], set: ["restricted": .integer(restricted)])
                }
                try await work.feeder.advance()
                #expect(inIndex() == 1 - restricted)
            }
            let account = try test.account("coordinator")
            try await test.house.store.write(ActOfPerson(systemAct: .alter, at: test.clock.now, purpose: "test")) { transaction in
                try transaction.insert(
                    ShutOutRow.make(
                        concern: receipt.concern, account: account.description, state: .set, at: test.clock.now, salted: transaction))
            }
            // The store's own answer does not wait for the index.
            #expect(try await find(test, "testwell").rows.isEmpty)
            try await work.feeder.advance()
            #expect(inIndex() == 0)
        }
    }

    @Test func beforeTheIndexIsReadyExactValuesAreFoundAndTheRestIsSaid() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(
                MatchingReports.child(
                    "Robyn", "Testwell", with: [MatchingReports.phone("07700 900123"), MatchingReports.vehicle("QT57 WXY")]))
            for text in ["+44 7700 900123", "QT57WXY", receipt.reference] {
                let page = try await find(test, text)
                #expect(page.rows.map(\.concern) == [receipt.concern] && page.notSearched == ["index_loading"])
            }
            let page = try await find(test, "testwell")
            #expect(page.rows.isEmpty && page.notSearched == ["index_loading"])
        }
    }

    @Test(arguments: TestStores.each) func theLedgerHoldsWhatWasShownAndNoWordSought(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            try await HouseWork(test.house).catchUp()
            _ = try await find(test, "Testwell")
            let bodies = try await test.house.store.read { session in
                try session.query("SELECT body FROM ledger_entry ORDER BY id").map { String(decoding: try $0.blob("body"), as: UTF8.self) }
            }
            #expect(!bodies.contains { $0.lowercased().contains("testwell") })
            #expect(bodies.last.map { $0.contains("\"act\":\"search\"") && $0.contains(receipt.concern.description) } == true)
        }
    }

    @Test func anEmptyOrEndlessTextIsRefused() async throws {
        try await TestHouse.with(.sqlite) { test in
            for text in ["  ", String(repeating: "a ", count: 500)] {
                await #expect(throws: ServiceError.self) { try await find(test, text) }
            }
        }
    }

    @Test(arguments: [
        ("07700 900123", "+447700900123"), ("+44 (0)7700 900123", "+447700900123"), ("0044 7700 900123", "+447700900123"),
        ("Testwell", nil), ("123", nil),
    ])
    func phonesMeetInOneForm(_ text: String, _ expected: String?) { #expect(BlindValues.phone(text) == expected) }

    @Test func rareValuesMeetAndCommonOnesNeverStand() {
        #expect(BlindValues.mark("qt57 wxy") == "QT57WXY" && BlindValues.mark("QT5? WXY") == nil && BlindValues.mark("SILVER") == nil)
        #expect(BlindValues.identifier("nhs: 999 000 0018") == BlindValues.identifier("9990000018"))
        #expect(BlindValues.handle("@Robyn_T", platform: "Chat") == "chat:robyn_t")
        let name = Mention(
            kind: .person, answers: Answers([QuestionID.givenNames: .value("Robyn"), QuestionID.familyName: .value("Testwell")]))
        #expect(BlindValues.of(name).isEmpty)
        var born = name
        born.answers[QuestionID.dateOfBirth] = .value("2011-03")
        #expect(BlindValues.of(born).isEmpty)
        born.answers[QuestionID.dateOfBirth] = .value("2011-03-09")
        #expect(BlindValues.of(born).map(\.kind) == [BlindValues.Kind.nameAndBirth])
    }
}
