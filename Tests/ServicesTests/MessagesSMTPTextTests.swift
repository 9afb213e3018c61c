// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import TestSupport
import Testing

@testable import Services

/// What goes over the line to a relay.
struct MessagesSMTPTextTests {
    private static func mail(_ subject: String = "Something has come to you", _ text: String = "See it.\n") -> Mail {
        Mail(
            id: RecordID(high: 1, low: 2), address: "kit@example.org", subject: subject, text: text,
            at: Instant(microseconds: 1_772_452_800_000_000))
    }

    @Test func aMailHasItsHeadersAndItsOwnId() {
        let data = SMTPText.data(Self.mail(), from: "sentinel@desk.example")
        #expect(data.contains("Message-ID: <\(RecordID(high: 1, low: 2))@desk.example>\r\n"))
        #expect(data.contains("Date: Mon, 02 Mar 2026 12:00:00 +0000\r\n") && data.contains("To: <kit@example.org>\r\n"))
        #expect(data.hasSuffix("\r\n.\r\n") && !data.contains("\n\n") && data == SMTPText.data(Self.mail(), from: "sentinel@desk.example"))
        #expect(data.contains(Data("See it.\r\n".utf8).base64EncodedString()))
    }

    @Test func nothingTypedEndsAHeaderOrTheMail() {
        let data = SMTPText.data(Self.mail("One\r\nBcc: other@example.org", "a\n.\nb"), from: "s@desk.example")
        #expect(!data.contains("\r\nBcc:"))
        #expect(data.components(separatedBy: "\r\n.\r\n").count == 2)
        #expect(SMTPText.header("Für dich").hasPrefix("=?utf-8?B?"))
    }

    @Test(arguments: [
        ("kit@example.org", true), ("kit@example.org>\r\nDATA", false), ("kit", false), ("@example.org", false), ("a b@example.org", false),
        ("a@b@c", false), ("<a@example.org>", false), ("", false),
    ])
    func onlyAnAddressIsOne(_ text: String, _ isOne: Bool) { #expect(SMTPText.isAddress(text) == isOne) }

    @Test func repliesArePutTogetherFromPieces() throws {
        let bytes = Array("220 relay\r\n250-relay\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n5".utf8)
        for size in 1...bytes.count {
            var reader = SMTPReplyReader()
            var replies: [SMTPReply] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                replies += try reader.read(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(replies.map(\.code) == [220, 250] && replies[1].offers == ["STARTTLS", "AUTH PLAIN"] && !reader.isEmpty)
        }
    }

    @Test(arguments: [
        "HTTP/1.1 400 Bad\r\n", "99 x\r\n", "600 x\r\n", "\r\n", "25x\r\n", "250?x\r\n", String(repeating: "2", count: 3_000),
    ])
    func whatIsNoSMTPIsSaidToBeNone(_ text: String) {
        #expect(throws: MailFault(.notSMTP)) {
            var reader = SMTPReplyReader()
            _ = try reader.read(Array(text.utf8))
        }
    }
}
