// SPDX-License-Identifier: Apache-2.0
import Ledger
import Linkage
import Safeguarding
import Services
import Storage
import TestSupport
import Testing
import Vault

@Suite struct DirectoryDeskTests {
    static let agency = AgencyFields(
        name: "Wrenfield School", kind: "school", legalRegime: "uk_gdpr", shareRule: "exists_ask", retentionClass: "undecided")
    static let area = AreaFields(name: "Ashby Vale", deskName: "Ashby desk", deskPhone: "0121 496 0040", deskHours: "")
    static let team = TeamFields(name: "Early help", kind: "early_help_team", area: "otterley", phone: "0121 496 0050", hours: "")

    @Test(arguments: TestStores.each) func whatIsEnteredStandsInTheDirectoryAndInAHouseOpenedAnew(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let school = try await desk.addAgency(administrator, Self.agency)
            let area = try await desk.addArea(administrator, code: "ashby-vale", Self.area)
            let team = try await desk.addTeam(administrator, Self.team, agency: school.id)
            let account = try await desk.addAccount(
                administrator, name: "Dana Hill", email: "dana@example.org", post: "designated lead", phone: "", agency: school.id)
            #expect(account.state == .invited)
            var changed = Self.agency
            changed.name = "Wrenfield Academy"
            changed.shareRule = "whole"
            #expect(try await desk.changeAgency(administrator, school.id, changed).name == "Wrenfield Academy")
            #expect(
                try await desk.changeArea(
                    administrator, code: area.code, AreaFields(name: "Ashby", deskName: "d", deskPhone: "1", deskHours: "")
                ).name == "Ashby")
            #expect(
                try await desk.changeTeam(administrator, team.id, TeamFields(name: "Help", kind: "lado", area: nil, phone: "1", hours: ""))
                    .kind == "lado")
            let fields = AccountFields(name: "Dana Hills", email: "dana.hills@example.org", post: "lead", phone: "")
            #expect(try await desk.changeAccount(administrator, account.id, fields).email == "dana.hills@example.org")
            let reopened = test.another()
            try await reopened.open()
            let (one, two) = (test.house.directory.snapshot, reopened.directory.snapshot)
            #expect(one.agencies == two.agencies)
            #expect(one.areas == two.areas)
            #expect(one.teams == two.teams)
            #expect(one.accounts == two.accounts)
            #expect(one.grants == two.grants)
            #expect(one.duties == two.duties)
            #expect(two.agencies[school.id]?.shareRule == "whole")
        }
    }

    @Test func noWordOfItStandsInTheStore() async throws {
        try await TestHouse.with(.sqlite) { test in
            let words = ["Testshire", "Otterley", "otterley desk", "0121", "Marsh", "kit marsh", "kitmarsh", "example.org", "coordinator@"]
            for table in ["agency", "area", "team", "account", "role_grant", "record_key", "ledger_entry", "store_info"] {
                let rows = try await test.house.store.read { session in try session.query("SELECT * FROM \(table)") }
                #expect(!rows.isEmpty)
                let bytes = rows.flatMap(\.values).flatMap(\.bytes)
                for word in words { #expect(!bytes.contains(word.utf8), "\(word) in \(table)") }
            }
        }
    }

    @Test func everyChangeIsAnActWithItsRow() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let before = try await test.acts("policy-change").count
            let school = try await desk.addAgency(administrator, Self.agency)
            _ = try await desk.changeAgency(administrator, school.id, Self.agency)
            try await desk.endAgency(administrator, school.id)
            let acts = try await test.acts("policy-change").dropFirst(before)
            #expect(acts.map(\.purpose) == ["add-agency", "change-agency", "end-agency"])
            for act in acts {
                #expect(act.actor == administrator.account.description)
                #expect(act.objects.map(\.id) == [school.id.description])
                #expect(act.objects.allSatisfy { $0.kind == "agency" && $0.digest != nil })
            }
        }
    }

    @Test func codesAreHeldAgainstTheStandardAndFaultsComeTogether() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let agency = AgencyFields(name: " ", kind: "circus", legalRegime: "", shareRule: "some", retentionClass: "ever")
            await #expect(
                throws: ServiceError.invalid([
                    FieldFault("name", .missing), FieldFault("kind", .unknownCode), FieldFault("legal_regime", .missing),
                    FieldFault("share_rule", .unknownCode), FieldFault("retention_class", .unknownCode),
                ])
            ) { try await desk.addAgency(administrator, agency) }
            let team = TeamFields(name: "x\ny", kind: "circus", area: "nowhere", phone: String(repeating: "1", count: 201), hours: "")
            await #expect(
                throws: ServiceError.invalid([
                    FieldFault("name", .notAccepted), FieldFault("kind", .unknownCode), FieldFault("area", .unknownCode),
                    FieldFault("phone", .tooLong),
                ])
            ) { try await desk.addTeam(administrator, team, agency: try #require(test.agencies["police"])) }
        }
    }

    @Test(arguments: [
        ("", FieldFault.Reason.missing), ("a", .notAccepted), ("Otter", .notAccepted), ("9north", .notAccepted), ("-north", .notAccepted),
        ("north end", .notAccepted), ("nörth", .notAccepted), (String(repeating: "a", count: 41), .tooLong), ("otterley", .alreadyUsed),
    ])
    func anAreasCodeIsOneWordOfItsOwn(_ code: String, _ reason: FieldFault.Reason) async throws {
        try await TestHouse.with(.sqlite) { test in
            await #expect(throws: ServiceError.invalid([FieldFault("code", reason)])) {
                try await test.house.directoryDesk.addArea(test.actor("administrator"), code: code, Self.area)
            }
        }
    }

    @Test(arguments: TestStores.each) func oneSignInNameIsOneAccounts(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let police = try #require(test.agencies["police"])
            for (email, reason) in [
                ("OFFICER@example.org ", FieldFault.Reason.alreadyUsed), ("", .missing), ("officer", .notAccepted), ("a@b@c", .notAccepted),
                ("two words@example.org", .notAccepted), (String(repeating: "a", count: 250) + "@b.cd", .tooLong),
            ] {
                await #expect(throws: ServiceError.invalid([FieldFault("email", reason)])) {
                    try await desk.addAccount(administrator, name: "Other", email: email, post: "", phone: "", agency: police)
                }
            }
            await #expect(throws: ServiceError.invalid([FieldFault("email", .alreadyUsed)])) {
                let fields = AccountFields(name: "x", email: TestHouse.email("officer"), post: "", phone: "")
                return try await desk.changeAccount(administrator, test.account("teacher"), fields)
            }
        }
    }

    @Test func anEndIsNowOrLaterAndHoldsFromThenOn() async throws {
        try await TestHouse.with(.sqlite) { test in
            let (desk, administrator) = (test.house.directoryDesk, try test.actor("administrator"))
            let team = try #require(test.teams["online"])
            await #expect(throws: ServiceError.invalid([FieldFault("to", .inThePast)])) {
                try await desk.endTeam(administrator, team, at: test.clock.now.adding(seconds: -1))
            }
            try await desk.endTeam(administrator, team, at: test.clock.now.adding(seconds: 60))
            #expect(test.house.directory.snapshot.team(kind: "online_cse_team", area: nil, at: test.clock.now)?.id == team)
            test.clock.advance(seconds: 60)
            #expect(test.house.directory.snapshot.team(kind: "online_cse_team", area: nil, at: test.clock.now) == nil)
            try await desk.endArea(administrator, code: TestHouse.wrenfield)
            #expect(test.house.directory.snapshot.areasInForce(at: test.clock.now).map(\.code) == [TestHouse.otterley])
            await #expect(throws: ServiceError.notFound) { try await desk.endArea(administrator, code: "nowhere") }
            await #expect(throws: ServiceError.notFound) { try await desk.endTeam(administrator, RecordID(high: 1, low: 2)) }
        }
    }

    @Test(arguments: TestStores.each) func ofTwoChangesAtOnceNoneIsLost(_ store: TestStores) async throws {
        try await TestHouse.with(store) { test in
            let administrator = try test.actor("administrator")
            let police = try #require(test.agencies["police"])
            let names = (0..<8).map { "Police \($0)" }
            let kept = await withTaskGroup(of: String?.self) { group in
                for name in names {
                    group.addTask {
                        var fields = Self.agency
                        fields.name = name
                        return (try? await test.house.directoryDesk.changeAgency(administrator, police, fields)).map { _ in name }
                    }
                }
                return await group.reduce(into: [String]()) { if let name = $1 { $0.append(name) } }
            }
            #expect(kept.contains(try #require(test.house.directory.snapshot.agencies[police]?.name)))
            let written = try await test.acts("policy-change").filter { $0.purpose == "change-agency" }
            #expect(written.count == kept.count)
        }
    }

    @Test func whoeverMayNotChangeTheDirectoryIsRefusedEachTimeAndItIsRecorded() async throws {
        try await TestHouse.with(.sqlite) { test in
            let desk = test.house.directoryDesk
            let police = try #require(test.agencies["police"])
            let team = try #require(test.teams["central"])
            let (account, officer) = (try test.account("teacher"), try test.account("officer"))
            let grant = try #require(test.house.directory.snapshot.grants[account]?.first?.id)
            let person = AccountFields(name: "x", email: "x@example.org", post: "", phone: "")
            let doors: [(String, (Actor) async throws -> Void)] = [
                ("addAgency", { _ = try await desk.addAgency($0, Self.agency) }),
                ("changeAgency", { _ = try await desk.changeAgency($0, police, Self.agency) }),
                ("endAgency", { try await desk.endAgency($0, police) }),
                ("addArea", { _ = try await desk.addArea($0, code: "new-area", Self.area) }),
                ("changeArea", { _ = try await desk.changeArea($0, code: "otterley", Self.area) }),
                ("endArea", { try await desk.endArea($0, code: "otterley") }),
                ("endNoArea", { try await desk.endArea($0, code: "nowhere") }),
                ("addTeam", { _ = try await desk.addTeam($0, Self.team, agency: police) }),
                ("changeTeam", { _ = try await desk.changeTeam($0, team, Self.team) }), ("endTeam", { try await desk.endTeam($0, team) }),
                (
                    "addAccount",
                    { _ = try await desk.addAccount($0, name: "x", email: "x@example.org", post: "", phone: "", agency: police) }
                ),
                ("changeAccount", { _ = try await desk.changeAccount($0, account, person) }),
                ("disable", { try await desk.disable($0, account) }),
                ("enable", { try await desk.enable($0, account) }), ("grant", { _ = try await desk.grant($0, officer, Grant(.auditor)) }),
                ("endGrant", { try await desk.endGrant($0, grant) }),
            ]
            let before = test.house.directory.snapshot
            for name in ["officer", "coordinator", "duty-manager", "investigator", "source-handler", "leader", "auditor"] {
                let actor = try test.actor(name)
                for (door, open) in doors {
                    do {
                        try await open(actor)
                        Issue.record("\(name) may \(door)")
                    } catch ServiceError.refused(let action, let ask) {
                        #expect(action == .changeDirectory)
                        #expect(ask != nil, "a refusal says whom to ask")
                    }
                }
            }
            #expect(try await test.acts("refuse").count == doors.count * 7)
            try await test.house.reloadDirectory()
            #expect(test.house.directory.snapshot.accounts == before.accounts)
            #expect(test.house.directory.snapshot.grants == before.grants)
        }
    }
}

extension TestHouse {
    /// Another house over the same store, not yet opened.
    func another(key: UInt8 = 7, region: String = "test", isDemo: Bool = false) -> House {
        let random = SeededRandomness(seed: 99).source
        // The key has 32 bytes, so that making it can't fail.
        guard let master = try? MasterKey(bytes: [UInt8](repeating: key, count: 32)) else { return house }
        let keys = KeyStore(master: master, region: region, random: random)
        let settings = HouseSettings(region: region, isDemo: isDemo, standard: TestStandards.current, passwordCost: .cheapForTests)
        return House(
            store: Store(engine: house.store.engine, keys: keys, now: clock.source, random: random), standards: house.standards,
            settings: settings,
            index: MatchIndex())
    }
}
