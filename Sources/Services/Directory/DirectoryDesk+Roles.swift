// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

extension DirectoryDesk {
    /// Gives a role, from a moment on and until further notice or an end. Nobody gives themselves one. Throws `invalid`, `refused`, `notFound`.
    public func grant(
        _ actor: Actor, _ account: RecordID, _ grant: Grant, from: Instant? = nil, to end: Instant? = nil
    ) async throws -> GrantRow {
        try await house.authorise(actor, .changeDirectory)
        guard account != actor.account else { throw try await refuse(actor, .changeDirectory) }
        let now = house.now
        let snapshot = house.directory.snapshot
        var faults = GrantRules.faults(grant, for: try found(snapshot.accounts[account]), in: snapshot, at: now)
        if let end, end <= max(from ?? now, now) { faults.append(FieldFault("to", .inThePast)) }
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let new = NewGrant(house, account: account, grant, from: from ?? now, to: end)
        try await change(actor, "grant-role") { transaction in
            transaction.say("role", grant.role.rawValue)
            try transaction.insert(new.row)
        }
        return try found(house.directory.snapshot.grants[account]?.first { $0.id == new.id })
    }

    /// Takes a role away, now or later. Nobody takes their own, and one administrator stays. Throws `invalid`, `refused`, `notFound`.
    public func endGrant(_ actor: Actor, _ id: RecordID, at: Instant? = nil) async throws {
        try await house.authorise(actor, .changeDirectory)
        let row = house.directory.snapshot.grants.values.lazy.joined().first { $0.id == id }
        guard row?.account != actor.account else { throw try await refuse(actor, .changeDirectory) }
        let now = house.now
        let at = at ?? now
        guard at >= now else { throw ServiceError.invalid([FieldFault("to", .inThePast)]) }
        try await change(actor, "end-role") { transaction in
            let key: [SQLValue] = [.text(id.description)]
            guard let current = try transaction.session.first("SELECT * FROM role_grant WHERE id = $1", key) else {
                throw ServiceError.notFound
            }
            transaction.say("role", try current.text("role"))
            if let ended = try current.optionalInstant("valid_to"), ended <= at { return }
            try Administrators.keepOne(in: transaction.session, at: now) {
                try update(transaction, "role_grant", current, set: ["valid_to": .integer(at.microseconds)])
            }
        }
    }
}

/// A new row of the table `role_grant`.
struct NewGrant: Sendable {
    let id: RecordID
    let row: LedgeredRow

    init(_ house: House, account: RecordID, _ grant: Grant, from: Instant, to end: Instant?) {
        id = house.store.newID()
        row = LedgeredRow(
            "role_grant",
            [
                "id": .text(id.description), "account_id": .text(account.description), "role": .text(grant.role.rawValue),
                "area": .text(grant.area), "team_id": .text(grant.team?.description), "valid_from": .integer(from.microseconds),
                "valid_to": .integer(end?.microseconds),
            ], random: house.store.random)
    }
}
