// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

extension SignIn {
    /// What a link is for; nil where it is unknown, used or out of time.
    public func linkPurpose(secret: String) async throws -> LinkPurpose? {
        let now = house.now
        return try await house.store.read { session in try OneTimeLinks.find(secret, in: session, at: now) }?.purpose
    }

    /// Makes a one-time link and returns its secret, to be handed to the person: 30 minutes to set a password, or in a demo store a day to
    /// sign in. Without an actor it is the command line that makes it, at the server itself.
    ///
    /// Whoever makes a link never learns the password that is chosen with it. Nobody makes one for themselves: a stolen session must not
    /// become a stolen account. Throws `refused`, `notFound`.
    public func makeLink(_ actor: Actor?, account: RecordID, purpose: LinkPurpose) async throws -> String {
        let now = house.now
        if let actor {
            try await house.authorise(actor, .changeDirectory)
            guard actor.account != account else { throw try await house.directoryDesk.refuse(actor, .changeDirectory) }
        }
        guard purpose != .demoSignIn || house.settings.isDemo else { throw ServiceError.notFound }
        let snapshot = house.directory.snapshot
        guard let entry = snapshot.accounts[account], !entry.isSystem, snapshot.isInUse(account: account, at: now) else {
            throw ServiceError.notFound
        }
        let secret = try SecretToken.generate(house.store.random)
        let act =
            actor.map {
                ActOfPerson(
                    .policyChange, by: $0, to: .changeDirectory, at: now, purpose: "make-link", codes: ["link": purpose.rawValue])
            } ?? ActOfPerson(systemAct: .policyChange, at: now, purpose: "make-link", codes: ["link": purpose.rawValue])
        try await house.store.write(act) { transaction in
            transaction.show("account", account.description)
            try OneTimeLinks.insert(secret.hash, account, purpose, in: transaction.session, at: now)
        }
        return secret.text
    }

    /// Signs in with a link of a demo store, where everything is invented. Anywhere else, and with any other link: refused.
    public func withDemoLink(secret: String) async throws -> SignInStep {
        guard house.settings.isDemo else { return .refused }
        let now = house.now
        let link = try await house.store.read { session in try OneTimeLinks.find(secret, in: session, at: now) }
        guard let link, link.purpose == .demoSignIn else { return .refused }
        let signedIn = try await begin(link.account, purpose: "demo-link") { transaction in
            try OneTimeLinks.use(link, in: transaction.session, at: now)
        }
        return signedIn ?? .refused
    }
}
