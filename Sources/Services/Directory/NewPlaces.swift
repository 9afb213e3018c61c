// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// A new area, sealed and digested before the transaction begins.
struct NewArea: Sendable {
    let id: RecordID
    private let seal: NewSeal
    private let row: LedgeredRow

    init(_ house: House, code: String, _ fields: AreaFields, from: Instant) throws {
        id = house.store.newID()
        seal = try house.store.seal(fields.document, kind: "area", id: id, agency: KeyStore.regionAgency)
        row = LedgeredRow(
            "area",
            [
                "id": .text(id.description), "code": .text(code), "valid_from": .integer(from.microseconds), "valid_to": .null,
                "sealed": .blob(seal.sealed),
            ], random: house.store.random)
    }

    func write(in transaction: WriteTransaction) throws {
        try transaction.session.keep(seal)
        try transaction.insert(row)
    }
}

/// A new team, sealed and digested before the transaction begins.
struct NewTeam: Sendable {
    let id: RecordID
    private let seal: NewSeal
    private let row: LedgeredRow

    init(_ house: House, _ fields: TeamFields, agency: RecordID, from: Instant) throws {
        id = house.store.newID()
        seal = try house.store.seal(fields.document, kind: "team", id: id, agency: agency)
        row = LedgeredRow(
            "team",
            [
                "id": .text(id.description), "kind": .text(fields.kind), "agency_id": .text(agency.description), "area": .text(fields.area),
                "valid_from": .integer(from.microseconds), "valid_to": .null, "sealed": .blob(seal.sealed),
            ], random: house.store.random)
    }

    func write(in transaction: WriteTransaction) throws {
        try transaction.session.keep(seal)
        try transaction.insert(row)
    }
}

extension AreaFields {
    fileprivate var document: AreaDocument { AreaDocument(name: name, deskName: deskName, deskPhone: deskPhone, deskHours: deskHours) }

    /// The columns of an entry that these fields are to stand in.
    func changes(of row: SQLRow, _ house: House) throws -> KeyValuePairs<String, SQLValue> {
        ["sealed": .blob(try house.store.reseal(document, as: SealedRecord(row, kind: "area"), version: 1).sealed)]
    }
}

extension TeamFields {
    fileprivate var document: TeamDocument { TeamDocument(name: name, phone: phone, hours: hours) }

    /// The columns of an entry that these fields are to stand in.
    func changes(of row: SQLRow, _ house: House) throws -> KeyValuePairs<String, SQLValue> {
        let seal = try house.store.reseal(document, as: SealedRecord(row, kind: "team"), version: 1)
        return ["kind": .text(kind), "area": .text(area), "sealed": .blob(seal.sealed)]
    }
}
