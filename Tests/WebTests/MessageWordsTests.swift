// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOPosix
import Safeguarding
import Services
import Synchronization
import Testing

@testable import Web

@Suite("Messages") struct MessageWordsTests {
    @Test(arguments: MessageKind.allCases) func theWordsAreTheSameForEverybody(_ kind: MessageKind) {
        let one = MessageWords.of(kind, link: "https://a.example/x"), two = MessageWords.of(kind, link: "https://b.example/y")
        #expect(one.subject == two.subject && one.text.replacing("https://a.example/x", with: "https://b.example/y") == two.text)
        #expect(!one.subject.isEmpty && one.text.contains("\nhttps://a.example/x\n") && !one.text.contains("%"))
        for word in ["child", "abuse", "exploitation", "concern about", "police", "safeguard"] {
            #expect(!(one.subject + one.text).lowercased().contains(word), "\(kind): \(word)")
        }
    }

    private static let mail = Mail(
        id: RecordID(high: 1, low: 2), address: "kit@example.org", subject: "Something", text: "See it.\n", at: TestSite.start)

    private func relay(_ port: Int, host: String = "127.0.0.1", user: String? = nil, seconds: Double = 5) -> SMTPRelay {
        SMTPRelay(
            .init(host: host, port: port, sender: "sentinel@example.org", user: user, password: user.map { _ in "secret" }),
            seconds: seconds)
    }

    @Test func inClearNothingLeavesThisMachine() async {
        #expect(SMTPRelay.Settings(host: "127.0.0.1", port: 25, sender: "a@b").isLoopback)
        #expect(!SMTPRelay.Settings(host: "relay.example", port: 25, sender: "a@b").isLoopback)
        if SMTPRelay.hasTLS { return }
        await #expect(throws: MailFault(.noTLS)) { try await relay(25, host: "relay.example").send(Self.mail) }
    }

    @Test func theWholeConversation() async throws {
        let server = try await ScriptedRelay.start()
        try await relay(server.port, user: "desk").send(Self.mail)
        try await server.stop()
        let lines = server.lines.withLock { $0 }
        #expect(
            lines.prefix(5) == [
                "EHLO sentinel", "AUTH PLAIN AGRlc2sAc2VjcmV0", "MAIL FROM:<sentinel@example.org>", "RCPT TO:<kit@example.org>", "DATA",
            ])
        #expect(lines.contains("Message-ID: <\(RecordID(high: 1, low: 2))@example.org>") && lines.last == "QUIT")
    }

    @Test(arguments: [
        ("MAIL", "451 later\r\n", MailFault.Code.later), ("RCPT", "550 no\r\n", .refused), ("AUTH", "535 no\r\n", .notSignedIn),
        ("EHLO", "HTTP/1.1 400\r\n", .notSMTP), ("DATA", "", .stalled),
    ])
    func whatTheRelaySaysIsKeptAsACode(_ command: String, _ answer: String, _ code: MailFault.Code) async throws {
        let server = try await ScriptedRelay.start(answers: [command: answer])
        await #expect(throws: MailFault(code)) { try await relay(server.port, user: "desk", seconds: 1).send(Self.mail) }
        try await server.stop()
    }

    @Test func aRelayThatIsNotThereIsSaidToBeNone() async throws {
        let server = try await ScriptedRelay.start()
        let port = server.port
        try await server.stop()
        await #expect(throws: MailFault(.unreachable)) { try await relay(port).send(Self.mail) }
    }
}
