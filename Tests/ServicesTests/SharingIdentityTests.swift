// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// Protected identities and confidential addresses.
struct SharingIdentityTests {
    private func child(_ test: TestHouse, as name: String = "officer", address: String? = nil) async throws -> Services.Receipt {
        var report = MatchingReports.child("Robyn", "Testwell", born: "2012-05-14")
        if let address {
            report.mentions[0].answers[QuestionID.personAddress] = .value(address)
            report.mentions[0].answers[QuestionID.personAddressConfidential] = .value("yes")
            report.mentions.append(
                Mention(
                    kind: .place,
                    answers: Answers([QuestionID.placeAddress: .value(address), QuestionID.placeConfidential: .value("yes")])))
        }
        let receipt = try await test.send(report, as: name)
        try await HouseWork(test.house).catchUp()
        return receipt
    }

    private func record(_ test: TestHouse, _ receipt: Services.Receipt) async throws -> RecordID {
        let row = try await test.house.store.read { session in
            try session.one("SELECT id FROM record WHERE concern_id = $1 AND role = 'subject'", [.text(receipt.concern.description)])
        }
        return try row.recordID("id")
    }

    private func pieces(_ test: TestHouse, _ receipt: Services.Receipt) async throws -> Int {
        try await test.house.matching.pieces(try test.actor("coordinator"), of: receipt.concern).pieces.count
    }

    private func bothPieces(_ test: TestHouse, _ first: Services.Receipt, _ second: Services.Receipt) async throws -> [Int] {
        [try await pieces(test, first), try await pieces(test, second)]
    }

    @Test(arguments: TestStores.each) func aProtectedPersonIsNeverOfferedAndTheHolderAloneIsTold(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let first = try await child(test)
            let desk = try test.actor("coordinator"), holder = try test.actor("identity-holder")
            try await test.house.identities.protect(desk, first.concern, record: try await record(test, first), reason: "Moved to be safe.")
            let second = try await child(test, as: "teacher")
            #expect(try await pieces(test, first) == 0)
            #expect(try await pieces(test, second) == 0)
            #expect(try await test.house.desk.queue(desk, QueueFilter()).rows.allSatisfy { $0.pieces == 0 })
            #expect(try await test.house.notices.mine(holder).rows.map(\.kind) == ["protected_match"])
            for name in ["coordinator", "duty-manager", "investigator", "officer", "auditor", "administrator", "standards"] {
                #expect(try await !test.house.notices.mine(try test.actor(name)).rows.contains { $0.kind == "protected_match" }, "\(name)")
                await #expect(throws: ServiceError.self, "\(name)") { _ = try await test.house.identities.list(try test.actor(name)) }
            }
            let found = try await test.house.identities.list(holder)
            #expect(found.map(\.reference) == [first.reference] && found.map(\.otherReference) == [second.reference])
            #expect(try await test.house.notices.mine(holder).rows.isEmpty)

            try await test.house.identities.lift(desk, first.concern, record: try await record(test, first), reason: "No longer in danger.")
            try await HouseWork(test.house).catchUp()
            #expect(try await pieces(test, first) == 1)
            #expect(try await pieces(test, second) == 1)
            #expect(try await test.house.identities.list(holder).isEmpty)
        }
    }

    @Test func whatWasOfferedIsTakenAway() async throws {
        try await TestHouse.with(.sqlite) { test in
            let first = try await child(test), second = try await child(test, as: "teacher")
            #expect(try await pieces(test, first) == 1)
            #expect(try await pieces(test, second) == 1)
            try await test.house.identities.protect(
                try test.actor("coordinator"), first.concern, record: try await record(test, first), reason: "Adopted.")
            #expect(try await pieces(test, first) == 0)
            #expect(try await pieces(test, second) == 0)
            #expect(try await test.house.identities.list(try test.actor("identity-holder")).count == 1)
            let printed = try await test.house.desk.concern(
                try test.actor("coordinator"), reference: first.reference, purpose: "desk"
            ).printed
            #expect(printed.mentions.allSatisfy { $0.label.isEmpty && $0.mention.answers.first(QuestionID.familyName) == nil })
        }
    }

    @Test func onlyWhoAnswersForTheConcernProtects() async throws {
        try await TestHouse.with(.sqlite) { test in
            let first = try await child(test)
            let person = try await record(test, first)
            for name in ["officer", "coordinator-south", "investigator", "identity-holder", "source-handler"] {
                await #expect(throws: ServiceError.self, "\(name)") {
                    try await test.house.identities.protect(try test.actor(name), first.concern, record: person, reason: "So.")
                }
            }
            await #expect(throws: ServiceError.notFound) {
                try await test.house.identities.protect(
                    try test.actor("coordinator"), first.concern, record: test.house.store.newID(), reason: "Nobody.")
            }
        }
    }

    private static let address = "4 Quietway Close, Otterley"

    /// Shown to the agency that holds it alone; on no piece, in no search, on no print.
    @Test(arguments: TestStores.each) func aConfidentialAddressIsItsAgencysAlone(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let council = try await child(test, as: "teacher", address: Self.address)
            let police = try await child(test, as: "officer", address: Self.address)
            let desk = try test.actor("coordinator")
            func says(_ view: ConcernView) -> Bool {
                view.mentions.contains { view in
                    view.label.contains("Quietway")
                        || Mention.addressQuestions.contains { view.mention.answers.first($0)?.contains("Quietway") ?? false }
                }
            }
            let others = try await test.house.desk.concern(desk, reference: council.reference, purpose: "desk")
            #expect(!says(others) && others.mentions.allSatisfy { !$0.withheld.isEmpty })
            #expect(others.gaps.allSatisfy { $0.question != QuestionID.personAddress || $0.record == nil }, "what is withheld is no gap")
            let own = try await test.house.desk.concern(desk, reference: police.reference, purpose: "desk")
            #expect(says(own) && !says(own.printed))
            #expect(
                own.pieces.flatMap(\.matches).allSatisfy { match in
                    !match.evidence.contains { $0.field == "address" || $0.field == "postcode" }
                        && match.otherLabel?.contains("Quietway") != true
                })
            for sought in ["Quietway", "Quietway Close", Self.address] {
                #expect(try await test.house.searching.find(desk, sought, purpose: "test").rows.isEmpty, "\(sought)")
            }
            let report = try await test.house.reporting.ownReport(try test.actor("teacher"), reference: council.reference).report
            #expect(report.mentions.contains { $0.answers.first(QuestionID.placeAddress) == Self.address })
        }
    }

    /// The same address, not confidential, is found and shown: the test would see it.
    @Test func anOpenAddressIsFound() async throws {
        try await TestHouse.with(.sqlite) { test in
            var report = MatchingReports.child("Robyn", "Testwell")
            report.mentions.append(Mention(kind: .place, answers: Answers([QuestionID.placeAddress: .value(Self.address)])))
            _ = try await test.send(report, as: "teacher")
            try await HouseWork(test.house).catchUp()
            #expect(try await !test.house.searching.find(try test.actor("coordinator"), "Quietway", purpose: "test").rows.isEmpty)
        }
    }
}
