// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// Protected identities.
    public var identities: Identities { Identities(house: self) }
}

/// People whose identity is protected: adopted, moved to be safe, a witness. They are never offered as matches, in either direction, and
/// stand on no print; the duty holder of the area alone is told when one of them is reported anew.
public struct Identities: Sendable {
    let house: House

    /// Protects a person of a concern, with a reason: what was offered as a match of them until now is taken away.
    public func protect(_ actor: Actor, _ concern: RecordID, record: RecordID, reason: String) async throws {
        try await change(actor, concern, record, reason, to: ProtectedRow.inForce) { transaction, at in
            let session = transaction.session
            let links = try session.query(
                "SELECT other_concern_id, other_record_id FROM piece_link WHERE concern_id = $1 AND record_id = $2",
                [.text(concern.description), .text(record.description)])
            for link in links {
                _ = try ProtectedRow.keep(
                    record: record, of: concern, other: try link.recordID("other_record_id"), in: try link.recordID("other_concern_id"),
                    at: at, session)
            }
            try PieceLink.forget(record, of: concern, session)
            if !links.isEmpty { try ProtectedRow.tell(concern, house, at: at, session) }
        }
    }

    /// Ends the protection, with a reason: the person is compared with what is known again.
    public func lift(_ actor: Actor, _ concern: RecordID, record: RecordID, reason: String) async throws {
        try await change(actor, concern, record, reason, to: ProtectedRow.ended) { transaction, at in
            try transaction.session.execute("DELETE FROM protected_match WHERE record_id = $1", [.text(record.description)])
            try transaction.queue(JobKind.link, for: concern.description, after: at.microseconds)
        }
    }

    private func change(
        _ actor: Actor, _ concern: RecordID, _ record: RecordID, _ reason: String, to state: String,
        _ follow: @escaping @Sendable (WriteTransaction, Instant) throws -> Void
    ) async throws {
        let words = try Words.checked(reason, field: "reason")
        let at = house.now
        let id = house.store.newID()
        let seal = try house.store.seal(WordsDocument(words: words), kind: "protected_identity", id: id, agency: actor.agency)
        try await house.recordingRefusals(actor, concern) {
            let act = ActOfPerson(
                .policyChange, by: actor, to: .protectIdentity, at: at, purpose: "protect_identity", codes: ["state": state])
            try await house.store.write(act) { transaction in
                let session = transaction.session
                _ = try house.authorise(transaction, actor, .protectIdentity, concern)
                let person = try session.query(
                    "SELECT id FROM record WHERE id = $1 AND concern_id = $2 AND kind = 'person' LIMIT 1",
                    [.text(record.description), .text(concern.description)])
                guard !person.isEmpty else { throw ServiceError.notFound }
                let changed = try transaction.update(
                    "protected_identity", key: [.text(record.description)],
                    set: [
                        "state": .text(state), "set_by": .text(actor.account.description), "set_at": .integer(at.microseconds),
                        "reason_id": .text(id.description), "sealed": .blob(seal.sealed),
                    ])
                if changed == nil {
                    guard state == ProtectedRow.inForce else { throw ServiceError.notFound }
                    try transaction.insert(
                        transaction.row(
                            "protected_identity",
                            [
                                "id": .text(record.description), "concern_id": .text(concern.description), "state": .text(state),
                                "set_by": .text(actor.account.description), "set_at": .integer(at.microseconds),
                                "reason_id": .text(id.description), "sealed": .blob(seal.sealed),
                            ]))
                }
                try session.keep(seal)
                try follow(transaction, at)
            }
        }
    }

    /// The protected identities of my areas that were reported anew, newest first. References and desks to ring, no name.
    public func list(_ actor: Actor) async throws -> [ProtectedMatch] {
        try await house.authorise(actor, .holdIdentities)
        let at = house.now
        let areas = actor.areas(as: .identityHolder).sorted().map { SQLValue.text($0) }
        guard !areas.isEmpty else { return [] }
        let list = SQLDialect.placeholders(areas.count, from: 3)
        let lets = ShutOutSQL.lets(concern: "c.id", account: "$1", agency: "$2")
        let others = ShutOutSQL.lets(concern: "o.id", account: "$1", agency: "$2")
        let condition = "c.owning_area IN (\(list)) AND \(lets) AND \(others)"
        let act = ActOfPerson(.consult, by: actor, to: .holdIdentities, at: at, purpose: "protected_identities")
        return try await house.store.write(act) { transaction in
            let rows = try transaction.session.query(
                """
                SELECT c.id, c.reference, c.owning_area, o.id AS other_id, o.reference AS other_reference, o.owning_area AS other_area,
                  o.agency_id AS other_agency, MIN(m.found_at) AS found_at FROM protected_match m JOIN concern c ON c.id = m.concern_id
                JOIN concern o ON o.id = m.other_concern_id WHERE \(condition)
                GROUP BY c.id, c.reference, c.owning_area, o.id, o.reference, o.owning_area, o.agency_id ORDER BY found_at DESC, c.id, o.id LIMIT 200
                """, [.text(actor.account.description), .text(actor.agency.description)] + areas)
            let snapshot = house.directory.snapshot
            try NoticeRow.opened([.protectedMatch], of: nil, by: actor, at: at, transaction.session)
            return try rows.map { row in
                transaction.show("concern", try row.text("id"))
                transaction.show("concern", try row.text("other_id"))
                return ProtectedMatch(
                    reference: try row.text("reference"), area: snapshot.name(ofArea: try row.optionalText("owning_area")),
                    otherReference: try row.text("other_reference"), otherAgency: snapshot.name(ofAgency: try row.recordID("other_agency")),
                    desk: try row.optionalText("other_area").flatMap { snapshot.areas[$0]?.contact },
                    ownDesk: try row.optionalText("owning_area").flatMap { snapshot.areas[$0]?.contact },
                    foundAt: try row.instant("found_at"))
            }
        }
    }
}

/// A protected identity that may have been reported anew: for the duty holder alone.
public struct ProtectedMatch: Sendable, Hashable {
    /// The concern with the protected person.
    public let reference: String
    /// Its area, by name.
    public let area: String
    /// The concern that may speak of the same person.
    public let otherReference: String
    /// Who reported that, by name.
    public let otherAgency: String
    /// The desk that has it, to ring.
    public let desk: DeskContact?
    /// The desk that has the protected person's own concern.
    public let ownDesk: DeskContact?
    /// When it was found.
    public let foundAt: Instant
}
