// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

extension DirectoryDesk {
    /// Adds an agency with a key of its own. Throws `invalid`, `refused`.
    public func addAgency(_ actor: Actor, _ fields: AgencyFields, from: Instant? = nil) async throws -> Agency {
        try await house.authorise(actor, .changeDirectory)
        let new = try NewAgency(house, fields.checked(house.standard), from: from ?? house.now)
        try await change(actor, "add-agency") { transaction in try new.write(in: transaction) }
        return try found(house.directory.snapshot.agencies[new.id])
    }

    /// Changes what is said of an agency; records keep the rules they were made under. Throws `invalid`, `refused`, `notFound`, `conflict`.
    public func changeAgency(_ actor: Actor, _ id: RecordID, _ fields: AgencyFields) async throws -> Agency {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard)
        let row = try await current("agency", id)
        let changes = try fields.changes(of: row, house)
        try await change(actor, "change-agency") { transaction in try update(transaction, "agency", row, set: changes) }
        return try found(house.directory.snapshot.agencies[id])
    }

    /// Ends an agency, now or later: from then on none of its people and systems gets in. Throws `invalid`, `refused`, `notFound`.
    public func endAgency(_ actor: Actor, _ id: RecordID, at: Instant? = nil) async throws {
        try await end(actor, "agency", id, at: at, "end-agency")
    }

    /// What must stand in the directory after its own change.
    func found<Entry>(_ entry: Entry?) throws -> Entry {
        guard let entry else { throw ServiceError.notFound }
        return entry
    }
}

extension AgencyFields {
    /// The columns of an entry that these fields are to stand in.
    func changes(of row: SQLRow, _ house: House) throws -> KeyValuePairs<String, SQLValue> {
        let seal = try house.store.reseal(AgencyDocument(name: name), as: SealedRecord(row, kind: "agency"), version: 1)
        return [
            "kind": .text(kind), "legal_regime": .text(legalRegime), "share_rule": .text(shareRule),
            "retention_class": .text(retentionClass), "sealed": .blob(seal.sealed),
        ]
    }
}

/// A new agency, sealed and digested before the transaction begins.
struct NewAgency: Sendable {
    let id: RecordID
    private let wrappedKey: [UInt8]
    private let createdAt: Instant
    private let seal: NewSeal
    private let row: LedgeredRow

    init(_ house: House, _ fields: AgencyFields, from: Instant) throws {
        let store = house.store
        id = store.newID()
        createdAt = store.now()
        wrappedKey = try store.keys.makeAgencyKey(id)
        seal = try store.seal(AgencyDocument(name: fields.name), kind: "agency", id: id, agency: id)
        row = LedgeredRow(
            "agency",
            [
                "id": .text(id.description), "kind": .text(fields.kind), "legal_regime": .text(fields.legalRegime),
                "share_rule": .text(fields.shareRule), "retention_class": .text(fields.retentionClass),
                "valid_from": .integer(from.microseconds), "valid_to": .null, "sealed": .blob(seal.sealed),
            ], random: store.random)
    }

    func write(in transaction: WriteTransaction) throws {
        try Self.keep(wrappedKey, of: id, at: createdAt, in: transaction.session)
        try transaction.session.keep(seal)
        try transaction.insert(row)
    }

    /// Stores an agency's wrapped key.
    static func keep(_ wrapped: [UInt8], of agency: RecordID, at: Instant, in session: any SQLSession) throws {
        try session.execute(
            "INSERT INTO agency_key (agency_id, wrapped, created_at) VALUES ($1, $2, $3)",
            [.text(agency.description), .blob(wrapped), .integer(at.microseconds)])
    }
}
