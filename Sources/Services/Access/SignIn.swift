// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import Synchronization
import Vault

/// Signing in with a password and a code, sessions, and one-time links.
///
/// Nothing tells a wrong password from an unknown name: not words, not status, not time (SECURITY row 35).
public struct SignIn: Sendable {
    let house: House

    /// The first step. `source` names where the try comes from, for slowing down guesses; it is held in memory only.
    ///
    /// Throws `slowDown` after too many wrong tries.
    public func withPassword(email: String, password: String, source: String? = nil) async throws -> SignInStep {
        let login = AccountIndex.login(email, house.store.keys)
        let keys = house.access.throttle.withLock { $0.keys(login: login, source: source) }
        try begin(keys)
        let candidate = try await house.store.read { session in try SignInCandidate.find(login: login, in: session) }
        let work = try await check(password, candidate)
        let reason = refusal(candidate, fits: work.fits)
        guard let candidate, reason == nil else { return try await refuse(candidate?.id, reason ?? "unknown-name", keys) }
        let now = house.now
        house.access.throttle.withLock { $0.right(keys) }
        let secret = try SecretToken.generate(house.store.random)
        let ticket = SignInTickets.Ticket(
            account: candidate.id, login: login, source: source, expiresAt: now.adding(seconds: SignInTickets.minutes * 60),
            rehashed: work.rehashed)
        house.access.tickets.withLock { $0.keep(ticket, under: secret.hash, at: now) }
        return .needsCode(ticket: secret.text)
    }

    /// The second step: the ticket of the first with a code of the authenticator. A code works once (SECURITY row 34).
    ///
    /// Throws `slowDown` after too many wrong codes.
    public func withCode(ticket: String, code: String) async throws -> SignInStep {
        let now = house.now
        guard let hash = SecretToken(ticket)?.hash, let shown = house.access.tickets.withLock({ $0.ticket(hash, at: now) }) else {
            return .refused
        }
        let keys = house.access.throttle.withLock { $0.codeKeys(shown.account, login: shown.login, source: shown.source) }
        try begin(keys)
        guard let held = house.access.tickets.withLock({ $0.spendTry(hash, at: now) }) else { return .refused }
        let candidate = try await house.store.read { session in try SignInCandidate.find(held.account, in: session) }
        guard let candidate, let totp = try candidate.openTOTP(house) else { return try await refuse(held.account, "not-open", keys) }
        guard let step = totp.accepts(code, atSecond: now.microseconds / 1_000_000, lastStep: candidate.lastStep) else {
            return try await refuse(held.account, "wrong-code", keys)
        }
        let signedIn = try await begin(held.account, purpose: "password-and-code") { transaction in
            // Two requests with the same code: the second finds the step taken.
            try transaction.update(
                "account", key: [.text(candidate.id.description)],
                expecting: [
                    "state": .text(Account.State.active.rawValue), "totp_step": .integer(candidate.lastStep),
                    "password": .text(candidate.password),
                ],
                set: ["totp_step": .integer(step), "password": .text(held.rehashed ?? candidate.password)]) != nil
        }
        guard let signedIn else { return try await refuse(held.account, "not-open", keys) }
        house.access.tickets.withLock { $0.end(hash) }
        house.access.throttle.withLock { $0.succeeded(login: held.login, source: held.source, account: held.account, at: now) }
        return signedIn
    }

    /// Begins a session in one transaction with what `proof` writes; nil where `proof` says no or the account can't act.
    func begin(
        _ account: RecordID, purpose: String, proof: @escaping @Sendable (WriteTransaction) throws -> Bool
    ) async throws -> SignInStep? {
        let now = house.now
        let snapshot = house.directory.snapshot
        guard let actor = snapshot.actor(account, at: now), let entry = snapshot.accounts[account], !entry.isSystem else { return nil }
        let secret = try SecretToken.generate(house.store.random)
        let id = house.store.newID()
        let expiresAt = now.adding(seconds: Double(house.settings.sessionHours) * 3600)
        do {
            try await house.store.write(ActOfPerson(.signIn, by: actor, to: nil, at: now, purpose: purpose)) { transaction in
                guard try proof(transaction) else { throw SignInRefusal() }
                try SessionRows.insert(
                    secret.hash, id: id, account: account, at: now, expiresAt: expiresAt, in: transaction.session)
                transaction.show("session", id.description)
            }
        } catch is SignInRefusal { return nil }
        return .signedIn(secret: secret.text, SignedIn(actor, entry, session: id, in: snapshot))
    }

    /// Begins a try. Throws `slowDown` where it comes too soon.
    private func begin(_ keys: [SignInThrottle.Key]) throws {
        let now = house.now
        if let seconds = house.access.throttle.withLock({ $0.begin(keys, at: now) }) { throw ServiceError.slowDown(seconds: seconds) }
    }

    /// Ends a wrong try and writes it to the ledger. `reason` is for the auditor alone.
    private func refuse(_ account: RecordID?, _ reason: String, _ keys: [SignInThrottle.Key]) async throws -> SignInStep {
        let now = house.now
        house.access.throttle.withLock { $0.wrong(keys, at: now) }
        let agency = account.flatMap { house.directory.snapshot.accounts[$0]?.agency.description }
        let act = ActOfPerson(
            .signInRefused, actorText: account?.description ?? "", agency: agency ?? "", at: now, purpose: "sign-in", outcome: reason)
        try await house.store.write(act) { transaction in
            if let account { transaction.show("account", account.description) }
        }
        return .refused
    }

    /// Hashes the password, whether there is such an account or not, so that both take the same time.
    private func check(_ password: String, _ candidate: SignInCandidate?) async throws -> (fits: Bool, rehashed: String?) {
        let cost = house.passwordCost
        let random = house.store.random
        return try await house.passwordWork {
            guard let stored = candidate.flatMap({ PasswordHash(parsing: $0.password) }) else {
                return (try PasswordHash.decoy(cost: cost).verify(password), nil)
            }
            guard try stored.verify(password) else { return (false, nil) }
            guard stored.needsRehash(at: cost) else { return (true, nil) }
            return (true, try PasswordHash(password: password, cost: cost, randomness: random).description)
        }
    }

    /// Why nobody gets in, as a code for the ledger; nil where the next step may follow.
    private func refusal(_ candidate: SignInCandidate?, fits: Bool) -> String? {
        guard let candidate else { return "unknown-name" }
        guard fits else { return "wrong-password" }
        guard candidate.state == Account.State.active.rawValue, candidate.totp != nil else { return "not-open" }
        return house.directory.snapshot.actor(candidate.id, at: house.now) == nil ? "no-role" : nil
    }
}

/// Undoes a transaction in which a sign-in turned out to be refused.
private struct SignInRefusal: Error {}

extension House {
    /// Signing in and sessions.
    public var signIn: SignIn { SignIn(house: self) }
}
