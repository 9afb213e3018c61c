// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// Share rules at work between agencies: what a piece shows, whom it says to ask, and asking with an answer clock.
struct SharingAskTests {
    /// A piece of the council's in Wrenfield beside a concern of Otterley: Otterley's desk may not open the first.
    struct Beside {
        let concern: Services.Receipt
        let piece: Services.Receipt

        init(_ test: TestHouse, rule: String? = nil, urgency: String? = nil) async throws {
            piece = try await test.send(
                MatchingReports.child("Robyn", "Testwell", born: "2012-05-14", in: TestHouse.wrenfield, seen: "Late and tired."),
                as: "teacher")
            if let rule {
                for table in ["concern", "record"] {
                    let column = table == "concern" ? "id" : "concern_id"
                    try await test.change(
                        "UPDATE \(table) SET share_rule = $1 WHERE \(column) = $2", [.text(rule), .text(piece.concern.description)])
                }
            }
            concern = try await test.send(MatchingReports.child("Robyn", "Testwell", born: "2012-05-14"))
            if let urgency {
                try await test.change(
                    "UPDATE concern SET urgency = $1 WHERE id = $2", [.text(urgency), .text(concern.concern.description)])
            }
            try await HouseWork(test.house).catchUp()
        }

        func view(_ test: TestHouse, _ name: String = "coordinator") async throws -> PieceView? {
            try await test.house.matching.pieces(try test.actor(name), of: concern.concern).pieces.first
        }

        func ask(_ test: TestHouse, _ name: String = "coordinator") async throws {
            guard let match = try await view(test)?.matches.first else { throw ServiceError.notFound }
            try await test.house.asking.ask(
                try test.actor(name), concern: concern.concern, record: match.record, other: match.otherRecord)
        }
    }

    @Test(arguments: [("whole", "whole"), ("summary", "summary"), ("exists_ask", "exists"), ("none", nil), ("nonsense", nil)])
    func theRuleOfTheRecordDecidesWhatIsShown(_ rule: String, _ shown: String?) async throws {
        try await TestHouse.with(.sqlite) { test in
            let beside = try await Beside(test, rule: rule)
            let view = try await beside.view(test)
            #expect(view?.shown.rawValue == shown)
            guard let view else { return }
            #expect(view.ask?.name == "Wrenfield desk", "a piece that can't be opened says whom to ask")
            #expect((view.sentence == nil) == (shown == "exists") && (view.reference == nil) == (shown == "exists"))
            #expect(!view.canOpen)
        }
    }

    /// The agreement between two agencies stands in the place of the record's rule, while it is in force.
    @Test(arguments: TestStores.each) func anAgreementInForceStandsInItsPlace(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let beside = try await Beside(test)
            let administrator = try test.actor("administrator")
            let (council, police) = (try #require(test.agencies["council"]), try #require(test.agencies["police"]))
            #expect(try await beside.view(test)?.shown == .summary)
            let narrow = try await test.house.directoryDesk.addAgreement(
                administrator, holder: council, reader: police, shareRule: "exists_ask", basis: "Signed in May.")
            #expect(try await beside.view(test)?.shown == .exists)
            _ = try await test.house.directoryDesk.addAgreement(
                administrator, holder: police, reader: council, shareRule: "none", basis: "Another way round: nothing to do with it.")
            #expect(try await beside.view(test)?.shown == .exists)
            try await test.house.directoryDesk.endAgreement(administrator, narrow.id)
            #expect(try await beside.view(test)?.shown == .summary)
            let coming = test.clock.now.adding(seconds: 3600)
            _ = try await test.house.directoryDesk.addAgreement(
                administrator, holder: council, reader: police, shareRule: "none", basis: "From tomorrow.", from: coming)
            #expect(try await beside.view(test)?.shown == .summary)
            test.clock.advance(hours: 2)
            #expect(try await beside.view(test) == nil, "an agreement to share nothing hides that it exists")
            let desk = try test.actor("coordinator")
            let queue = try await test.house.desk.queue(desk, QueueFilter())
            #expect(queue.rows.map(\.pieces) == [0], "and is not counted")
        }
    }

    @Test func noAgreementOpensARecordThatSharesNothing() async throws {
        try await TestHouse.with(.sqlite) { test in
            let beside = try await Beside(test, rule: "none")
            _ = try await test.house.directoryDesk.addAgreement(
                try test.actor("administrator"), holder: try #require(test.agencies["council"]),
                reader: try #require(test.agencies["police"]), shareRule: "whole", basis: "Signed in May.")
            #expect(try await beside.view(test) == nil)
        }
    }

    @Test func whatIsWrongWithAnAgreementIsSaidAtOnce() async throws {
        try await TestHouse.with(.sqlite) { test in
            let police = try #require(test.agencies["police"])
            await #expect(
                throws: ServiceError.invalid([
                    FieldFault("basis", .missing), FieldFault("reader", .notAccepted), FieldFault("share_rule", .unknownCode),
                ])
            ) {
                _ = try await test.house.directoryDesk.addAgreement(
                    try test.actor("administrator"), holder: police, reader: police, shareRule: "all", basis: " ")
            }
            await #expect(throws: ServiceError.self) {
                _ = try await test.house.directoryDesk.addAgreement(
                    try test.actor("coordinator"), holder: police, reader: try #require(test.agencies["council"]), shareRule: "whole",
                    basis: "Signed.")
            }
        }
    }

    @Test(arguments: TestStores.each) func askingIsOnePressAndTheAskerSeesTheAnswer(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let beside = try await Beside(test, rule: "exists_ask")
            let (asker, holder) = (try test.actor("coordinator"), try test.actor("coordinator-south"))
            try await beside.ask(test)
            try await beside.ask(test)
            let inbox = try await test.house.asking.inbox(holder, .waiting)
            let row = try #require(inbox.rows.first)
            #expect(inbox.rows.count == 1, "asked twice it is one asking")
            #expect(row.reference == beside.piece.reference && row.asker.name == "Kit Marsh" && row.ask.clock != nil)
            #expect(try await test.house.notices.mine(holder).rows.contains { $0.kind == "share_ask" })
            #expect(try await test.house.asking.inbox(asker, .waiting).rows.isEmpty, "who asks does not answer")
            await #expect(throws: ServiceError.notFound) {
                try await test.house.asking.answer(asker, row.ask.id, answer: "whole", reason: "Mine.")
            }
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.desk.concern(asker, reference: beside.piece.reference, purpose: "desk")
            }
            await #expect(throws: ServiceError.invalid([FieldFault("answer", .unknownCode), FieldFault("reason", .missing)])) {
                try await test.house.asking.answer(holder, row.ask.id, answer: "exists_ask", reason: "")
            }

            try await test.house.asking.answer(holder, row.ask.id, answer: "whole", reason: "You lead on this child.")
            #expect(try await test.house.notices.mine(holder).rows.allSatisfy { $0.kind != "share_ask" }, "the notice ends with its matter")
            #expect(
                try await test.house.notices.mine(asker).rows.contains {
                    $0.kind == "share_answer" && $0.concern == beside.concern.reference
                })
            let mine = try #require(try await test.house.asking.inbox(asker, .mine).rows.first)
            #expect(mine.ask.answer == "whole" && mine.ask.answeredBy == "Lee Fenn" && mine.ask.reason == "You lead on this child.")
            #expect(try await test.house.notices.mine(asker).rows.allSatisfy { $0.kind != "share_answer" })
            let opened = try await test.house.desk.concern(asker, reference: beside.piece.reference, purpose: "desk")
            #expect(opened.because.relation == .sharedWith && opened.allowed == [.readConcern] && opened.source == nil)
            // Nobody else of the same desk can open it: the whole was shared with whoever asked.
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.desk.concern(try test.actor("duty-manager"), reference: beside.piece.reference, purpose: "desk")
            }
            await #expect(throws: ServiceError.conflict(.answered)) {
                try await test.house.asking.answer(holder, row.ask.id, answer: "none", reason: "Again.")
            }
            let purposes = try await test.entries().map(\.purpose)
            #expect(purposes.contains("ask_share") && purposes.contains("answer_ask") && purposes.contains("asks"))
            let answer = try #require(try await test.entries().last { $0.purpose == "answer_ask" })
            #expect(answer.act == .disclose && answer.codes["answer"] == "whole" && answer.role == "coordinator")
        }
    }

    @Test(arguments: [("none", "exists"), ("summary", "summary")])
    func lessThanTheWholeOpensNothing(_ answer: String, _ shown: String) async throws {
        try await TestHouse.with(.sqlite) { test in
            let beside = try await Beside(test, rule: "exists_ask")
            try await beside.ask(test)
            let holder = try test.actor("coordinator-south")
            let row = try #require(try await test.house.asking.inbox(holder, .waiting).rows.first)
            try await test.house.asking.answer(holder, row.ask.id, answer: answer, reason: "This much.")
            let view = try #require(try await beside.view(test))
            #expect(view.shown.rawValue == shown && !view.canOpen && view.asked?.answer == answer)
            await #expect(throws: ServiceError.notFound) {
                _ = try await test.house.desk.concern(try test.actor("coordinator"), reference: beside.piece.reference, purpose: "desk")
            }
            // A no can be asked again.
            try await beside.ask(test)
            #expect(try await test.house.asking.inbox(holder, .waiting).rows.count == 1)
        }
    }

    /// The limit is the standard's, by what is stated of the asker's own concern; past it the asking climbs like any other limit.
    @Test(arguments: TestStores.each) func whatNobodyAnswersClimbs(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let beside = try await Beside(test, rule: "exists_ask", urgency: "danger_now")
            let manager = try test.account("duty-manager")
            _ = try await test.house.directoryDesk.addDuty(
                try test.actor("administrator"),
                DutyFields(
                    area: TestHouse.wrenfield, rank: 0, account: try test.account("coordinator-south"),
                    startsAt: test.clock.now.adding(seconds: -60), endsAt: test.clock.now.adding(seconds: 86_400)))
            try await beside.ask(test)
            let ask = try #require(try await beside.view(test)?.asked)
            #expect(ask.dueHard.seconds(since: ask.askedAt) == 7200 && ask.dueGood.seconds(since: ask.askedAt) == 3600)
            let climbing = Climbing(house: test.house)
            func climbs() async throws -> [Escalation] {
                try await climbing.begin()
                try await JobRunner(test.house, handlers: [climbing]).drain()
                return try await test.house.escalations.list(try test.actor("coordinator-south")).filter { $0.kind == "unanswered_ask" }
            }
            test.clock.advance(hours: 1)
            #expect(try await climbs().isEmpty)
            test.clock.advance(hours: 2)
            let one = try #require(try await climbs().first)
            #expect(one.concern == beside.piece.reference && one.area == TestHouse.wrenfield && manager != one.id)
            let row = try #require(try await test.house.asking.inbox(try test.actor("coordinator-south"), .waiting).rows.first)
            try await test.house.asking.answer(
                try test.actor("coordinator-south"), row.ask.id, answer: "summary", reason: "Late, but here.")
            test.clock.advance(minutes: 2)
            #expect(try await climbs().isEmpty)
        }
    }

    @Test func onlyWhoSeesThePieceAsks() async throws {
        try await TestHouse.with(.sqlite) { test in
            let beside = try await Beside(test)
            for name in ["officer", "teacher", "investigator", "auditor", "administrator", "standards"] {
                await #expect(throws: ServiceError.self, "\(name)") { try await beside.ask(test, name) }
            }
            let south = try test.actor("coordinator-south")
            let match = try #require(try await test.house.matching.pieces(south, of: beside.piece.concern).pieces.first?.matches.first)
            // The police share the whole of what they hold: there is nothing to ask for.
            await #expect(throws: ServiceError.conflict(.closed)) {
                try await test.house.asking.ask(south, concern: beside.piece.concern, record: match.record, other: match.otherRecord)
            }
        }
    }
}
