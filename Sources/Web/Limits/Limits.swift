// SPDX-License-Identifier: Apache-2.0

/// How much and how long a caller may take (SECURITY §2, 14 and 15). The numbers are the server's own, not practice.
public struct Limits: Sendable {
    /// Bytes of a form.
    static let largestForm = 1_000_000
    /// Bytes of a JSON body.
    static let largestJSON = 2_000_000
    /// Fields of a form or a query.
    static let mostFields = 1_000

    /// Bytes of one header field and of all of them together.
    public var largestHeader = 16 * 1024
    /// Header fields.
    public var mostHeaders = 100
    /// Seconds until a request's head must be complete, counted from the connection or from the last answer.
    public var headSeconds: Double = 10
    /// Seconds an open connection may rest between two requests.
    public var restSeconds: Double = 30
    /// Seconds until a body must be complete.
    public var bodySeconds: Double = 60
    /// Bytes a second that a body must at least make, after the first ten seconds.
    public var slowestBody: Double = 1_024
    /// Seconds a handler may take.
    public var handlerSeconds: Double = 30
    /// Seconds until the reader must have taken each written part of an answer.
    public var writeSeconds: Double = 30
    /// Connections open at once; where one more comes, another gives way (`ConnectionCrowd`).
    public var mostConnections = 2_000
    /// Connections that have given way and are not closed yet, beyond which more wait in the operating system's queue.
    static let closingConnections = 100
    /// Calls an account may make at once, and those it gets back each second.
    public var accountBurst: Double = 120
    /// Calls an account gets back each second.
    public var accountPerSecond: Double = 10
    /// Attempts to sign in that one address, or one browser known from an earlier sign-in, may make at once: a station at the change of
    /// shift. Each person makes two, password and code.
    public var signInBurst: Double = 300
    /// Attempts to sign in that one address or known browser gets back each second: few enough that one address alone can't keep the hashing
    /// of passwords busy.
    public var signInPerSecond: Double = 1

    /// The limits of a server.
    public init() {}

    /// Fewer connections, where the operating system gives this process few files: each connection is one, and the store and its index need
    /// some hundreds.
    public mutating func fit(openFiles: Int) {
        mostConnections = min(mostConnections, max(openFiles / 2, openFiles - Self.closingConnections - Self.otherFiles))
    }

    private static let otherFiles = 400
}
