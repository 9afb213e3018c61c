// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Who may call a route. `Web` only asks whether somebody is signed in; whether they may do it is decided in `Services`, inside the
/// transaction, by the policy row that the action names. The route tests hold the two against each other.
enum Access: Sendable, Equatable {
    /// Anybody, known or not: the public door, signing in, health.
    case everyone
    /// Anybody who is signed in.
    case signedIn
    /// Whoever the policy allows this action.
    case may(Action)
    /// Programs on this machine, such as a metrics collector.
    case thisMachine

    /// Whether a session or a bearer token is needed.
    var needsAccount: Bool {
        switch self {
        case .everyone, .thisMachine: false
        case .signedIn, .may: true
        }
    }
}

/// What slows a caller down. No limit is ever shared by a reporter and somebody else (SECURITY finding 2).
enum RateLimit: Sendable, Equatable {
    /// None: public pages and everything by which a concern is reported.
    case none
    /// Counted for the account that calls.
    case account
    /// Counted for the browser that tries to sign in, where it is known from an earlier time, else for its address; for the account where
    /// somebody is signed in. Held in memory only.
    case signInAttempt
}
