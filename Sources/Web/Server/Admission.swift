// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird

/// Who is asking, and whether the request was sent from where it should.
enum Admission {
    /// The session or the token of a request.
    /// - Throws: `Problem.notSignedIn` or `.sessionEnded` where the route needs an account and there is none.
    static func whoAsks(
        _ request: Request, _ declaration: Declaration, _ sessions: SessionDoor, address: SiteURL, isSecure: Bool
    ) async throws -> SignedIn? {
        if declaration.kind == .plumbing { return nil }
        if declaration.kind == .api {
            let signedIn: SignedIn?
            if let token = bearer(request.headers[.authorization]) { signedIn = try await sessions.bearer(token) } else { signedIn = nil }
            guard signedIn != nil || !declaration.who.needsAccount else { throw Problem.notSignedIn }
            return signedIn
        }
        let cookie = Cookie.value(.session, in: request.headers[.cookie], isSecure: isSecure)
        let signedIn: SignedIn?
        if let cookie { signedIn = try await sessions.session(cookie) } else { signedIn = nil }
        guard signedIn == nil, declaration.who.needsAccount else { return signedIn }
        let returnTo = declaration.method == .get ? address : SiteURL(segments: [])
        if cookie == nil && declaration.method == .get { throw Redirect(to: SignInAddresses.signIn.url.with("next", returnTo.description)) }
        throw Problem.sessionEnded(returnTo: returnTo)
    }

    /// Not a refusal: the answer is on another page.
    struct Redirect: Error {
        let to: SiteURL
    }

    /// Checks a form against forgery. Calls of the API carry their token in a field that no foreign page can set.
    /// - Throws: `Problem.forged`.
    static func checkSender(
        _ request: Request, _ declaration: Declaration, _ signedIn: SignedIn?, token: String?, _ tokens: ForgeryToken, ownOrigins: [String]
    ) throws {
        guard declaration.kind == .page, declaration.method.changes else { return }
        let verdict = OriginCheck.verdict(
            secFetchSite: request.headers[.secFetchSite], origin: request.headers[.origin], ownOrigins: ownOrigins)
        guard verdict != .foreign else { throw Problem.forged }
        guard let signedIn else { return }
        guard tokens.isValid(token, session: signedIn.session) else { throw Problem.forged }
    }

    private static func bearer(_ field: String?) -> String? {
        guard let field, field.utf8.count <= 520 else { return nil }
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .origin
}
