// SPDX-License-Identifier: Apache-2.0
import Foundation
import NIOCore
import NIOPosix
public import Services

/// A relay that takes mails by SMTP: a connection a mail, STARTTLS where this build has TLS. Without TLS only a relay on this machine is
/// spoken to: nothing leaves it in clear.
public struct SMTPRelay: MailRelay {
    /// Where the relay is and as whom it is spoken to.
    public struct Settings: Sendable {
        /// The relay's host.
        public var host: String
        /// Its port.
        public var port: Int
        /// The address in `From`.
        public var sender: String
        /// The name to sign in with; nil where the relay asks for none.
        public var user: String?
        /// The password to it.
        public var password: String?
        /// A PEM file of the authority that signed the relay's certificate; nil for those that the system trusts.
        public var authority: String?

        /// Names them.
        public init(host: String, port: Int, sender: String, user: String? = nil, password: String? = nil, authority: String? = nil) {
            self.host = host
            self.port = port
            self.sender = sender
            self.user = user
            self.password = password
            self.authority = authority
        }

        /// Whether the relay is this machine.
        public var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
    }

    let settings: Settings
    /// Seconds for a whole mail.
    let seconds: Double
    private let sleep: @Sendable (Double) async throws -> Void

    /// A relay with these settings.
    public init(_ settings: Settings, seconds: Double = 45) {
        self.init(settings, seconds: seconds, sleep: Deadline.realSleep)
    }

    init(_ settings: Settings, seconds: Double, sleep: @escaping @Sendable (Double) async throws -> Void) {
        self.settings = settings
        self.seconds = seconds
        self.sleep = sleep
    }

    /// Whether this build can speak TLS to a relay.
    public static var hasTLS: Bool { RelayTLS.isBuilt }

    /// Hands a mail over.
    public func send(_ mail: Mail) async throws(MailFault) {
        guard SMTPText.isAddress(mail.address) else { throw MailFault(.noAddress) }
        let sender = settings.sender
        try await talk { line in
            try await line.ask("MAIL FROM:<\(sender)>", expecting: 250)
            try await line.ask("RCPT TO:<\(mail.address)>", expecting: 250, 251)
            try await line.ask("DATA", expecting: 354)
            try await line.send(SMTPText.data(mail, from: sender))
            try line.expect(try await line.reply(), [250])
        }
    }

    /// Connects, signs in where it must, and says goodbye: for `doctor`.
    public func check() async throws(MailFault) { try await talk { _ in } }

    private func talk(_ body: @escaping @Sendable (SMTPLine) async throws -> Void) async throws(MailFault) {
        guard settings.isLoopback || Self.hasTLS else { throw MailFault(.noTLS) }
        do {
            try await Deadline.run(seconds: seconds, sleep: sleep) {
                let channel = try await connect()
                try await channel.executeThenClose { inbound, outbound in
                    let line = SMTPLine(inbound.makeAsyncIterator(), outbound)
                    try await greet(line, channel.channel)
                    try await body(line)
                    try? await line.send("QUIT\r\n")
                }
            }
        } catch let fault as MailFault { throw fault } catch is Problem {
            throw MailFault(.stalled)
        } catch {
            throw MailFault(RelayTLS.isFault(error) ? .badCertificate : .stalled)
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.milliseconds(Int64(min(seconds, 10) * 1_000)))
                .connect(host: settings.host, port: settings.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
        } catch { throw MailFault(.unreachable) }
    }

    /// From the relay's greeting to where a mail can be given.
    private func greet(_ line: SMTPLine, _ channel: any Channel) async throws {
        try line.expect(try await line.reply(), [220])
        var offers = try await line.ask("EHLO sentinel", expecting: 250).offers
        if Self.hasTLS, offers.contains("STARTTLS") {
            try await line.ask("STARTTLS", expecting: 220)
            // What came with the answer came in clear, and may have been put there by somebody between.
            guard line.isQuiet else { throw MailFault(.notSMTP) }
            try await RelayTLS.begin(channel, settings)
            offers = try await line.ask("EHLO sentinel", expecting: 250).offers
        } else if !settings.isLoopback {
            throw MailFault(.noTLS)
        }
        guard let user = settings.user else { return }
        let secret = Data([0] + Array(user.utf8) + [0] + Array((settings.password ?? "").utf8)).base64EncodedString()
        guard offers.contains(where: { $0.hasPrefix("AUTH") && $0.contains("PLAIN") }) else { throw MailFault(.notSignedIn) }
        do { try await line.ask("AUTH PLAIN \(secret)", expecting: 235) } catch let fault as MailFault where fault.code == .refused {
            throw MailFault(.notSignedIn)
        }
    }
}

/// A conversation with a relay, a line at a time. Used by one task only.
final class SMTPLine: @unchecked Sendable {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var reader = SMTPReplyReader()
    private var waiting: [SMTPReply] = []

    init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        self.inbound = inbound
        self.outbound = outbound
    }

    /// Whether nothing stands that nobody has asked for.
    var isQuiet: Bool { waiting.isEmpty && reader.isEmpty }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    func reply() async throws -> SMTPReply {
        while waiting.isEmpty {
            guard let buffer = try await inbound.next() else { throw MailFault(.stalled) }
            waiting += try reader.read(buffer.readableBytesView)
        }
        return waiting.removeFirst()
    }

    @discardableResult
    func ask(_ command: String, expecting codes: Int...) async throws -> SMTPReply {
        try await send(command + "\r\n")
        let reply = try await reply()
        try expect(reply, codes)
        return reply
    }

    func expect(_ reply: SMTPReply, _ codes: [Int]) throws {
        if codes.contains(reply.code) { return }
        throw MailFault(reply.code >= 500 ? .refused : .later)
    }
}
