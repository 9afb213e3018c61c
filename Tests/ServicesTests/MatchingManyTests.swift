// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// Many reports at once: every pair is found, whichever of two came first, and a page of many pieces costs a handful of queries.
struct MatchingManyTests {
    @Test(.timeLimit(.minutes(5)), arguments: TestStores.each) func everyPairIsFoundWhileReportsComeIn(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let work = HouseWork(test.house)
            try await work.feeder.start()
            let other = JobRunner(
                test.house, handlers: [PieceLinker(house: test.house, feeder: work.feeder, names: LikelyNames())])
            let count = 40
            try await withThrowingTaskGroup { group in
                for number in 0..<count {
                    group.addTask {
                        _ = try await test.send(
                            MatchingReports.child("R", "T", with: [MatchingReports.phone("07700 900\(100 + number % 4)")]))
                    }
                }
                // Two runners at once, while the reports come in.
                for runner in [work.runner, other] {
                    group.addTask {
                        while try await test.count("SELECT COUNT(*) AS n FROM piece_link WHERE relation = 'sameThing'") < count * 9 {
                            try await runner.drain()
                        }
                    }
                }
                try await group.waitForAll()
            }
            // Four numbers, ten concerns each: all pairs, both ways.
            let pairs = try await test.count("SELECT COUNT(*) AS n FROM piece_link WHERE relation = 'sameThing'")
            #expect(pairs == 4 * 10 * 9)
            try await work.catchUp()
            let report = try await LedgerVerification.verify(test.house.store.engine, key: try test.house.store.keys.ledgerVerifierKey())
            #expect(report.findings == [])
        }
    }
}
