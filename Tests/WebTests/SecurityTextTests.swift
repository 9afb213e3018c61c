// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Testing

@testable import Web

@Suite("security.txt") struct SecurityTextTests {
    @Test func anyoneReadsWhomToTell() async throws {
        var configuration = WebConfiguration()
        configuration.securityContact = "mailto:weakness@example.org"
        configuration.publicOrigin = "https://sentinel.example.org"
        let answer = try await TestSite(configuration: configuration).ask("GET", "/.well-known/security.txt")
        #expect(answer.status == 200 && answer["Content-Type"] == "text/plain; charset=utf-8")
        let lines = answer.text.split(separator: "\n")
        #expect(lines.contains("Contact: mailto:weakness@example.org"))
        #expect(lines.contains("Canonical: https://sentinel.example.org/.well-known/security.txt"))
        #expect(!answer.text.contains("To be set"))
    }

    @Test func anAgencyThatHasSetNoneIsToldSo() async throws {
        let answer = try await TestSite().ask("GET", "/.well-known/security.txt")
        #expect(answer.text.contains("SENTINEL_SECURITY_CONTACT") && answer.text.contains("Contact: mailto:security@example.org"))
    }

    /// RFC 9116 §2.5.5: less than a year ahead, and never past.
    @Test func itRunsOutWithinAYear() throws {
        let now = Instant(microseconds: 1_795_000_000_000_000)
        let file = SecurityText.file(contact: nil, canonical: nil, now: now)
        let line = try #require(file.split(separator: "\n").first { $0.hasPrefix("Expires: ") })
        let expires = try Date(String(line.dropFirst(9)), strategy: .iso8601)
        let days = expires.timeIntervalSince1970 / 86_400 - Double(now.microseconds) / 1e6 / 86_400
        #expect((1...365).contains(days))
    }

    @Test func aContactIsOneLine() {
        let two = "mailto:a@example.org\nContact: mailto:b@example.org"
        let file = SecurityText.file(contact: two, canonical: nil, now: Instant(microseconds: 0))
        #expect(file.split(separator: "\n").count { $0.hasPrefix("Contact:") } == 1)
    }
}
