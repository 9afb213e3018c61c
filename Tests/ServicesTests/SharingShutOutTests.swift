// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// A concern about somebody who works for an agency: where a person sets it, all of the agency's people are shut out.
struct SharingShutOutTests {
    private func concern(_ test: TestHouse, by name: String = "officer") async throws -> Services.Receipt {
        let receipt = try await test.send(
            MatchingReports.child("Robyn", "Testwell", born: "2012-05-14", with: [MatchingReports.suspect("Head", "Teacher")]), as: name)
        try await HouseWork(test.house).catchUp()
        return receipt
    }

    @Test(arguments: TestStores.each) func itsPeopleSeeFindCountAndHearNothing(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await concern(test)
            let (desk, worker) = (try test.actor("coordinator"), try test.actor("social-worker"))
            let council = try #require(test.agencies["council"])
            try await test.house.desk.decide(
                desk, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Two agencies.", lead: test.teams["central"], version: 1))
            try await HouseWork(test.house).catchUp()
            let before = try await test.house.handOvers.inbox(worker)
            #expect(before.total == 1)
            #expect(try await !test.house.notices.mine(worker).rows.isEmpty)
            #expect(try await !test.house.searching.find(worker, "testwell", purpose: "test").rows.isEmpty)

            try await test.house.desk.shutOutAgency(desk, receipt.concern, agency: council, lift: false, reason: "They work there.")
            try await HouseWork(test.house).catchUp()
            #expect(try await test.house.handOvers.inbox(worker).total == 0)
            #expect(try await test.house.notices.mine(worker).rows.isEmpty)
            let found = try await test.house.searching.find(worker, "testwell", purpose: "test")
            #expect(found.rows.isEmpty && found.total == 0)
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.desk.concern(worker, reference: receipt.reference, purpose: "desk")
            }
            let work = try await test.house.waiting(worker)
            #expect(work.handOvers == 0)
            // A piece of it beside another concern is not counted for them either: the police desk still sees it.
            let view = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            #expect(view.shutOutAgencies.map(\.name) == ["Otterley Council"] && view.shutOutAgencies.first?.by == "Kit Marsh")

            try await test.house.desk.shutOutAgency(desk, receipt.concern, agency: council, lift: true, reason: "They have left.")
            #expect(try await test.house.handOvers.inbox(worker).total == 1)
        }
    }

    /// Whoever of the agency reported it keeps their own report, and nothing beside it.
    @Test func whoReportedItKeepsTheirOwnReport() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await concern(test, by: "teacher")
            let desk = try test.actor("coordinator")
            try await test.house.desk.shutOutAgency(
                desk, receipt.concern, agency: try #require(test.agencies["council"]), lift: false, reason: "They work there.")
            let teacher = try test.actor("teacher")
            #expect(try await test.house.reporting.ownReport(teacher, reference: receipt.reference).row.reference == receipt.reference)
            try await test.house.feedback.reply(desk, receipt.concern, chosen: "keep_telling", words: "")
            #expect(try await test.house.notices.mine(teacher).rows.map(\.kind) == ["reply"])
            await #expect(throws: ServiceError.self) {
                _ = try await test.house.ledgerDesk.looks(try test.actor("auditor"), at: receipt.concern)
            }
        }
    }

    @Test func aPersonDoesItWithAReasonAndNeverToThemselves() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await concern(test)
            let (council, police) = (try #require(test.agencies["council"]), try #require(test.agencies["police"]))
            let desk = try test.actor("coordinator")
            await #expect(throws: ServiceError.invalid([FieldFault("reason", .missing), FieldFault("agency", .notAccepted)])) {
                try await test.house.desk.shutOutAgency(desk, receipt.concern, agency: police, lift: false, reason: "")
            }
            for name in ["officer", "investigator", "social-worker", "administrator", "coordinator-south"] {
                await #expect(throws: ServiceError.self, "\(name)") {
                    try await test.house.desk.shutOutAgency(
                        try test.actor(name), receipt.concern, agency: council, lift: false, reason: "Mine to say.")
                }
            }
            #expect(try await test.count("SELECT count(*) AS n FROM shut_out_agency") == 0)
        }
    }

    /// What a shut-out person is told beside another concern: not even that there is one more piece.
    @Test func aPieceIsNotCountedForWhoeverIsShutOutOfIt() async throws {
        try await TestHouse.with(.sqlite) { test in
            // The duty manager is Max Heath.
            _ = try await test.send(
                MatchingReports.child("Robyn", "Testwell", born: "2012-05-14", with: [MatchingReports.suspect("Max", "Heath")]),
                as: "officer")
            let other = try await test.send(MatchingReports.child("Robyn", "Testwell", born: "2012-05-14"), as: "teacher")
            try await HouseWork(test.house).catchUp()
            func pieces(_ name: String) async throws -> Int? {
                try await test.house.desk.queue(try test.actor(name), QueueFilter()).rows.first { $0.concern == other.concern }?.pieces
            }
            #expect(try await pieces("coordinator") == 1)
            #expect(try await pieces("duty-manager") == 0)
            let found = try await test.house.searching.find(try test.actor("duty-manager"), "testwell", purpose: "test")
            #expect(found.rows.map(\.row.pieces) == [0] && found.total == 1)
        }
    }
}
