// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// A signed-in session as the middleware needs it.
public struct SignedIn: Sendable, Hashable {
    /// Who acts.
    public let actor: Actor
    /// The person's name.
    public let name: String
    /// The post held, in words.
    public let post: String
    /// The session's id, shown in the list of own sessions; never the secret.
    public let session: RecordID
    /// Areas and teams in words, for the page's header.
    public let place: String
}

/// One of my own sessions.
public struct SessionRow: Sendable, Hashable {
    /// The id by which it is ended; never the secret.
    public let id: RecordID
    /// When it began.
    public let startedAt: Instant
    /// When it was used last, to the minute.
    public let lastSeenAt: Instant
    /// When it ends at the latest.
    public let expiresAt: Instant
    /// Whether it is the one that asks.
    public let isThisOne: Bool
}

/// A bearer token without its secret.
public struct TokenRow: Sendable, Hashable {
    /// The id by which it is revoked; never the secret.
    public let id: RecordID
    /// What its holder calls it.
    public let label: String
    /// The account that acts with it.
    public let account: RecordID
    /// The account's name.
    public let accountName: String
    /// Scopes of `AccessPolicy.tokenScopes`.
    public let scopes: [String]
    /// When it was made.
    public let createdAt: Instant
    /// When it ends.
    public let expiresAt: Instant
    /// When it was revoked, if it was.
    public let revokedAt: Instant?
}

/// What sign-in needs next.
public enum SignInStep: Sendable {
    /// Done: the secret for the cookie.
    case signedIn(secret: String, SignedIn)
    /// The password was right; now the code from the authenticator app. The ticket is given back with it.
    case needsCode(ticket: String)
    /// Wrong, without saying what.
    case refused
}

/// What a one-time link is for.
public enum LinkPurpose: String, Sendable {
    /// Choose a first or a new password and enrol the authenticator.
    case setPassword = "set_password"
    /// Sign in at once: made in a demo store only.
    case demoSignIn = "demo_sign_in"
}
