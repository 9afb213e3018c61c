// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// Changing the directory: agencies, areas, teams, people, roles, duty. Each change is an act in the ledger.
public struct DirectoryDesk: Sendable {
    let house: House

    /// The directory, for whoever may read it. Throws `refused`.
    public func directory(_ actor: Actor) async throws -> DirectorySnapshot {
        try await house.authorise(actor, .readDirectory)
        return house.directory.snapshot
    }

    /// Throws `refused` unless the person may do this to the directory, before anything is asked of them; a shift of the rota in this area.
    public func check(_ actor: Actor, _ action: Action, area: String? = nil) async throws {
        if action == .changeDuty { try await authoriseDuty(actor, area: area) } else { try await house.authorise(actor, action) }
    }

    /// Does one change and reads the directory anew.
    func change<T: Sendable>(
        _ actor: Actor, _ purpose: String, as action: Action = .changeDirectory, _ body: @escaping @Sendable (WriteTransaction) throws -> T
    ) async throws -> T {
        let result = try await house.store.write(ActOfPerson(.policyChange, by: actor, to: action, at: house.now, purpose: purpose), body)
        try await house.reloadDirectory()
        return result
    }

    /// The row of an entry as it stands, for sealing it anew. Throws `notFound`.
    func current(_ table: String, _ id: RecordID) async throws -> SQLRow {
        let sql = DirectoryRows.sealed(table) + " WHERE t.id = $1"
        guard let row = try await house.store.read({ session in try session.first(sql, [.text(id.description)]) }) else {
            throw ServiceError.notFound
        }
        return row
    }

    /// Changes the row that `current` gave. Throws `conflict` where somebody else was quicker.
    func update(
        _ transaction: WriteTransaction, _ table: String, _ current: SQLRow, set changes: KeyValuePairs<String, SQLValue>
    ) throws {
        let unchanged = try transaction.update(
            table, key: [try current.value("id")], expecting: ["salt": try current.value("salt")], set: changes)
        guard unchanged != nil else { throw ServiceError.conflict(.changedMeanwhile) }
    }

    /// Ends an entry that is in force; what has ended already stays as it is.
    func end(_ actor: Actor, _ table: String, _ id: RecordID, at: Instant?, _ purpose: String) async throws {
        try await house.authorise(actor, .changeDirectory)
        let now = house.now
        let at = at ?? now
        guard at >= now else { throw ServiceError.invalid([FieldFault("to", .inThePast)]) }
        let row = try await current(table, id)
        if let ended = try row.optionalInstant("valid_to"), ended <= at { return }
        try await change(actor, purpose) { transaction in
            try Administrators.keepOne(in: transaction.session, at: now) {
                try update(transaction, table, row, set: ["valid_to": .integer(at.microseconds)])
            }
        }
    }

    /// A refusal that the policy's table can't say, such as changing one's own roles. It stands in the ledger.
    func refuse(_ actor: Actor, _ action: Action) async throws -> ServiceError {
        try await house.recordRefusal(actor, action, concern: nil)
        return .refused(action: action, ask: house.contact(for: actor))
    }
}

extension House {
    /// Changing the directory.
    public var directoryDesk: DirectoryDesk { DirectoryDesk(house: self) }
}

/// Somebody must be left who can let others in.
enum Administrators {
    /// Does a change and throws `invalid` where it leaves no account in use with an administrator's role that has no end.
    static func keepOne<T>(in session: any SQLSession, at now: Instant, _ change: () throws -> T) throws -> T {
        let before = try count(session, at: now)
        let value = try change()
        if before > 0, try count(session, at: now) == 0 { throw ServiceError.invalid([FieldFault("administrator", .missing)]) }
        return value
    }

    private static func count(_ session: any SQLSession, at now: Instant) throws -> Int64 {
        try session.integer(
            """
            SELECT count(*) AS n FROM role_grant g JOIN account a ON a.id = g.account_id JOIN agency y ON y.id = a.agency_id
            WHERE g.role = $1 AND g.valid_from <= $2 AND g.valid_to IS NULL AND a.state = $3 AND y.valid_to IS NULL
            """, [.text(Role.administrator.rawValue), .integer(now.microseconds), .text(Account.State.active.rawValue)])
    }
}
