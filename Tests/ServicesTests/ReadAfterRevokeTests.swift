// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// A check and what it allows are one: reads that run while access is taken away are in the ledger before that, or not at all
/// (SECURITY row 46).
@Suite struct ReadAfterRevokeTests {
    private static let rounds = 20
    private static let reads = 50

    @Test func noReadStandsBehindTheShuttingOut() async throws {
        try await TestHouse.with(.sqlite) { test in
            let house = test.house
            let reader = try test.actor("coordinator")
            let manager = try test.actor("duty-manager")
            var allowed = 0
            for round in 0..<Self.rounds {
                var report = WalkTests.report("Seen with an officer.", given: "Leah", family: "Sampleton")
                var suspect = Answers()
                suspect[QuestionID.givenNames] = .value("Kit")
                suspect[QuestionID.familyName] = .value("Marsh")
                report.mentions.append(Mention(kind: .person, role: .suspect, answers: suspect))
                let receipt = try await house.reporting.submit(
                    try test.actor("teacher"), report, channel: "form", idempotencyKey: "round-\(round)")
                try await house.desk.reviewShutOut(manager, receipt.concern, account: reader.account, lift: true, reason: "Another person.")
                allowed += await withTaskGroup(of: Bool.self) { group in
                    for read in 0..<Self.reads {
                        group.addTask {
                            if read == Self.reads / 3 {
                                try? await house.desk.reviewShutOut(
                                    manager, receipt.concern, account: reader.account, lift: false, reason: "It is that person.")
                                return false
                            }
                            return (try? await house.desk.concern(reader, reference: receipt.reference, purpose: "desk")) != nil
                        }
                    }
                    return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                await #expect(throws: ServiceError.notFound) {
                    _ = try await house.desk.concern(reader, reference: receipt.reference, purpose: "desk")
                }
            }
            let entries = try await test.entries()
            var shut: Set<String> = []
            var shown = 0
            for entry in entries {
                let concerns = entry.objects.filter { $0.kind == "concern" || $0.kind == "shut_out" }.map { String($0.id.prefix(36)) }
                if entry.act == .policyChange, entry.codes["lifted"] == "no" { shut.formUnion(concerns) }
                guard entry.act == .consult, entry.actor == reader.account.description else { continue }
                shown += 1
                #expect(shut.isDisjoint(with: concerns), "a read stands behind the shutting out")
            }
            #expect(shut.count == Self.rounds)
            #expect(shown == allowed, "what was shown and what stands in the ledger differ")
        }
    }
}
