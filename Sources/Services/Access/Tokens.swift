// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

/// Bearer tokens of the API: of one person, or of one system of an agency. Scoped, expiring, stored as a hash, revocable.
public struct Tokens: Sendable {
    /// Days for which a token may be good.
    public static let days = 1...365

    let house: House

    /// Who acts with a bearer token: its account with the grants in force now and the token's scopes. Nil where it is unknown, expired,
    /// revoked, or the account can't act. Read from the store at most once a second.
    public func actor(bearer: String) async throws -> Actor? {
        guard let hash = SecretToken(bearer)?.hash else { return nil }
        let now = house.now
        guard let record = try await record(hash, at: now), record.isInForce(at: now) else { return nil }
        return house.directory.snapshot.actor(record.account, at: now, tokenScopes: Set(record.scopes))
    }

    /// The person's own tokens, newest first. Throws `refused`.
    public func mine(_ actor: Actor) async throws -> [TokenRow] {
        try await house.authorise(actor, .manageOwnAccess)
        return try await rows(of: [actor.account])
    }

    /// The tokens of the systems of the person's agency, newest first. Throws `refused`.
    public func ofAgency(_ actor: Actor) async throws -> [TokenRow] {
        try await house.authorise(actor, .manageAgencyTokens)
        let systems = house.directory.snapshot.accounts.values.filter { $0.isSystem && $0.agency == actor.agency }
        return try await rows(of: systems.map(\.id).sorted())
    }

    /// Makes a token, for oneself or for a system of one's agency, and returns its secret: it is never shown again.
    ///
    /// - Parameters:
    ///   - scopes: those of `AccessPolicy.tokenScopes`, at least one.
    ///   - days: until it expires, 1 to 365.
    ///   - forSystem: the system's account; nil for a token of one's own.
    /// - Throws: `invalid`, `refused`, `notFound`.
    public func make(
        _ actor: Actor, label: String, scopes: [String], days: Int, forSystem: RecordID? = nil
    ) async throws -> (secret: String, TokenRow) {
        let account = try await owner(actor, forSystem)
        let label = try checked(label, scopes, days)
        let now = house.now
        let id = house.store.newID()
        let secret = try SecretToken.generate(house.store.random)
        let seal = try house.store.seal(TokenDocument(label: label), kind: "api_token", id: id, agency: account.agency)
        let scopes = Set(scopes).sorted()
        let expiresAt = now.adding(seconds: Double(days) * 86_400)
        let row = LedgeredRow(
            "api_token",
            [
                "id": .text(id.description), "token_hash": .blob(secret.hash), "account_id": .text(account.id.description),
                "scopes": .text(CodeText.text(scopes)), "created_at": .integer(now.microseconds),
                "expires_at": .integer(expiresAt.microseconds),
                "revoked_at": .null, "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        let act = ActOfPerson(.policyChange, by: actor, to: Self.action(forSystem != nil), at: now, purpose: "make-token")
        try await house.store.write(act) { transaction in
            try transaction.session.keep(seal)
            try transaction.insert(row)
        }
        let made = TokenRow(
            id: id, label: label, account: account.id, accountName: account.name, scopes: scopes, createdAt: now, expiresAt: expiresAt,
            revokedAt: nil)
        return (secret.text, made)
    }

    /// Revokes a token at once: one's own, or one of a system of one's agency. Throws `refused`, `notFound`.
    public func revoke(_ actor: Actor, _ id: RecordID) async throws {
        let key: [SQLValue] = [.text(id.description)]
        let row = try await house.store.read { session in try session.first("SELECT * FROM api_token WHERE id = $1", key) }
        guard let record = try row.map({ try TokenRecord($0) }) else {
            try await house.authorise(actor, .manageOwnAccess)
            throw ServiceError.notFound
        }
        if record.account != actor.account, !AccessPolicy.decide(actor, .manageAgencyTokens).isAllowed {
            // Another's token is as if it were not there: a refusal would say that it is.
            try await house.authorise(actor, .manageOwnAccess)
            throw ServiceError.notFound
        }
        let isOwn = record.account == actor.account
        _ = try await owner(actor, isOwn ? nil : record.account)
        let now = house.now
        let act = ActOfPerson(.policyChange, by: actor, to: Self.action(!isOwn), at: now, purpose: "revoke-token")
        try await house.store.write(act) { transaction in
            guard let current = try transaction.session.first("SELECT revoked_at FROM api_token WHERE id = $1", key) else { return }
            guard try current.optionalInteger("revoked_at") == nil else { return }
            try transaction.update("api_token", key: key, set: ["revoked_at": .integer(now.microseconds)])
        }
        house.access.tokens.end([id])
    }

    /// Whose token it is to be. Somebody else's account does not exist here; a system of another agency neither.
    private func owner(_ actor: Actor, _ system: RecordID?) async throws -> Account {
        try await house.authorise(actor, Self.action(system != nil))
        let snapshot = house.directory.snapshot
        guard let account = snapshot.accounts[system ?? actor.account], snapshot.isInUse(account: account.id, at: house.now) else {
            throw ServiceError.notFound
        }
        guard system == nil || account.isSystem && account.agency == actor.agency else { throw ServiceError.notFound }
        return account
    }

    /// What somebody must be allowed who makes or revokes a token.
    private static func action(_ ofSystem: Bool) -> Action { ofSystem ? .manageAgencyTokens : .manageOwnAccess }

    private func checked(_ label: String, _ scopes: [String], _ days: Int) throws -> String {
        var checks = DirectoryChecks(house.standard)
        let label = checks.line("label", label)
        if scopes.isEmpty { checks.fault("scopes", .missing) }
        if scopes.contains(where: { AccessPolicy.tokenScopes[$0] == nil }) { checks.fault("scopes", .unknownCode) }
        if !Self.days.contains(days) { checks.fault("days", .notAccepted) }
        try checks.finish()
        return label
    }

    private func record(_ hash: [UInt8], at now: Instant) async throws -> TokenRecord? {
        if let held = house.access.tokens.entry(hash, at: now) { return held }
        let row = try await house.store.read { session in try session.first("SELECT * FROM api_token WHERE token_hash = $1", [.blob(hash)])
        }
        guard let record = try row.map({ try TokenRecord($0) }) else { return nil }
        return house.access.tokens.keep(record, id: record.id, under: hash, at: now) ? record : nil
    }

    private func rows(of accounts: [RecordID]) async throws -> [TokenRow] {
        guard !accounts.isEmpty else { return [] }
        let list = SQLDialect.placeholders(accounts.count)
        let sql = DirectoryRows.sealed("api_token") + " WHERE t.account_id IN (\(list)) ORDER BY t.created_at DESC, t.id"
        let rows = try await house.store.read { session in try session.query(sql, accounts.map { .text($0.description) }) }
        let snapshot = house.directory.snapshot
        return try rows.map { row in
            let record = try TokenRecord(row)
            return TokenRow(
                id: record.id, label: try house.store.open(SealedRecord(row, kind: "api_token"), as: TokenDocument.self).label,
                account: record.account, accountName: snapshot.name(of: record.account), scopes: record.scopes, createdAt: record.createdAt,
                expiresAt: record.expiresAt, revokedAt: record.revokedAt)
        }
    }
}

extension House {
    /// Bearer tokens.
    public var tokens: Tokens { Tokens(house: self) }
}
