// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of one's own access: sessions, tokens, password.
enum AccountAddresses {
    /// My sessions and tokens.
    static let account = Endpoint.page(.get, Path("account"), who: .may(.manageOwnAccess), "Shows my sessions and tokens.")
    /// Ends one session of mine.
    static let endSession = Endpoint.page(
        .post, Path("account/sessions") / .id("session") / "end", who: .may(.manageOwnAccess), "Ends one of my sessions.")
    /// Ends all sessions of mine but this.
    static let endOthers = Endpoint.page(
        .post, Path("account/sessions/end-others"), who: .may(.manageOwnAccess), "Ends all my other sessions.")
    /// Asks what a new token is for.
    static let newToken = Endpoint.page(.get, Path("account/tokens/new"), who: .may(.manageOwnAccess), "Asks what a token is for.")
    /// Makes a token and shows its secret once.
    static let makeToken = Endpoint.page(.post, Path("account/tokens/new"), who: .may(.manageOwnAccess), "Makes a token of mine.")
    /// Asks whether to revoke a token.
    static let askRevoke = Endpoint.page(
        .get, Path("account/tokens") / .id("token") / "revoke", who: .may(.manageOwnAccess), "Asks whether to revoke a token.")
    /// Revokes a token.
    static let revoke = Endpoint.page(
        .post, Path("account/tokens") / .id("token") / "revoke", who: .may(.manageOwnAccess), "Revokes a token of mine.")
    /// Asks for today's password and a code.
    static let askLink = Endpoint.page(
        .get, Path("account/password"), who: .may(.manageOwnAccess), "Asks for today's password before a new one is chosen.")
    /// Proves that it is me and goes on to a new password.
    static let takeLink = Endpoint.page(
        .post, Path("account/password"), who: .may(.manageOwnAccess), limit: .signInAttempt, largestBody: 10_000,
        "Begins choosing a new password and authenticator.")

    static let declarations = [
        account.declaration, endSession.declaration, endOthers.declaration, newToken.declaration, makeToken.declaration,
        askRevoke.declaration,
        revoke.declaration, askLink.declaration, takeLink.declaration,
    ]
}
