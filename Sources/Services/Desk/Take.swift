// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension Desk {
    /// Takes a concern, so that a second decider sees my name. Throws `conflict(takenBy)` where another has it, unless `takeOver`.
    public func take(_ actor: Actor, _ concern: RecordID, takeOver: Bool = false) async throws {
        try await house.recordingRefusals(actor, concern) {
            let at = house.now
            try await house.store.write(ActOfPerson(.alter, by: actor, to: .takeConcern, at: at, purpose: "take")) { transaction in
                let (facts, _) = try house.authorise(transaction, actor, .takeConcern, concern)
                let row = try transaction.session.one("SELECT taken_at, status FROM concern WHERE id = $1", [.text(concern.description)])
                if let other = facts.takenBy, other != actor.account, !takeOver {
                    throw ServiceError.conflict(.takenBy(house.directory.snapshot.name(of: other), at: try row.instant("taken_at")))
                }
                let status = try row.text("status") == ConcernStatus.returned.rawValue ? ConcernStatus.returned : .taken
                try transaction.update(
                    "concern", key: [.text(concern.description)],
                    set: [
                        "taken_by": .text(actor.account.description), "taken_at": .integer(at.microseconds),
                        "status": .text(status.rawValue),
                    ])
            }
        }
    }

    /// Lays a concern back: nobody has it.
    public func release(_ actor: Actor, _ concern: RecordID) async throws {
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(ActOfPerson(.alter, by: actor, to: .takeConcern, at: house.now, purpose: "release")) {
                transaction in
                let (facts, _) = try house.authorise(transaction, actor, .takeConcern, concern)
                guard facts.takenBy == actor.account else { throw ServiceError.conflict(.changedMeanwhile) }
                let row = try transaction.session.one("SELECT status FROM concern WHERE id = $1", [.text(concern.description)])
                let status = try row.text("status") == ConcernStatus.returned.rawValue ? ConcernStatus.returned : .new
                try transaction.update(
                    "concern", key: [.text(concern.description)],
                    set: ["taken_by": .null, "taken_at": .null, "status": .text(status.rawValue)])
            }
        }
    }
}
