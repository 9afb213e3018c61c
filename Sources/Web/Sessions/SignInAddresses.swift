// SPDX-License-Identifier: Apache-2.0

/// The addresses of signing in and out, which the page shell and the refusals need. The pages behind them stand elsewhere.
enum SignInAddresses {
    /// The form for name and password; `next` says where to go afterwards.
    static let signIn = Endpoint.page(.get, Path("sign-in"), who: .everyone, "Asks who you are.")
    /// Ends the session.
    static let signOut = Endpoint.page(.post, Path("sign-out"), who: .signedIn, "Ends your session.")
}
