// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// A proposal about to be written, and those who are asked: everybody else at the desk of the area who may decide.
struct NewProposal: Sendable {
    private let prepared: Desk.Prepared
    private let id: RecordID
    private let seal: NewSeal
    private let asked: [(notice: RecordID, message: OutboundMessage)]

    init(_ actor: Actor, _ prepared: Desk.Prepared, _ house: House) throws {
        self.prepared = prepared
        id = house.store.newID()
        seal = try house.store.seal(
            ProposalDocument(prepared.input, reason: prepared.reason), kind: "decision_proposal", id: id, agency: actor.agency)
        let areas = Set(Role.desks.flatMap { actor.areas(as: $0) })
        asked = house.directory.snapshot.deskOf(areas, at: prepared.at).filter { $0 != actor.account }.map {
            (house.store.newID(), house.message(.secondPerson, to: $0, link: "/desk"))
        }
    }

    func write(_ transaction: WriteTransaction, _ actor: Actor, _ house: House) throws {
        let concern = prepared.concern
        let at = prepared.at
        let (facts, _) = try house.authorise(transaction, actor, .decideConcern, concern)
        try Desk.overtake(concern, actor, at: at, transaction)
        transaction.say("second_person", "asked")
        try transaction.insert(
            transaction.row(
                "decision_proposal",
                [
                    "id": .text(id.description), "concern_id": .text(concern.description), "outcome": .text(prepared.input.outcome),
                    "proposed_by": .text(actor.account.description), "proposed_at": .integer(at.microseconds),
                    "state": .text(ProposalView.State.waiting.rawValue), "answered_by": .null, "answered_at": .null, "answer_id": .null,
                    "answer_sealed": .null, "sealed": .blob(seal.sealed),
                ]))
        try transaction.session.keep(seal)
        // The concern stays open under the proposer's name: its limits run on, and climb if nobody answers.
        let status = try transaction.session.one("SELECT status FROM concern WHERE id = $1", [.text(concern.description)]).text("status")
        let changed = try transaction.update(
            "concern", key: [.text(concern.description)], expecting: ["version": .integer(prepared.input.version)],
            set: [
                "taken_by": .text(actor.account.description), "taken_at": .integer(at.microseconds),
                "status": .text(status == ConcernStatus.returned.rawValue ? status : ConcernStatus.taken.rawValue),
            ])
        guard changed != nil else { throw ServiceError.conflict(.changedMeanwhile) }
        for (notice, message) in asked {
            guard let account = message.account, let other = house.directory.snapshot.actor(account, at: at),
                AccessPolicy.decide(other, .decideConcern, facts).isAllowed
            else { continue }
            try NoticeRow.insert(notice, kind: .secondPerson, concern: concern, account: account, at: at, transaction.session)
            try message.write(transaction.session)
        }
    }
}

extension DirectorySnapshot {
    /// Everybody who works at the desk of one of these areas now.
    func deskOf(_ areas: Set<String>, at now: Instant) -> [RecordID] {
        grants.filter { account, rows in
            isInUse(account: account, at: now)
                && rows.contains { row in
                    row.isInForce(at: now) && Role.desks.contains(row.grant.role) && row.grant.area.map { areas.contains($0) } ?? false
                }
        }.keys.sorted()
    }
}

extension OutboundMessage {
    /// Whether a message about a matter may go to its account: never to one who is shut out of it.
    func mayGo(_ facts: ConcernFacts, _ house: House) -> Bool {
        guard let account, let entry = house.directory.snapshot.accounts[account] else { return false }
        return !facts.isShutOut(account: account, agency: entry.agency)
    }
}
