// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// What a leaver still owns goes to somebody in one act, and only as far as they may hold it.
@Suite struct HandingOnTests {
    @Test(arguments: TestStores.each) func casesAndActionsGoToWhoWorksCases(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, file) = try await test.openCase()
            let desk = test.house.directoryDesk, administrator = try test.actor("administrator")
            let investigator = try test.actor("investigator")
            try await test.house.casework.addAction(
                investigator, file.id, words: "Ring the school.", owner: investigator.account, dueAt: test.house.now.adding(seconds: 86_400)
            )
            let owned = try await desk.leftovers(administrator, of: investigator.account)
            #expect(owned.cases == 1 && owned.actions == 1 && owned.taken == 0)
            _ = try await test.house.directoryFiles.bringIn(
                administrator, .leavers, [DirectoryFileRow(line: 2, values: ["email": "investigator@example.org"])], dryRun: false)
            #expect(try await desk.leftovers(administrator, of: investigator.account) == owned)

            // A co-ordinator works no cases: nothing moves, and it stays listed.
            let none = try await desk.handOn(administrator, of: investigator.account, to: try test.account("coordinator"))
            #expect(none.cases == 0 && none.actions == 0)
            let second = try test.account("second-investigator")
            let done = try await desk.handOn(administrator, of: investigator.account, to: second)
            #expect(done.cases == 1 && done.actions == 1)
            #expect(try await desk.leftovers(administrator, of: investigator.account).isEmpty)
            #expect(try await test.house.notices.mine(try test.actor("second-investigator")).rows.contains { $0.kind == "action" })
            let view = try await test.house.casework.caseFile(
                try test.actor("second-investigator"), reference: file.reference, purpose: "case")
            #expect(view.members.contains { $0.account == second } && !view.members.contains { $0.account == investigator.account })
            #expect(view.actions.contains { $0.owner == second })
            // The action's own notice ends with it.
            let action = try #require(view.actions.first { $0.owner == second })
            try await test.house.casework.finishAction(try test.actor("second-investigator"), action.id, outcome: "done", words: "Rang.")
            #expect(try await !test.house.notices.mine(try test.actor("second-investigator")).rows.contains { $0.kind == "action" })
            #expect(try await test.entries().filter { $0.purpose == "hand-on" }.count == 2)
        }
    }

    @Test(arguments: TestStores.each) func concernsAndShiftsGoToTheDeskTheyBelongTo(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = test.house.directoryDesk, administrator = try test.actor("administrator")
            let coordinator = try test.actor("coordinator")
            let receipt = try await test.send(WalkTests.report("Late and tired.", given: "Robyn", family: "Testwell"))
            try await test.house.desk.take(coordinator, receipt.concern)
            try await test.house.desk.restrict(coordinator, receipt.concern, true)
            let owned = try await desk.leftovers(administrator, of: coordinator.account)
            #expect(owned.taken == 1 && owned.shifts == 1)
            // Another area's desk may hold neither.
            let south = try await desk.handOn(administrator, of: coordinator.account, to: try test.account("coordinator-south"))
            #expect(south.isEmpty)
            let done = try await desk.handOn(administrator, of: coordinator.account, to: try test.account("duty-manager"))
            #expect(done.taken == 1 && done.shifts == 1)
            #expect(try await desk.leftovers(administrator, of: coordinator.account).isEmpty)
            // A restricted concern has its one owner still.
            let manager = try test.actor("duty-manager")
            #expect(try await test.house.desk.concern(manager, reference: receipt.reference, purpose: "desk").row.owner != nil)
            let onDuty = test.house.directory.snapshot.onDuty(TestHouse.otterley, at: test.house.now)
            #expect(onDuty.first { $0.rank == 0 }?.account == manager.account)
        }
    }

    @Test func whoIsShutOutOfAMatterIsGivenNoneOfIt() async throws {
        try await TestHouse.with(.sqlite) { test in
            let desk = test.house.directoryDesk, administrator = try test.actor("administrator")
            let (receipt, _) = try await test.openCase()
            let second = try test.account("second-investigator")
            try await test.house.store.writeWithoutEntry { session in
                try session.execute(
                    "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'system', 1, $3)",
                    [.text(receipt.concern.description), .text(second.description), .blob([1])])
            }
            let done = try await desk.handOn(administrator, of: try test.account("investigator"), to: second)
            #expect(done.cases == 0)
            // Nobody gives themselves what they may not read, and only whoever keeps the directory hands on.
            await #expect(throws: ServiceError.self) {
                _ = try await desk.handOn(administrator, of: second, to: administrator.account)
            }
            await #expect(throws: ServiceError.self) {
                _ = try await desk.handOn(try test.actor("coordinator"), of: second, to: try test.account("investigator"))
            }
            await #expect(throws: ServiceError.self) { _ = try await desk.leftovers(try test.actor("leader"), of: second) }
        }
    }
}
