// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import Vault

/// What a person needs to enrol an authenticator while choosing a password.
public struct Enrolment: Sendable, Hashable {
    /// The name of the account that the link is for.
    public let name: String
    /// The secret as a person types it into an app.
    public let typedSecret: String
    /// The `otpauth` address for a QR code.
    public let uri: String
}

extension SignIn {
    /// The issuer that an authenticator app shows.
    static let issuer = "Sentinel"

    /// What to show with a link to set a password. Asked again it gives the same secret, so that a form that comes back with faults need
    /// not be enrolled anew. Throws `notFound`.
    public func beginSetPassword(secret: String) async throws -> Enrolment {
        let (link, entry) = try await setPasswordLink(secret)
        let totp = try enrolledTOTP(link)
        return Enrolment(name: entry.name, typedSecret: totp.typedSecret, uri: totp.uri(issuer: Self.issuer, account: entry.email))
    }

    /// Sets the password and the authenticator in one go, uses the link up, and ends all sessions of the account. The code proves that the
    /// authenticator works; it can't be used again to sign in.
    ///
    /// Throws `notFound` where the link is no longer good, `invalid` for faults of the fields `password` and `code`.
    public func setPassword(secret: String, password: String, code: String) async throws {
        let (link, entry) = try await setPasswordLink(secret)
        let totp = try enrolledTOTP(link)
        let now = house.now
        var faults = PasswordFaults.of(password, entry)
        let step = totp.accepts(code, atSecond: now.microseconds / 1_000_000, lastStep: nil)
        if step == nil { faults.append(FieldFault("code", code.isEmpty ? .missing : .notAccepted)) }
        guard faults.isEmpty, let step else { throw ServiceError.invalid(faults) }
        let (cost, random) = (house.passwordCost, house.store.random)
        let hash = try await house.passwordWork { try PasswordHash(password: password, cost: cost, randomness: random).description }
        let sealed = try SignInCandidate.seal(totp, of: entry.id, house)
        let act = ActOfPerson(
            .policyChange, actorText: entry.id.description, agency: entry.agency.description, at: now, purpose: "set-password")
        let ended = try await house.store.write(act) { transaction in
            let session = transaction.session
            let key: [SQLValue] = [.text(entry.id.description)]
            let state = try session.first("SELECT state FROM account WHERE id = $1", key)?.text("state")
            guard state != nil, state != Account.State.disabled.rawValue, try OneTimeLinks.use(link, in: session, at: now) else {
                throw ServiceError.notFound
            }
            try transaction.update(
                "account", key: key,
                set: [
                    "state": .text(Account.State.active.rawValue), "password": .text(hash), "totp": .blob(sealed),
                    "totp_step": .integer(step),
                ])
            return try SessionRows.endAll(of: entry.id, in: session, at: now)
        }
        house.access.sessions.end(ended)
        try await house.reloadDirectory()
    }

    private func setPasswordLink(_ secret: String) async throws -> (OneTimeLink, Account) {
        let now = house.now
        let link = try await house.store.read { session in try OneTimeLinks.find(secret, in: session, at: now) }
        let snapshot = house.directory.snapshot
        guard let link, link.purpose == .setPassword, let entry = snapshot.accounts[link.account], !entry.isSystem,
            snapshot.isInUse(account: entry.id, at: now)
        else { throw ServiceError.notFound }
        return (link, entry)
    }

    /// The authenticator that goes with a link: made from its hash under a key, so that nothing is stored before it is enrolled.
    private func enrolledTOTP(_ link: OneTimeLink) throws -> TOTP {
        let code = house.store.keys.master.subkey(.accounts, context: "enrolment").authenticationCode(for: link.hash)
        guard let totp = TOTP(secret: Array(code.prefix(20))) else { throw ServiceError.notFound }
        return totp
    }
}

/// What is wrong with a new password, as faults of the field `password`.
enum PasswordFaults {
    private static let rules = PasswordRules(refused: CommonPasswords.walks)

    static func of(_ password: String, _ account: Account) -> [FieldFault] {
        if password.isEmpty { return [FieldFault("password", .missing)] }
        let words = [account.email, account.name, account.post] + account.email.split(separator: "@").map(String.init)
        switch rules.problem(with: password, account: words) {
        case nil: return CommonPasswords.isDecorated(password) ? [FieldFault("password", .tooCommon)] : []
        case .tooShort: return [FieldFault("password", .tooShort)]
        case .tooLong: return [FieldFault("password", .tooLong)]
        case .common, .guessable: return [FieldFault("password", .tooCommon)]
        }
    }
}
