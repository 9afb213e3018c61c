// SPDX-License-Identifier: Apache-2.0

/// A browser in which somebody has signed in, password and code, proves it with a cookie of its own. Its tries are counted by that and not
/// by the address that it shares with a whole station, so that nobody at the same address can shut it out. It names nobody, opens nothing
/// and stands in no log; whoever steals it has a counter to themselves.
struct KnownBrowser: Sendable {
    /// A year.
    static let lifetime = 31_536_000

    private static let context = "known browser"
    private static let prefix = "browser:"

    let tokens: ForgeryToken

    /// A mark for a browser.
    func make() -> Cookie { Cookie(name: .browser, value: tokens.make(session: Self.context), lifetime: Self.lifetime) }

    /// What a try to sign in is counted by: the browser, where it is known, else the address.
    func source(cookies: String?, isSecure: Bool, address: String) -> String {
        guard let mark = Cookie.value(.browser, in: cookies, isSecure: isSecure), tokens.isValid(mark, session: Self.context) else {
            return address
        }
        return Self.prefix + mark
    }

    /// Whether a source is a known browser.
    static func isKnown(_ source: String) -> Bool { source.hasPrefix(prefix) }
}
