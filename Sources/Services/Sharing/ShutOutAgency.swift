// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension Desk {
    /// Shuts all people of an agency out of a matter, or lets them in again: for a concern about somebody who works there. A person does it,
    /// with a reason; software shuts out accounts alone. What one of them has reported stays theirs to follow.
    ///
    /// - Throws: `invalid` for no reason, an agency that there is not, and one's own.
    public func shutOutAgency(_ actor: Actor, _ concern: RecordID, agency: RecordID, lift: Bool, reason: String) async throws {
        let at = house.now
        var faults = Words.faults(reason, field: "reason")
        if house.directory.snapshot.agencies[agency] == nil { faults.append(FieldFault("agency", .unknownCode)) }
        if agency == actor.agency, !lift { faults.append(FieldFault("agency", .notAccepted)) }
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let id = house.store.newID()
        let seal = try house.store.seal(
            WordsDocument(words: try Words.checked(reason, field: "reason")), kind: "shut_out_agency", id: id, agency: actor.agency)
        let codes = ["agency": agency.description, "lifted": lift ? "yes" : "no"]
        try await house.recordingRefusals(actor, concern) {
            let act = ActOfPerson(.policyChange, by: actor, to: .reviewShutOut, at: at, purpose: "shut_out_agency", codes: codes)
            try await house.store.write(act) { transaction in
                _ = try house.authorise(transaction, actor, .reviewShutOut, concern)
                let state: ShutOutRow.State = lift ? .lifted : .confirmed
                let changed = try transaction.update(
                    "shut_out_agency", key: [.text(concern.description), .text(agency.description)],
                    set: [
                        "state": .text(state.rawValue), "set_by": .text(actor.account.description), "set_at": .integer(at.microseconds),
                        "reason_id": .text(id.description), "sealed": .blob(seal.sealed),
                    ])
                if changed == nil {
                    if lift { throw ServiceError.notFound }
                    try transaction.insert(
                        transaction.row(
                            "shut_out_agency",
                            [
                                "concern_id": .text(concern.description), "agency_id": .text(agency.description),
                                "state": .text(state.rawValue), "set_by": .text(actor.account.description),
                                "set_at": .integer(at.microseconds), "reason_id": .text(id.description), "sealed": .blob(seal.sealed),
                            ]))
                }
                try transaction.session.keep(seal)
            }
        }
    }

    func shutOutAgencyView(_ row: SQLRow) throws -> ShutOutAgencyView {
        let agency = try row.recordID("agency_id")
        let snapshot = house.directory.snapshot
        let sealed = try SealedRecord(row, kind: "shut_out_agency", id: "reason_id")
        return ShutOutAgencyView(
            agency: agency, name: snapshot.name(ofAgency: agency), by: snapshot.name(of: try row.optionalRecordID("set_by")),
            at: try row.instant("set_at"),
            reason: sealed.isDisposedOf ? "" : try house.store.open(sealed, as: WordsDocument.self).words)
    }
}

/// Rows of the table `shut_out_agency`.
enum ShutOutAgencyRow {
    static func inForce(_ session: any SQLSession, of concern: RecordID) throws -> [SQLRow] {
        let keys = SealedRecord.join("s", on: "reason_id")
        return try session.query(
            "SELECT s.*, \(keys.columns) FROM shut_out_agency s \(keys.join) WHERE s.concern_id = $1 AND s.state <> 'lifted' ORDER BY s.set_at",
            [.text(concern.description)])
    }
}
