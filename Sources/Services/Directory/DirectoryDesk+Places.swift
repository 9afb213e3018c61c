// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

/// Areas and their desks.
extension DirectoryDesk {
    /// Adds an area. `code` is 2 to 40 lower-case letters, digits and hyphens, and never changes. Throws `invalid`, `refused`.
    public func addArea(_ actor: Actor, code: String, _ fields: AreaFields, from: Instant? = nil) async throws -> Area {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard, code: code)
        let id = house.store.newID()
        let seal = try house.store.seal(fields.document, kind: "area", id: id, agency: KeyStore.regionAgency)
        let row = LedgeredRow(
            "area",
            [
                "id": .text(id.description), "code": .text(code), "valid_from": .integer((from ?? house.now).microseconds),
                "valid_to": .null, "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        try await unlessUsed("area_code_key", field: "code") {
            try await change(actor, "add-area") { transaction in
                try transaction.session.keep(seal)
                try transaction.insert(row)
            }
        }
        return try found(house.directory.snapshot.areas[code])
    }

    /// Changes what is said of an area. Throws `invalid`, `refused`, `notFound`, `conflict`.
    public func changeArea(_ actor: Actor, code: String, _ fields: AreaFields) async throws -> Area {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard, code: nil)
        let row = try await current("area", try found(house.directory.snapshot.areas[code]).id)
        let seal = try house.store.reseal(fields.document, as: SealedRecord(row, kind: "area"), version: 1)
        try await change(actor, "change-area") { transaction in
            try update(transaction, "area", row, set: ["sealed": .blob(seal.sealed)])
        }
        return try found(house.directory.snapshot.areas[code])
    }

    /// Ends an area, now or later. Its concerns stay with its desk. Throws `invalid`, `refused`, `notFound`.
    public func endArea(_ actor: Actor, code: String, at: Instant? = nil) async throws {
        guard let area = house.directory.snapshot.areas[code] else {
            try await house.authorise(actor, .changeDirectory)
            throw ServiceError.notFound
        }
        try await end(actor, "area", area.id, at: at, "end-area")
    }

    /// Runs a change and says which field's value is another's already.
    func unlessUsed<T>(_ constraint: String, field: String, _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as StorageError where error.code == .uniqueViolation(constraint: constraint) {
            throw ServiceError.invalid([FieldFault(field, .alreadyUsed)])
        }
    }
}

/// Teams that receive hand-overs.
extension DirectoryDesk {
    /// Adds a team of an agency. Throws `invalid`, `refused`.
    public func addTeam(_ actor: Actor, _ fields: TeamFields, agency: RecordID, from: Instant? = nil) async throws -> Team {
        try await house.authorise(actor, .changeDirectory)
        let snapshot = house.directory.snapshot
        let fields = try fields.checked(house.standard, snapshot, at: house.now, agency: agency)
        let id = house.store.newID()
        let seal = try house.store.seal(fields.document, kind: "team", id: id, agency: agency)
        let row = LedgeredRow(
            "team",
            [
                "id": .text(id.description), "kind": .text(fields.kind), "agency_id": .text(agency.description), "area": .text(fields.area),
                "valid_from": .integer((from ?? house.now).microseconds), "valid_to": .null, "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        try await change(actor, "add-team") { transaction in
            try transaction.session.keep(seal)
            try transaction.insert(row)
        }
        return try found(house.directory.snapshot.teams[id])
    }

    /// Changes what is said of a team. Throws `invalid`, `refused`, `notFound`, `conflict`.
    public func changeTeam(_ actor: Actor, _ id: RecordID, _ fields: TeamFields) async throws -> Team {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard, house.directory.snapshot, at: house.now)
        let row = try await current("team", id)
        let seal = try house.store.reseal(fields.document, as: SealedRecord(row, kind: "team"), version: 1)
        try await change(actor, "change-team") { transaction in
            try update(
                transaction, "team", row, set: ["kind": .text(fields.kind), "area": .text(fields.area), "sealed": .blob(seal.sealed)])
        }
        return try found(house.directory.snapshot.teams[id])
    }

    /// Ends a team, now or later: nothing is handed to it from then on. Throws `invalid`, `refused`, `notFound`.
    public func endTeam(_ actor: Actor, _ id: RecordID, at: Instant? = nil) async throws {
        try await end(actor, "team", id, at: at, "end-team")
    }
}

extension AreaFields {
    fileprivate var document: AreaDocument { AreaDocument(name: name, deskName: deskName, deskPhone: deskPhone, deskHours: deskHours) }
}

extension TeamFields {
    fileprivate var document: TeamDocument { TeamDocument(name: name, phone: phone, hours: hours) }
}
