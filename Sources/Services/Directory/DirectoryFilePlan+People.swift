// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Vault

/// Rows about people: who joins, who changes, who leaves, who is on duty.
extension DirectoryFilePlan {
    mutating func takePerson(_ row: DirectoryFileRow) throws {
        let agency = try agency(row)
        let fields = try AccountFields(name: row["name"], email: row["email"], post: row["post"], phone: row["phone"])
            .checked(house.standard, isSystem: false)
        let sameName = snapshot.account(email: fields.email)
        let old = try entry(row) { snapshot.accounts[$0] } ?? sameName
        if let sameName, let old, sameName.id != old.id { throw DirectoryFileFault(line: row.line, column: "email", .alreadyUsed) }
        if let old, old.isSystem { throw DirectoryFileFault(line: row.line, column: "id", .notAccepted) }
        if let old, old.agency != agency.id { throw DirectoryFileFault(line: row.line, column: "agency", .otherAgency) }
        // Whoever has left does not come back by a list: the account is opened again by hand, by somebody who asks why.
        if let old, old.state == .disabled { throw DirectoryFileFault(line: row.line, column: "email", .alreadyUsed) }
        try once(AccountIndex.normalised(email: fields.email), row, "email")
        if let old { try once(old.id.description, row, "id") }
        let grant = try grant(row)
        guard let old else { return try join(fields, agency, grant) }
        let before = AccountFields(name: old.name, email: old.email, post: old.post, phone: old.phone)
        let isNewRole = try grant.map { try mayBeGiven($0, to: old, row) } ?? false
        if isNewRole, let grant {
            let new = NewGrant(house, account: old.id, grant, from: now, to: nil)
            adding.append { try $0.insert(new.row) }
            if before == fields { outcome.changed += 1 }
        }
        let house = house
        if before != fields || !isNewRole {
            change(before == fields, "account", old.id) { try fields.changes(of: $0, isSystem: false, house) }
            let at = now
            if before != fields { adding.append { try $0.queueNamesakes(of: old.id, at: at) } }
        }
    }

    private mutating func join(_ fields: AccountFields, _ agency: Agency, _ grant: Grant?) throws {
        let account = try NewAccount(house, fields, agency: agency.id, isSystem: false)
        if let grant {
            let faults = GrantRules.faults(grant, for: account.entry(fields, agency.id, at: now), in: snapshot, at: now)
            if !faults.isEmpty { throw ServiceError.invalid(faults) }
        }
        let role = grant.map { NewGrant(house, account: account.id, $0, from: now, to: nil) }
        let secret = try SecretToken.generate(house.store.random)
        let at = now
        add { transaction in
            try account.write(in: transaction)
            if let role { try transaction.insert(role.row) }
            try OneTimeLinks.insert(
                secret.hash, account.id, .setPassword, in: transaction.session, at: at, minutes: OneTimeLinks.joinMinutes)
        }
        outcome.joiners.append(Joiner(account: account.id, name: fields.name, agency: agency.name, secret: secret.text))
    }

    /// Whether a role is new to a person. Throws where it can't be given.
    private func mayBeGiven(_ grant: Grant, to account: Account, _ row: DirectoryFileRow) throws -> Bool {
        let held = (snapshot.grants[account.id] ?? []).filter { $0.validTo.map { now < $0 } ?? true }
        if held.contains(where: { $0.grant == grant }) { return false }
        if account.id == actor.account { throw DirectoryFileFault(line: row.line, column: "role", .oneself) }
        let faults = GrantRules.faults(grant, for: account, in: snapshot, at: now)
        if !faults.isEmpty { throw ServiceError.invalid(faults) }
        return true
    }

    private func grant(_ row: DirectoryFileRow) throws -> Grant? {
        guard !row["role"].isEmpty else {
            for column in ["role_area", "role_team"] where !row[column].isEmpty {
                throw DirectoryFileFault(line: row.line, column: "role", .missing)
            }
            return nil
        }
        guard let role = Role(rawValue: row["role"]) else { throw DirectoryFileFault(line: row.line, column: "role", .unknownCode) }
        let teams = snapshot.teams.values.filter { $0.isInForce(at: now) }
        let team = row["role_team"].isEmpty ? nil : try named(row, "role_team", teams, id: \.id, name: \.name).id
        return Grant(role, area: row["role_area"].isEmpty ? nil : row["role_area"], team: team)
    }

    mutating func takeLeaver(_ row: DirectoryFileRow) throws {
        if row["email"].isEmpty { throw DirectoryFileFault(line: row.line, column: "email", .missing) }
        guard let account = snapshot.account(email: row["email"]), !account.isSystem else {
            throw DirectoryFileFault(line: row.line, column: "email", .unknownCode)
        }
        try own(account.agency, row, "email")
        try once(account.id.description, row, "email")
        // A name that is another's is a slip that would shut out the wrong person.
        if !row["name"].isEmpty, AccountIndex.folded(name: row["name"]) != AccountIndex.folded(name: account.name) {
            throw DirectoryFileFault(line: row.line, column: "name", .notAccepted)
        }
        if account.id == actor.account { throw DirectoryFileFault(line: row.line, column: "email", .oneself) }
        let holdsRole = (snapshot.grants[account.id] ?? []).contains { $0.validTo.map { now < $0 } ?? true }
        guard account.state != .disabled || holdsRole else {
            outcome.unchanged += 1
            return
        }
        outcome.ended += 1
        leaving.append(account.id)
    }

    mutating func takeDuty(_ row: DirectoryFileRow) throws {
        guard let area = snapshot.areas[row["area"]] else { throw DirectoryFileFault(line: row.line, column: "area", .unknownCode) }
        if !AccessPolicy.decide(actor, .changeDirectory).isAllowed {
            let own = actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager))
            if !own.contains(area.code) { throw DirectoryFileFault(line: row.line, column: "area", .otherArea) }
        }
        guard let rank = Int(row["rank"]) else { throw DirectoryFileFault(line: row.line, column: "rank", .notAccepted) }
        let person = RecordID(row["person"]).flatMap { snapshot.accounts[$0] } ?? snapshot.account(email: row["person"])
        guard let person else {
            throw DirectoryFileFault(line: row.line, column: "person", row["person"].isEmpty ? .missing : .unknownCode)
        }
        func moment(_ column: String) throws -> Instant {
            if row[column].isEmpty { throw DirectoryFileFault(line: row.line, column: column, .missing) }
            guard let moment = LocalDate.moment(row[column]) else { throw DirectoryFileFault(line: row.line, column: column, .notADate) }
            return moment
        }
        let fields = DutyFields(
            area: area.code, rank: rank, account: person.id, startsAt: try moment("starts_at"), endsAt: try moment("ends_at"))
        try once("\(area.code) \(rank) \(person.id) \(fields.startsAt.microseconds)", row, "starts_at")
        let old =
            try entry(row) { id in snapshot.duties.first { $0.id == id } }
            ?? snapshot.duties.first {
                $0.area == area.code && $0.rank == rank && $0.account == person.id && LocalDate.text($0.startsAt) == row["starts_at"]
            }
        guard let old else {
            try house.directoryDesk.check(fields, snapshot)
            let new = NewDuty(house, fields)
            return add { try $0.insert(new.row) }
        }
        guard old.area == area.code, old.account == person.id, old.rank == rank, LocalDate.text(old.startsAt) == row["starts_at"] else {
            // Who stands where from when is what a shift is: another one is a row without an id.
            throw DirectoryFileFault(line: row.line, column: "id", .notAccepted)
        }
        let isSame = LocalDate.text(old.endsAt) == row["ends_at"]
        if !isSame { try house.directoryDesk.check(fields, snapshot) }
        change(isSame, "duty", old.id) { _ in ["ends_at": .integer(fields.endsAt.microseconds)] }
    }
}

extension DirectorySnapshot {
    /// The account that signs in with an address.
    func account(email: String) -> Account? {
        let sought = AccountIndex.normalised(email: email)
        return sought.isEmpty ? nil : accounts.values.first { AccountIndex.normalised(email: $0.email) == sought }
    }
}

extension NewAccount {
    /// The entry as the directory will show it, for the rules of roles.
    func entry(_ fields: AccountFields, _ agency: RecordID, at now: Instant) -> Account {
        Account(
            id: id, agency: agency, state: .invited, name: fields.name, email: fields.email, post: fields.post, phone: fields.phone,
            createdAt: now, isSystem: false)
    }
}
