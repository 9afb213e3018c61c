// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

@Suite("Reporting without an account") struct DoorTests {
    static func report(_ words: String = "Somebody waits for me at the gate.", phone: String? = nil, area: String? = nil) -> ConcernReport {
        var statement = Answers()
        statement[QuestionID.statementText] = .value(words)
        var report = ConcernReport(standard: TestStandards.current.rawValue, statements: [Statement(answers: statement)])
        if let phone { report.source[QuestionID.sourcePhone] = .value(phone) }
        if let area {
            var person = Answers()
            person[QuestionID.livesIn] = .value(area)
            report.mentions = [Mention(kind: .person, role: .subject, answers: person)]
        }
        return report
    }

    static func sent(_ test: TestHouse, _ report: ConcernReport = report()) async throws -> (key: String, receipt: DoorReceipt) {
        let (key, passage) = try await test.house.door.sendWhole(.everyone, report, source: "198.51.100.7")
        guard case .sent(let receipt) = passage else { throw TestHouseError(what: "not stored at once") }
        return (key, receipt)
    }

    @Test(arguments: TestStores.each) func aDraftIsKeptSealedAndSentOnce(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let door = test.house.door
            let (key, draft) = try await door.begin(.everyone, ConcernReport(standard: TestStandards.current.rawValue))
            await #expect(throws: ServiceError.self) { try await door.send(.everyone, key: key, source: "a") }
            try await door.save(.everyone, key: key, Self.report("First words."))
            let saved = try await door.save(.everyone, key: key, Self.report("Second words."))
            #expect(saved.id == draft.id)
            #expect(try await door.draft(.everyone, key: key)?.report.statements.first?.text == "Second words.")
            // Another door's key, another key and an id open nothing.
            #expect(try await door.draft(.professional, key: key) == nil)
            #expect(try await door.draft(.everyone, key: draft.id.description) == nil)
            guard case .sent(let receipt) = try await door.send(.everyone, key: key, source: "a"),
                case .sent(let again) = try await door.send(.everyone, key: key, source: "b")
            else { throw TestHouseError(what: "not stored at once") }
            #expect(receipt == again)
            #expect(try await Self.count(test, "concern") == 1)
            let row = try await test.house.store.read { session in
                try session.one("SELECT reporter_id, channel FROM concern")
            }
            #expect(try row.optionalText("reporter_id") == nil)
            #expect(try row.text("channel") == "door")
            // The words are gone from the draft, and so is their key.
            let left = try await test.house.store.read { session in
                try session.one(
                    "SELECT d.sealed, (SELECT count(*) FROM record_key k WHERE k.record_id = d.id) AS keys FROM door_draft d")
            }
            #expect(try left.optionalBlob("sealed") == nil)
            #expect(try left.integer("keys") == 0)
        }
    }

    @Test func anAbandonedDraftCanNotBeOpenedAndDeletesItself() async throws {
        try await TestHouse.with(.sqlite) { test in
            let door = test.house.door
            let (key, _) = try await door.begin(.everyone, Self.report())
            test.clock.advance(seconds: Door.draftSeconds - 1)
            #expect(try await door.draft(.everyone, key: key) != nil)
            test.clock.advance(seconds: 2)
            #expect(try await door.draft(.everyone, key: key) == nil)
            try await door.discardAbandoned(before: test.clock.now.adding(seconds: -Door.draftSeconds))
            #expect(try await Self.count(test, "door_draft") == 0)
        }
    }

    @Test func theEntryNamesNobody() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await Self.sent(test).receipt
            let bodies = try await test.house.store.read { session in
                try session.query("SELECT body FROM ledger_entry ORDER BY id DESC LIMIT 1").map { try $0.blob("body") }
            }
            let entry = try LedgerEntry(canonicalBytes: try #require(bodies.first))
            #expect(entry.act == .report && entry.actor.isEmpty && entry.role.isEmpty)
            #expect(entry.objects.contains { $0.kind == "concern" && $0.id == receipt.stored.concern.description })
        }
    }

    @Test func whereNobodySaysWhereTheyLiveADeskWithSomebodyOnDutyReadsIt() async throws {
        try await TestHouse.with(.sqlite) { test in
            let unsaid = try await Self.sent(test).receipt
            #expect(unsaid.stored.desk.name == "Otterley desk")
            let said = try await Self.sent(test, Self.report(area: TestHouse.wrenfield)).receipt
            #expect(said.stored.desk.name == "Wrenfield desk")
        }
    }

    @Test func theReceiptIsHeldToItsEndOrTakenBack() async throws {
        try await TestHouse.with(.sqlite) { test in
            let door = test.house.door
            let (key, receipt) = try await Self.sent(test)
            #expect(try await door.receipt(.everyone, key: key) == receipt)
            #expect(try await door.keep(.everyone, key: key, lastGroup: "XXXXX") == false)
            let end = String(receipt.words.filter { $0 != "-" }.suffix(5)).lowercased()
            #expect(try await door.keep(.everyone, key: key, lastGroup: " \(end.prefix(4))-\(end.suffix(1)) "))
            // Kept: the browser's key no longer shows it.
            #expect(try await door.receipt(.everyone, key: key) == nil)
            #expect(try await door.reading(try door.visit(receipt.words)) != nil)

            let (other, without) = try await Self.sent(test, Self.report("Something else."))
            try await door.cannotKeep(.everyone, key: other)
            #expect(try await door.reading(try door.visit(without.words)) == nil)
            #expect(try await door.receipt(.everyone, key: other) == nil)
        }
    }

    @Test(arguments: TestStores.each) func aReceiptOpensRepliesAndTakesMore(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let door = test.house.door
            let receipt = try await Self.sent(test).receipt
            let desk = try test.actor("coordinator")
            let visit = try door.visit(receipt.words.lowercased())
            #expect(try await door.reading(visit)?.replies.isEmpty == true)
            try await test.house.feedback.reply(desk, receipt.stored.concern, chosen: nil, words: "Thank you. We will help.")
            #expect(try await door.reading(visit)?.replies.map(\.words) == ["Thank you. We will help."])
            try await door.add(visit, words: "It happened again.", once: "k")
            try await door.add(visit, words: "It happened again.", once: "k")
            let view = try await test.house.desk.concern(desk, reference: receipt.stored.reference, purpose: "desk")
            #expect(view.addenda.map(\.words) == ["It happened again."])
            #expect(view.addenda.map(\.by) == ["whoever reported"])
            // Closed, it still opens.
            try await test.house.store.writeWithoutEntry { session in try session.execute("UPDATE concern SET status = 'closed'") }
            #expect(try await door.reading(visit)?.replies.count == 1)
            test.clock.advance(seconds: Door.visitSeconds + 1)
            #expect(try await door.reading(visit) == nil)
        }
    }

    @Test func wrongWithdrawnAndExpiredAreTheSame() async throws {
        try await TestHouse.with(.sqlite) { test in
            let door = test.house.door
            let receipt = try await Self.sent(test).receipt
            let wrong = String(receipt.words.dropLast()) + (receipt.words.hasSuffix("0") ? "1" : "0")
            for typed in [wrong, "", "0000-0000-0000-0000-0", "nothing like it", String(repeating: "A", count: 500)] {
                let visit = try door.visit(typed)
                #expect(visit.utf8.count == (try door.visit(receipt.words)).utf8.count)
                #expect(try await door.reading(visit) == nil)
                await #expect(throws: ServiceError.notFound) { try await door.add(visit, words: "More.", once: "x") }
            }
            let before = try await Self.count(test, "ledger_entry")
            _ = try await door.reading(try door.visit(wrong))
            #expect(try await Self.count(test, "ledger_entry") == before)
            try await test.house.store.writeWithoutEntry { session in
                try session.execute("UPDATE door_receipt SET expires_at = $1", [.integer(test.clock.now.microseconds)])
            }
            #expect(try await door.reading(try door.visit(receipt.words)) == nil)
            // A cookie of one's own making opens nothing either.
            for forged in ["", "AAAA", "%", String(repeating: "A", count: 100)] { #expect(try await door.reading(forged) == nil) }
        }
    }

    @Test func manyAtOnceAreStoredOnceEach() async throws {
        try await TestHouse.with(.sqlite) { test in
            let door = test.house.door
            let keys = try await withThrowingTaskGroup(of: (String, Bool).self) { group in
                for number in 0..<300 {
                    group.addTask {
                        let (key, passage) = try await door.sendWhole(.everyone, Self.report("Number \(number)."), source: "s\(number % 7)")
                        if case .sent = passage { return (key, true) }
                        return (key, false)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (key, isSent) in keys where !isSent {
                var tries = 0
                while case .waiting = try await door.send(.everyone, key: key, source: "s"), tries < 100 { tries += 1 }
            }
            #expect(try await Self.count(test, "concern") == 300)
            #expect(try await Self.count(test, "door_receipt") == 300)
            #expect(test.house.doorLine.count == 0)
        }
    }

    @Test func whatWaitedWhenTheServerStoppedGoesOn() async throws {
        try await TestHouse.with(.sqlite) { test in
            let door = test.house.door
            let (key, draft) = try await door.begin(.everyone, Self.report())
            try await test.house.store.writeWithoutEntry { session in
                try session.execute("UPDATE door_draft SET state = 'waiting' WHERE id = $1", [.text(draft.id.description)])
            }
            try await door.resume()
            await test.house.doorLine.wait(for: draft.id, seconds: 20)
            #expect(try await door.receipt(.everyone, key: key) != nil)
        }
    }

    static func count(_ test: TestHouse, _ table: String) async throws -> Int64 {
        try await test.house.store.read { session in try session.integer("SELECT count(*) AS n FROM \(table)") }
    }
}

@Suite("A contact given at the door") struct ContactDisclosureTests {
    @Test(arguments: TestStores.each) func isForTheDeskAlone(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await DoorTests.sent(test, DoorTests.report(phone: "07700 900123", area: TestHouse.otterley)).receipt
            let (reference, concern) = (receipt.stored.reference, receipt.stored.concern)
            func contact(_ who: String) async throws -> String? {
                try await test.house.desk.concern(try test.actor(who), reference: reference, purpose: "desk").source?
                    .first(QuestionID.sourcePhone)
            }
            #expect(try await contact("coordinator") == "07700 900123")
            #expect(try await contact("source-handler") == "07700 900123")
            let desk = try test.actor("coordinator")
            let central = try #require(test.teams["central"])
            try await test.house.desk.decide(
                desk, concern,
                DecisionInput(outcome: "hand_over", threshold: "significant_harm", reason: "For the team.", lead: central, version: 1))
            let handOver = try #require(
                try await test.house.handOvers.inbox(try test.actor("investigator"), .waiting).rows.first { $0.handOver.concern == concern }
            )
            _ = try await test.house.handOvers.accept(try test.actor("investigator"), handOver.handOver.id)
            // The team has accepted the case and still does not have the contact.
            #expect(try await contact("investigator") == nil)
            await #expect(throws: ServiceError.self) {
                try await test.house.door.discloseContact(
                    try test.actor("investigator"), concern, to: central, ground: "life", reason: "I want it.")
            }
            await #expect(throws: ServiceError.self) {
                try await test.house.door.discloseContact(desk, concern, to: central, ground: "curiosity", reason: "I want it.")
            }
            await #expect(throws: ServiceError.self) {
                try await test.house.door.discloseContact(desk, concern, to: central, ground: "life", reason: " ")
            }
            try await test.house.door.discloseContact(desk, concern, to: central, ground: "life", reason: "Alone tonight.")
            #expect(try await contact("investigator") == "07700 900123")
            let view = try await test.house.desk.concern(desk, reference: reference, purpose: "desk")
            #expect(view.door?.disclosures.map(\.ground) == [.life])
            #expect(view.door?.disclosures.map(\.reason) == ["Alone tonight."])
            let bodies = try await test.house.store.read { session in
                try session.query("SELECT body FROM ledger_entry ORDER BY id").map { try $0.blob("body") }
            }
            let entries = try bodies.map { try LedgerEntry(canonicalBytes: $0) }.filter { $0.act == .disclose }
            #expect(entries.map { $0.codes["ground"] } == ["life"])
            #expect(entries.first?.objects.contains { $0.kind == "contact_disclosure" && $0.digest != nil } == true)
        }
    }
}
