// SPDX-License-Identifier: Apache-2.0

/// The addresses of getting in: password and code, one-time links. The form itself and signing out stand in `SignInAddresses`.
/// Only what can be guessed is slowed down: a link's secret has 256 bits.
enum SignInDoors {
    /// Takes the password, and then the code.
    static let enter = Endpoint.page(
        .post, Path("sign-in"), who: .everyone, limit: .signInAttempt, largestBody: 10_000,
        "Takes a password, then a code, and begins a session.")
    /// Shows what a one-time link is for. A GET never uses one up: mail scanners follow links.
    static let link = Endpoint.page(
        .get, Path("link") / .word("secret"), who: .everyone, "Shows what a one-time link is for.")
    /// Uses a one-time link.
    static let use = Endpoint.page(
        .post, Path("link") / .word("secret"), who: .everyone, largestBody: 10_000, "Uses a one-time link.")
    /// Asks for a new password and an authenticator.
    static let password = Endpoint.page(
        .get, Path("link") / .word("secret") / "password", who: .everyone,
        "Asks for a new password and an authenticator.")
    /// Sets the new password and the authenticator.
    static let setPassword = Endpoint.page(
        .post, Path("link") / .word("secret") / "password", who: .everyone, largestBody: 10_000,
        "Sets a new password and an authenticator.")

    static let declarations = [
        SignInAddresses.signIn.declaration, SignInAddresses.signOut.declaration, enter.declaration, link.declaration, use.declaration,
        password.declaration, setPassword.declaration,
    ]
}
