// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// Own-name, relative's and bulk look-ups are told to professional standards; who has looked is told as the rules say.
struct SharingLookUpTests {
    private func count(_ test: TestHouse, most: Int = 5000) async throws {
        let job = LookUpCounting(house: test.house, most: most)
        try await job.begin()
        test.clock.advance(minutes: 2)
        try await JobRunner(test.house, handlers: [job]).drain()
    }

    private func kinds(_ test: TestHouse, _ reader: String = "standards") async throws -> [String] {
        try await test.house.lookUps.list(try test.actor(reader)).map { "\($0.name) \($0.kind)" }.sorted()
    }

    @Test(arguments: TestStores.each) func ownNameAndRelativesAreTold(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = try test.actor("coordinator")
            for sought in ["Marsh", "Mill Lane", "Robyn Testwell"] {
                _ = try await test.house.searching.find(desk, sought, purpose: "search")
            }
            try await count(test)
            #expect(try await kinds(test).isEmpty, "a family name alone, a place, somebody else")
            _ = try await test.house.searching.find(desk, "MARSH, kit", purpose: "search")
            try await count(test)
            #expect(try await kinds(test) == ["Kit Marsh own_name"])
            _ = try await test.house.searching.find(desk, "Rowan Marsh", purpose: "search")
            try await count(test)
            try await count(test)
            #expect(try await kinds(test) == ["Kit Marsh own_name", "Kit Marsh relative"])
            let told = try await test.house.notices.mine(try test.actor("standards")).rows
            #expect(told.isEmpty, "reading the list reads the notices")
            #expect(try await test.count("SELECT count(*) AS n FROM notice WHERE kind = 'look_up'") == 2, "each told once")
            #expect(try await test.count("SELECT count(*) AS n FROM notice WHERE kind = 'look_up' AND concern_id IS NOT NULL") == 0)
            let search = try await test.acts("search").compactMap { $0.codes["about"] }
            #expect(search == ["own_name", "relative"])
            for name in ["administrator", "auditor", "coordinator", "leader"] {
                await #expect(throws: ServiceError.self, "\(name)") { _ = try await test.house.lookUps.list(try test.actor(name)) }
            }
        }
    }

    @Test func aFullRoundGoesOnAtOnce() async throws {
        try await TestHouse.with(.sqlite) { test in
            let desk = try test.actor("coordinator")
            for sought in ["Mill Lane", "Robyn Testwell", "Kit Marsh"] {
                _ = try await test.house.searching.find(desk, sought, purpose: "search")
            }
            try await count(test, most: 1)
            #expect(try await kinds(test) == ["Kit Marsh own_name"])
        }
    }

    @Test func manyInADayAreTold() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            let desk = try test.actor("coordinator")
            let most = try #require(test.house.standard.code("bulk", in: .lookUp)?.number("at_least"))
            for _ in 1..<most { _ = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk") }
            try await count(test)
            #expect(try await kinds(test).isEmpty)
            _ = try await test.house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            try await count(test)
            #expect(try await kinds(test) == ["Kit Marsh bulk"])
            let one = try #require(try await test.house.lookUps.list(try test.actor("standards")).first)
            #expect(one.amount == most)
            await #expect(throws: ServiceError.invalid([FieldFault("reason", .missing)])) {
                try await test.house.lookUps.close(try test.actor("standards"), one.id, reason: "")
            }
            try await test.house.lookUps.close(try test.actor("standards"), one.id, reason: "A quality audit, asked for by the board.")
            let closed = try #require(try await test.house.lookUps.list(try test.actor("standards")).first)
            #expect(closed.reviewedBy == "Wren Lisle" && closed.reason == "A quality audit, asked for by the board.")
        }
    }

    /// Whoever watches is watched by another, and never reads their own.
    @Test func nobodyReadsTheirOwn() async throws {
        try await TestHouse.with(.sqlite) { test in
            let administrator = try test.actor("administrator")
            _ = try await test.house.directoryDesk.grant(
                administrator, try test.account("standards"), Grant(.coordinator, area: TestHouse.otterley))
            _ = try await test.house.directoryDesk.grant(administrator, try test.account("auditor"), Grant(.professionalStandards))
            _ = try await test.house.searching.find(try test.actor("standards"), "Wren Lisle", purpose: "search")
            try await count(test)
            #expect(try await kinds(test).isEmpty)
            #expect(try await kinds(test, "auditor") == ["Wren Lisle own_name"])
            let own = try await test.house.store.read { session in try session.one("SELECT id FROM look_up") }
            await #expect(throws: ServiceError.notFound) {
                try await test.house.lookUps.close(try test.actor("standards"), try own.recordID("id"), reason: "Nothing to see.")
            }
            // Of the police their own standards are told, not the council's.
            _ = try await test.house.searching.find(try test.actor("coordinator"), "Kit Marsh", purpose: "search")
            try await count(test)
            #expect(try await kinds(test) == ["Kit Marsh own_name"])
            #expect(try await kinds(test, "auditor") == ["Wren Lisle own_name"])
        }
    }

    @Test func theAdministratorCanNotHoldTheDuty() async throws {
        try await TestHouse.with(.sqlite) { test in
            await #expect(throws: ServiceError.self) {
                _ = try await test.house.directoryDesk.grant(
                    try test.actor("deputy"), try test.account("administrator"), Grant(.professionalStandards))
            }
        }
    }

    /// Names to the owner and to auditors, agencies to others, a protected enquiry to nobody.
    @Test func whoHasLooked() async throws {
        try await TestHouse.with(.sqlite) { test in
            let receipt = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            _ = try await test.house.directoryDesk.grant(
                try test.actor("administrator"), try test.account("standards"), Grant(.coordinator, area: TestHouse.otterley))
            let desk = try test.actor("coordinator"), manager = try test.actor("duty-manager")
            try await test.house.desk.take(desk, receipt.concern)
            for name in ["coordinator", "duty-manager", "standards"] {
                _ = try await test.house.desk.concern(try test.actor(name), reference: receipt.reference, purpose: "desk")
            }
            func names(_ actor: Actor) async throws -> Set<String?> {
                Set(try await test.house.ledgerDesk.looks(actor, at: receipt.concern).looks.map(\.name))
            }
            #expect(try await names(desk) == ["Kit Marsh", "Max Heath"])
            #expect(try await names(try test.actor("auditor")) == ["Kit Marsh", "Max Heath", "Sam Reed"])
            #expect(try await names(manager) == [nil])
            let looks = try await test.house.ledgerDesk.looks(manager, at: receipt.concern).looks
            #expect(looks.allSatisfy { $0.purpose != "protected_enquiry" })
            #expect(try await test.acts("consult").contains { $0.purpose == "protected_enquiry" }, "it stands in the ledger all the same")
        }
    }
}
