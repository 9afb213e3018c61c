// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// One e-mail as it leaves.
public struct Mail: Sendable, Hashable {
    /// The message's own id: the same for every try, so that a relay that sees it twice can tell.
    public let id: RecordID
    /// Whom it is for.
    public let address: String
    /// The first line.
    public let subject: String
    /// The text, lines ended by "\n".
    public let text: String
    /// When it was queued.
    public let at: Instant

    /// Makes one.
    public init(id: RecordID, address: String, subject: String, text: String, at: Instant) {
        self.id = id
        self.address = address
        self.subject = subject
        self.text = text
        self.at = at
    }
}

/// Why a message was not taken. The code alone is kept: what a relay says may quote an address.
public struct MailFault: Error, Sendable, Hashable {
    /// The ways in which it fails.
    public enum Code: String, Sendable {
        /// No relay is set.
        case noRelay = "no_relay"
        /// No connection.
        case unreachable
        /// The relay did not answer in time, or the connection broke.
        case stalled
        /// The relay offers no TLS, or this build has none, and the relay is another machine.
        case noTLS = "no_tls"
        /// The relay's certificate was not believed.
        case badCertificate = "bad_certificate"
        /// The relay did not take name and password.
        case notSignedIn = "not_signed_in"
        /// The relay says: not now (4xx).
        case later
        /// The relay says: never (5xx).
        case refused
        /// The answer is no SMTP.
        case notSMTP = "not_smtp"
        /// The person has no address in the directory, or is no longer in it.
        case noAddress = "no_address"
    }

    /// Which.
    public let code: Code
    /// Whether the next message would meet the same: the relay is at fault, not this message.
    public var isOfRelay: Bool { ![.later, .refused, .noAddress].contains(code) }
    /// Whether trying again is of no use.
    public var isFinal: Bool { code == .refused || code == .noAddress }

    /// Names one.
    public init(_ code: Code) { self.code = code }
}

/// Takes mails on to a relay.
public protocol MailRelay: Sendable {
    /// Hands one mail over. Returns once the relay has taken it.
    /// - Throws: `MailFault`.
    func send(_ mail: Mail) async throws(MailFault)
}

/// What the sender of messages is told: relay, words, where links lead.
public struct MailDelivery: Sendable {
    /// The relay; nil where none is set.
    public let relay: (any MailRelay)?
    /// The words of a kind of message with its link: subject and text.
    public let words: @Sendable (MessageKind, _ link: String) -> (subject: String, text: String)
    /// What stands before a path: `https://sentinel.example.org`.
    public let origin: String

    /// Says it.
    public init(
        relay: (any MailRelay)?, origin: String, words: @escaping @Sendable (MessageKind, _ link: String) -> (subject: String, text: String)
    ) {
        self.relay = relay
        self.origin = origin
        self.words = words
    }

    /// Nothing is sent: messages wait.
    static let none = MailDelivery(relay: nil, origin: "") { _, link in ("", link) }
}
