// SPDX-License-Identifier: Apache-2.0

/// One route, declared once, with the types of its path parameters: it prints addresses, and with a handler it becomes a `Route`.
///
/// ```swift
/// enum ConcernPages {
///     /// One concern with what is known beside it.
///     static let concern = Endpoint.page(.get, Path("concerns") / .id("concern"), who: .may(.readConcern), "Reads one concern.")
///     static let declarations = [concern.declaration]
///     static func routes(_ concerns: Concerns) -> [Route] {
///         [concern.handle { request, id in … }]
///     }
/// }
/// // in a page: <a href="\(ConcernPages.concern.url(id))">
/// ```
struct Endpoint<Parameters: Sendable>: Sendable {
    let declaration: Declaration
    let path: PathPattern<Parameters>

    /// The address with these parameters.
    func url(_ parameters: Parameters) -> SiteURL {
        var values = path.print(parameters)[...]
        return SiteURL(
            segments: path.segments.map { segment in
                switch segment {
                case .literal(let word): word
                case .parameter: values.popFirst() ?? ""
                }
            })
    }

    /// Puts a handler behind the declaration.
    func handle(_ handler: @escaping @Sendable (WebRequest, Parameters) async throws -> Reply) -> Route {
        let path = path
        return Route(declaration: declaration) { request, values in
            guard let parameters = path.parse(values) else { throw Problem.notFound }
            return try await handler(request, parameters)
        }
    }
}

extension Endpoint where Parameters == Void {
    /// The address.
    var url: SiteURL { url(()) }

    /// Puts a handler behind the declaration.
    func handle(_ handler: @escaping @Sendable (WebRequest) async throws -> Reply) -> Route {
        Route(declaration: declaration) { request, _ in try await handler(request) }
    }
}

extension Endpoint {
    /// Declares a page, or what a form of a page is sent to.
    /// - Parameters:
    ///   - limit: what slows a caller down; by default the account where somebody is signed in, and nothing where nobody is. Reporting
    ///     takes `.none`.
    ///   - largestBody: bytes of a form; 1 MB by default.
    ///   - takesFile: whether a file may come with the form.
    static func page(
        _ method: Method, _ path: PathPattern<Parameters>, who: Access, limit: RateLimit? = nil, largestBody: Int = Limits.largestForm,
        takesFile: Bool = false, _ summary: String
    ) -> Endpoint {
        Endpoint(
            declaration: Declaration(
                method: method, segments: path.segments, kind: .page, who: who, summary: summary,
                limit: limit ?? (who.needsAccount ? .account : .none), largestBody: largestBody, needsIdempotencyKey: false,
                takesFile: takesFile),
            path: path)
    }

    /// Declares a call of the JSON API. Its body and query are checked against the shapes before the handler sees them; every write
    /// carries an `Idempotency-Key`.
    static func api(
        _ method: Method, _ path: PathPattern<Parameters>, who: Access, query: [Declaration.QueryParameter] = [], body: Schema? = nil,
        answers: [Int: Schema], limit: RateLimit? = nil, largestBody: Int = Limits.largestJSON, _ summary: String
    ) -> Endpoint {
        Endpoint(
            declaration: Declaration(
                method: method, segments: path.segments, kind: .api, who: who, summary: summary, body: body, answers: answers, query: query,
                limit: limit ?? (who.needsAccount ? .account : .none), largestBody: largestBody, needsIdempotencyKey: method.changes),
            path: path)
    }

    /// Declares something that is neither page nor API.
    static func plumbing(_ path: PathPattern<Parameters>, who: Access, _ summary: String) -> Endpoint {
        Endpoint(
            declaration: Declaration(
                method: .get, segments: path.segments, kind: .plumbing, who: who, summary: summary, limit: .none, largestBody: 0,
                needsIdempotencyKey: false),
            path: path)
    }
}
