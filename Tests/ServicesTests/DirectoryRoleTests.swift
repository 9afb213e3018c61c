// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

@Suite struct DirectoryRoleTests {
    @Test func nobodyChangesTheirOwnRolesOrShutsThemselves() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let own = try #require(test.house.directory.snapshot.grants[administrator.account]?.first?.id)
            await #expect(throws: ServiceError.self) { try await desk.grant(administrator, administrator.account, Grant(.leader)) }
            await #expect(throws: ServiceError.self) { try await desk.endGrant(administrator, own) }
            await #expect(throws: ServiceError.self) { try await desk.disable(administrator, administrator.account) }
            #expect(try await test.acts("refuse").count == 3)
            #expect(try test.actor("administrator") == administrator)
        }
    }

    @Test(arguments: TestStores.each) func oneAdministratorStays(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let desk = test.house.directoryDesk
            let (one, other) = (try test.actor("administrator"), try test.actor("deputy"))
            let grants = test.house.directory.snapshot.grants
            let last = ServiceError.invalid([FieldFault("administrator", .missing)])
            // Both at once: each alone would leave the other.
            let done = await withTaskGroup(of: Bool.self) { group in
                group.addTask { (try? await desk.disable(one, other.account)) != nil }
                group.addTask { (try? await desk.disable(other, one.account)) != nil }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(done == 1)
            let left = test.house.directory.snapshot.actor(one.account, at: test.clock.now) == nil ? other : one
            let gone = left == one ? other : one
            let leftGrant = try #require(grants[left.account]?.first?.id)
            await #expect(throws: last) { try await desk.disable(gone, left.account) }
            await #expect(throws: last) { try await desk.endGrant(gone, leftGrant) }
            await #expect(throws: last) { try await desk.endGrant(gone, leftGrant, at: test.clock.now.adding(seconds: 3600)) }
            await #expect(throws: last) { try await desk.endAgency(gone, left.agency) }
            #expect(test.house.directory.snapshot.actor(left.account, at: test.clock.now) == left)
        }
    }

    @Test func aRoleIsBoundToWhatItNeeds() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let (teacher, system, central) = (try test.account("teacher"), try test.account("system"), test.teams["central"])
            let bad: [(RecordID, Grant, [FieldFault])] = [
                (teacher, Grant(.coordinator), [FieldFault("area", .missing)]),
                (teacher, Grant(.dutyManager), [FieldFault("area", .missing)]),
                (teacher, Grant(.coordinator, area: "nowhere"), [FieldFault("area", .unknownCode)]),
                (teacher, Grant(.coordinator, area: "otterley", team: central), [FieldFault("team", .notAccepted)]),
                (teacher, Grant(.investigator), [FieldFault("team", .missing)]),
                (teacher, Grant(.investigator, team: RecordID(high: 1, low: 1)), [FieldFault("team", .unknownCode)]),
                (teacher, Grant(.sourceHandler), [FieldFault("area", .missing)]),
                (teacher, Grant(.auditor, area: "otterley"), [FieldFault("area", .notAccepted)]),
                (teacher, Grant(.reporter), [FieldFault("role", .alreadyUsed)]),
                (teacher, Grant(.agencySystem), [FieldFault("role", .notAccepted)]),
                (system, Grant(.investigator, team: central), [FieldFault("role", .notAccepted)]),
                (try test.account("deputy"), Grant(.coordinator, area: "otterley"), [FieldFault("role", .notAccepted)]),
                (try test.account("deputy"), Grant(.auditor), [FieldFault("role", .notAccepted)]),
                (try test.account("investigator"), Grant(.administrator), [FieldFault("role", .notAccepted)]),
            ]
            for (account, grant, faults) in bad {
                await #expect(throws: ServiceError.invalid(faults), "\(grant.role)") { try await desk.grant(administrator, account, grant) }
            }
            await #expect(throws: ServiceError.invalid([FieldFault("to", .inThePast)])) {
                try await desk.grant(administrator, teacher, Grant(.leader), to: test.clock.now)
            }
            await #expect(throws: ServiceError.notFound) { try await desk.grant(administrator, RecordID(high: 1, low: 1), Grant(.leader)) }
        }
    }

    @Test func aRoleHoldsFromItsBeginningToItsEnd() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (teacher, now) = (try test.account("teacher"), test.clock.now)
            let row = try await test.house.directoryDesk.grant(
                test.actor("administrator"), teacher, Grant(.leader), from: now.adding(seconds: 60), to: now.adding(seconds: 120))
            #expect(row.validTo == now.adding(seconds: 120))
            let snapshot = test.house.directory.snapshot
            let held = [0.0, 59, 60, 119, 120].map { snapshot.actor(teacher, at: now.adding(seconds: $0))?.holds(.leader) }
            #expect(held == [false, false, true, true, false])
        }
    }

    @Test(arguments: TestStores.each) func theRotaIsItsOwnDesksOrTheAdministrators(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let desk = test.house.directoryDesk
            let now = test.clock.now
            func shift(_ area: String, _ name: String, rank: Int = 0) throws -> DutyFields {
                DutyFields(area: area, rank: rank, account: try test.account(name), startsAt: now, endsAt: now.adding(seconds: 3600))
            }
            let south = try test.actor("coordinator-south")
            let own = try await desk.addDuty(south, shift("wrenfield", "coordinator-south"))
            #expect(test.house.directory.snapshot.onDuty("wrenfield", at: now) == [own])
            for name in ["coordinator", "duty-manager", "officer", "auditor", "investigator"] {
                await #expect(throws: ServiceError.self) {
                    try await desk.addDuty(test.actor(name), shift("wrenfield", "coordinator-south"))
                }
                await #expect(throws: ServiceError.self) { try await desk.endDuty(test.actor(name), own.id) }
            }
            #expect(try await test.acts("refuse").count == 10)
            try await desk.endDuty(south, own.id)
            #expect(test.house.directory.snapshot.onDuty("wrenfield", at: now).isEmpty)
            _ = try await desk.addDuty(test.actor("administrator"), shift("wrenfield", "coordinator-south", rank: 1))
        }
    }

    @Test func aShiftIsOfSomebodyWhoCanAct() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, administrator, now) = (test.house.directoryDesk, try test.actor("administrator"), test.clock.now)
            let coordinator = try test.account("coordinator")
            let hour = now.adding(seconds: 3600)
            let bad: [(DutyFields, FieldFault)] = [
                (
                    DutyFields(area: "otterley", rank: 21, account: coordinator, startsAt: now, endsAt: hour),
                    FieldFault("rank", .notAccepted)
                ),
                (
                    DutyFields(area: "otterley", rank: -1, account: coordinator, startsAt: now, endsAt: hour),
                    FieldFault("rank", .notAccepted)
                ),
                (
                    DutyFields(area: "otterley", rank: 0, account: coordinator, startsAt: hour, endsAt: hour),
                    FieldFault("ends_at", .notAccepted)
                ),
                (
                    DutyFields(area: "otterley", rank: 0, account: coordinator, startsAt: now.adding(seconds: -9), endsAt: now),
                    FieldFault("ends_at", .inThePast)
                ),
                (
                    DutyFields(area: "wrenfield", rank: 0, account: coordinator, startsAt: now, endsAt: hour),
                    FieldFault("account", .notAccepted)
                ),
                (
                    // At every place of the chain: whoever can't open an area's concerns can't take them on.
                    DutyFields(area: "wrenfield", rank: 1, account: try test.account("duty-manager"), startsAt: now, endsAt: hour),
                    FieldFault("account", .notAccepted)
                ),
                (
                    DutyFields(area: "otterley", rank: 1, account: try test.account("officer"), startsAt: now, endsAt: hour),
                    FieldFault("account", .notAccepted)
                ),
            ]
            // Nobody has a desk role for an area that there is not.
            await #expect(throws: ServiceError.invalid([FieldFault("area", .unknownCode), FieldFault("account", .notAccepted)])) {
                try await desk.addDuty(
                    administrator, DutyFields(area: "nowhere", rank: 1, account: coordinator, startsAt: now, endsAt: hour))
            }
            for (fields, fault) in bad {
                await #expect(throws: ServiceError.invalid([fault])) { try await desk.addDuty(administrator, fields) }
            }
        }
    }

    @Test func anAreaWithoutACoordinatorOnDutyIsUncovered() async throws {
        try await TestHouse.with(.sqlite) { test in
            let officer = try test.actor("officer")
            #expect(try await test.house.duties.uncovered(officer).map(\.code) == ["wrenfield"])
            #expect(try await test.house.duties.onDuty(officer, area: "otterley").map(\.rank) == [0, 1])
            try await test.house.directoryDesk.disable(test.actor("administrator"), test.account("coordinator"))
            #expect(try await test.house.duties.uncovered(officer).map(\.code) == ["otterley", "wrenfield"])
            #expect(try await test.house.duties.rota(officer, area: "otterley").count == 2)
        }
    }

    @Test func theChainIsClimbedRankByRank() {
        func duty(_ rank: Int, _ id: UInt64) -> Duty {
            let moment = Instant(microseconds: 0)
            return Duty(
                id: RecordID(high: 0, low: id), area: "a", rank: rank, account: RecordID(high: 1, low: id), startsAt: moment, endsAt: moment
            )
        }
        let chain = [duty(3, 1), duty(0, 2), duty(1, 4), duty(1, 3)]
        var asked: [UInt64] = []
        var rank: Int?
        while let next = DutyChain.next(after: rank, among: chain) {
            asked.append(next.id.low)
            rank = next.rank
        }
        #expect(asked == [2, 3, 1])
        #expect(DutyChain.next(after: nil, among: []) == nil)
    }
}
