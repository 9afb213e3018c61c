// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import TestSupport
import Testing

@testable import Services

/// A registration of which only a part was read finds the vehicle all the same, whether or not somebody wrote question marks.
struct MatchingMarkTests {
    private func vehicle(_ mark: String, said: String? = nil) -> Mention {
        var mention = MatchingReports.vehicle(mark)
        if let said { mention.answers[QuestionID.vehicleMarkRead] = .value(said) }
        return mention
    }

    private func pieces(_ earlier: Mention, _ later: Mention) async throws -> Int {
        try await TestHouse.with(.sqlite) { test in
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [earlier]))
            let receipt = try await test.send(MatchingReports.child("Sidra", "Southward", with: [later]))
            try await HouseWork(test.house).catchUp()
            return try await test.house.matching.pieces(try test.actor("coordinator"), of: receipt.concern).pieces.count
        }
    }

    @Test(arguments: ["QX01Z", "QX01 ZQ", "X01ZQA", "01ZQA"]) func aPartLiesBesideTheWhole(_ part: String) async throws {
        #expect(try await pieces(vehicle("QX01 ZQA"), vehicle(part)) == 1)
        #expect(try await pieces(vehicle(part), vehicle("QX01 ZQA")) == 1)
    }

    @Test func thePersonsWordOverridesTheForm() async throws {
        #expect(try await pieces(vehicle("QX01 ZQA"), vehicle("QX01Z", said: RegistrationMark.whole)) == 0)
        #expect(try await pieces(vehicle("Q123 ZQA"), vehicle("123 ZQA")) == 0, "an older style is taken for whole")
        #expect(try await pieces(vehicle("Q123 ZQA"), vehicle("123 ZQA", said: RegistrationMark.part)) == 1)
    }

    @Test func aPartTypedIntoTheSearchFindsTheWhole() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [vehicle("QX01 ZQA")]))
            try await HouseWork(test.house).catchUp()
            let desk = try test.actor("coordinator")
            for typed in ["qx01z", "QX01 ZQ", "X01ZQA", "QX01ZQA"] {
                let found = try await test.house.searching.find(desk, typed, purpose: "test").rows
                #expect(found.map(\.concern) == [receipt.concern], "\(typed)")
            }
            #expect(try await test.house.searching.find(desk, "QX02Z", purpose: "test").rows.isEmpty)
        }
    }

    @Test func onlyAWholeMarkStandsInTheBlindIndex() {
        #expect(BlindValues.of(vehicle("QX01 ZQA")).map(\.kind) == [BlindValues.Kind.vehicleMark])
        #expect(BlindValues.of(vehicle("QX01Z")).isEmpty && BlindValues.of(vehicle("QX01 ZQA", said: RegistrationMark.part)).isEmpty)
    }
}
