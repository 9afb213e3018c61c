// SPDX-License-Identifier: Apache-2.0
import Demo
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// A small region made through `Services`, on both engines.
struct DemoRegionTests {
    @Test(arguments: TestStores.each) func aSmallRegionHasAllThatADemoNeeds(_ store: TestStores) async throws {
        try await DemoHouse.with(store, concerns: 60) { demo in
            let count = try await demo.house.store.read { session in try session.integer("SELECT count(*) AS n FROM concern") }
            #expect(count == 60)
            try await everyRoleSignsIn(demo)
            try await thereIsWorkToday(demo)
            try await thePiecesOfTheSameChildLieTogether(demo)
            try await theMovedAdultIsFoundInTheOtherArea(demo)
            try await theAccountAndTheCarAreFoundAcrossAreas(demo)
            try await theOneNamedIsShutOut(demo)
            #expect(demo.house.directory.snapshot.uncoveredAreas(at: demo.house.now).map(\.code) == ["tarnley"])
            await #expect(throws: HouseOpeningError.alreadyFounded) {
                try await DemoRegion.make(demo.house, clock: demo.clock, seed: 1, concerns: 20) { _, _ in }
            }
        }
    }

    private func everyRoleSignsIn(_ demo: DemoHouse) async throws {
        let roles = DemoRegion.roles(demo.house)
        for words in [
            "pcso", "teacher", "co-ordinator", "central cse", "social worker", "duty manager", "analyst", "information manager",
            "administrator",
        ] {
            #expect(roles.contains { $0.role.lowercased().contains(words) }, "no role contains \(words)")
        }
        for (role, account) in roles {
            let link = try await demo.house.signIn.makeLink(nil, account: account, purpose: .demoSignIn)
            guard case .signedIn = try await demo.house.signIn.withDemoLink(secret: link) else {
                Issue.record("the link of \(role) does not sign in")
                continue
            }
        }
    }

    private func thereIsWorkToday(_ demo: DemoHouse) async throws {
        let desk = try demo.actor("co-ordinator")
        let page = try await demo.house.desk.queue(desk, QueueFilter())
        let statuses = Set(page.rows.map(\.status))
        #expect(statuses == [.new, .taken, .returned])
        // Stated urgency stands above the rest; within it what is passed its limit comes first.
        #expect(page.rows.prefix(2).contains { $0.urgency == "danger_now" })
        #expect(Set(page.rows.compactMap(\.clock)).isSuperset(of: [.passedHardLimit, .dueSoon]))
        #expect((page.counts[.unaccepted] ?? 0) > 0 && (page.counts[.passed] ?? 0) > 0 && (page.counts[.decided] ?? 0) > 0)
        let inbox = try await demo.house.handOvers.inbox(try demo.actor("social worker"))
        #expect((inbox.counts[.waiting] ?? 0) > 0 && (inbox.counts[.answered] ?? 0) > 0)
        #expect(inbox.rows.allSatisfy { $0.about != nil && $0.reason?.isEmpty == false })
        let cases = try await demo.house.store.read { session in
            try session.query("SELECT state FROM case_file").map { try $0.text("state") }
        }
        #expect(Set(cases) == ["open", "closed"])
    }

    private func thePiecesOfTheSameChildLieTogether(_ demo: DemoHouse) async throws {
        let desk = try demo.actor("co-ordinator")
        let reference = try await demo.reference(of: Plants.SameChild.charity.family, by: try demo.actor("youth worker"))
        let view = try await demo.house.desk.concern(desk, reference: reference, purpose: "test")
        let agencies = Set(view.pieces.map(\.agency))
        #expect(agencies.isSuperset(of: ["Milbury Park Academy", "Marchvale Health Trust"]), "found \(agencies.sorted())")
        #expect(view.pieces.contains { $0.unmet }, "contacts that were closed without help stay visible")
    }

    private func theMovedAdultIsFoundInTheOtherArea(_ demo: DemoHouse) async throws {
        let reference = try await demo.reference(of: "Saffreworth", by: try demo.actor(key: "health-visitor-1"))
        let view = try await demo.house.desk.concern(try demo.actor(key: "coordinator-calderholm"), reference: reference, purpose: "test")
        #expect(view.pieces.contains { $0.agency == "Wynford Park Academy" && $0.matches.contains { $0.label.contains("Pretendham") } })
    }

    private func theAccountAndTheCarAreFoundAcrossAreas(_ demo: DemoHouse) async throws {
        let online = try await demo.reference(of: "Inventon", by: try demo.actor(key: "online-1"))
        let told = try await demo.house.desk.concern(try demo.actor(key: "coordinator-otterley"), reference: online, purpose: "test")
        let sharing = told.pieces.filter { $0.matches.contains { $0.label.contains(Plants.Account.handle) } }
        #expect(sharing.count == 3, "the account stands in four concerns")
        let officer = try demo.actor(key: "officer-milbury")
        var cars: Set<String> = []
        for row in try await demo.house.reporting.ownReports(officer, page: 0).rows {
            let view = try await demo.house.desk.concern(try demo.actor("co-ordinator"), reference: row.reference, purpose: "test")
            guard view.mentions.contains(where: { $0.mention.answers.first(QuestionID.vehicleMark) == Plants.Vehicle.mark }) else {
                continue
            }
            for piece in view.pieces where piece.matches.contains(where: { $0.label.contains(Plants.Vehicle.mark) }) {
                cars.insert(piece.agency)
            }
        }
        #expect(cars.isSuperset(of: ["Marchvale Police", "Dornwick Council"]), "found \(cars.sorted())")
    }

    private func theOneNamedIsShutOut(_ demo: DemoHouse) async throws {
        let rows = try await demo.house.store.read { session in
            try session.query("SELECT s.account_id, c.reference FROM shut_out s JOIN concern c ON c.id = s.concern_id")
        }
        let account = try demo.account(email: Plants.ShutOut.email)
        let named = [account, try demo.account(email: TourRole.headTeacher.rawValue)].map(\.description)
        #expect(try Set(rows.map { try $0.text("account_id") }) == Set(named), "nobody else is shut out by accident")
        let row = try rows.first { try $0.text("account_id") == account.description }
        let view = try await demo.house.desk.concern(
            try demo.actor("co-ordinator"), reference: try #require(row).text("reference"), purpose: "test")
        #expect(view.shutOuts.map(\.account) == [account])
    }
}
