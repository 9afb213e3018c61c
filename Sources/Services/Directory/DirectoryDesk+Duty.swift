// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

extension DirectoryDesk {
    /// The last place of a chain.
    static let lastRank = 20

    /// Adds a shift of the duty rota: for the desk of the area itself, or whoever may change the directory. Throws `invalid`, `refused`.
    public func addDuty(_ actor: Actor, _ fields: DutyFields) async throws -> Duty {
        let action = try await authoriseDuty(actor, area: fields.area)
        try check(fields)
        let new = NewDuty(house, fields)
        try await change(actor, "add-duty", as: action) { transaction in
            transaction.say("area", fields.area)
            try transaction.insert(new.row)
        }
        return try found(house.directory.snapshot.duties.first { $0.id == new.id })
    }

    /// Ends a shift, now or later; one that has not begun never will. Throws `invalid`, `refused`, `notFound`.
    public func endDuty(_ actor: Actor, _ id: RecordID, at: Instant? = nil) async throws {
        guard let duty = house.directory.snapshot.duties.first(where: { $0.id == id }) else {
            try await authoriseDuty(actor, area: nil)
            throw ServiceError.notFound
        }
        let action = try await authoriseDuty(actor, area: duty.area)
        let now = house.now
        let at = at ?? now
        guard at >= now else { throw ServiceError.invalid([FieldFault("ends_at", .inThePast)]) }
        try await change(actor, "end-duty", as: action) { transaction in
            let key: [SQLValue] = [.text(id.description)]
            guard let current = try transaction.session.first("SELECT * FROM duty WHERE id = $1", key) else { throw ServiceError.notFound }
            transaction.say("area", duty.area)
            guard try current.instant("ends_at") > at else { return }
            let end = max(at, try current.instant("starts_at"))
            try update(transaction, "duty", current, set: ["ends_at": .integer(end.microseconds)])
        }
    }

    /// Throws `refused` unless the person may change the rota of this area; without one, of any. Gives the action that
    /// allows it.
    @discardableResult
    public func authoriseDuty(_ actor: Actor, area: String?) async throws -> Action {
        if AccessPolicy.decide(actor, .changeDirectory).isAllowed { return .changeDirectory }
        try await house.authorise(actor, .changeDuty)
        let own = actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager))
        guard area.map(own.contains) ?? true else { throw try await refuse(actor, .changeDuty) }
        return .changeDuty
    }

    /// Throws `invalid` with all that is wrong with a shift, by a directory as it stands or is about to stand.
    func check(_ fields: DutyFields, _ directory: DirectorySnapshot? = nil) throws {
        let now = house.now
        let snapshot = directory ?? house.directory.snapshot
        var checks = DirectoryChecks(house.standard)
        if !snapshot.isInForce(area: fields.area, at: now) { checks.fault("area", .unknownCode) }
        if !(0...Self.lastRank).contains(fields.rank) { checks.fault("rank", .notAccepted) }
        if fields.endsAt <= fields.startsAt {
            checks.fault("ends_at", .notAccepted)
        } else if fields.endsAt <= now {
            checks.fault("ends_at", .inThePast)
        }
        if !mayStand(fields, snapshot, at: now) { checks.fault("account", .notAccepted) }
        try checks.finish()
    }

    /// Whoever is on duty, at any place of the chain, must be able to open what is offered to them: a desk role for the area itself.
    func mayStand(_ fields: DutyFields, _ snapshot: DirectorySnapshot, at now: Instant) -> Bool {
        guard snapshot.isInUse(account: fields.account, at: now) else { return false }
        return snapshot.grantsInForce(fields.account, at: now).contains { Role.desks.contains($0.role) && $0.area == fields.area }
    }
}

/// A new row of the table `duty`.
struct NewDuty: Sendable {
    let id: RecordID
    let row: LedgeredRow

    init(_ house: House, _ fields: DutyFields) {
        id = house.store.newID()
        row = LedgeredRow(
            "duty",
            [
                "id": .text(id.description), "area": .text(fields.area), "chain_rank": .integer(fields.rank),
                "account_id": .text(fields.account.description), "starts_at": .integer(fields.startsAt.microseconds),
                "ends_at": .integer(fields.endsAt.microseconds),
            ], random: house.store.random)
    }
}
