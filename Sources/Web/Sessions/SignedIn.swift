// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// Who is signed in, as pages need to know it.
public struct SignedIn: Sendable {
    /// Who acts, for `Services`.
    public let actor: Actor
    /// What names this session and changes with it; not the secret of the cookie. Forgery tokens are bound to it.
    public let session: String
    /// The person's name.
    public let name: String
    /// The post and where: "local co-ordinator, Otterley".
    public let post: String
    /// The duty desk to ring, with its number; nil for whoever has no one desk.
    public let dutyDesk: String?

    /// Makes a signed-in person.
    public init(actor: Actor, session: String, name: String, post: String, dutyDesk: String? = nil) {
        self.actor = actor
        self.session = session
        self.name = name
        self.post = post
        self.dutyDesk = dutyDesk
    }
}

/// What the pages need from whoever keeps sessions, tokens and keys: closures, so that `Web` holds no secret and no store.
public struct SessionDoor: Sendable {
    /// The session of a cookie, if it lives; looked up on each request, so that an ended session is dead at once.
    public let session: @Sendable (_ cookie: String) async throws -> SignedIn?
    /// The account of a bearer token, if it is in force.
    public let bearer: @Sendable (_ token: String) async throws -> SignedIn?
    /// A message authentication code (HMAC-SHA256) under a key kept for forgery tokens.
    public let authenticate: @Sendable ([UInt8]) -> [UInt8]

    /// Makes the door.
    public init(
        session: @escaping @Sendable (String) async throws -> SignedIn?, bearer: @escaping @Sendable (String) async throws -> SignedIn?,
        authenticate: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) {
        self.session = session
        self.bearer = bearer
        self.authenticate = authenticate
    }
}
