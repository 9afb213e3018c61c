// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import TestSupport

extension TestHouse {
    /// A concern reported by the officer, decided by the co-ordinator and offered to the central team and to children's social care.
    func handedOver(
        _ words: String = "Walking alone on Mill Lane at 1am.", family: String = "Testwell", born: String? = "2012-05-14",
        key: String = "a", restricted: Bool = false
    ) async throws -> (Receipt, InboxRow) {
        let receipt = try await house.reporting.submit(
            try actor("officer"), WalkTests.report(words, given: "Robyn", family: family, born: born), channel: "form",
            idempotencyKey: key)
        let desk = try actor("coordinator")
        if restricted {
            try await house.desk.take(desk, receipt.concern)
            try await house.desk.restrict(desk, receipt.concern, true)
        }
        clock.advance(minutes: 10)
        try await house.desk.decide(
            desk, receipt.concern,
            DecisionInput(
                outcome: "hand_over", threshold: "significant_harm", reason: "Two agencies, one child.", lead: teams["central"], version: 1)
        )
        let investigator = try actor("investigator")
        let total = try await house.handOvers.inbox(investigator).total
        // The newest is due last.
        let last = try await house.handOvers.inbox(investigator, page: max(0, (total - 1) / 50))
        guard let row = last.rows.first(where: { $0.handOver.concern == receipt.concern }) else {
            throw TestHouseError(what: "nothing was handed over")
        }
        return (receipt, row)
    }

    /// A case that the investigator opened and the social worker joined, ten minutes after its decision.
    func openCase(born: String? = "2012-05-14") async throws -> (Receipt, CaseRow) {
        let (receipt, row) = try await handedOver(born: born)
        clock.advance(minutes: 10)
        guard let file = try await house.handOvers.accept(try actor("investigator"), row.handOver.id) else {
            throw TestHouseError(what: "no case was opened")
        }
        let worker = try actor("social-worker")
        for other in try await house.handOvers.inbox(worker).rows { _ = try await house.handOvers.accept(worker, other.handOver.id) }
        clock.advance(minutes: 10)
        return (receipt, file)
    }

    /// The ids of a kind of thing that the newest entry with this purpose names.
    func named(_ kind: String, by purpose: String) async throws -> [String] {
        try await entries().last { $0.purpose == purpose }?.objects.filter { $0.kind == kind }.map(\.id) ?? []
    }
}
