// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

extension SignIn {
    /// A link to choose a new password and a new authenticator, for oneself: only for whoever proves anew, with today's password and a fresh
    /// code, that the session is theirs. A stolen session alone must not become a stolen account (SECURITY row 27, step-up).
    ///
    /// Returns nil where password or code is wrong, without saying which. Throws `refused`, `slowDown`.
    public func makeOwnLink(_ actor: Actor, password: String, code: String, source: String? = nil) async throws -> String? {
        try await house.authorise(actor, .manageOwnAccess)
        guard let entry = house.directory.snapshot.accounts[actor.account], !entry.isSystem else { throw ServiceError.notFound }
        guard case .needsCode(let ticket) = try await withPassword(email: entry.email, password: password, source: source),
            case .signedIn(_, let proof) = try await withCode(ticket: ticket, code: code)
        else { return nil }
        // The session was only the proof.
        try await end(proof.actor, session: proof.session)
        let now = house.now
        let secret = try SecretToken.generate(house.store.random)
        let act = ActOfPerson(
            .policyChange, by: actor, to: .manageOwnAccess, at: now, purpose: "make-own-link",
            codes: ["link": LinkPurpose.setPassword.rawValue])
        try await house.store.write(act) { transaction in
            transaction.show("account", actor.account.description)
            try OneTimeLinks.insert(secret.hash, actor.account, .setPassword, in: transaction.session, at: now)
        }
        return secret.text
    }
}
