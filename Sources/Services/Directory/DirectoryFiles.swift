// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// The directory as files.
    public var directoryFiles: DirectoryFiles { DirectoryFiles(house: self) }
}

/// The directory out as files and in again. A file is tried first; it is taken whole or not at all, and a second time it changes nothing.
public struct DirectoryFiles: Sendable {
    /// Rows of one file.
    public static let most = 5_000
    let house: House

    /// Holds a file against the directory, and takes it unless that is all that is asked. `agency` is the one whose rows it may have; nil
    /// for any. What can't be read of the file comes as `faults` already. Throws `refused`, and `conflict` where somebody was quicker.
    public func bringIn(
        _ actor: Actor, _ kind: DirectoryFileKind, _ rows: [DirectoryFileRow], faults: [DirectoryFileFault] = [],
        agency: RecordID? = nil, dryRun: Bool
    ) async throws -> DirectoryFileOutcome {
        try await house.directoryDesk.check(actor, kind.action)
        var plan = DirectoryFilePlan(house, actor, agency: kind.isOfAgency ? agency : nil)
        plan.outcome.faults = faults
        for row in rows.prefix(Self.most) { plan.take(row, kind) }
        if rows.count > Self.most {
            plan.outcome.faults.append(DirectoryFileFault(line: rows[Self.most].line, column: "", .tooMany))
        }
        plan.outcome.faults.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        guard plan.outcome.faults.isEmpty, !dryRun else {
            // A secret that nobody will use is told to nobody.
            plan.outcome.joiners = []
            return plan.outcome
        }
        do { return try await apply(actor, kind, plan, rows: rows.count) } catch ServiceError.invalid(let faults)
            where faults.contains(FieldFault("administrator", .missing))
        {
            plan.outcome.faults = [DirectoryFileFault(line: rows.first?.line ?? 1, column: "", .lastAdministrator)]
            plan.outcome.joiners = []
            return plan.outcome
        }
    }

    private func apply(
        _ actor: Actor, _ kind: DirectoryFileKind, _ plan: DirectoryFilePlan, rows: Int
    ) async throws -> DirectoryFileOutcome {
        var outcome = plan.outcome
        outcome.isApplied = true
        outcome.left = plan.leaving
        guard !plan.adding.isEmpty || !plan.changes.isEmpty || !plan.leaving.isEmpty else { return outcome }
        var changes: [(String, SQLRow, KeyValuePairs<String, SQLValue>)] = []
        for change in plan.changes {
            let row = try await current(change.table, change.id)
            changes.append((change.table, row, try change.set(row)))
        }
        let (made, desk, now) = (changes, house.directoryDesk, house.now)
        let action: Action = AccessPolicy.decide(actor, .changeDirectory).isAllowed ? .changeDirectory : kind.action
        do {
            let ended = try await desk.change(actor, "bring-in-" + kind.rawValue, as: action) { transaction in
                transaction.say("rows", String(rows))
                for add in plan.adding { try add(transaction) }
                for (table, row, set) in made { try desk.update(transaction, table, row, set: set) }
                return try Administrators.keepOne(in: transaction.session, at: now) {
                    try plan.leaving.flatMap { try Self.leave($0, in: transaction, at: now) }
                }
            }
            house.directory.access.sessions.end(ended)
        } catch let error as StorageError {
            guard case .uniqueViolation = error.code else { throw error }
            throw ServiceError.conflict(.changedMeanwhile)
        }
        return outcome
    }

    private func current(_ table: String, _ id: RecordID) async throws -> SQLRow {
        guard table == "duty" else { return try await house.directoryDesk.current(table, id) }
        let row = try await house.store.read { session in try session.first("SELECT * FROM duty WHERE id = $1", [.text(id.description)]) }
        guard let row else { throw ServiceError.notFound }
        return row
    }

    /// Ends all that a person holds, at once: account, sessions, links, tokens and roles. What they own stays theirs until it is handed on.
    private static func leave(_ account: RecordID, in transaction: WriteTransaction, at now: Instant) throws -> [RecordID] {
        let sql = "SELECT id, valid_from FROM role_grant WHERE account_id = $1 AND (valid_to IS NULL OR valid_to > $2) ORDER BY id"
        for grant in try transaction.session.query(sql, [.text(account.description), .integer(now.microseconds)]) {
            // One that was still to come never will.
            let end = max(now.microseconds, try grant.integer("valid_from"))
            try transaction.update("role_grant", key: [try grant.value("id")], set: ["valid_to": .integer(end)])
        }
        return try DirectoryDesk.shut(account, in: transaction, at: now)
    }

    /// The entries of a kind as rows, the columns first. E-mail addresses are for administrators: a rota names people by their id.
    /// It stands in the ledger. Throws `refused`, `notFound`.
    public func takeOut(_ actor: Actor, _ kind: DirectoryFileKind) async throws -> [[String]] {
        try await house.directoryDesk.check(actor, kind.action)
        guard kind != .leavers else { throw ServiceError.notFound }
        let rows = rows(actor, kind)
        let action: Action = AccessPolicy.decide(actor, .changeDirectory).isAllowed ? .changeDirectory : kind.action
        let act = ActOfPerson(.export, by: actor, to: action, at: house.now, purpose: "take-out-" + kind.rawValue)
        try await house.store.write(act) { transaction in transaction.say("rows", String(rows.count)) }
        return [kind.columns] + rows
    }

    private func rows(_ actor: Actor, _ kind: DirectoryFileKind) -> [[String]] {
        let snapshot = house.directory.snapshot, now = house.now
        func agency(_ id: RecordID) -> String {
            let name = snapshot.name(ofAgency: id)
            return snapshot.agencies.values.count { $0.isInForce(at: now) && $0.name == name } == 1 ? name : id.description
        }
        switch kind {
        case .agencies:
            return snapshot.agencies.values.filter { $0.isInForce(at: now) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                .map { [$0.id.description, $0.name, $0.kind, $0.legalRegime, $0.shareRule, $0.retentionClass] }
        case .areas:
            return snapshot.areasInForce(at: now).map { [$0.code, $0.name, $0.deskName, $0.deskPhone, $0.deskHours] }
        case .teams:
            return snapshot.teams.values.filter { $0.isInForce(at: now) && (snapshot.agencies[$0.agency]?.isInForce(at: now) ?? false) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                .map { [$0.id.description, $0.name, $0.kind, agency($0.agency), $0.area ?? "", $0.phone, $0.hours] }
        case .people:
            return snapshot.accounts.values.filter { !$0.isSystem && snapshot.isInUse(account: $0.id, at: now) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                .map { account in
                    // A row has one role; further ones stand on the person's page.
                    let grant = snapshot.grantsInForce(account.id, at: now).first
                    return [
                        account.id.description, account.name, account.email, account.post, account.phone, agency(account.agency),
                        grant?.role.rawValue ?? "", grant?.area ?? "", grant?.team?.description ?? "",
                    ]
                }
        case .duty:
            let mayAll = AccessPolicy.decide(actor, .changeDirectory).isAllowed
            let own = actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager))
            return snapshot.duties.filter { now < $0.endsAt && (mayAll || own.contains($0.area)) }
                .sorted { ($0.area, $0.startsAt, $0.rank, $0.id) < ($1.area, $1.startsAt, $1.rank, $1.id) }
                .map {
                    [
                        $0.id.description, $0.area, String($0.rank), $0.account.description, LocalDate.text($0.startsAt),
                        LocalDate.text($0.endsAt),
                    ]
                }
        case .leavers: return []
        }
    }
}
