// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

@Suite struct AccessTokenTests {
    @Test(arguments: TestStores.each) func aTokenActsWithItsScopesAlone(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let tokens = test.house.tokens
            let officer = try test.actor("officer")
            let (secret, row) = try await tokens.make(officer, label: "my phone", scopes: ["concerns:read-own"], days: 30)
            let actor = try #require(try await tokens.actor(bearer: secret))
            #expect(actor.account == officer.account)
            #expect(actor.grants == officer.grants)
            #expect(actor.tokenScopes == ["concerns:read-own"])
            #expect(!AccessPolicy.decide(actor, .reportConcern).isAllowed)
            #expect(try await tokens.mine(officer) == [row])
            #expect(row.label == "my phone")
            await #expect(throws: ServiceError.self) { try await tokens.make(actor, label: "more", scopes: ["concerns:write"], days: 30) }
            await #expect(throws: ServiceError.self) { try await test.house.signIn.sessions(actor, current: actor.account) }
        }
    }

    @Test(arguments: TestStores.each) func aTokenEnds(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let tokens = test.house.tokens
            let officer = try test.actor("officer")
            let (short, _) = try await tokens.make(officer, label: "a day", scopes: ["standard:read"], days: 1)
            let (long, row) = try await tokens.make(officer, label: "a year", scopes: ["standard:read"], days: 365)
            test.clock.advance(days: 1)
            #expect(try await tokens.actor(bearer: short) == nil)
            #expect(try await tokens.actor(bearer: long) != nil)
            try await tokens.revoke(officer, row.id)
            #expect(try await tokens.actor(bearer: long) == nil)
            #expect(try await tokens.mine(officer).first { $0.id == row.id }?.revokedAt == test.clock.now)
            try await tokens.revoke(officer, row.id)
            #expect(try await tokens.actor(bearer: "snt_unknown") == nil)
        }
    }

    @Test func aShutAccountsTokensAreDeadAndStaySo() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, _) = try await test.house.tokens.make(test.actor("officer"), label: "phone", scopes: ["standard:read"], days: 30)
            #expect(try await test.house.tokens.actor(bearer: secret) != nil)
            try await test.house.directoryDesk.disable(test.actor("administrator"), test.account("officer"))
            #expect(try await test.house.tokens.actor(bearer: secret) == nil)
            try await test.house.directoryDesk.enable(test.actor("administrator"), test.account("officer"))
            test.clock.advance(seconds: 10)
            #expect(try await test.house.tokens.actor(bearer: secret) == nil)
        }
    }

    @Test func aTokenIsMadeWithKnownScopesForOneToThreeHundredAndSixtyFiveDays() async throws {
        try await TestHouse.with(.sqlite) { test in
            let officer = try test.actor("officer")
            let bad: [(String, [String], Int, FieldFault)] = [
                ("", ["standard:read"], 1, FieldFault("label", .missing)), ("x", [], 1, FieldFault("scopes", .missing)),
                ("x", ["standard:read", "everything"], 1, FieldFault("scopes", .unknownCode)),
                ("x", ["standard:read"], 0, FieldFault("days", .notAccepted)),
                ("x", ["standard:read"], 366, FieldFault("days", .notAccepted)),
            ]
            for (label, scopes, days, fault) in bad {
                await #expect(throws: ServiceError.invalid([fault])) {
                    try await test.house.tokens.make(officer, label: label, scopes: scopes, days: days)
                }
            }
        }
    }

    @Test func nobodySeesOrRevokesAnothersToken() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, row) = try await test.house.tokens.make(test.actor("officer"), label: "phone", scopes: ["standard:read"], days: 30)
            #expect(try await test.house.tokens.mine(test.actor("teacher")).isEmpty)
            for name in ["teacher", "administrator", "auditor"] {
                await #expect(throws: ServiceError.self) { try await test.house.tokens.revoke(test.actor(name), row.id) }
            }
            #expect(try await test.house.tokens.actor(bearer: secret) != nil)
        }
    }

    @Test(arguments: TestStores.each) func anAgencysAdministratorKeepsItsSystemsTokens(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let tokens = test.house.tokens
            let system = try test.account("system")
            _ = try await test.house.directoryDesk.grant(test.actor("administrator"), test.account("teacher"), Grant(.administrator))
            let council = try test.actor("teacher")
            let (secret, row) = try await tokens.make(council, label: "records", scopes: ["concerns:write"], days: 90, forSystem: system)
            #expect(try await tokens.actor(bearer: secret)?.roles == [.agencySystem])
            #expect(row.accountName == "Council records")
            #expect(try await tokens.ofAgency(council) == [row])
            // The police's administrator neither sees, makes nor revokes them, and a person is no system.
            let police = try test.actor("administrator")
            #expect(try await tokens.ofAgency(police).isEmpty)
            await #expect(throws: ServiceError.notFound) {
                try await tokens.make(police, label: "x", scopes: ["concerns:write"], days: 1, forSystem: system)
            }
            await #expect(throws: ServiceError.notFound) { try await tokens.revoke(police, row.id) }
            await #expect(throws: ServiceError.notFound) {
                try await tokens.make(council, label: "x", scopes: ["concerns:write"], days: 1, forSystem: test.account("social-worker"))
            }
            await #expect(throws: ServiceError.self) { try await tokens.ofAgency(test.actor("social-worker")) }
            try await tokens.revoke(council, row.id)
            #expect(try await tokens.actor(bearer: secret) == nil)
        }
    }
}
