// SPDX-License-Identifier: Apache-2.0

/// The methods that a route can have.
enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"

    /// Whether calling it may change something.
    var changes: Bool { self != .get }
}

/// Everything that is known of a route without running it. The router, the OpenAPI document, the access tests and the metrics read it.
struct Declaration: Sendable {
    /// What a route answers with.
    enum Kind: String, Sendable {
        /// A page for people.
        case page
        /// JSON for programs.
        case api
        /// Style sheets, scripts, health, metrics.
        case plumbing
    }

    /// A query parameter of an API route.
    struct QueryParameter: Sendable {
        let name: String
        let schema: Schema
        var isRequired = false
        var note = ""
    }

    let method: Method
    let segments: [PathSegment]
    let kind: Kind
    /// Who may call it.
    let who: Access
    /// One sentence: what it does.
    let summary: String
    /// The shape of the body of an API call, if it has one.
    var body: Schema?
    /// The answers of an API call by status, beside those that every call can give.
    var answers: [Int: Schema] = [:]
    /// The query parameters of an API call.
    var query: [QueryParameter] = []
    /// What slows a caller down.
    var limit: RateLimit
    /// The largest body in bytes.
    var largestBody: Int
    /// Whether calls must carry an `Idempotency-Key`: every write of the API.
    var needsIdempotencyKey: Bool
    /// Whether a file may come with its form.
    var takesFile = false

    /// The path as people write it, `/concerns/{concern}`.
    var pattern: String { PathPattern<Void>.text(segments) }

    /// Method and path: the name of a route in logs, metrics and tests.
    var name: String { "\(method.rawValue) \(pattern)" }
}
