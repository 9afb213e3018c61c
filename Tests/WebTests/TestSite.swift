// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Safeguarding
import Synchronization

@testable import Web

/// A server without a socket, with invented people and a clock that stands still.
struct TestSite: Sendable {
    static let start = Instant(microseconds: 1_413_504_000_000_000)

    let responder: WebResponder
    let server: WebServer
    let log = LogLines()

    /// Someone with the session cookie `good` and the bearer token `token`.
    static let someone = SignedIn(
        actor: Actor(
            account: RecordID(high: 1, low: 2), agency: RecordID(high: 3, low: 4), grants: [Grant(.coordinator, area: "otterley")]),
        session: "session-1", name: "Dana Brightwell", post: "local co-ordinator, Otterley")

    /// Not an HMAC; enough to tell whether key and message were used.
    static let authenticate: @Sendable ([UInt8]) -> [UInt8] = { Array(ContentHash.text(Array("key".utf8) + $0).utf8) }

    static let sessions = SessionDoor(
        session: { $0 == "good" ? someone : nil }, bearer: { $0 == "token" ? someone : nil }, authenticate: authenticate)

    init(
        _ routes: [Route] = [], configuration: WebConfiguration = WebConfiguration(),
        site: Site = Site(isFictional: true, dutyDesks: { ["0121 496 0100"] }),
        _ change: (inout Surroundings) -> Void = { _ in }
    ) throws {
        var surroundings = Surroundings()
        surroundings.now = { Self.start }
        // Time never passes unless a test says so.
        surroundings.sleep = { _ in try await Task.sleep(for: .seconds(3_600)) }
        let log = log
        surroundings.logger = Logger(
            label: "web", factory: { label in JSONLog(label: label, now: { Self.start.date }, write: { log.add($0) }) })
        change(&surroundings)
        server = try WebServer(
            configuration: configuration, site: site, sessions: Self.sessions, routes: routes,
            declarations: WebServer.ownDeclarations + routes.map(\.declaration), surroundings: surroundings)
        responder = server.responder
    }

    static func token(_ session: String = someone.session) -> String { ForgeryToken(authenticate: authenticate).make(session: session) }

    /// Sends a request and reads the whole answer.
    func ask(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: [UInt8] = [], peer: String? = "198.51.100.7"
    ) async throws -> TestAnswer {
        try await responder.ask(method, path, headers, body: body, peer: peer)
    }

    /// Sends a form as someone who is signed in, from our own page unless said otherwise.
    func send(_ path: String, _ form: String, _ headers: [String: String] = [:]) async throws -> TestAnswer {
        let base = ["Content-Type": "application/x-www-form-urlencoded", "Cookie": "session=good", "Sec-Fetch-Site": "same-origin"]
        return try await ask("POST", path, base.merging(headers) { $1 }, body: Array(form.utf8))
    }

    /// Sends JSON with a bearer token.
    func call(_ method: String, _ path: String, _ json: String, _ headers: [String: String] = [:]) async throws -> TestAnswer {
        let base = ["Content-Type": "application/json", "Authorization": "Bearer token", "Idempotency-Key": "k1"]
        return try await ask(method, path, base.merging(headers) { $1 }, body: Array(json.utf8))
    }
}

extension WebResponder {
    /// Sends a request without a socket and reads the whole answer.
    func ask(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: [UInt8] = [], peer: String? = "198.51.100.7"
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let head = HTTPRequest(
            method: .init(method) ?? .get, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await respond(to: request, context: ConnectionContext(peer: peer))
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return TestAnswer(status: response.status.code, fields: response.headers, body: writer.bytes.withLock { $0 })
    }
}

/// An answer, read to its end.
struct TestAnswer: Sendable {
    let status: Int
    let fields: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    subscript(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }
}

/// The lines that were logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: [UInt8]) { lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }
    var all: [String] { lines.withLock { $0 } }
}

private final class CollectingWriter: ResponseBodyWriter {
    let bytes = Mutex<[UInt8]>([])
    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) } }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
