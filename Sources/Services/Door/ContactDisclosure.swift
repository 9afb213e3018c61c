// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// A contact that somebody gave at the public door is for the desk alone. Beyond that it goes by a decision of a named person, who says for
/// which of the three grounds that the form has named, and why; the decision stands in the ledger.
extension Door {
    /// Gives the contact to a team. Throws `invalid` where the ground, the team or the reason is missing.
    public func discloseContact(
        _ actor: Actor, _ concern: RecordID, to team: RecordID?, ground: String, reason: String
    ) async throws {
        let snapshot = house.directory.snapshot
        var faults: [FieldFault] = Words.faults(reason, field: "contact-reason")
        if team.flatMap({ snapshot.teams[$0] })?.isInForce(at: house.now) != true { faults.append(FieldFault("team", .unknownCode)) }
        if ContactGround(rawValue: ground) == nil { faults.append(FieldFault("ground", .unknownCode)) }
        guard faults.isEmpty, let team, let ground = ContactGround(rawValue: ground) else { throw ServiceError.invalid(faults) }
        let reason = try Words.checked(reason, field: "contact-reason")
        let (id, at) = (house.store.newID(), house.now)
        let seal = try house.store.seal(WordsDocument(words: reason), kind: Self.disclosure, id: id, agency: actor.agency)
        let row = LedgeredRow(
            Self.disclosure,
            [
                "id": .text(id.description), "concern_id": .text(concern.description), "team_id": .text(team.description),
                "ground": .text(ground.rawValue), "decided_by": .text(actor.account.description), "decided_at": .integer(at.microseconds),
                "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        let act = ActOfPerson(
            .disclose, by: actor, to: .discloseContact, at: at, purpose: "reporter_contact", codes: ["ground": ground.rawValue])
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(act) { transaction in
                _ = try house.authorise(transaction, actor, .discloseContact, concern)
                let channel = try transaction.session.one(
                    "SELECT channel FROM concern WHERE id = $1", [.text(concern.description)]
                ).text("channel")
                guard channel == DoorKind.everyone.rawValue else { throw ServiceError.notFound }
                try transaction.insert(row)
                try transaction.session.keep(seal)
                transaction.show("concern", concern.description)
                transaction.show("team", team.description)
            }
        }
    }

    /// What the desk is told of a concern that came by a door; nil for one that did not.
    func facts(_ concern: RecordID, channel: String) async throws -> DoorFacts? {
        guard DoorKind(rawValue: channel) != nil else { return nil }
        let (receipt, proof, rows) = try await house.store.read { session in
            (
                try session.first("SELECT kept_at, withdrawn_at FROM door_receipt WHERE concern_id = $1", [.text(concern.description)]),
                try WorkProof.read(session, concern), try ConcernParts.words(session, Self.disclosure, "decided_at", concern)
            )
        }
        let snapshot = house.directory.snapshot
        let isWithdrawn = try receipt?.optionalInteger("withdrawn_at") != nil
        let isKept = try receipt?.optionalInteger("kept_at") != nil
        return DoorFacts(
            comesBack: isWithdrawn || receipt == nil ? .cannot : isKept ? .kept : .unknown, proof: proof,
            disclosures: try rows.map { row in
                DisclosureView(
                    team: try row.optionalRecordID("team_id").flatMap { snapshot.teams[$0]?.name } ?? "",
                    ground: ContactGround(rawValue: try row.text("ground")) ?? .law,
                    reason: try house.store.open(SealedRecord(row, kind: Self.disclosure), as: WordsDocument.self).words,
                    by: snapshot.name(of: try row.optionalRecordID("decided_by")), at: try row.instant("decided_at"))
            })
    }

    private static let disclosure = "contact_disclosure"
}
