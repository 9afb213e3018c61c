// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// A signed-in session as the middleware needs it.
public struct SignedIn: Sendable, Hashable {
    public let actor: Actor
    public let name: String
    public let post: String
    /// The session's id, shown in the list of own sessions; never the secret.
    public let session: RecordID
    /// Areas and teams in words, for the page's header.
    public let place: String
}

/// One of my own sessions.
public struct SessionRow: Sendable, Hashable {
    public let id: RecordID
    public let startedAt: Instant
    public let lastSeenAt: Instant
    public let expiresAt: Instant
    public let isThisOne: Bool
}

/// A bearer token without its secret.
public struct TokenRow: Sendable, Hashable {
    public let id: RecordID
    public let label: String
    public let account: RecordID
    public let accountName: String
    public let scopes: [String]
    public let createdAt: Instant
    public let expiresAt: Instant
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
