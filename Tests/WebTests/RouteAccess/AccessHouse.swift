// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Logging
import Safeguarding
import Services
import Storage
import TestSupport

@testable import Web

/// The test house with its pages and API, reached without a socket as every caller.
final class AccessHouse {
    let test: TestHouse
    let server: WebServer
    let work: HouseWork
    private var sessions: [Caller: (secret: String, id: RecordID)] = [:]
    private var tokens: [Caller: String] = [:]
    private var count = 0

    var house: House { test.house }

    /// Makes one, hands it to `body`, and removes it.
    static func with(_ engine: TestStores = .sqlite, _ body: (AccessHouse) async throws -> Void) async throws {
        try await TestHouse.with(engine) { test in
            let access = try AccessHouse(test)
            for caller in Caller.tokens { try await access.makeToken(caller) }
            try await body(access)
        }
    }

    private init(_ test: TestHouse) throws {
        self.test = test
        work = HouseWork(test.house)
        var web = WebConfiguration()
        // The limits have tests of their own.
        web.limits.accountBurst = 1_000_000
        web.limits.signInBurst = 1_000_000
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path
        server = try HouseServer.server(
            test.house, work: work, settings: .init(web: web, content: root + "/Content", publicFiles: root + "/Public"),
            logger: Logger(label: "access", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// A number that has not been used.
    func next() -> Int {
        count += 1
        return count
    }

    func actor(_ caller: Caller) throws -> Actor { try test.actor(caller.rawValue) }
    func account(_ caller: Caller) throws -> RecordID { try test.account(caller == .systemToken ? "system" : caller.rawValue) }

    /// An administrator of the council, of which the test house has none.
    func councilAdministrator() throws -> Actor {
        Actor(account: try account(.teacher), agency: try agency("council"), grants: [Grant(.administrator)])
    }

    func agency(_ name: String) throws -> RecordID { try found(test.agencies[name]) }
    func team(_ name: String) throws -> RecordID { try found(test.teams[name]) }

    private func found<T>(_ value: T?) throws -> T {
        guard let value else { throw TestHouseError(what: "the test house lacks something") }
        return value
    }

    private func makeToken(_ caller: Caller) async throws {
        let made =
            switch caller {
            case .systemToken:
                try await house.tokens.make(
                    try councilAdministrator(), label: "system", scopes: caller.scopes, days: 30, forSystem: try test.account("system"))
            case .strangersToken: try await house.tokens.make(try actor(.teacher), label: "mine", scopes: caller.scopes, days: 30)
            default: try await house.tokens.make(try actor(.officer), label: "mine", scopes: caller.scopes, days: 30)
            }
        tokens[caller] = made.secret
    }

    /// A living session of a person: the usual one, or a new one.
    func session(_ caller: Caller, fresh: Bool = false) async throws -> (secret: String, id: RecordID) {
        if !fresh, let known = sessions[caller], try await house.signIn.session(secret: known.secret) != nil { return known }
        let (secret, signedIn) = try await test.signIn(caller.rawValue)
        let session = (secret, signedIn.session)
        if !fresh { sessions[caller] = session }
        return session
    }

    /// The forgery token of a session's pages.
    func formToken(_ session: RecordID) -> String {
        ForgeryToken(authenticate: house.formAuthenticator).make(session: session.description)
    }

    /// Reaches a route as a caller, as a browser or a program of theirs would. `headers` come over the usual ones; an empty one removes it.
    func ask(_ caller: Caller, _ route: Declaration, _ call: RouteCall, formToken: String? = nil, _ headers: [String: String] = [:])
        async throws
        -> TestAnswer
    {
        if caller.isToken {
            return try await ask(session: nil, bearer: tokens[caller], route, call, formToken: formToken, headers)
        }
        let session = caller == .nobody ? nil : try await session(caller, fresh: call.endsSession)
        return try await ask(session: session, route, call, formToken: formToken, headers)
    }

    /// The same with a session, or a bearer token, of whomever.
    func ask(
        session: (secret: String, id: RecordID)?, bearer: String? = nil, _ route: Declaration, _ call: RouteCall, formToken: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        var fields: [String: String] = [:]
        var form = call.form
        fields["Authorization"] = bearer.map { "Bearer \($0)" }
        if let session {
            fields["Cookie"] = "session=\(session.secret)"
            if route.method.changes { form.append((ForgeryToken.field, formToken ?? self.formToken(session.id))) }
        }
        if route.method.changes {
            fields["Sec-Fetch-Site"] = "same-origin"
            fields["Content-Type"] = route.kind == .api ? "application/json" : "application/x-www-form-urlencoded"
        }
        if route.needsIdempotencyKey { fields["Idempotency-Key"] = "key-\(next())" }
        for (name, value) in headers { fields[name] = value.isEmpty ? nil : value }
        let body = route.kind == .api ? call.json : Self.encoded(form)
        // Each call from another address: sign-in counts tries by it.
        return try await server.responder.ask(
            route.method.rawValue, call.path(route), fields, body: route.method.changes ? Array(body.utf8) : [],
            peer: "198.51.100.\(next() % 250 + 1)")
    }

    private static func encoded(_ form: [(String, String)]) -> String {
        form.map { name, value in
            [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }.joined(separator: "=")
        }.joined(separator: "&")
    }

    /// The newest entry's number, and the refusals of an account among the entries after `number`: each with its purpose and outcome.
    func refusals(of caller: Caller, after number: Int64) async throws -> (refusals: [LedgerEntry], newest: Int64) {
        let actor = try account(caller.holder).description
        return try await house.store.read { session in
            let rows = try session.query("SELECT id, body FROM ledger_entry WHERE id > $1 ORDER BY id", [.integer(number)])
            let entries = try rows.map { try LedgerEntry(canonicalBytes: try $0.blob("body")) }
            return (entries.filter { $0.act == .refuse && $0.actor == actor }, try rows.last?.integer("id") ?? number)
        }
    }

    /// The newest entry's number.
    func newestEntry() async throws -> Int64 {
        try await house.store.read { session in try session.integer("SELECT COALESCE(MAX(id), 0) AS n FROM ledger_entry") }
    }

    /// Everything that stands in the store, but for the ledger and what `leavingOut` names, as one text a table.
    func store(leavingOut: Set<String> = []) async throws -> [String: String] {
        try await house.store.read { session in
            let all =
                switch session.dialect {
                case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                case .postgres: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
                }
            let names = try session.query(all).map { try $0.text("name") }
            var tables: [String: String] = [:]
            for name in names where !name.hasPrefix("ledger_") && !name.hasPrefix("sqlite_") && !leavingOut.contains(name) {
                // When a session was last used is noted by every request.
                let columns = name == "session" ? "id, account_id, ended_at" : "*"
                let rows = try session.query("SELECT \(columns) FROM \(name)").map { row in
                    try row.columns.map { "\($0)=\(try row.value($0))" }.joined(separator: "|")
                }
                tables[name] = rows.sorted().joined(separator: "\n")
            }
            return tables
        }
    }
}

/// What a route is called with.
struct RouteCall {
    /// The values of the path's parameters, in order.
    var values: [String] = []
    var query = ""
    var form: [(String, String)] = []
    var json = ""
    /// Whether the call ends the session that it is made with.
    var endsSession = false

    func path(_ route: Declaration) -> String {
        var rest = values[...]
        let parts = route.segments.map { segment in
            switch segment {
            case .literal(let word): word
            case .parameter: rest.popFirst() ?? ""
            }
        }
        return "/" + parts.joined(separator: "/") + query
    }
}
