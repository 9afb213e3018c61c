// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

extension DirectoryDesk {
    /// Adds a person, who gets in once a link is made (`SignIn.makeLink`) and a role given; or an agency's system, which gets its one
    /// role here and acts with tokens alone. Nobody is given a password. Throws `invalid`, `refused`.
    public func addAccount(
        _ actor: Actor, name: String, email: String, post: String, phone: String, agency: RecordID, isSystem: Bool = false
    ) async throws -> Account {
        try await house.authorise(actor, .changeDirectory)
        let entered = AccountFields(name: name, email: email, post: post, phone: phone)
        let fields = try entered.checked(
            house.standard, isSystem: isSystem, agency: (agency, house.directory.snapshot, house.now))
        let account = try NewAccount(house, fields, agency: agency, isSystem: isSystem)
        let role = isSystem ? NewGrant(house, account: account.id, Grant(.agencySystem), from: house.now, to: nil) : nil
        try await unlessUsed(NewAccount.loginConstraint, field: "email") {
            try await change(actor, "add-account") { transaction in
                try account.write(in: transaction)
                if let role { try transaction.insert(role.row) }
            }
        }
        return try found(house.directory.snapshot.accounts[account.id])
    }

    /// Changes what is said of an account, its sign-in name too. Throws `invalid`, `refused`, `notFound`, `conflict`.
    public func changeAccount(_ actor: Actor, _ id: RecordID, _ fields: AccountFields) async throws -> Account {
        try await house.authorise(actor, .changeDirectory)
        let isSystem = try found(house.directory.snapshot.accounts[id]).isSystem
        let fields = try fields.checked(house.standard, isSystem: isSystem)
        let row = try await current("account", id)
        let changes = try fields.changes(of: row, isSystem: isSystem, house)
        let now = house.now
        try await unlessUsed(NewAccount.loginConstraint, field: "email") {
            try await change(actor, "change-account") { transaction in
                try update(transaction, "account", row, set: changes)
                if !isSystem { try transaction.queueNamesakes(of: id, at: now) }
            }
        }
        return try found(house.directory.snapshot.accounts[id])
    }

    /// Shuts an account: its sessions, links and tokens are dead with this transaction. Nobody shuts their own, and one administrator
    /// stays. Throws `invalid`, `refused`, `notFound`.
    public func disable(_ actor: Actor, _ account: RecordID) async throws {
        try await house.authorise(actor, .changeDirectory)
        guard account != actor.account else { throw try await refuse(actor, .changeDirectory) }
        let now = house.now
        let ended = try await change(actor, "disable-account") { transaction in
            try Administrators.keepOne(in: transaction.session, at: now) { try Self.shut(account, in: transaction, at: now) }
        }
        house.directory.access.sessions.end(ended)
    }

    /// Shuts an account in a transaction, and returns the sessions that ended with it. Throws `notFound`.
    static func shut(_ account: RecordID, in transaction: WriteTransaction, at now: Instant) throws -> [RecordID] {
        let session = transaction.session
        let key: [SQLValue] = [.text(account.description)]
        guard try transaction.update("account", key: key, set: ["state": .text(Account.State.disabled.rawValue)]) != nil else {
            throw ServiceError.notFound
        }
        for token in try session.query("SELECT id FROM api_token WHERE account_id = $1 AND revoked_at IS NULL ORDER BY id", key) {
            try transaction.update("api_token", key: [try token.value("id")], set: ["revoked_at": .integer(now.microseconds)])
        }
        try OneTimeLinks.voidAll(of: account, in: session, at: now)
        return try SessionRows.endAll(of: account, in: session, at: now)
    }

    /// Opens an account again. Its old sessions and tokens stay dead. Throws `refused`, `notFound`.
    public func enable(_ actor: Actor, _ account: RecordID) async throws {
        try await house.authorise(actor, .changeDirectory)
        let row = try await current("account", account)
        guard try row.text("state") == Account.State.disabled.rawValue else { return }
        let isSystem = house.directory.snapshot.accounts[account]?.isSystem ?? false
        let now = house.now
        let needsNoPassword = isSystem || house.settings.isDemo
        let state: Account.State = try needsNoPassword || row.optionalText("password") != nil ? .active : .invited
        try await change(actor, "enable-account") { transaction in
            try update(transaction, "account", row, set: ["state": .text(state.rawValue)])
            // Whoever was shut when something was reported was not held against it by likely spellings.
            if !isSystem { try transaction.queueNamesakes(of: account, at: now) }
        }
    }
}

/// A new account, sealed and digested before the transaction begins.
struct NewAccount: Sendable {
    /// The unique index that keeps one sign-in name to one account.
    static let loginConstraint = "account_login_index_key"

    let id: RecordID
    private let seal: NewSeal
    private let row: LedgeredRow
    private let isSystem: Bool
    private let at: Instant

    init(_ house: House, _ fields: AccountFields, agency: RecordID, isSystem: Bool) throws {
        let store = house.store
        (id, self.isSystem, at) = (store.newID(), isSystem, store.now())
        seal = try store.seal(AccountDocument(fields, isSystem: isSystem), kind: "account", id: id, agency: agency)
        // In a demo region nobody chooses a password: its people sign in by link from the first moment.
        let state: Account.State = isSystem || house.settings.isDemo ? .active : .invited
        let (login, name) = Self.indexes(fields, isSystem: isSystem, store.keys)
        row = LedgeredRow(
            "account",
            [
                "id": .text(id.description), "agency_id": .text(agency.description), "state": .text(state.rawValue),
                "created_at": .integer(store.now().microseconds), "login_index": .blob(login), "name_index": .blob(name), "password": .null,
                "totp": .null, "totp_step": .integer(-1), "sealed": .blob(seal.sealed),
            ], random: store.random)
    }

    func write(in transaction: WriteTransaction) throws {
        try transaction.session.keep(seal)
        try transaction.insert(row)
        if !isSystem { try transaction.queueNamesakes(of: id, at: at) }
    }

    /// The tokens by which an account is found: none for a system, which is no person and does not sign in.
    static func indexes(_ fields: AccountFields, isSystem: Bool, _ keys: KeyStore) -> (login: [UInt8]?, name: [UInt8]?) {
        isSystem ? (nil, nil) : (AccountIndex.login(fields.email, keys), AccountIndex.name(fields.name, keys))
    }
}

extension AccountFields {
    /// The columns of an entry that these fields are to stand in.
    func changes(of row: SQLRow, isSystem: Bool, _ house: House) throws -> KeyValuePairs<String, SQLValue> {
        let document = AccountDocument(self, isSystem: isSystem)
        let seal = try house.store.reseal(document, as: SealedRecord(row, kind: "account"), version: 1)
        let (login, name) = NewAccount.indexes(self, isSystem: isSystem, house.store.keys)
        return ["login_index": .blob(login), "name_index": .blob(name), "sealed": .blob(seal.sealed)]
    }
}

extension AccountDocument {
    init(_ fields: AccountFields, isSystem: Bool) {
        self.init(name: fields.name, email: fields.email, post: fields.post, phone: fields.phone, isSystem: isSystem)
    }
}
