// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
@testable import Services
import Storage
import TestSupport
import Testing
import Vault

/// The access policy's forms agree over random stores: what `decide` allows is exactly what SQL returns on each engine, and what the
/// filter of the match index lets through (DESIGN rule 3).
@Suite struct PolicyAgreementTests {
    private static let areas = ["otterley", "wrenfield", "mil-bury"]

    @Test(arguments: TestStores.each) func decideSQLAndFilterAgree(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            var random = SplitMix(seed: 20_141_017)
            let people = (0..<12).map { _ in test.house.store.newID() }
            let teams = (0..<4).map { _ in test.house.store.newID() }
            let concerns = try await RandomConcerns(areas: Self.areas, people: people, teams: teams).write(120, test.house, &random)
            let now = test.house.now
            let facts = try await test.house.store.read { session in try FactsReader.facts(session, concerns, now: now) }
            #expect(facts.count == concerns.count)
            for person in people {
                let actor = Actor(
                    account: person, agency: Bool.random(using: &random) ? people[0] : people[1], grants: Self.grants(teams, &random))
                for action in Action.allCases where action.isAboutConcern {
                    let scope = AccessPolicy.scope(actor, action)
                    let sql = ScopeSQL(scope, first: 1, now: now)
                    let rows = try await test.house.store.read { session in
                        try session.query("SELECT c.id FROM concern c WHERE \(sql.text)", sql.arguments).map { try $0.text("id") }
                    }
                    let decided = Set(facts.values.filter { AccessPolicy.decide(actor, action, $0).isAllowed }.map(\.id.description))
                    let filtered = Set(facts.values.filter { scope.allows($0) }.map(\.id.description))
                    #expect(Set(rows) == decided, "SQL: \(actor.grants) \(action)")
                    #expect(filtered == decided, "filter: \(actor.grants) \(action)")
                }
            }
        }
    }

    private static func grants(_ teams: [RecordID], _ random: inout SplitMix) -> [Grant] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let role = Role.allCases.randomElement(using: &random) ?? .reporter
            return Grant(
                role, area: Bool.random(using: &random) ? areas.randomElement(using: &random) : nil,
                team: Bool.random(using: &random) ? teams.randomElement(using: &random) : nil)
        }
    }
}

/// Concerns of every shape that the policy can tell apart.
private struct RandomConcerns {
    let areas: [String]
    let people: [RecordID]
    let teams: [RecordID]

    func write(_ count: Int, _ house: House, _ random: inout SplitMix) async throws -> [RecordID] {
        var ids: [RecordID] = []
        for _ in 0..<count {
            let id = house.store.newID()
            let rows = self.rows(id, house, &random)
            try await house.store.write(ActOfPerson(systemAct: .report, at: house.now, purpose: "test")) { transaction in
                for row in rows { try transaction.insert(row) }
            }
            ids.append(id)
        }
        return ids
    }

    private func rows(_ id: RecordID, _ house: House, _ random: inout SplitMix) -> [LedgeredRow] {
        func person() -> SQLValue { .text((people.randomElement(using: &random) ?? people[0]).description) }
        func sometimes(_ value: SQLValue, _ random: inout SplitMix) -> SQLValue { Bool.random(using: &random) ? value : .null }
        let told = areas.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        let status = ["new", "taken", "returned", "handed_over", "decided", "in_case", "closed"].randomElement(using: &random) ?? "new"
        let reporter = person(), taken = person()
        var rows = [
            LedgeredRow(
                "concern",
                [
                    "id": .text(id.description), "reference": .text(id.description), "version": .integer(1), "standard": .text("x"),
                    "region": .text("test"), "agency_id": .text(people[0].description), "reporter_id": sometimes(reporter, &random),
                    "channel": .text("test"), "received_at": .integer(1), "status": .text(status), "urgency": .text("standard"),
                    "subject_kind": .text("child"), "age_group": .text("child"), "crimes": .text(""), "signs": .text(""),
                    "settings": .text(""),
                    "broad_settings": .text(""), "relationships": .text(""),
                    "owning_area": sometimes(.text(areas.randomElement(using: &random)), &random), "told_areas": .text(CodeText.text(told)),
                    "restricted": .flag(Int.random(in: 0..<4, using: &random) == 0), "taken_by": sometimes(taken, &random),
                    "due_good": .integer(1), "due_hard": .integer(1), "legal_regime": .text("x"),
                    "purpose": .text("x"), "share_rule": .text("x"), "retention_class": .text("x"), "review_at": .integer(1),
                    "legal_hold": .integer(0),
                ], random: house.store.random)
        ]
        for team in teams where Int.random(in: 0..<3, using: &random) == 0 {
            let state = ["offered", "accepted", "refused", "withdrawn"].randomElement(using: &random) ?? "offered"
            rows.append(
                LedgeredRow(
                    "hand_over",
                    [
                        "id": .text(house.store.newID().description), "concern_id": .text(id.description), "decision_id": .text("x"),
                        "team_id": .text(team.description), "duty": .text("lead"), "state": .text(state), "urgent": .integer(0),
                        "offered_by": person(), "offered_at": .integer(1), "due_good": .integer(1), "due_hard": .integer(1),
                        "sealed": .blob([]),
                    ], random: house.store.random))
        }
        for agency in people.prefix(2) where Int.random(in: 0..<5, using: &random) == 0 {
            let state = ["confirmed", "lifted"].randomElement(using: &random) ?? "confirmed"
            rows.append(
                LedgeredRow(
                    "shut_out_agency",
                    [
                        "concern_id": .text(id.description), "agency_id": .text(agency.description), "state": .text(state),
                        "set_by": person(), "set_at": .integer(1), "reason_id": .text("x"), "sealed": .blob([]),
                    ], random: house.store.random))
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let state = ["asked", "none", "summary", "whole", "whole"].randomElement(using: &random) ?? "asked"
            rows.append(
                LedgeredRow(
                    "share_ask",
                    [
                        "id": .text(house.store.newID().description), "concern_id": .text("x"), "other_concern_id": .text(id.description),
                        "asked_by": person(), "agency_id": .text(people[0].description), "asked_at": .integer(1), "due_good": .integer(1),
                        "due_hard": .integer(1), "state": .text(state),
                    ], random: house.store.random))
        }
        if let team = teams.randomElement(using: &random), Int.random(in: 0..<3, using: &random) == 0 {
            rows.append(
                LedgeredRow(
                    "contact_disclosure",
                    [
                        "id": .text(house.store.newID().description), "concern_id": .text(id.description),
                        "team_id": .text(team.description),
                        "ground": .text("life"), "decided_by": person(), "decided_at": .integer(1), "sealed": .blob([]),
                    ], random: house.store.random))
        }
        for account in people {
            let chance = Int.random(in: 0..<12, using: &random)
            let key: [(String, SQLValue)] = [("concern_id", .text(id.description)), ("account_id", .text(account.description))]
            if chance == 0 {
                let left: SQLValue = Bool.random(using: &random) ? .null : .integer(2)
                rows.append(
                    LedgeredRow(
                        "case_member",
                        [
                            "case_id": .text(house.store.newID().description), "concern_id": key[0].1, "account_id": key[1].1,
                            "joined_at": .integer(1), "left_at": left,
                        ],
                        random: house.store.random))
            } else if chance == 1 {
                let state = ["set", "proposed", "confirmed", "lifted"].randomElement(using: &random) ?? "set"
                rows.append(
                    LedgeredRow(
                        "shut_out",
                        [
                            "concern_id": key[0].1, "account_id": key[1].1, "state": .text(state), "set_by": .text("system"),
                            "set_at": .integer(1),
                        ],
                        random: house.store.random))
            } else if chance == 2 {
                let until = house.now.adding(seconds: Bool.random(using: &random) ? 60 : -60)
                rows.append(
                    LedgeredRow(
                        "emergency_access",
                        [
                            "id": .text(house.store.newID().description), "concern_id": key[0].1, "account_id": key[1].1,
                            "opened_at": .integer(1),
                            "until_at": .integer(until.microseconds), "sealed": .blob([]),
                        ], random: house.store.random))
            }
        }
        return rows
    }
}
