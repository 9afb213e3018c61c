// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

/// Areas and their desks.
extension DirectoryDesk {
    /// Adds an area. `code` is 2 to 40 lower-case letters, digits and hyphens, and never changes. Throws `invalid`, `refused`.
    public func addArea(_ actor: Actor, code: String, _ fields: AreaFields, from: Instant? = nil) async throws -> Area {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard, code: code)
        let new = try NewArea(house, code: code, fields, from: from ?? house.now)
        try await unlessUsed("area_code_key", field: "code") {
            try await change(actor, "add-area") { transaction in try new.write(in: transaction) }
        }
        return try found(house.directory.snapshot.areas[code])
    }

    /// Changes what is said of an area. Throws `invalid`, `refused`, `notFound`, `conflict`.
    public func changeArea(_ actor: Actor, code: String, _ fields: AreaFields) async throws -> Area {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard, code: nil)
        let row = try await current("area", try found(house.directory.snapshot.areas[code]).id)
        let changes = try fields.changes(of: row, house)
        try await change(actor, "change-area") { transaction in try update(transaction, "area", row, set: changes) }
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
        let new = try NewTeam(house, fields, agency: agency, from: from ?? house.now)
        try await change(actor, "add-team") { transaction in try new.write(in: transaction) }
        return try found(house.directory.snapshot.teams[new.id])
    }

    /// Changes what is said of a team. Throws `invalid`, `refused`, `notFound`, `conflict`.
    public func changeTeam(_ actor: Actor, _ id: RecordID, _ fields: TeamFields) async throws -> Team {
        try await house.authorise(actor, .changeDirectory)
        let fields = try fields.checked(house.standard, house.directory.snapshot, at: house.now)
        let row = try await current("team", id)
        let changes = try fields.changes(of: row, house)
        try await change(actor, "change-team") { transaction in try update(transaction, "team", row, set: changes) }
        return try found(house.directory.snapshot.teams[id])
    }

    /// Ends a team, now or later: nothing is handed to it from then on. Throws `invalid`, `refused`, `notFound`.
    public func endTeam(_ actor: Actor, _ id: RecordID, at: Instant? = nil) async throws {
        try await end(actor, "team", id, at: at, "end-team")
    }
}
