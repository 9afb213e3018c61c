// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

extension SignIn {
    /// The session of a cookie's secret, with the person's roles as they stand now; nil where it has ended, is over, was not used for too
    /// long, or the account is shut. Read from the store at most once a second.
    public func session(secret: String) async throws -> SignedIn? {
        guard let hash = SecretToken(secret)?.hash else { return nil }
        let now = house.now
        guard let record = try await record(hash, at: now), record.lives(at: now, idleMinutes: house.settings.sessionIdleMinutes) else {
            return nil
        }
        let snapshot = house.directory.snapshot
        guard let actor = snapshot.actor(record.account, at: now), let entry = snapshot.accounts[record.account] else { return nil }
        if record.wantsNoting(at: now) { try await note(record, hash, at: now) }
        return SignedIn(actor, entry, session: record.id, in: snapshot)
    }

    /// Ends the session of a cookie's secret. An unknown one is passed over.
    public func signOut(secret: String) async throws {
        guard let hash = SecretToken(secret)?.hash else { return }
        let now = house.now
        guard let record = try await house.store.read({ session in try SessionRows.find(hash, in: session) }) else { return }
        try await end(record.id, of: record.account, at: now)
    }

    /// The person's own living sessions, newest first. Throws `refused`.
    public func sessions(_ actor: Actor, current: RecordID) async throws -> [SessionRow] {
        try await house.authorise(actor, .manageOwnAccess)
        let now = house.now
        let records = try await house.store.read { session in
            try session.query(
                "SELECT * FROM session WHERE account_id = $1 AND ended_at IS NULL ORDER BY created_at DESC, id",
                [.text(actor.account.description)]
            ).map { try SessionRecord($0) }
        }
        return records.filter { $0.lives(at: now, idleMinutes: house.settings.sessionIdleMinutes) }.map { record in
            SessionRow(
                id: record.id, startedAt: record.createdAt, lastSeenAt: record.lastSeenAt, expiresAt: record.expiresAt,
                isThisOne: record.id == current)
        }
    }

    /// Ends one of the person's own sessions. Throws `refused`; `notFound` for anybody else's.
    public func end(_ actor: Actor, session: RecordID) async throws {
        try await house.authorise(actor, .manageOwnAccess)
        guard try await end(session, of: actor.account, at: house.now) else { throw ServiceError.notFound }
    }

    @discardableResult
    private func end(_ session: RecordID, of account: RecordID, at now: Instant) async throws -> Bool {
        let agency = house.directory.snapshot.accounts[account]?.agency.description ?? ""
        let act = ActOfPerson(.signOut, actorText: account.description, agency: agency, at: now, purpose: "sign-out")
        do {
            try await house.store.write(act) { transaction in
                guard try SessionRows.end(session, of: account, in: transaction.session, at: now) else { throw ServiceError.notFound }
                transaction.show("session", session.description)
            }
        } catch ServiceError.notFound { return false }
        house.access.sessions.end([session])
        return true
    }

    private func record(_ hash: [UInt8], at now: Instant) async throws -> SessionRecord? {
        if let held = house.access.sessions.entry(hash, at: now) { return held }
        guard let record = try await house.store.read({ session in try SessionRows.find(hash, in: session) }) else { return nil }
        return house.access.sessions.keep(record, id: record.id, under: hash, at: now) ? record : nil
    }

    /// Notes the session's use. No act of its own: what was done with it stands in the ledger.
    private func note(_ record: SessionRecord, _ hash: [UInt8], at now: Instant) async throws {
        var noted = record
        noted.lastSeenAt = now
        // Before the store, so that the requests that come with this one need not do the same.
        _ = house.access.sessions.keep(noted, id: record.id, under: hash, at: now)
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                "UPDATE session SET last_seen_at = $1 WHERE token_hash = $2 AND ended_at IS NULL",
                [.integer(now.microseconds), .blob(hash)])
        }
    }
}
