// SPDX-License-Identifier: Apache-2.0
import Foundation
import Logging
import Safeguarding
import Testing

@testable import Web

@Suite("Log") struct LogTests {
    @Test func aLineHoldsNothingOfWhatWasTyped() async throws {
        let site = try TestSite([
            Endpoint.page(.post, Path("people") / .word("name"), who: .signedIn, "Saves.").handle { request, _ in
                .text(request.form["a"] ?? "")
            },
            Endpoint.page(.get, Path("people") / .word("name"), who: .everyone, "Reads.").handle { _, _ in .text("") },
        ])
        let headers = [
            "User-Agent": "CANARY-ua", "Referer": "http://CANARY-ref", "Cookie": "session=good; x=CANARY-cookie",
            "X-Forwarded-For": "CANARY-ip",
        ]
        _ = try await site.ask("GET", "/people/CANARY-path?q=CANARY-query", headers, peer: "198.51.100.99")
        _ = try await site.send("/people/CANARY-path", "_token=\(TestSite.token())&a=CANARY-body", headers)
        _ = try await site.ask("GET", "/CANARY-nothing", headers)
        _ = try await site.ask("CANARYMETHOD", "/people/x", headers)
        #expect(site.log.all.count == 4)
        for line in site.log.all {
            #expect(!line.contains("CANARY") && !line.contains("198.51.100"))
            #expect(line.hasSuffix("}\n") && line.filter(\.isNewline).count == 1)
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
        #expect(site.log.all[0].contains("\"route\":\"GET /people/{name}\",\"status\":200"))
        #expect(site.log.all[2].contains("\"route\":\"none\",\"status\":404"))
    }

    @Test func aLineStaysALineWhateverIsInIt() throws {
        let lines = LogLines()
        var logger = Logger(label: "a", factory: { label in JSONLog(label: label, now: { TestSite.start.date }, write: { lines.add($0) }) })
        logger[metadataKey: "client"] = "CANARY"
        logger.info("a\r\nb\u{1B}[31m\u{202E}\u{2028}\"\\é😀", metadata: ["code": "x\n{}", "unknown": "CANARY", "count": "12", "ms": "1.5"])
        let line = try #require(lines.all.first)
        #expect(line.utf8.dropLast().allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        #expect(!line.contains("CANARY") && line.contains("\"count\":12") && line.contains("\"ms\":1.5"))
        let value = try JSONParser.parse(Array(line.utf8))
        #expect(value["message"]?.string == "a\r\nb\u{1B}[31m\u{202E}\u{2028}\"\\é😀")
        #expect(value["time"]?.string == "2014-10-17T00:00:00.000Z")
        #expect(value["code"]?.string == "x\n{}" && value["level"]?.string == "info")
    }

    @Test func requestIdsAreRandomAndReadable() {
        let ids = (0..<1_000).map { _ in RequestIdentity.make() }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.count == 19 && $0.allSatisfy { $0 == "-" || "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) } })
        #expect(RequestIdentity.make(random: .max, .max) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ")
        #expect(RequestIdentity.make(random: 0, 0) == "0000-0000-0000-0000")
    }
}
