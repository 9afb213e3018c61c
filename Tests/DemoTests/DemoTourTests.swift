// SPDX-License-Identifier: Apache-2.0
import Demo
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// The story of the tour, through the use cases that its pages call.
struct DemoTourTests {
    @Test(arguments: TestStores.each) func theTourCanBeTaken(_ store: TestStores) async throws {
        try await DemoHouse.with(store, concerns: 60) { demo in
            let tour = try #require(demo.house.tour)
            try await everybodyIsThere(demo, tour)
            try await theFiveOthersCome(demo, tour)
            try await theHeadTeacherFindsNothing(demo)
            try await anEditIsNamedAndTakenBack(demo, tour)
            try await whatStandsBesideIsFound(demo)
        }
    }

    private func everybodyIsThere(_ demo: DemoHouse, _ tour: Tour) async throws {
        for role in TourRole.allCases {
            guard case .signedIn(_, let person) = try await tour.enter(as: role) else {
                Issue.record("\(role) does not get in")
                continue
            }
            #expect(person.actor.account == tour.account(role))
        }
        // It is an act like any other: an auditor finds who came in by the tour.
        let entries = try await demo.house.store.read { session in
            try session.query("SELECT body FROM ledger_entry").map { String(decoding: try $0.blob("body"), as: UTF8.self) }
        }
        #expect(entries.count { $0.contains("\"sign-in\"") || $0.contains("\"purpose\":\"tour\"") } >= TourRole.allCases.count)
    }

    /// Sent, the sixth piece has exactly the five others beside it, each as its agency shares it.
    private func theFiveOthersCome(_ demo: DemoHouse, _ tour: Tour) async throws {
        guard case .draft(let draft) = try await tour.piece() else {
            Issue.record("tonight's piece is not written")
            return
        }
        let receipt = try await demo.house.reporting.send(try demo.actor(key: "night-pcso-milbury"), draft: draft)
        #expect(try await tour.piece() == .sent(reference: receipt.reference, isDecided: false))
        #expect(receipt.urgency == "danger_now", "afraid to go home, and out at night")
        try await demo.work.catchUp()
        let desk = try demo.actor(key: "coordinator-milbury")
        let view = try await demo.house.desk.concern(desk, reference: receipt.reference, purpose: "test")
        let agencies = Set(view.pieces.map(\.agency))
        #expect(
            agencies == [
                "Hearthside Housing Charity", "Marchvale Health Trust", "Milbury Park Academy", "Otterley Council", "Eskham Gate Surgery",
            ], "found \(agencies.sorted())")
        #expect(view.pieces.count == 5, "found \(view.pieces.map { "\($0.agency) \($0.matches.map(\.label))" })")
        #expect(view.pieces.first { $0.agency == "Eskham Gate Surgery" }?.shown == .exists)
        let nickname = view.pieces.first { $0.agency == "Otterley Council" }
        #expect(nickname?.matches.isEmpty == false)
    }

    /// Whoever is named finds nothing, not even a count; a colleague of the same team finds it.
    private func theHeadTeacherFindsNothing(_ demo: DemoHouse) async throws {
        let named = try demo.actor(key: "head-teacher-milbury")
        let colleague = try demo.actor(key: "school-adviser-1")
        func found(_ actor: Actor, _ text: String) async throws -> Int {
            try await demo.house.searching.find(actor, text, purpose: "test", page: 0).total
        }
        #expect(try await found(colleague, TourStory.pupil.family) == 1, "without being named they would find it")
        #expect(try await found(named, TourStory.pupil.family) == 0)
        #expect(try await found(named, "Nobodyofthatname") == 0)
        let inbox = try await demo.house.handOvers.inbox(named)
        let others = try await demo.house.handOvers.inbox(colleague)
        #expect((inbox.counts[.answered] ?? 0) + 1 == (others.counts[.answered] ?? 0))
    }

    private func anEditIsNamedAndTakenBack(_ demo: DemoHouse, _ tour: Tour) async throws {
        func outcomes() async throws -> [String] {
            try await demo.house.store.read { session in
                try session.query("SELECT outcome FROM decision ORDER BY id").map { try $0.text("outcome") }
            }
        }
        let before = try await outcomes()
        let found = try await tour.verifyEdited()
        #expect(found.findings.count == 1 && found.findings.first?.contains("decision") == true, "\(found.findings)")
        #expect(found.rows > 100 && found.entries > 100)
        #expect(try await outcomes() == before)
        let key = try demo.house.store.keys.ledgerVerifierKey()
        #expect(try await LedgerVerification.verify(demo.house.store.engine, key: key).isClean)
    }

    private func whatStandsBesideIsFound(_ demo: DemoHouse) async throws {
        for (key, family) in [
            ("coordinator-otterley", TourStory.fridayGirl.family), ("coordinator-wynford", TourStory.refusing.family),
            ("coordinator-wynford", TourStory.expecting.family), ("coordinator-dornwick", TourStory.twins),
            ("coordinator-calderholm", TourStory.slandered.family),
        ] {
            let page = try await demo.house.searching.find(try demo.actor(key: key), family, purpose: "test", page: 0)
            #expect(page.total >= 1, "\(key) does not find \(family)")
        }
    }

    /// Only in a demo store.
    @Test func aRealStoreHasNoTour() async throws {
        try await TestHouse.with(.sqlite) { test in #expect(test.house.tour == nil) }
    }
}
