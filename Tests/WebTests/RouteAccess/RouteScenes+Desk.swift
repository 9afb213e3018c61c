// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Storage
import TestSupport

@testable import Web

/// What the routes of the desk are called with.
extension RouteScenes {
    /// A proposal about a concern whose source is a child: its reference and its own id.
    func proposal(by caller: Caller) async throws -> [String] {
        var told = report()
        told.source[QuestionID.sourceIsChild] = .value("yes")
        let receipt = try await concern(by: .officer, told)
        let result = try await house.desk.decide(
            try access.actor(caller), receipt.concern,
            DecisionInput(
                outcome: "no_further_action", reason: "Known and explained.", gateAnswers: ["other_victims_considered": "yes"],
                gateReasons: ["other_victims_considered": "Her brother was seen at school."], version: 1))
        guard result == .proposed else { throw TestHouseError(what: "it was decided by one person") }
        let row = try await house.store.read { session in
            try session.one("SELECT id FROM decision_proposal WHERE concern_id = $1", [.text(receipt.concern.description)])
        }
        return [receipt.reference, try row.text("id")]
    }

    /// A view of a desk's own, else of the co-ordinator's.
    func view(of caller: Caller) async throws -> String {
        let actor = try access.actor(Caller.allDesks.contains(caller) ? caller : .coordinator)
        try await house.desk.saveView(actor, name: "Mine", QueueFilter(), forDeskOf: nil)
        return try await one("SELECT id FROM saved_view WHERE account_id = $1", actor.account)
    }

    /// Notes of a shift of Otterley that another person of its desk wrote, not taken over yet.
    func shiftNote(notBy caller: Caller) async throws -> String {
        let writer = try access.actor(caller == .coordinator ? .dutyManager : .coordinator)
        try await house.desk.handShiftOver(writer, area: TestHouse.otterley, words: "Nothing else.")
        return try await one("SELECT id FROM shift_hand_over WHERE state = 'offered' AND written_by = $1", writer.account)
    }

    private func one(_ sql: String, _ account: RecordID) async throws -> String {
        try await house.store.read { session in try session.query(sql + " LIMIT 1", [.text(account.description)]) }.first?.text("id") ?? ""
    }
}
