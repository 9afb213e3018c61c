// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

@testable import Web

/// A browser keeps what was sent with the answer to a form, and shows it to whoever presses Back and "resend" after the writer has left: so
/// no form of the door is answered with a page.
@Suite("The door asks once more") struct DoorAgainTests {
    private static let long = String(repeating: "CANARY he came back. ", count: 800)

    @Test(arguments: [false, true]) func whatIsTooLongIsAskedAgainOnAPageOfItsOwn(_ isSending: Bool) async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            let page = try await walk.post(
                "/advice/page/2", [("statement.text", Self.long)] + (isSending ? [("send", "yes")] : []))
            #expect(walk.toForms.last?.status == 303 && walk.here == "/advice/page/2?again=1")
            // Nothing that was typed is lost, and what is wrong is said.
            #expect(page.status == 200 && page.text.contains(Self.long) && page.text.contains("Shorten this"))
            // Whoever would send it now is brought back to it first.
            #expect(try await walk.post("/advice/check").text.contains("Shorten this"))
            #expect(try await walk.post("/advice/page/1", [("danger.now", "no"), ("send", "yes")]).text.contains("Shorten this"))
            _ = try await walk.post("/advice/page/2", [("statement.text", "CANARY he came.")])
            #expect(walk.here == "/advice/page/3")
            #expect(try await !walk.get("/advice/page/2").text.contains("Shorten this"))
            #expect(try await walk.post("/advice/check").text.contains("We have got it"))
            #expect(walk.toForms.allSatisfy { $0.status == 303 && !$0.text.contains("CANARY") })
        }
    }

    @Test func whoLeftLeavesNothingToShow() async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            _ = try await walk.post("/advice/page/2", [("statement.text", Self.long)])
            _ = try await walk.leave()
            #expect(try await !walk.get("/advice/page/2?again=1").text.contains("CANARY"))
            for (table, rows) in try await access.store() { #expect(!rows.contains("CANARY"), "\(table)") }
        }
    }

    /// What only a forged form holds, and what says nothing at all, is told on a page of its own too.
    @Test func nothingSaidAndNothingKnown() async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            #expect(try await walk.post("/advice/page/2", [("send", "yes")]).text.contains("Tell us one thing at least"))
            let forged = try await walk.post("/advice/page/1", [("danger.now", "CANARY")])
            #expect(forged.text.contains("Look at this once more"))
            #expect(walk.toForms.allSatisfy { $0.status == 303 })
            #expect(try await walk.post("/advice/page/2", [("statement.text", "He came.")]).status == 200)
        }
    }

    @Test func noWordsOfAnAdditionAreTooMany() async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            let sent = try await walk.post("/advice/page/2", [("statement.text", "He came."), ("send", "yes")])
            let code = try #require(sent.text.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/)).output
            _ = try await walk.post("/advice", [("go", "back")])
            _ = try await walk.post("/advice/back", [("code", String(code))])
            for _ in 0..<2 {
                let added = try await walk.post("/advice/answers", [("words", Self.long), ("once", "1")])
                #expect(added.text.contains("We have got it"))
                let parts = added.text.matches(of: /<p class="said">([^<]*)<\/p>/).map { $0.output.1 }
                #expect(parts.count == 3 && parts.joined() == Self.long.dropLast())
            }
            #expect(walk.toForms.allSatisfy { $0.status == 303 })
            let told = try await access.house.store.read { session in
                try session.integer("SELECT count(*) AS n FROM notice WHERE kind = 'addendum'")
            }
            #expect(told == 1)
        }
    }
}
