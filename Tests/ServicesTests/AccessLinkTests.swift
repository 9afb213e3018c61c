// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing
import Vault

@Suite struct AccessLinkTests {
    @Test(arguments: TestStores.each) func aLinkToSetAPasswordWorksOnce(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let signIn = test.house.signIn
            let (session, _) = try await test.signIn("officer")
            let link = try await test.link("officer")
            #expect(try await signIn.linkPurpose(secret: link) == .setPassword)
            let fresh = try await test.choosePassword(with: link, password: "another four words entirely")
            #expect(try await signIn.linkPurpose(secret: link) == nil)
            await #expect(throws: ServiceError.notFound) { try await signIn.beginSetPassword(secret: link) }
            await #expect(throws: ServiceError.notFound) {
                try await signIn.setPassword(secret: link, password: TestHouse.password, code: test.code(fresh))
            }
            #expect(try await signIn.session(secret: session) == nil, "a reset ends the sessions")
            test.clock.advance(minutes: 1)
            let old = try await signIn.withPassword(email: TestHouse.email("officer"), password: TestHouse.password)
            guard case .refused = old else { Issue.record("the old password works"); return }
            let new = try await signIn.withPassword(email: TestHouse.email("officer"), password: "another four words entirely")
            guard case .needsCode(let ticket) = new else { Issue.record("the new password does not"); return }
            let oldCode = try await signIn.withCode(ticket: ticket, code: try test.code("officer"))
            guard case .refused = oldCode else { Issue.record("the old authenticator works"); return }
            let newCode = try await signIn.withCode(ticket: ticket, code: test.code(fresh))
            guard case .signedIn = newCode else { Issue.record("the new authenticator does not"); return }
        }
    }

    @Test(arguments: TestStores.each) func ofManyAtOnceOneUsesTheLink(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let link = try await test.link("officer")
            let totp = try await test.house.signIn.authenticator(link)
            let used = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        let password = "four unrelated words \(number)"
                        return (try? await test.house.signIn.setPassword(secret: link, password: password, code: test.code(totp))) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(used == 1)
        }
    }

    @Test func aLinkIsGoodForHalfAnHourAndTheNewestAlone() async throws {
        try await TestHouse.with(.sqlite) { test in
            let first = try await test.link("officer")
            let second = try await test.link("officer")
            #expect(try await test.house.signIn.linkPurpose(secret: first) == nil)
            test.clock.advance(minutes: 29)
            #expect(try await test.house.signIn.linkPurpose(secret: second) == .setPassword)
            test.clock.advance(minutes: 1)
            #expect(try await test.house.signIn.linkPurpose(secret: second) == nil)
        }
    }

    @Test func aFormThatComesBackKeepsItsAuthenticator() async throws {
        try await TestHouse.with(.sqlite) { test in
            let link = try await test.link("officer")
            let first = try await test.house.signIn.beginSetPassword(secret: link)
            #expect(try await test.house.signIn.beginSetPassword(secret: link) == first)
            #expect(first.name == "Jo Pace")
            #expect(first.uri.hasPrefix("otpauth://totp/Sentinel:officer%40example.org?"))
            #expect(try await test.house.signIn.beginSetPassword(secret: test.link("officer")) != first, "each link has its own")
        }
    }

    @Test(arguments: [
        ("", FieldFault.Reason.missing), ("elevenchars", .tooShort), (String(repeating: "abc", count: 400), .tooLong),
        ("1qaz2wsx3edc4rfv", .tooCommon), ("Password2026!", .tooCommon), ("welcomewelcome1", .tooCommon),
        ("officer@example.org", .tooCommon),
        ("aaaaaaaaaaaaaa", .tooCommon), ("123456789012345678", .tooCommon),
    ])
    func aBadPasswordIsNotTaken(_ password: String, _ reason: FieldFault.Reason) async throws {
        try await TestHouse.with(.sqlite) { test in
            let link = try await test.link("officer")
            let totp = try await test.house.signIn.authenticator(link)
            await #expect(throws: ServiceError.invalid([FieldFault("password", reason)])) {
                try await test.house.signIn.setPassword(secret: link, password: password, code: test.code(totp))
            }
            #expect(try await test.house.signIn.linkPurpose(secret: link) == .setPassword, "the link is not used up")
        }
    }

    @Test func aWrongCodeIsNotTaken() async throws {
        try await TestHouse.with(.sqlite) { test in
            let link = try await test.link("officer")
            await #expect(throws: ServiceError.invalid([FieldFault("code", .notAccepted)])) {
                try await test.house.signIn.setPassword(secret: link, password: TestHouse.password, code: "000000")
            }
            await #expect(throws: ServiceError.invalid([FieldFault("password", .tooShort), FieldFault("code", .missing)])) {
                try await test.house.signIn.setPassword(secret: link, password: "short", code: "")
            }
        }
    }

    @Test func onlyAnAdministratorMakesALinkAndNotForThemselves() async throws {
        try await TestHouse.with(.sqlite) { test in
            for name in ["officer", "coordinator", "auditor", "leader", "investigator"] {
                await #expect(throws: ServiceError.self) {
                    try await test.house.signIn.makeLink(test.actor(name), account: test.account("teacher"), purpose: .setPassword)
                }
            }
            await #expect(throws: ServiceError.self) { try await test.link("administrator") }
            let refused = try await test.acts("refuse")
            #expect(refused.count == 6)
        }
    }

    @Test func onesOwnLinkNeedsTodaysPasswordAndAFreshCode() async throws {
        try await TestHouse.with(.sqlite) { test in
            let signIn = test.house.signIn
            let (secret, signedIn) = try await test.signIn("officer")
            let used = try test.code("officer")
            #expect(try await signIn.makeOwnLink(signedIn.actor, password: TestHouse.password, code: used) == nil)
            test.clock.advance(seconds: 30)
            #expect(try await signIn.makeOwnLink(signedIn.actor, password: "a guess of four words", code: test.code("officer")) == nil)
            let fresh = try test.code("officer")
            let link = try #require(try await signIn.makeOwnLink(signedIn.actor, password: TestHouse.password, code: fresh))
            #expect(try await signIn.linkPurpose(secret: link) == .setPassword)
            #expect(try await signIn.sessions(signedIn.actor, current: signedIn.session).map(\.id) == [signedIn.session])
            _ = try await test.choosePassword(with: link, password: "another four words entirely")
            #expect(try await signIn.session(secret: secret) == nil)
        }
    }

    @Test func aShutAccountsLinkIsDead() async throws {
        try await TestHouse.with(.sqlite) { test in
            let link = try await test.link("officer")
            let totp = try await test.house.signIn.authenticator(link)
            try await test.house.directoryDesk.disable(test.actor("administrator"), test.account("officer"))
            await #expect(throws: ServiceError.notFound) {
                try await test.house.signIn.setPassword(secret: link, password: TestHouse.password, code: test.code(totp))
            }
        }
    }

    @Test(arguments: TestStores.each) func aDemoLinkSignsInOnceInADemoStore(_ store: TestStores) async throws {
        try await TestHouse.with(store, isDemo: true) { test in
            let signIn = test.house.signIn
            let link = try await signIn.makeLink(nil, account: test.account("coordinator"), purpose: .demoSignIn)
            await #expect(throws: ServiceError.notFound) { try await signIn.beginSetPassword(secret: link) }
            guard case .signedIn(let secret, let signedIn) = try await signIn.withDemoLink(secret: link) else {
                Issue.record("refused"); return
            }
            #expect(signedIn.name == "Kit Marsh")
            #expect(try await signIn.session(secret: secret) == signedIn)
            guard case .refused = try await signIn.withDemoLink(secret: link) else { Issue.record("a used link was taken"); return }
            let other = try await test.link("coordinator")
            guard case .refused = try await signIn.withDemoLink(secret: other) else {
                Issue.record("another kind of link was taken"); return
            }
        }
    }

    @Test func aRealStoreHasNoDemoLinks() async throws {
        try await TestHouse.with(.sqlite) { test in
            await #expect(throws: ServiceError.notFound) {
                try await test.house.signIn.makeLink(nil, account: test.account("coordinator"), purpose: .demoSignIn)
            }
            // Nor is one taken that was written into the store.
            let secret = try SecretToken.generate()
            let row: [SQLValue] = [.blob(secret.hash), .text(try test.account("coordinator").description), .integer(.max)]
            try await test.house.store.writeWithoutEntry { session in
                _ = try session.execute(
                    "INSERT INTO one_time_link (token_hash, account_id, purpose, expires_at) VALUES ($1, $2, 'demo_sign_in', $3)", row)
            }
            guard case .refused = try await test.house.signIn.withDemoLink(secret: secret.text) else { Issue.record("not refused"); return }
        }
    }
}

extension TestHouse {
    /// A link that the administrator makes for a person to set a password.
    func link(_ name: String) async throws -> String {
        try await house.signIn.makeLink(actor("administrator"), account: account(name), purpose: .setPassword)
    }
}

extension SignIn {
    /// The authenticator that a link offers.
    func authenticator(_ link: String) async throws -> TOTP {
        try #require(TOTP(secret: Base32Text.bytes(try await beginSetPassword(secret: link).typedSecret)))
    }
}
