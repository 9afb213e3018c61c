// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

@Suite struct AccessSessionTests {
    @Test func aSessionEndsAfterAQuarterOfAnHourWithoutUse() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, _) = try await test.signIn("officer")
            for _ in 0..<3 {
                test.clock.advance(minutes: 14)
                #expect(try await test.house.signIn.session(secret: secret) != nil)
            }
            test.clock.advance(minutes: 15)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
        }
    }

    @Test func aSessionEndsAfterEightHoursWhateverItsUse() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, _) = try await test.signIn("officer")
            for _ in 0..<47 {
                test.clock.advance(minutes: 10)
                #expect(try await test.house.signIn.session(secret: secret) != nil)
            }
            test.clock.advance(minutes: 10)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
        }
    }

    @Test func itsUseIsNotedOnceAMinuteAtMost() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, _) = try await test.signIn("officer")
            let before = test.house.store.engine.figures.writes
            for _ in 0..<59 {
                test.clock.advance(seconds: 1)
                _ = try await test.house.signIn.session(secret: secret)
            }
            #expect(test.house.store.engine.figures.writes == before)
            test.clock.advance(seconds: 1)
            for _ in 0..<5 { _ = try await test.house.signIn.session(secret: secret) }
            #expect(test.house.store.engine.figures.writes == before + 1)
        }
    }

    @Test(arguments: TestStores.each) func aShutAccountsSessionIsDeadAtOnceAndStaysSo(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let (secret, signedIn) = try await test.signIn("officer")
            #expect(try await test.house.signIn.session(secret: secret) != nil)
            try await test.house.directoryDesk.disable(test.actor("administrator"), signedIn.actor.account)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
            try await test.house.directoryDesk.enable(test.actor("administrator"), signedIn.actor.account)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
            _ = try await test.signIn("officer")
        }
    }

    @Test func aSessionFollowsTheRolesAtOnce() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, _) = try await test.signIn("officer")
            let administrator = try test.actor("administrator")
            let old = try #require(test.house.directory.snapshot.grants[test.account("officer")]?.first)
            _ = try await test.house.directoryDesk.grant(administrator, test.account("officer"), Grant(.leader))
            #expect(try await test.house.signIn.session(secret: secret)?.actor.roles == [.reporter, .leader])
            try await test.house.directoryDesk.endGrant(administrator, old.id)
            #expect(try await test.house.signIn.session(secret: secret)?.actor.roles == [.leader])
            try await test.house.directoryDesk.endAgency(administrator: test)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
        }
    }

    @Test(arguments: TestStores.each) func aPersonSeesAndEndsTheirOwnSessionsAndNobodyElses(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let signIn = test.house.signIn
            let (first, one) = try await test.signIn("officer")
            let (second, two) = try await test.signIn("officer")
            let (_, other) = try await test.signIn("teacher")
            let rows = try await signIn.sessions(two.actor, current: two.session)
            #expect(rows.map(\.id) == [two.session, one.session])
            #expect(rows.map(\.isThisOne) == [true, false])
            await #expect(throws: ServiceError.notFound) { try await signIn.end(one.actor, session: other.session) }
            #expect(try await signIn.session(secret: first) != nil)
            try await signIn.end(two.actor, session: one.session)
            #expect(try await signIn.session(secret: first) == nil)
            #expect(try await signIn.session(secret: second) != nil)
            await #expect(throws: ServiceError.notFound) { try await signIn.end(one.actor, session: one.session) }
        }
    }

    @Test(arguments: TestStores.each) func whatAnotherServerEndsIsDeadWithinASecond(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let (secret, signedIn) = try await test.signIn("officer")
            let (bearer, token) = try await test.house.tokens.make(signedIn.actor, label: "phone", scopes: ["standard:read"], days: 1)
            let other = test.another()
            try await other.open()
            #expect(try await other.signIn.session(secret: secret) == signedIn)
            #expect(try await other.tokens.actor(bearer: bearer) != nil)
            try await test.house.signIn.signOut(secret: secret)
            try await test.house.tokens.revoke(signedIn.actor, token.id)
            test.clock.advance(seconds: 1)
            #expect(try await other.signIn.session(secret: secret) == nil)
            #expect(try await other.tokens.actor(bearer: bearer) == nil)
        }
    }

    @Test func theStoreHoldsNoSecret() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (secret, _) = try await test.signIn("officer")
            let link = try await test.house.signIn.makeLink(
                test.actor("administrator"), account: test.account("teacher"), purpose: .setPassword)
            let (token, _) = try await test.house.tokens.make(test.actor("officer"), label: "phone", scopes: ["standard:read"], days: 1)
            for table in ["session", "one_time_link", "api_token", "account", "ledger_entry", "system_secret"] {
                let rows = try await test.house.store.read { session in try session.query("SELECT * FROM \(table)") }
                let bytes = rows.flatMap(\.values).flatMap(\.bytes)
                for hidden in [secret, link, token, TestHouse.password] { #expect(!bytes.contains(hidden.utf8), "in \(table)") }
            }
        }
    }
}

extension DirectoryDesk {
    /// Ends the police with all its people; the council has an administrator first.
    fileprivate func endAgency(administrator test: TestHouse) async throws {
        let administrator = try test.actor("administrator")
        _ = try await grant(administrator, test.account("teacher"), Grant(.administrator))
        try await endAgency(administrator, try #require(test.agencies["police"]))
    }
}
