// SPDX-License-Identifier: Apache-2.0
public import Hummingbird
import Safeguarding
import Services

/// Answers every request: one function, in one order, with no hidden middleware. The order is the security argument:
/// path and method, then who is asking, then limits, then origin and token, then the body, then the handler under its deadline.
public struct WebResponder: HTTPResponder {
    let configuration: WebConfiguration
    let site: Site
    let sessions: SessionDoor
    let table: RouteTable
    let surroundings: Surroundings
    private let accountBuckets: TokenBuckets
    private let signInBuckets: TokenBuckets

    init(configuration: WebConfiguration, site: Site, sessions: SessionDoor, table: RouteTable, surroundings: Surroundings) {
        self.configuration = configuration
        self.site = site
        self.sessions = sessions
        self.table = table
        self.surroundings = surroundings
        let limits = configuration.limits
        accountBuckets = TokenBuckets(capacity: limits.accountBurst, perSecond: limits.accountPerSecond)
        signInBuckets = TokenBuckets(capacity: limits.signInBurst, perSecond: limits.signInPerSecond)
    }

    /// Answers one request. Never throws: what goes wrong becomes an answer too.
    public func respond(to request: Request, context: ConnectionContext) async -> Response {
        var call = Call(id: RequestIdentity.make(), began: surroundings.now(), wording: wording(for: request))
        call.wantsJSON = request.uri.path.hasPrefix("/api/")
        call.isAtDoor = DoorAddresses.holds(path: request.uri.path)
        surroundings.metrics.add("requests_in_flight", 1)
        defer { surroundings.metrics.add("requests_in_flight", -1) }
        var reply: Reply
        do {
            reply = try await answer(request, context, &call)
        } catch {
            reply = refusal(error, &call)
        }
        let response = dress(reply, call, isHead: request.method == .head)
        record(call, response)
        return response
    }

    /// The parts of a request that are found out one after the other, for the log and for the layout.
    struct Call: Sendable {
        let id: String
        let began: Instant
        let wording: Wording
        var wantsJSON = false
        /// Whether it asks for the public door, whose every page has a neutral title.
        var isAtDoor = false
        var route: Declaration?
        var signedIn: SignedIn?
        var errorCode: String?
        var errorType: String?
        var errorCase: String?
    }

    private func answer(_ request: Request, _ context: ConnectionContext, _ call: inout Call) async throws -> Reply {
        let segments = try RequestReading.segments(request.uri.path)
        let method = request.method == .head ? Method.get : Method(rawValue: request.method.rawValue)
        let route: Route
        let values: [String]
        switch table.match(method, segments) {
        case .nothing: throw Problem.notFound
        case .otherMethods(let allowed): throw Problem.methodNotAllowed(allowed)
        case .route(let found, let raw): (route, values) = (found, raw)
        }
        let declaration = route.declaration
        call.route = declaration
        call.wantsJSON = declaration.kind == .api
        let query = try RequestReading.query(request.uri.query)
        let address = SiteURL(segments: segments).with(query: query.fields.map { .init(name: $0.name, value: $0.value) })
        let client = clientAddress(request, context)
        call.signedIn = try await Admission.whoAsks(request, declaration, sessions, address: address, isSecure: configuration.isSecure)
        let source = KnownBrowser(tokens: ForgeryToken(authenticate: sessions.authenticate))
            .source(cookies: request.headers[.cookie], isSecure: configuration.isSecure, address: client.source)
        try limit(declaration, call, source)
        let isOfMachine = mayReadFigures(client)
        if declaration.who == .thisMachine, !isOfMachine { throw Problem.notFound }
        let reading = RequestReading(declaration: declaration, limits: configuration.limits)
        let body = try await Deadline.run(seconds: configuration.limits.bodySeconds, sleep: surroundings.sleep) {
            try await reading.body(request)
        }
        let (form, files) = try reading.form(body, request)
        try Admission.checkSender(
            request, declaration, call.signedIn, token: form[ForgeryToken.field], ForgeryToken(authenticate: sessions.authenticate),
            ownOrigins: ownOrigins(request))
        try reading.checkQuery(query)
        let web = WebRequest(
            id: call.id, now: call.began, method: declaration.method, address: address, query: query, form: form,
            json: try reading.json(body),
            body: body, idempotencyKey: try reading.idempotencyKey(request), signedIn: call.signedIn, source: source,
            origin: ownOrigins(request).first ?? "", wording: call.wording, fields: request.headers,
            isSecure: configuration.isSecure, files: files, isOfMachine: isOfMachine)
        return try await RefusalRecording(surroundings: surroundings, declaration: declaration, signedIn: call.signedIn).recording {
            try await Deadline.run(seconds: configuration.limits.handlerSeconds, sleep: surroundings.sleep) {
                try await route.run(web, values)
            }
        }
    }

    private func wording(for request: Request) -> Wording {
        surroundings.translations.wording(
            chosen: Cookie.value(.language, in: request.headers[.cookie], isSecure: configuration.isSecure),
            acceptLanguage: request.headers[.acceptLanguage])
    }

    private func clientAddress(_ request: Request, _ context: ConnectionContext) -> ClientAddress {
        let peer = context.peer.map { ClientAddress($0) } ?? .local
        guard configuration.isBehindProxy else { return peer }
        return ClientAddress.behindProxy(request.headers[.forwardedFor]) ?? peer
    }

    private func mayReadFigures(_ client: ClientAddress) -> Bool {
        switch configuration.metrics {
        case .everyone: true
        case .thisMachine: client.isThisMachine
        case .nobody: false
        }
    }

    private func limit(_ declaration: Declaration, _ call: Call, _ source: String) throws {
        let wait: Double?
        switch declaration.limit {
        case .none: return
        case .account: wait = call.signedIn.flatMap { accountBuckets.take($0.actor.account.description, at: call.began) }
        case .signInAttempt: wait = signInBuckets.take(call.signedIn?.actor.account.description ?? source, at: call.began)
        }
        if let wait { throw Problem.tooMany(retryAfter: Int(wait.rounded(.up))) }
    }

    private func ownOrigins(_ request: Request) -> [String] {
        if let origin = configuration.publicOrigin { return [origin.lowercased()] }
        guard let host = request.head.authority?.lowercased() else { return [] }
        return ["\(configuration.isSecure ? "https" : "http")://\(host)"]
    }

    private func refusal(_ error: any Error, _ call: inout Call) -> Reply {
        if let redirect = error as? Admission.Redirect { return .seeOther(redirect.to) }
        let problem: Problem
        if let known = error as? Problem ?? surroundings.explain(error) {
            problem = known
        } else {
            problem = .service
        }
        // Only type and case: a description may quote what somebody typed.
        if problem.status >= 500, let cause = problem.cause ?? (error is Problem ? nil : error) {
            call.errorType = FaultName.type(of: cause)
            call.errorCase = FaultName.code(of: cause)
        }
        call.errorCode = problem.code
        if call.wantsJSON { return problem.json(requestID: call.id, wording: call.wording) }
        let reply = problem.page(requestID: call.id)
        return call.isAtDoor ? DoorFrame.neutral(reply) : reply
    }
}
