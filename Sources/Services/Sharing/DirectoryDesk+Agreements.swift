// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Standard
import Storage

extension DirectoryDesk {
    /// Adds an agreement between two agencies. An earlier one between them ends when this begins.
    ///
    /// - Throws: `invalid` for an unknown rule, agency or an agency with itself, for an end before the beginning and for no basis; `refused`.
    public func addAgreement(
        _ actor: Actor, holder: RecordID, reader: RecordID, shareRule: String, basis: String, from: Instant? = nil, to: Instant? = nil
    ) async throws -> ShareAgreement {
        try await house.authorise(actor, .changeDirectory)
        let now = house.now
        let from = from ?? now
        var faults = Words.faults(basis, field: "basis")
        let agencies = house.directory.snapshot.agencies
        if agencies[holder]?.isInForce(at: now) != true { faults.append(FieldFault("holder", .unknownCode)) }
        if agencies[reader]?.isInForce(at: now) != true { faults.append(FieldFault("reader", .unknownCode)) }
        if holder == reader { faults.append(FieldFault("reader", .notAccepted)) }
        if house.standard.code(shareRule, in: .shareRule) == nil { faults.append(FieldFault("share_rule", .unknownCode)) }
        if let to, to <= from { faults.append(FieldFault("to", .inThePast)) }
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let id = house.store.newID()
        let seal = try house.store.seal(
            ShareAgreementDocument(basis: try Words.checked(basis, field: "basis")), kind: "share_agreement", id: id, agency: holder)
        let row = LedgeredRow(
            "share_agreement",
            [
                "id": .text(id.description), "holder_id": .text(holder.description), "reader_id": .text(reader.description),
                "share_rule": .text(shareRule), "valid_from": .integer(from.microseconds), "valid_to": .integer(to?.microseconds),
                "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        try await change(actor, "add-agreement") { transaction in
            try transaction.insert(row)
            try transaction.session.keep(seal)
        }
        return try found(house.directory.snapshot.agreements.first { $0.id == id })
    }

    /// Ends an agreement, now or later: from then on the records' own share rules hold. Throws `invalid`, `refused`, `notFound`.
    public func endAgreement(_ actor: Actor, _ id: RecordID, at: Instant? = nil) async throws {
        try await end(actor, "share_agreement", id, at: at, "end-agreement")
    }
}
