// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension Desk {
    private static let emergencyHours = 8.0

    /// Opens a restricted record in an emergency, with a reason, for eight hours. Its owner is told (DESIGN rule 3).
    public func openInEmergency(_ actor: Actor, reference: String, reason: String) async throws {
        let reason = try Words.checked(reason, field: "reason")
        let concern = try await house.concernID(reference)
        let id = house.store.newID()
        let notice = house.store.newID()
        let at = house.now
        let seal = try house.store.seal(WordsDocument(words: reason), kind: "emergency_access", id: id, agency: actor.agency)
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(ActOfPerson(.breakGlass, by: actor, to: .openInEmergency, at: at, purpose: "emergency")) {
                transaction in
                let (facts, _) = try house.authorise(transaction, actor, .openInEmergency, concern, orKnowOfIt: false)
                try transaction.insert(
                    transaction.row(
                        "emergency_access",
                        [
                            "id": .text(id.description), "concern_id": .text(concern.description),
                            "account_id": .text(actor.account.description),
                            "opened_at": .integer(at.microseconds),
                            "until_at": .integer(at.adding(seconds: Self.emergencyHours * 3600).microseconds), "sealed": .blob(seal.sealed),
                        ]))
                try transaction.session.keep(seal)
                try NoticeRow.insert(
                    notice, kind: .emergency, concern: concern, account: facts.takenBy, area: facts.owningArea, at: at, transaction.session)
            }
        }
    }

    /// Restricts a concern to the people on it, or opens it to the desk again.
    public func restrict(_ actor: Actor, _ concern: RecordID, _ restricted: Bool) async throws {
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(ActOfPerson(.policyChange, by: actor, to: .readConcern, at: house.now, purpose: "restrict")) {
                transaction in
                let (facts, _) = try house.authorise(transaction, actor, .readConcern, concern)
                // Whoever restricts must hold it, or nobody could open it but in an emergency.
                guard facts.takenBy == actor.account || facts.caseMembers.contains(actor.account) else {
                    throw ServiceError.refused(action: .takeConcern, ask: facts.owningArea.map { house.desk(ofArea: $0) })
                }
                try transaction.update("concern", key: [.text(concern.description)], set: ["restricted": .flag(restricted)])
            }
        }
    }

    /// Confirms or lifts a shut-out that software has set: the one block that it may set, and a person's to keep.
    public func reviewShutOut(_ actor: Actor, _ concern: RecordID, account: RecordID, lift: Bool, reason: String) async throws {
        let reason = try Words.checked(reason, field: "reason")
        let at = house.now
        let id = house.store.newID()
        let seal = try house.store.seal(WordsDocument(words: reason), kind: "shut_out", id: id, agency: actor.agency)
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(
                ActOfPerson(
                    .policyChange, by: actor, to: .reviewShutOut, at: at, purpose: "shut_out", codes: ["lifted": lift ? "yes" : "no"])
            ) { transaction in
                _ = try house.authorise(transaction, actor, .reviewShutOut, concern)
                let state: ShutOutRow.State = lift ? .lifted : .confirmed
                let changed = try transaction.update(
                    "shut_out", key: [.text(concern.description), .text(account.description)],
                    set: [
                        "state": .text(state.rawValue), "reviewed_by": .text(actor.account.description),
                        "reviewed_at": .integer(at.microseconds),
                        "review_id": .text(id.description), "sealed": .blob(seal.sealed),
                    ])
                guard changed != nil else { throw ServiceError.notFound }
                try transaction.session.keep(seal)
                let waiting = try transaction.session.integer(
                    "SELECT count(*) AS n FROM shut_out WHERE concern_id = $1 AND state = $2",
                    [.text(concern.description), .text(ShutOutRow.State.proposed.rawValue)])
                if waiting == 0 {
                    try NoticeRow.settle([.shutOut], of: concern, by: actor.account, at: at, transaction.session)
                }
            }
        }
    }
}
