// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// The directory as files: tried first, taken whole or not at all, and a second time without effect.
@Suite struct DirectoryFileTests {
    private static func rows(_ kind: DirectoryFileKind, _ lines: [[String: String]]) -> [DirectoryFileRow] {
        lines.enumerated().map { DirectoryFileRow(line: $0 + 2, values: $1) }
    }

    private static func person(_ name: String, _ more: [String: String] = [:]) -> [String: String] {
        [
            "name": name, "email": "\(name.lowercased().filter(\.isLetter))@example.org", "post": "PCSO", "phone": "07700 900003",
            "agency": "Testshire Police",
        ].merging(more) { $1 }
    }

    private func counts(_ test: TestHouse) async throws -> [String: Int64] {
        try await test.house.store.read { session in
            var found: [String: Int64] = [:]
            for table in ["agency", "area", "team", "account", "role_grant", "duty", "one_time_link"] {
                found[table] = try session.integer("SELECT count(*) AS n FROM \(table)")
            }
            return found
        }
    }

    @Test(arguments: TestStores.each) func whoJoinsGetsInOnceWithALinkShownOnce(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let files = test.house.directoryFiles, administrator = try test.actor("administrator")
            let rows = Self.rows(
                .people,
                [
                    Self.person("Ash Vale", ["role": "coordinator", "role_area": "otterley"]),
                    Self.person("Bo Wick", ["role": "investigator", "role_team": "Central CSE team"]), Self.person("Cy Hurst"),
                ])
            let before = try await counts(test)
            let tried = try await files.bringIn(administrator, .people, rows, dryRun: true)
            #expect(tried.added == 3 && tried.faults.isEmpty && tried.joiners.isEmpty && !tried.isApplied)
            #expect(try await counts(test) == before)

            let done = try await files.bringIn(administrator, .people, rows, dryRun: false)
            #expect(done.isApplied && done.joiners.map(\.name) == ["Ash Vale", "Bo Wick", "Cy Hurst"])
            let ash = try #require(done.joiners.first)
            test.clock.advance(days: 6)
            _ = try await test.choosePassword(with: ash.secret)
            #expect(test.house.directory.snapshot.actor(ash.account, at: test.house.now)?.areas(as: .coordinator) == ["otterley"])
            await #expect(throws: ServiceError.self) { _ = try await test.choosePassword(with: ash.secret) }
            test.clock.advance(days: 2)
            await #expect(throws: ServiceError.self) { _ = try await test.choosePassword(with: try #require(done.joiners.last).secret) }
            // Again: nothing is new, nobody gets another link.
            let again = try await files.bringIn(administrator, .people, rows, dryRun: false)
            #expect(again.unchanged == 3 && again.added + again.changed == 0 && again.joiners.isEmpty)
            #expect(try await test.entries().filter { $0.purpose == "bring-in-people" }.count == 1)
        }
    }

    @Test(arguments: TestStores.each) func oneFaultAndNothingIsTaken(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let files = test.house.directoryFiles, administrator = try test.actor("administrator")
            let rows = Self.rows(
                .people,
                [
                    Self.person("Ash Vale"), Self.person("Ash Vale"), Self.person("Bo Wick", ["agency": "Otterley Council"]),
                    Self.person("Cy Hurst", ["role": "coordinator"]), Self.person("Di Moss", ["email": "no address"]),
                    Self.person("Ed Fell", ["agency": "Nowhere"]), Self.person("Fay Garth", ["role": "king"]),
                    Self.person("Gil Tarn", ["id": "not an id"]), Self.person(""),
                ])
            let before = try await counts(test)
            let tried = try await files.bringIn(administrator, .people, rows, agency: test.agencies["police"], dryRun: false)
            #expect(
                tried.faults == [
                    DirectoryFileFault(line: 3, column: "email", .twice), DirectoryFileFault(line: 4, column: "agency", .otherAgency),
                    DirectoryFileFault(line: 5, column: "role_area", .missing), DirectoryFileFault(line: 6, column: "email", .notAccepted),
                    DirectoryFileFault(line: 7, column: "agency", .unknownCode), DirectoryFileFault(line: 8, column: "role", .unknownCode),
                    DirectoryFileFault(line: 9, column: "id", .unknownCode), DirectoryFileFault(line: 10, column: "email", .notAccepted),
                    DirectoryFileFault(line: 10, column: "name", .missing),
                ])
            #expect(!tried.isApplied && tried.joiners.isEmpty)
            #expect(try await counts(test) == before)
        }
    }

    @Test(arguments: TestStores.each) func everyKindGoesOutAndInAgainUnchanged(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let files = test.house.directoryFiles, administrator = try test.actor("administrator")
            for kind in DirectoryFileKind.allCases where kind != .leavers {
                let out = try await files.takeOut(administrator, kind)
                let columns = try #require(out.first)
                #expect(columns == kind.columns && out.count > 1, "\(kind)")
                let rows = Self.rows(kind, out.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) })
                let again = try await files.bringIn(administrator, kind, rows, dryRun: false)
                #expect(again.faults.isEmpty && again.unchanged == rows.count && again.added + again.changed == 0, "\(kind): \(again)")
                // Without ids the same entries are found by what names them.
                let nameless = rows.map { row in DirectoryFileRow(line: row.line, values: row.values.filter { $0.key != "id" }) }
                let found = try await files.bringIn(administrator, kind, nameless, dryRun: true)
                #expect(found.faults.isEmpty && found.unchanged == rows.count && found.added == 0, "\(kind): \(found)")
            }
            #expect(try await test.entries().filter { $0.act.rawValue == "export" }.count == 5)
        }
    }

    @Test func entriesAreAddedAndChanged() async throws {
        try await TestHouse.with(.sqlite) { test in
            let files = test.house.directoryFiles, administrator = try test.actor("administrator")
            let agencies = Self.rows(
                .agencies,
                [
                    [
                        "name": "Otterley Council", "kind": "council", "legal_regime": "uk_gdpr", "share_rule": "whole",
                        "retention_class": "child_protection",
                    ],
                    [
                        "name": "Mill School", "kind": "school", "legal_regime": "uk_gdpr", "share_rule": "summary",
                        "retention_class": "child_protection",
                    ],
                ])
            let done = try await files.bringIn(administrator, .agencies, agencies, dryRun: false)
            #expect(done.added == 1 && done.changed == 1)
            #expect(test.house.directory.snapshot.agencies.values.contains { $0.name == "Mill School" })
            let teams = Self.rows(
                .teams,
                [
                    [
                        "name": "Early help", "kind": "early_help_team", "agency": "Mill School", "area": "otterley",
                        "phone": "0121 496 0050", "hours": "",
                    ]
                ])
            #expect(try await files.bringIn(administrator, .teams, teams, dryRun: false).added == 1)
            let areas = Self.rows(
                .areas, [["code": "milbury", "name": "Milbury", "desk_name": "d", "desk_phone": "0121 496 0060", "desk_hours": ""]])
            #expect(try await files.bringIn(administrator, .areas, areas, dryRun: false).added == 1)
            #expect(test.house.directory.snapshot.areas["milbury"] != nil)
        }
    }

    @Test func aDeskKeepsItsOwnRotaAlone() async throws {
        try await TestHouse.with(.sqlite) { test in
            let files = test.house.directoryFiles, south = try test.actor("coordinator-south")
            let who = try test.account("coordinator-south").description
            func shift(_ area: String) -> [String: String] {
                ["area": area, "rank": "0", "person": who, "starts_at": "2026-03-03 08:00", "ends_at": "2026-03-03 18:00"]
            }
            let own = Self.rows(.duty, [shift(TestHouse.wrenfield)])
            #expect(try await files.bringIn(south, .duty, own, dryRun: false).added == 1)
            #expect(try await files.bringIn(south, .duty, own, dryRun: false).unchanged == 1)
            let other = try await files.bringIn(south, .duty, Self.rows(.duty, [shift(TestHouse.otterley)]), dryRun: false)
            #expect(other.faults == [DirectoryFileFault(line: 2, column: "area", .otherArea)])
            // A rota names people by id: addresses are for administrators.
            #expect(try await files.takeOut(south, .duty).joined().allSatisfy { !$0.contains("@") })
            await #expect(throws: ServiceError.self) { _ = try await files.takeOut(south, .people) }
            await #expect(throws: ServiceError.self) { _ = try await files.bringIn(south, .leavers, own, dryRun: true) }
        }
    }

    @Test(arguments: TestStores.each) func whoLeavesHoldsNothingFromThatMoment(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let files = test.house.directoryFiles, administrator = try test.actor("administrator")
            let (secret, _) = try await test.signIn("officer")
            let token = try await test.house.tokens.make(try test.actor("officer"), label: "mine", scopes: ["standard:read"], days: 30)
            let rows = Self.rows(.leavers, [["email": "OFFICER@example.org", "name": "Jo Pace"], ["email": "teacher@example.org"]])
            #expect(try await files.bringIn(administrator, .leavers, rows, dryRun: true).ended == 2)
            #expect(try await test.house.signIn.session(secret: secret) != nil)
            let done = try await files.bringIn(administrator, .leavers, rows, dryRun: false)
            #expect(done.ended == 2 && done.left.count == 2)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
            #expect(try await test.house.tokens.actor(bearer: token.0) == nil)
            #expect(test.house.directory.snapshot.grantsInForce(try test.account("officer"), at: test.house.now).isEmpty)
            #expect(try await files.bringIn(administrator, .leavers, rows, dryRun: false).unchanged == 2)
            // Whoever has left does not come back by a list of joiners.
            let back = Self.rows(.people, [Self.person("Jo Pace", ["email": "officer@example.org"])])
            #expect(try await files.bringIn(administrator, .people, back, dryRun: true).faults.map(\.reason) == [.alreadyUsed])
        }
    }

    @Test func nobodyIsShutOutByASlip() async throws {
        try await TestHouse.with(.sqlite) { test in
            let files = test.house.directoryFiles, administrator = try test.actor("administrator")
            let rows = Self.rows(
                .leavers,
                [
                    ["email": "administrator@example.org"], ["email": "officer@example.org", "name": "Somebody Else"],
                    ["email": "nobody@example.org"], ["email": "teacher@example.org"], ["email": "teacher@example.org"],
                ])
            let tried = try await files.bringIn(administrator, .leavers, rows, agency: test.agencies["police"], dryRun: false)
            #expect(tried.faults.map(\.reason) == [.oneself, .notAccepted, .unknownCode, .otherAgency, .otherAgency])
            #expect(test.house.directory.snapshot.accounts[try test.account("officer")]?.state == .active)
        }
    }
}
