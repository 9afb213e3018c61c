// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// A row that an import could not read is a referral: it is for a desk, which is told, and never for whoever runs the system (DOMAIN §7.2).
@Suite struct ImportingRowsTests {
    private func row(_ line: Int) -> ImportRow {
        ImportRow(line: line, content: .unreadable(column: "", reason: .quotes), raw: Array("row \(line) of a child".utf8))
    }

    /// Imports rows as this person; nothing of them can be read.
    private func bring(_ test: TestHouse, _ actor: Actor, _ lines: Int...) async throws {
        let summary = try await test.house.importing.importConcerns(actor, lines.map(row), dryRun: false)
        #expect(summary.unreadable == lines.count)
    }

    private func council(_ test: TestHouse, _ role: Role) throws -> Actor {
        Actor(account: try test.account("teacher"), agency: try #require(test.agencies["council"]), grants: [Grant(role)])
    }

    private func notices(_ test: TestHouse, _ name: String) async throws -> Int {
        try await test.house.notices.mine(test.actor(name)).rows.count { $0.kind == "unreadable_row" }
    }

    @Test(arguments: TestStores.each) func anAdministratorSetsAnImportGoingAndReadsNoRow(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            try await bring(test, test.actor("administrator"), 1, 2)
            for name in ["administrator", "auditor", "leader", "officer", "investigator", "source-handler"] {
                await #expect(throws: ServiceError.self, "\(name)") { try await test.house.importing.unreadable(test.actor(name)) }
            }
            #expect(try await test.acts("refuse").count == 6)
            // The co-ordinator on duty answers for them, and is told once.
            #expect(try await notices(test, "coordinator") == 1)
            let list = try await test.house.importing.unreadable(test.actor("coordinator"))
            #expect(list.open == 2 && list.rows.map(\.owner) == ["Kit Marsh", "Kit Marsh"])
            #expect(list.rows.map(\.text).sorted() == ["row 1 of a child", "row 2 of a child"])
            // Whoever has opened the list has read the notice of it.
            #expect(try await notices(test, "coordinator") == 0)
            #expect(try await notices(test, "administrator") == 0)
        }
    }

    @Test func aDeskThatImportsAnswersForItsOwn() async throws {
        try await TestHouse.with(.sqlite) { test in
            try await bring(test, test.actor("coordinator-south"), 1)
            #expect(try await test.house.importing.unreadable(test.actor("coordinator")).rows.map(\.owner) == ["Lee Fenn"])
            #expect(try await notices(test, "coordinator-south") == 1)
        }
    }

    /// A row past its limit goes from one person on call to the next, as everything that has a limit.
    @Test(arguments: TestStores.each) func aRowPastItsLimitGoesToTheNextOnCall(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            try await bring(test, test.actor("administrator"), 1, 2)
            let climbing = Climbing(house: test.house)
            func round() async throws {
                try await climbing.begin()
                try await JobRunner(test.house, handlers: [climbing]).drain()
            }
            let list = try await test.house.importing.unreadable(test.actor("coordinator"))
            try await round()
            #expect(try await test.count("SELECT COUNT(*) AS n FROM escalation WHERE kind = 'unreadable_rows'") == 0)
            test.clock.advance(days: 30)
            try await round()
            let offered = "SELECT COUNT(*) AS n FROM escalation WHERE kind = 'unreadable_rows' AND area = 'otterley'"
            #expect(try await test.count(offered) == 1)
            #expect(try await notices(test, "coordinator") == 1)
            test.clock.advance(hours: 2)
            try await round()
            #expect(try await notices(test, "duty-manager") == 1)
            for row in list.rows { try await test.house.importing.settle(test.actor("coordinator"), row.id) }
            #expect(try await notices(test, "coordinator") == 0)
            test.clock.advance(minutes: 2)
            try await round()
            let ended = "SELECT COUNT(*) AS n FROM escalation WHERE kind = 'unreadable_rows' AND taken_by = 'system'"
            #expect(try await test.count(ended) == 1)
        }
    }

    /// A school or council without a desk: the duty managers of the region keep its rows, and no other agency's desk.
    @Test(arguments: TestStores.each) func anAgencyWithoutADeskHasTheDutyManagers(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            try await bring(test, council(test, .administrator), 1)
            let importing = test.house.importing
            let list = try await importing.unreadable(test.actor("duty-manager"))
            #expect(list.rows.map(\.owner) == ["Max Heath"] && list.rows.map(\.agency) == ["Otterley Council"])
            let id = try #require(list.rows.first?.id)
            #expect(try await importing.unreadable(test.actor("coordinator")).rows.isEmpty)
            await #expect(throws: ServiceError.notFound) { try await importing.settle(test.actor("coordinator"), id) }
            // Once the council has a desk of its own, its rows are that desk's.
            let desk = test.house.directoryDesk
            _ = try await desk.grant(test.actor("administrator"), test.account("teacher"), Grant(.coordinator, area: "otterley"))
            #expect(try await importing.unreadable(test.actor("duty-manager")).rows.isEmpty)
            await #expect(throws: ServiceError.notFound) { try await importing.settle(test.actor("duty-manager"), id) }
            try await importing.settle(test.actor("teacher"), id)
            let settled = try await importing.unreadable(test.actor("teacher"))
            #expect(settled.open == 0 && settled.rows.map(\.isSettled) == [true])
        }
    }

    /// A file is no way around being shut out: whoever is named as a suspect writes nothing over what was said of them.
    @Test func nobodyImportsOverWhatWasSaidOfThem() async throws {
        try await TestHouse.with(.sqlite) { test in
            let coordinator = try test.actor("coordinator")
            func bring(_ words: String, as actor: Actor) async throws -> ImportSummary {
                var suspect = Answers()
                suspect[QuestionID.givenNames] = .value("Kit")
                suspect[QuestionID.familyName] = .value("Marsh")
                var statement = Answers()
                statement[QuestionID.statementText] = .value(words)
                let report = ConcernReport(
                    standard: TestStandards.current.rawValue, statements: [Statement(answers: statement)],
                    mentions: [Mention(kind: .person, role: .suspect, answers: suspect)])
                let row = ImportRow(line: 2, content: .report(reference: "A1", report), raw: Array(words.utf8))
                return try await test.house.importing.importConcerns(actor, [row], dryRun: false)
            }
            #expect(try await bring("Seen with a child.", as: coordinator).landed == 1)
            let over = try await bring("It was nobody.", as: coordinator)
            #expect(over.newVersions == 0 && over.unreadable == 1)
            // A colleague's file is taken.
            #expect(try await bring("Seen with a child, twice.", as: test.actor("duty-manager")).newVersions == 1)
            let versions = try await test.house.store.read { session in try session.one("SELECT version FROM concern").integer("version") }
            #expect(versions == 2)
        }
    }
}
