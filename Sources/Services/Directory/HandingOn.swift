// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// Handing all that a person still owns to another, in one act: only what the other may hold, and what they can't stays and is told.
extension DirectoryDesk {
    /// Hands on everything that `successor` may hold. Returns what was handed on; `leftovers` says what is left. Whoever hands on reads none
    /// of it. Throws `refused`, `notFound`, `invalid`.
    public func handOn(_ actor: Actor, of account: RecordID, to successor: RecordID) async throws -> Leftovers {
        try await house.authorise(actor, .changeDirectory)
        // Nobody gives themselves what they may not read.
        guard successor != actor.account else { throw try await refuse(actor, .changeDirectory) }
        let snapshot = house.directory.snapshot, now = house.now
        guard snapshot.accounts[account] != nil else { throw ServiceError.notFound }
        guard successor != account, let other = snapshot.actor(successor, at: now) else {
            throw ServiceError.invalid([FieldFault("account", .notAccepted)])
        }
        let shifts = shifts(of: account).filter { duty in
            let fields = DutyFields(area: duty.area, rank: duty.rank, account: successor, startsAt: duty.startsAt, endsAt: duty.endsAt)
            return mayStand(fields, snapshot, at: now)
        }
        let keepsRowsOf = snapshot.agenciesKept(by: other, at: now)
        let notices = house.store.newID
        return try await change(actor, "hand-on") { transaction in
            var done = Leftovers()
            transaction.show("account", account.description)
            transaction.show("account", successor.description)
            let rows = try LeftoverRows(transaction.session, of: account)
            let hand = HandOn(transaction: transaction, from: account, to: other, at: now, newID: notices)
            done.taken = try rows.taken.count { try hand.concern($0) }
            done.cases = try rows.cases.count { try hand.file($0) }
            done.actions = try rows.actions.count { try hand.action($0) }
            for row in rows.rows where keepsRowsOf.contains(try row.recordID("agency_id")) {
                try transaction.update("unreadable_row", key: [try row.value("id")], set: ["owner_id": .text(successor.description)])
                done.rows += 1
            }
            done.handOvers = try rows.handOvers.count { try hand.handOver($0) }
            for duty in shifts { try hand.shift(duty, NewDuty(house, duty.goingOn(from: now, with: successor))) }
            done.shifts = shifts.count
            transaction.say("handed-on", String(done.total))
            return done
        }
    }
}

/// One handing on, inside its transaction.
private struct HandOn {
    let transaction: WriteTransaction
    let from: RecordID
    let to: Actor
    let at: Instant
    let newID: () -> RecordID

    private var name: SQLValue { .text(to.account.description) }

    /// The facts of a concern as they would be, were the other person in the first one's place; nil where there is none.
    private func facts(_ concern: RecordID, _ change: (inout ConcernFacts) -> Void) throws -> ConcernFacts? {
        guard var facts = try FactsReader.facts(transaction.session, concern, now: at) else { return nil }
        change(&facts)
        return facts
    }

    /// A concern goes to whoever holds the desk it belongs to; a restricted one too, for somebody must have it.
    func concern(_ row: SQLRow) throws -> Bool {
        let id = try row.recordID("id")
        let may = try facts(id) { $0.restricted = false }.map { AccessPolicy.decide(to, .decideConcern, $0).isAllowed } ?? false
        guard may else { return false }
        try transaction.update(
            "concern", key: [.text(id.description)], set: ["taken_by": name, "taken_at": .integer(at.microseconds)])
        return true
    }

    /// A case goes to whoever works cases, and is not shut out of the matter.
    func file(_ row: SQLRow) throws -> Bool {
        let (file, concern) = (try row.recordID("case_id"), try row.recordID("concern_id"))
        guard try mayWork(concern) else { return false }
        try CaseRowSQL.join(file, to.account, concern: concern, at: at, transaction)
        try transaction.update(
            "case_member", key: [.text(file.description), .text(from.description)], set: ["left_at": .integer(at.microseconds)])
        return true
    }

    func action(_ row: SQLRow) throws -> Bool {
        let (file, concern) = (try row.recordID("case_id"), try row.recordID("concern_id"))
        guard try mayWork(concern) else { return false }
        // Whoever owns an action is on the case, or could not read what it asks.
        try CaseRowSQL.join(file, to.account, concern: concern, at: at, transaction)
        try transaction.update("case_action", key: [try row.value("id")], set: ["owner_id": name])
        // Known by its owner and the moment it was set: so it ends with the action.
        try NoticeRow.insert(
            newID(), kind: .action, concern: concern, account: to.account, at: try row.instant("set_at"), transaction.session)
        return true
    }

    private func mayWork(_ concern: RecordID) throws -> Bool {
        guard to.holds(.investigator) else { return false }
        return try facts(concern) { $0.caseMembers.insert(to.account) }.map { AccessPolicy.decide(to, .workCase, $0).isAllowed } ?? false
    }

    /// Who handed a concern over is what was done and stays; from here the other is told what becomes of it.
    func handOver(_ row: SQLRow) throws -> Bool {
        let concern = try row.recordID("concern_id")
        guard try facts(concern, { _ in }).map({ AccessPolicy.decide(to, .readConcern, $0).isAllowed }) ?? false else { return false }
        try NoticeRow.insert(newID(), kind: .handOver, concern: concern, account: to.account, at: at, transaction.session)
        transaction.show("hand_over", try row.text("id"))
        return true
    }

    /// A shift that runs ends now and goes on with the other; one to come is the other's.
    func shift(_ duty: Duty, _ new: NewDuty) throws {
        let key: [SQLValue] = [.text(duty.id.description)]
        if duty.startsAt > at {
            try transaction.update("duty", key: key, set: ["account_id": name])
        } else {
            try transaction.update("duty", key: key, set: ["ends_at": .integer(at.microseconds)])
            try transaction.insert(new.row)
        }
    }
}

extension Duty {
    /// The rest of a shift, with somebody else.
    fileprivate func goingOn(from now: Instant, with account: RecordID) -> DutyFields {
        DutyFields(area: area, rank: rank, account: account, startsAt: max(now, startsAt), endsAt: endsAt)
    }
}
