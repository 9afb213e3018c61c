// SPDX-License-Identifier: Apache-2.0
import Ledger
import Linkage
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// The jigsaw: what one agency said lies beside what another says, with the reasons, as far as each may be told.
struct MatchingPiecesTests {
    /// An earlier school concern and a later police one about the same child under another spelling.
    private func jigsaw(
        _ engine: TestStores, laterIn area: String = TestHouse.otterley,
        _ body: (TestHouse, HouseWork, Receipt, Receipt) async throws -> Void
    ) async throws {
        try await TestHouse.with(engine) { test in
            let work = HouseWork(test.house)
            let earlier = try await test.send(
                MatchingReports.child(
                    "Robyn", "Testwell", born: "2011-03-09", seen: "Came to school with a new phone. Won't say from whom.",
                    with: [MatchingReports.phone("07700 900123")]), as: "teacher")
            let later = try await test.send(
                MatchingReports.child("Robin", "Testwel", born: "2011-03-09", in: area, with: [MatchingReports.phone("+44 7700 900123")]))
            try await work.catchUp()
            try await body(test, work, earlier, later)
        }
    }

    @Test(arguments: TestStores.each) func bothConcernsShowTheOther(_ engine: TestStores) async throws {
        try await jigsaw(engine) { test, _, earlier, later in
            let desk = try test.actor("coordinator")
            for (own, other) in [(later, earlier), (earlier, later)] {
                let (pieces, shown, gaps) = try await test.house.matching.pieces(desk, of: own.concern)
                #expect(pieces.map(\.concern) == [other.concern])
                #expect(pieces.first?.shown == .whole && pieces.first?.canOpen == true && pieces.first?.reference == other.reference)
                #expect(
                    pieces.first.map {
                        $0.matches.contains { $0.relation == .samePerson } && $0.matches.contains { $0.relation == .sameThing }
                    } == true)
                #expect(
                    pieces.first?.matches.allSatisfy { $0.answer == nil && !$0.evidence.isEmpty && $0.otherLabel?.isEmpty == false } == true
                )
                #expect(!shown.isEmpty && gaps.isEmpty)
            }
            let piece = try #require(try await test.house.matching.pieces(desk, of: later.concern).pieces.first)
            #expect(piece.sentence == "Came to school with a new phone." && piece.agency == "Otterley Council")
            #expect(try await test.count("SELECT COUNT(DISTINCT concern_id) AS n FROM piece_link") == 2)
        }
    }

    @Test(arguments: TestStores.each) func evidenceHoldsCodesAndTheLinksAreMadeOnce(_ engine: TestStores) async throws {
        try await jigsaw(engine) { test, work, earlier, later in
            let before = try await test.count("SELECT COUNT(*) AS n FROM piece_link")
            for receipt in [earlier, later] {
                try await test.change(
                    "INSERT INTO job (kind, subject, run_after, attempts) VALUES ('link', $1, 0, 0)", [.text(receipt.concern.description)])
            }
            try await work.catchUp()
            #expect(try await test.count("SELECT COUNT(*) AS n FROM piece_link") == before)
            let evidence = try await test.house.store.read { session in
                try session.query("SELECT evidence FROM piece_link").map { try $0.text("evidence") }
            }
            #expect(evidence.allSatisfy { text in !text.isEmpty && !text.lowercased().contains("rob") && !text.contains("900123") })
        }
    }

    @Test(arguments: TestStores.each) func whoMayNotReadItIsToldByTheShareRule(_ engine: TestStores) async throws {
        try await jigsaw(engine, laterIn: TestHouse.wrenfield) { test, _, earlier, later in
            let south = try test.actor("coordinator-south")
            func piece() async throws -> PieceView? {
                let answer = try await test.house.matching.pieces(south, of: later.concern)
                return answer.pieces.first
            }
            let summary = try #require(try await piece())
            #expect(summary.shown == .summary && !summary.canOpen && summary.sentence != nil && summary.ask?.name == "Otterley desk")
            #expect(summary.matches.allSatisfy { $0.otherLabel == nil && !$0.label.isEmpty })

            let id = SQLValue.text(earlier.concern.description)
            try await test.change("UPDATE concern SET share_rule = 'exists_ask' WHERE id = $1", [id])
            let exists = try #require(try await piece())
            #expect(exists.shown == .exists && exists.sentence == nil && exists.reference == nil && exists.receivedAt == nil)
            #expect(exists.outcome == nil && exists.status == nil && exists.ask != nil)
            let shown = try await test.house.matching.pieces(south, of: later.concern).shown
            #expect(shown.isEmpty)

            try await test.change("UPDATE concern SET share_rule = 'none' WHERE id = $1", [id])
            var hidden = try await piece()
            #expect(hidden == nil)
            try await test.change("UPDATE concern SET share_rule = 'whole', restricted = 1 WHERE id = $1", [id])
            hidden = try await piece()
            #expect(hidden == nil)
            // Its own desk sees the link all the same.
            try await test.change("UPDATE concern SET restricted = 0 WHERE id = $1", [id])
            try await test.change("UPDATE record SET share_rule = 'whole'")
            let whole = try #require(try await piece())
            #expect(whole.shown == .whole && !whole.canOpen && whole.reference == earlier.reference)
        }
    }

    @Test(arguments: TestStores.each) func whoIsShutOutOfTheOtherConcernSeesNoPiece(_ engine: TestStores) async throws {
        try await jigsaw(engine) { test, _, earlier, later in
            let desk = try test.actor("coordinator")
            let concern = earlier.concern
            try await test.house.store.write(ActOfPerson(systemAct: .system, at: test.clock.now, purpose: "test")) { transaction in
                try transaction.insert(
                    ShutOutRow.make(
                        concern: concern, account: desk.account.description, state: .set, at: test.clock.now, salted: transaction))
            }
            #expect(try await test.house.matching.pieces(desk, of: later.concern).pieces.isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func anAnswerHoldsOnBothSidesAndCanBeTakenBack(_ engine: TestStores) async throws {
        try await jigsaw(engine) { test, _, earlier, later in
            let desk = try test.actor("coordinator")
            let codes = test.house.standard.list(.matchAnswer).codes.map(\.code)
            let (first, second) = (try #require(codes.first), try #require(codes.last))
            func match(_ concern: RecordID) async throws -> PieceMatch {
                let answer = try await test.house.matching.pieces(desk, of: concern)
                guard let found = answer.pieces.first?.matches.first(where: { $0.relation == .samePerson }) else {
                    throw TestHouseError(what: "no match of a person")
                }
                return found
            }
            let found = try await match(later.concern)
            for code in [first, second] {
                try await test.house.matching.answer(
                    desk, concern: later.concern, record: found.record, other: found.otherRecord, answer: code)
                test.clock.advance(seconds: 1)
            }
            let there = try await match(earlier.concern)
            #expect(there.answer == second && there.answeredBy == "Kit Marsh")
            try await test.house.matching.undo(desk, answer: try #require(there.answerID))
            #expect(try await match(later.concern).answer == first)
            await #expect(throws: ServiceError.conflict(.changedMeanwhile)) {
                try await test.house.matching.undo(desk, answer: try #require(there.answerID))
            }
            await #expect(throws: ServiceError.notFound) {
                try await test.house.matching.answer(desk, concern: later.concern, record: found.record, other: found.record, answer: first)
            }
            await #expect(throws: ServiceError.invalid([FieldFault("answer", .unknownCode)])) {
                try await test.house.matching.answer(
                    desk, concern: later.concern, record: found.record, other: found.otherRecord, answer: "merge")
            }
            let south = try test.actor("coordinator-south")
            await #expect(throws: ServiceError.notFound) {
                try await test.house.matching.answer(
                    south, concern: later.concern, record: found.record, other: found.otherRecord, answer: first)
            }
        }
    }

    @Test func unansweredPiecesComeFirst() async throws {
        try await jigsaw(.sqlite) { test, work, earlier, later in
            let third = try await test.send(MatchingReports.child("R", "Other", with: [MatchingReports.phone("07700900123")]))
            try await work.catchUp()
            let desk = try test.actor("coordinator")
            let pieces = try await test.house.matching.pieces(desk, of: later.concern).pieces
            #expect(pieces.map(\.concern) == [earlier.concern, third.concern])
            let code = try #require(test.house.standard.list(.matchAnswer).codes.first?.code)
            for match in pieces[0].matches {
                try await test.house.matching.answer(
                    desk, concern: later.concern, record: match.record, other: match.otherRecord, answer: code)
            }
            #expect(
                try await test.house.matching.pieces(desk, of: later.concern).pieces.map(\.concern) == [third.concern, earlier.concern])
        }
    }

    @Test func whatWasClosedWithoutMeetingTheNeedStaysVisible() async throws {
        try await jigsaw(.sqlite) { test, _, earlier, later in
            let outcomes = test.house.standard.list(.outcome).codes
            let unmet = try #require(outcomes.first { $0.flag("closes") && !$0.flag("meets_need") }?.code)
            try await test.change(
                "UPDATE concern SET status = 'closed', outcome = $2 WHERE id = $1", [.text(earlier.concern.description), .text(unmet)])
            let piece = try #require(try await test.house.matching.pieces(try test.actor("coordinator"), of: later.concern).pieces.first)
            #expect(piece.unmet && piece.outcome == unmet && piece.status == .closed)
        }
    }

    @Test func beforeItsPiecesAreLinkedAConcernSaysSo() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            let answer = try await test.house.matching.pieces(try test.actor("coordinator"), of: receipt.concern)
            #expect(answer.notSearched == ["linking_pending", "index_loading"])
        }
    }
}
