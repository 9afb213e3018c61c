// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding

/// What goes over the line to a relay, as text: RFC 5321 and RFC 5322. Pure, so that a test can hold every byte.
public enum SMTPText {
    /// Whether an address can stand in a command: nothing that ends the line or the bracket, one `@` with something on either side.
    public static func isAddress(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && address.utf8.count <= 254
            && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[]\\,;:\"".utf8.contains($0) }
    }

    /// A mail with its headers, lines ended by CRLF, dots doubled, and the dot that ends it.
    public static func data(_ mail: Mail, from sender: String) -> String {
        let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let lines = [
            "From: Sentinel <\(sender)>", "To: <\(mail.address)>", "Subject: \(header(mail.subject))", "Date: \(date(mail.at))",
            "Message-ID: <\(mail.id)@\(domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ]
        return (lines + base64Lines(mail.text)).map { ($0.hasPrefix(".") ? "." : "") + $0 + "\r\n" }.joined() + ".\r\n"
    }

    /// A header's words; those beyond ASCII as an encoded word.
    static func header(_ words: String) -> String {
        let line = String(words.map { $0.isNewline ? " " : $0 })
        guard !line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return line }
        return "=?utf-8?B?\(Data(line.utf8).base64EncodedString())?="
    }

    private static func base64Lines(_ text: String) -> [String] {
        let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let encoded = Array(Data(crlf.utf8).base64EncodedString().utf8)
        return stride(from: 0, to: encoded.count, by: 76).map {
            String(decoding: encoded[$0..<min($0 + 76, encoded.count)], as: UTF8.self)
        }
    }

    /// `Tue, 24 Nov 2026 12:28:00 +0000`.
    static func date(_ at: Instant) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "UTC") ?? calendar.timeZone
        let moment = Date(timeIntervalSince1970: Double(at.microseconds) / 1_000_000)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: moment)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(days[((parts.weekday ?? 1) - 1) % 7]), \(two(parts.day)) \(months[((parts.month ?? 1) - 1) % 12]) \(parts.year ?? 1970) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}

/// One answer of a relay: its code, and what each line says.
public struct SMTPReply: Sendable, Hashable {
    /// 200 to 599.
    public let code: Int
    /// The lines without their codes.
    public let lines: [String]

    /// Says one.
    public init(code: Int, lines: [String]) {
        self.code = code
        self.lines = lines
    }

    /// The words that a relay offers after EHLO, in upper case: `STARTTLS`, `AUTH PLAIN LOGIN`.
    public var offers: [String] { lines.dropFirst().map { $0.uppercased() } }
}

/// Puts the lines of a relay together to replies. A line may come in pieces.
public struct SMTPReplyReader: Sendable {
    private var held: [UInt8] = []
    private var lines: [String] = []
    /// The longest line, and the most lines of a reply: a relay that never ends one is none.
    static let longestLine = 2_000
    static let mostLines = 100

    /// Begins.
    public init() {}

    /// Takes bytes in and gives the replies that are whole.
    /// - Throws: `MailFault` where it is no SMTP.
    public mutating func read(_ bytes: some Sequence<UInt8>) throws(MailFault) -> [SMTPReply] {
        var replies: [SMTPReply] = []
        for byte in bytes {
            guard byte == 0x0A else {
                held.append(byte)
                if held.count > Self.longestLine { throw MailFault(.notSMTP) }
                continue
            }
            if held.last == 0x0D { held.removeLast() }
            let line = String(decoding: held, as: UTF8.self)
            held = []
            guard let code = Int(line.prefix(3)), (200..<600).contains(code), line.count == 3 || " -".contains(line.dropFirst(3).prefix(1))
            else { throw MailFault(.notSMTP) }
            lines.append(String(line.dropFirst(4)))
            if lines.count > Self.mostLines { throw MailFault(.notSMTP) }
            if line.dropFirst(3).first != "-" {
                replies.append(SMTPReply(code: code, lines: lines))
                lines = []
            }
        }
        return replies
    }

    /// Whether something stands that has not ended: after STARTTLS nothing sent in clear may.
    public var isEmpty: Bool { held.isEmpty && lines.isEmpty }
}
