// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// Ways by which somebody who is shut out could still hear of a matter: an account that is younger than the report, the ledger, an asking
/// between two matters, a shift's notes, rows that nobody could read, a mail.
struct NeedToKnowTests {
    private static let child = MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect("Ash", "Turnbull")])

    private func states(_ test: TestHouse) async throws -> [String: String] {
        let rows = try await test.house.store.read { session in try session.query("SELECT account_id, state FROM shut_out") }
        return Dictionary(try rows.map { (try $0.text("account_id"), try $0.text("state")) }, uniquingKeysWith: { first, _ in first })
    }

    private func add(_ test: TestHouse, _ name: String, _ email: String) async throws -> RecordID {
        let administrator = try test.actor("administrator")
        let account = try await test.house.directoryDesk.addAccount(
            administrator, name: name, email: email, post: "Head teacher", phone: "0121 496 0009",
            agency: try #require(test.agencies["council"]))
        _ = try await test.house.directoryDesk.grant(administrator, account.id, Grant(.coordinator, area: TestHouse.otterley))
        try await HouseWork(test.house).catchUp()
        return account.id
    }

    @Test(arguments: TestStores.each) func anAccountYoungerThanTheReportIsShutOutToo(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(Self.child)
            try await HouseWork(test.house).catchUp()
            let exact = try await add(test, "Ash Turnbull", "head@example.org")
            let likely = try await add(test, "Ashe Turnbul", "other@example.org")
            let other = try await add(test, "Robin Fairweather", "third@example.org")
            #expect(try await states(test) == [exact.description: "set", likely.description: "proposed"])
            for (account, sees) in [(exact, false), (likely, false), (other, true)] {
                let actor = Actor(
                    account: account, agency: try #require(test.agencies["council"]),
                    grants: [Grant(.coordinator, area: TestHouse.otterley)])
                #expect(try await test.house.searching.find(actor, "testwell", purpose: "test").total == (sees ? 1 : 0))
                #expect(try await test.house.desk.queue(actor, QueueFilter()).total == (sees ? 1 : 0))
            }
            // A person lifts it and it stays lifted, however often the account is changed.
            try await test.house.desk.reviewShutOut(
                try test.actor("coordinator"), receipt.concern, account: exact, lift: true, reason: "Another of that name.")
            _ = try await test.house.directoryDesk.changeAccount(
                try test.actor("administrator"), exact,
                AccountFields(name: "Ash Turnbull", email: "head@example.org", post: "Governor", phone: "0121 496 0009"))
            try await HouseWork(test.house).catchUp()
            #expect(try await states(test)[exact.description] == "lifted")
        }
    }

    @Test func whoeverIsGivenTheNameLaterIsShutOut() async throws {
        try await TestHouse.with(.sqlite) { test in
            _ = try await test.send(Self.child)
            let account = try await add(test, "Robin Fairweather", "third@example.org")
            #expect(try await states(test).isEmpty)
            _ = try await test.house.directoryDesk.changeAccount(
                try test.actor("administrator"), account,
                AccountFields(name: "Ash Turnbull", email: "third@example.org", post: "Head teacher", phone: "0121 496 0009"))
            try await HouseWork(test.house).catchUp()
            #expect(try await states(test) == [account.description: "set"])
        }
    }

    /// An auditor who is named reads no entry about the matter: not who reported it, not that they are shut out.
    @Test(arguments: TestStores.each) func aNamedAuditorFindsNoEntryOfTheMatter(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let auditor = try test.actor("auditor")
            let name = try #require(test.house.directory.snapshot.accounts[auditor.account]?.name).split(separator: " ")
            _ = try await test.send(MatchingReports.child("Alfie", "Otherwise"))
            let receipt = try await test.send(
                MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect(String(name[0]), String(name[1]))]))
            let desk = try test.actor("coordinator")
            _ = try await test.house.desk.queue(desk, QueueFilter())
            _ = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            try await test.house.desk.decide(
                desk, receipt.concern,
                DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Two agencies.", lead: test.teams["central"], version: 1))
            let ledger = test.house.ledgerDesk
            let reported = try await ledger.entries(auditor, LedgerFilter(act: "report"))
            #expect(reported.lines.count == 1, "one of two reports")
            for object in [receipt.concern, auditor.account] {
                let lines = try await ledger.entries(auditor, LedgerFilter(object: object)).lines
                #expect(lines.allSatisfy { $0.act != "report" && $0.act != "decide" && $0.actor != desk.account }, "\(object)")
            }
            // A list that showed it among others is there, without it.
            let all = try await ledger.entries(auditor).lines
            #expect(all.contains { $0.purpose == "queue" } && !all.contains { $0.purpose == "desk" })
            #expect(all.allSatisfy { $0.objects.allSatisfy { $0.id != receipt.concern.description } })
            #expect(try await ledger.object(auditor, reference: receipt.reference) == nil)
            // Another auditor reads all of it.
            let other = Actor(
                account: try test.account("leader"), agency: try #require(test.agencies["police"]), grants: [Grant(.auditor)])
            #expect(try await ledger.entries(other, LedgerFilter(act: "report")).lines.count == 2)
            #expect(try await ledger.entries(other, LedgerFilter(object: receipt.concern)).lines.contains { $0.act == "decide" })
        }
    }

    /// "Who has looked" names people to the owner, but not whoever reported: that is a right of its own.
    @Test func whoHasLookedDoesNotNameTheReporter() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            _ = try await test.house.reporting.ownReport(try test.actor("officer"), reference: receipt.reference)
            let desk = try test.actor("coordinator")
            try await test.house.desk.take(desk, receipt.concern)
            _ = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            let looks = try await test.house.ledgerDesk.looks(desk, at: receipt.concern).looks
            #expect(Set(looks.compactMap(\.name)) == ["Kit Marsh"])
            #expect(looks.contains { $0.purpose == "own_report" && $0.name == nil })
        }
    }

    /// Two matters meet in an asking: whoever is shut out of either hears nothing of it.
    @Test(arguments: TestStores.each) func anAskingIsKeptFromWhoeverIsShutOutOfEitherMatter(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let beside = try await SharingAskTests.Beside(test)
            let (asker, holder) = (try test.actor("coordinator"), try test.actor("coordinator-south"))
            try await beside.ask(test)
            let ask = try #require(try await test.house.asking.inbox(holder, .waiting).rows.first?.ask.id)
            #expect(try await test.house.notices.mine(holder).rows.map(\.kind) == ["share_ask"])
            func shut(_ actor: Actor, _ concern: RecordID) async throws {
                try await test.change("DELETE FROM shut_out")
                try await test.change(
                    "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'system', 1, $3)",
                    [.text(concern.description), .text(actor.account.description), .blob([1])])
            }
            // The one who would answer is named in the matter from which it is asked.
            try await shut(holder, beside.concern.concern)
            let hidden = try await test.house.asking.inbox(holder, .waiting)
            #expect(hidden.rows.isEmpty && hidden.total == 0 && hidden.waiting == 0)
            #expect(try await test.house.notices.mine(holder).rows.isEmpty)
            await #expect(throws: ServiceError.notFound) { _ = try await test.house.asking.waiting(holder, ask) }
            await #expect(throws: ServiceError.notFound) {
                try await test.house.asking.answer(holder, ask, answer: "summary", reason: "As agreed.")
            }
            // The one who asked is named in what was asked for.
            try await test.change("DELETE FROM shut_out")
            #expect(try await test.house.asking.inbox(asker, .mine).total == 1)
            try await shut(asker, beside.piece.concern)
            try await test.house.asking.answer(holder, ask, answer: "summary", reason: "As agreed.")
            #expect(try await test.house.asking.inbox(asker, .mine).total == 0)
            #expect(try await test.house.notices.mine(asker).rows.isEmpty)
            try await test.change("DELETE FROM shut_out")
            #expect(try await test.house.asking.inbox(asker, .mine).total == 1)
        }
    }

    /// A passed limit of an asking climbs to nobody who is shut out of the matter from which it was asked.
    @Test func anUnansweredAskingClimbsPastWhoeverIsShutOut() async throws {
        try await TestHouse.with(.sqlite) { test in
            let beside = try await SharingAskTests.Beside(test)
            try await beside.ask(test)
            let holder = try test.actor("coordinator-south")
            test.clock.advance(hours: 24 * 5)
            try await Climbing(house: test.house).run([])
            #expect(try await test.house.escalations.list(holder).contains { $0.kind == "unanswered_ask" })
            try await test.change(
                "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'system', 1, $3)",
                [.text(beside.concern.concern.description), .text(holder.account.description), .blob([1])])
            #expect(try await !test.house.escalations.list(holder).contains { $0.kind == "unanswered_ask" })
        }
    }

    /// Notes of a shift are about what they name by reference, and hidden from whoever is shut out of it.
    @Test(arguments: TestStores.each) func aShiftsNotesAreKeptFromWhoeverIsShutOut(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let receipt = try await test.send(
                MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.suspect("Max", "Heath")]))
            let (kit, max) = (try test.actor("coordinator"), try test.actor("duty-manager"))
            let desk = test.house.desk, area = TestHouse.otterley
            try await desk.handShiftOver(kit, area: area, words: "The heating is broken.")
            try await desk.handShiftOver(kit, area: area, words: "Ring school about \(receipt.reference), before nine.")
            try await desk.handShiftOver(
                kit, area: area, words: "And \(receipt.reference.replacing("-", with: " ").lowercased()): Max Heath must not hear.")
            #expect(try await desk.shift(kit, area: area).notes.count == 3)
            let seen = try await desk.shift(max, area: area).notes
            #expect(seen.map(\.words) == ["The heating is broken."])
            let hidden = try #require(try await desk.shift(kit, area: area).notes.first { $0.words.hasPrefix("Ring") })
            await #expect(throws: ServiceError.notFound) { try await desk.acceptShift(max, hidden.id) }
            try await desk.acceptShift(max, try #require(seen.first?.id))
            // A colleague's name without a reference: nobody could tell whom to keep it from.
            await #expect(throws: ServiceError.invalid([FieldFault("words", .namesColleague)])) {
                try await desk.handShiftOver(kit, area: area, words: "Watch what Max Heath does.")
            }
        }
    }

    @Test func aRowThatNobodyCouldReadIsNotShownToWhomItNames() async throws {
        try await TestHouse.with(.sqlite) { test in
            let rows = ["row of a child,Marsh,Kit,suspect", "another row"].enumerated().map { line, text in
                ImportRow(line: line + 1, content: .unreadable(column: "", reason: .quotes), raw: Array(text.utf8))
            }
            _ = try await test.house.importing.importConcerns(try test.actor("administrator"), rows, dryRun: false)
            let own = try await test.house.importing.unreadable(try test.actor("coordinator"))
            #expect(own.rows.map(\.text) == ["another row"] && own.open == 1)
            let other = try await test.house.importing.unreadable(try test.actor("duty-manager"))
            #expect(other.open == 2 && other.rows.allSatisfy { $0.text.contains("Kit") == ($0.owner != "Kit Marsh") })
        }
    }

    /// A mail that a hand-over was refused goes to nobody who is shut out since they offered it.
    @Test func aRefusalIsMailedToNobodyWhoIsShutOut() async throws {
        try await TestHouse.with(.sqlite) { test in
            for isShutOut in [false, true] {
                let receipt = try await test.send(MatchingReports.child("Robyn", isShutOut ? "Otherwise" : "Testwell"))
                let desk = try test.actor("coordinator"), worker = try test.actor("investigator")
                try await test.house.desk.decide(
                    desk, receipt.concern,
                    DecisionInput(
                        outcome: "hand_over", threshold: "significant_harm", reason: "Two agencies.", lead: test.teams["central"],
                        version: 1))
                if isShutOut {
                    try await test.change("DELETE FROM outbox_message")
                    try await test.change(
                        "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'system', 1, $3)",
                        [.text(receipt.concern.description), .text(desk.account.description), .blob([1])])
                }
                let waiting = try await test.house.handOvers.inbox(worker).rows.first { $0.handOver.reference == receipt.reference }
                try await test.house.handOvers.refuse(
                    worker, try #require(waiting?.handOver.id), reason: "not_our_area", words: "Not ours.")
                let mails = try await test.house.outboxWaiting().filter { $0.kind == .returned }
                #expect(mails.count == (isShutOut ? 0 : 1))
            }
        }
    }
}
