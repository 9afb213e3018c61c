// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

@Suite struct AccessSignInTests {
    @Test(arguments: TestStores.each) func passwordAndCodeLetAPersonIn(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let (secret, signedIn) = try await test.signIn("coordinator")
            #expect(signedIn.actor == (try test.actor("coordinator")))
            #expect(signedIn.name == "Kit Marsh")
            #expect(signedIn.place == "Otterley")
            #expect(try await test.house.signIn.session(secret: secret) == signedIn)
            try await test.house.signIn.signOut(secret: secret)
            #expect(try await test.house.signIn.session(secret: secret) == nil)
            #expect(try await test.acts("sign-in").map(\.outcome) == ["done"])
            #expect(try await test.acts("sign-out").map(\.actor) == [signedIn.actor.account.description])
        }
    }

    @Test func aWrongPasswordAnUnknownNameAndAShutAccountAreRefusedAlike() async throws {
        try await TestHouse.with(.sqlite) { test in
            let signIn = test.house.signIn
            try await test.house.directoryDesk.disable(test.actor("administrator"), test.account("teacher"))
            for (email, password) in [
                (TestHouse.email("officer"), "not the password"), ("nobody@example.org", TestHouse.password), ("", ""),
                (TestHouse.email("teacher"), TestHouse.password),
            ] {
                guard case .refused = try await signIn.withPassword(email: email, password: password) else {
                    Issue.record("not refused"); continue
                }
            }
            let outcomes = try await test.acts("sign-in-refused").map(\.outcome)
            #expect(outcomes == ["wrong-password", "unknown-name", "unknown-name", "not-open"])
        }
    }

    @Test func theSignInNameIsTakenInEitherCaseAndWithBlanks() async throws {
        try await TestHouse.with(.sqlite) { test in
            let step = try await test.house.signIn.withPassword(email: " Officer@Example.ORG ", password: TestHouse.password)
            guard case .needsCode = step else { Issue.record("refused"); return }
        }
    }

    @Test(arguments: TestStores.each) func aCodeWorksOnce(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            _ = try await test.signIn("officer")
            let again = try await test.ticket("officer")
            let step = try await test.house.signIn.withCode(ticket: again, code: try test.code("officer"))
            guard case .refused = step else { Issue.record("a used code was taken"); return }
            test.clock.advance(seconds: 30)
            let next = try await test.house.signIn.withCode(ticket: again, code: try test.code("officer"))
            guard case .signedIn = next else { Issue.record("the next code was refused"); return }
        }
    }

    @Test func theCodeOfTheEnrolmentIsUsedUp() async throws {
        try await TestHouse.with(.sqlite) { test in
            let step = try await test.house.signIn.withCode(ticket: try await test.ticket("officer"), code: try test.code("officer"))
            guard case .refused = step else { Issue.record("a used code was taken"); return }
        }
    }

    @Test(arguments: TestStores.each) func ofTwoAtOnceWithOneCodeOneGetsIn(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            test.clock.advance(seconds: 30)
            let code = try test.code("officer")
            let tickets = [try await test.ticket("officer"), try await test.ticket("officer"), try await test.ticket("officer")]
            let signedIn = try await withThrowingTaskGroup(of: Bool.self) { group in
                for ticket in tickets {
                    group.addTask {
                        if case .signedIn = try await test.house.signIn.withCode(ticket: ticket, code: code) { true } else { false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(signedIn == 1)
        }
    }

    @Test func aTicketLivesFiveMinutesAndFiveWrongCodes() async throws {
        try await TestHouse.with(.sqlite) { test in
            let signIn = test.house.signIn
            let late = try await test.ticket("officer")
            test.clock.advance(minutes: 5)
            guard case .refused = try await signIn.withCode(ticket: late, code: try test.code("officer")) else {
                Issue.record("too late"); return
            }
            let guessed = try await test.ticket("officer")
            for _ in 0..<5 { _ = try await signIn.withCode(ticket: guessed, code: "000000") }
            test.clock.advance(hours: 0.04)
            guard case .refused = try await signIn.withCode(ticket: guessed, code: try test.code("officer")) else {
                Issue.record("spent"); return
            }
            guard case .refused = try await signIn.withCode(ticket: "snt_nothing", code: "000000") else { Issue.record("unknown"); return }
        }
    }

    @Test func wrongPasswordsSlowTheNameDownWhereTheyAreTypedAndNotItsOwner() async throws {
        try await TestHouse.with(.sqlite) { test in
            let signIn = test.house.signIn
            let email = TestHouse.email("officer")
            _ = try await test.signIn("officer", source: "station")
            for _ in 0..<5 { _ = try await signIn.withPassword(email: email, password: "wrong", source: "elsewhere") }
            await #expect(throws: ServiceError.slowDown(seconds: 1)) {
                try await signIn.withPassword(email: email, password: "wrong", source: "elsewhere")
            }
            // The owner at a place where nobody has signed in before.
            let third = try await signIn.withPassword(email: email, password: TestHouse.password, source: "a third place")
            guard case .needsCode = third else { Issue.record("the owner was held back for what somebody else typed"); return }
            let own = try await signIn.withPassword(email: email, password: TestHouse.password, source: "station")
            guard case .needsCode = own else { Issue.record("the owner was held back"); return }
            test.clock.advance(seconds: 1)
            _ = try await signIn.withPassword(email: email, password: "wrong", source: "elsewhere")
            await #expect(throws: ServiceError.slowDown(seconds: 2)) {
                try await signIn.withPassword(email: email, password: TestHouse.password, source: "elsewhere")
            }
        }
    }

    @Test func wrongCodesSlowTheAccountDown() async throws {
        try await TestHouse.with(.sqlite) { test in
            let guessed = try await test.ticket("officer")
            for _ in 0..<5 { _ = try await test.house.signIn.withCode(ticket: guessed, code: "000000") }
            let next = try await test.ticket("officer")
            await #expect(throws: ServiceError.slowDown(seconds: 1)) {
                try await test.house.signIn.withCode(ticket: next, code: "000000")
            }
        }
    }

    @Test func aSystemAndAPersonWithoutARoleDoNotSignIn() async throws {
        try await TestHouse.with(.sqlite) { test in
            let administrator = try test.actor("administrator")
            await #expect(throws: ServiceError.notFound) {
                try await test.house.signIn.makeLink(administrator, account: try test.account("system"), purpose: .setPassword)
            }
            let grant = try #require(test.house.directory.snapshot.grants[test.account("teacher")]?.first)
            try await test.house.directoryDesk.endGrant(administrator, grant.id)
            let step = try await test.house.signIn.withPassword(email: TestHouse.email("teacher"), password: TestHouse.password)
            guard case .refused = step else { Issue.record("not refused"); return }
            #expect(try await test.acts("sign-in-refused").last?.outcome == "no-role")
        }
    }
}
