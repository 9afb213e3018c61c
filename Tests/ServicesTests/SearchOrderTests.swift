// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// The order of what a search found, and what each line says.
struct SearchOrderTests {
    @Test(arguments: TestStores.each) func theNewestComesFirstUnlessAskedOtherwise(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            var sent: [RecordID] = []
            // The best match lies in the middle, so that no order can be mistaken for another.
            for given in ["Robin", "Robyn", "Robin"] {
                sent.append(try await test.send(MatchingReports.child(given, "Testwell")).concern)
                test.clock.advance(days: 1)
            }
            try await HouseWork(test.house).catchUp()
            let desk = try test.actor("coordinator")
            func found(_ order: SearchOrder?) async throws -> [RecordID] {
                let page =
                    if let order {
                        try await test.house.searching.find(desk, "robyn testwell", purpose: "test", order: order)
                    } else {
                        try await test.house.searching.find(desk, "robyn testwell", purpose: "test")
                    }
                return page.rows.map(\.concern)
            }
            #expect(try await found(nil) == sent.reversed())
            #expect(try await found(.oldest) == sent)
            #expect(try await found(.best).first == sent[1])
        }
    }

    @Test(arguments: TestStores.each) func aLineSaysAboutWhomWhatWhereAndWhatWasDecided(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            var report = MatchingReports.child(
                "Robyn", "Testwell", born: "2011-03-09", seen: "New phone, won't say from whom.",
                with: [MatchingReports.phone("07700 900123")])
            report.answers[QuestionID.crime] = .value("child_sexual_exploitation")
            report.answers[QuestionID.setting] = .value("online_platform")
            let receipt = try await test.send(report, as: "teacher")
            try await HouseWork(test.house).catchUp()
            let row = try #require(
                try await test.house.searching.find(try test.actor("coordinator"), "07700900123", purpose: "test").rows.first)
            #expect(row.reference == receipt.reference && row.label == "07700 900123" && row.row.agency == "Otterley Council")
            #expect(row.row.subjectName == "Robyn Testwell" && row.row.subjectAge != nil && row.row.firstWords.hasPrefix("New phone"))
            #expect(row.row.crimes == ["child_sexual_exploitation"] && row.settings == ["online_platform"])
            #expect(row.outcome == nil && row.standard == TestStandards.current.rawValue)
            // What is shown of the concern beside what was found stands in the ledger too.
            let shown = try await test.house.store.read { session in
                try session.query("SELECT body FROM ledger_entry ORDER BY id DESC LIMIT 1").map {
                    String(decoding: try $0.blob("body"), as: UTF8.self)
                }
            }
            let records = try await test.house.store.read { session in
                try session.query(
                    "SELECT id FROM record WHERE concern_id = $1 AND (kind = 'narrative' OR role = 'subject')",
                    [.text(receipt.concern.description)]
                ).map { try $0.text("id") }
            }
            #expect(records.count == 2)
            for id in records { #expect(shown.first?.contains(id) == true) }
        }
    }
}
