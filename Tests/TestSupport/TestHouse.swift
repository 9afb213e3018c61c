// SPDX-License-Identifier: Apache-2.0
import Linkage
public import Safeguarding
public import Services
public import Storage
public import Vault

/// A small house, founded and settled: two agencies, two areas, a team each, and a person in every role.
///
///     @Test(arguments: TestStores.each) func something(_ engine: TestStores) async throws {
///         try await TestHouse.with(engine) { test in
///             let desk = try test.actor("coordinator")
///             …
///         }
///     }
///
/// | account | agency | role |
/// |---|---|---|
/// | administrator, deputy | police | administrator |
/// | officer | police | reporter, area otterley |
/// | coordinator | police | coordinator, area otterley; on duty there for a year |
/// | coordinator-south | police | coordinator, area wrenfield; nobody is on duty there |
/// | duty-manager | police | duty manager, area otterley; rank 1 there |
/// | investigator, second-investigator | police | investigator in the central team |
/// | source-handler | police | source handler, area otterley |
/// | standards | police | professional standards |
/// | identity-holder | police | holds protected identities, area otterley |
/// | leader | police | leader |
/// | auditor | council | auditor |
/// | teacher | council | reporter |
/// | social-worker | council | investigator in children's social care of otterley |
/// | system | council | the council's system |
public struct TestHouse: Sendable {
    /// The house.
    public let house: House
    /// Its clock.
    public let clock: TestClock
    /// By the names `police` and `council`.
    public private(set) var agencies: [String: RecordID] = [:]
    /// By the names `central`, `online`, `childrens`, `adults`, `child-abuse` (police), the last three of Otterley.
    public private(set) var teams: [String: RecordID] = [:]
    /// By the names of the table above.
    public private(set) var accounts: [String: RecordID] = [:]
    /// The authenticator of each person.
    public private(set) var authenticators: [String: TOTP] = [:]

    /// The password of everybody.
    public static let password = "four unrelated words suffice"
    /// The codes of the two areas.
    public static let otterley = "otterley"
    /// The code of the second area.
    public static let wrenfield = "wrenfield"

    /// Makes a house on a fresh store of an engine, hands it to `body`, and removes the store.
    @discardableResult
    public static func with<T>(_ store: TestStores, isDemo: Bool = false, _ body: (TestHouse) async throws -> T) async throws -> T {
        try await store.withEngine(migrations: Schema.migrations) { engine in try await body(try await make(on: engine, isDemo: isDemo)) }
    }

    /// Makes a house on an engine whose tables stand.
    public static func make(on engine: any SQLEngine, isDemo: Bool = false) async throws -> TestHouse {
        var test = TestHouse(try unfounded(on: engine, isDemo: isDemo))
        try await test.found()
        try await test.settle()
        return test
    }

    /// A house on an engine whose tables stand, with nobody in it. `key` is the byte that its master key is made of.
    public static func unfounded(on engine: any SQLEngine, isDemo: Bool = false, key: UInt8 = 7, region: String = "test", seed: UInt64 = 1)
        throws
        -> (House, TestClock)
    {
        let clock = TestClock()
        let random = SeededRandomness(seed: seed).source
        let keys = KeyStore(master: try MasterKey(bytes: [UInt8](repeating: key, count: 32)), region: region, random: random)
        let settings = HouseSettings(region: region, isDemo: isDemo, standard: TestStandards.current, passwordCost: .cheapForTests)
        let store = Store(engine: engine, keys: keys, now: clock.source, random: random)
        return (House(store: store, standards: try TestStandards.library(), settings: settings, index: MatchIndex()), clock)
    }

    private init(_ unfounded: (House, TestClock)) { (house, clock) = unfounded }

    private func found<T>(_ value: T?, _ otherwise: String) throws -> T {
        guard let value else { throw TestHouseError(what: otherwise) }
        return value
    }

    /// The account of a name.
    public func account(_ name: String) throws -> RecordID { try found(accounts[name], "no account of the name \(name)") }

    /// Who a person is at this moment. Throws where the account can't act.
    public func actor(_ name: String) throws -> Actor {
        try found(house.directory.snapshot.actor(try account(name), at: clock.now), "\(name) can't act")
    }

    /// The sign-in name of a person.
    public static func email(_ name: String) -> String { "\(name)@example.org" }

    /// The code that a person's authenticator shows now.
    public func code(_ name: String) throws -> String { try code(found(authenticators[name], "no authenticator of \(name)")) }

    /// The code that an authenticator shows now.
    public func code(_ totp: TOTP) -> String { totp.code(step: TOTP.step(atSecond: clock.now.microseconds / 1_000_000)) }

    /// Signs a person in with password and code, and moves the clock to the authenticator's next code.
    public func signIn(_ name: String, source: String? = nil) async throws -> (secret: String, SignedIn) {
        clock.advance(seconds: Double(TOTP.period))
        let first = try await house.signIn.withPassword(email: Self.email(name), password: Self.password, source: source)
        guard case .needsCode(let ticket) = first else { throw TestHouseError(what: "the password of \(name) was refused") }
        guard case .signedIn(let secret, let signedIn) = try await house.signIn.withCode(ticket: ticket, code: try code(name)) else {
            throw TestHouseError(what: "the code of \(name) was refused")
        }
        return (secret, signedIn)
    }

    /// Chooses the usual password with a link and returns the authenticator enrolled.
    public func choosePassword(with link: String, password: String = TestHouse.password) async throws -> TOTP {
        let enrolment = try await house.signIn.beginSetPassword(secret: link)
        let totp = try found(TOTP(secret: Base32Text.bytes(enrolment.typedSecret)), "a typed secret that is none")
        try await house.signIn.setPassword(secret: link, password: password, code: code(totp))
        return totp
    }
}

/// What went wrong while a house was made.
public struct TestHouseError: Error, CustomStringConvertible {
    /// What went wrong.
    public let what: String
    /// The same.
    public var description: String { what }

    /// Says it.
    public init(what: String) { self.what = what }
}

extension TestHouse {
    private mutating func found() async throws {
        let founding = try await house.found(
            agency: AgencyFields(
                name: "Testshire Police", kind: "police", legalRegime: "dpa_2018_part_3", shareRule: "whole",
                retentionClass: "public_protection"),
            administrator: AccountFields(
                name: "Alex Keys", email: Self.email("administrator"), post: "Administrator", phone: "0121 496 0001"))
        agencies["police"] = founding.agency
        accounts["administrator"] = founding.administrator
        authenticators["administrator"] = try await choosePassword(with: founding.link)
    }

    private mutating func settle() async throws {
        let administrator = try actor("administrator")
        let desk = house.directoryDesk
        for (code, name, number) in [(Self.otterley, "Otterley", 10), (Self.wrenfield, "Wrenfield", 20)] {
            _ = try await desk.addArea(
                administrator, code: code,
                AreaFields(name: name, deskName: "\(name) desk", deskPhone: "0121 496 00\(number)", deskHours: "day and night"))
        }
        agencies["council"] = try await desk.addAgency(
            administrator,
            AgencyFields(
                name: "Otterley Council", kind: "council", legalRegime: "uk_gdpr", shareRule: "summary", retentionClass: "child_protection")
        ).id
        try await settleTeams(administrator)
        try await settlePeople(administrator)
        let now = clock.now
        for (rank, name) in [(0, "coordinator"), (1, "duty-manager")] {
            _ = try await desk.addDuty(
                administrator,
                DutyFields(
                    area: Self.otterley, rank: rank, account: try account(name), startsAt: now.adding(seconds: -3600),
                    endsAt: now.adding(seconds: 366 * 86_400)))
        }
    }

    private mutating func settleTeams(_ administrator: Actor) async throws {
        let planned: [(String, String, String?, String, String)] = [
            ("central", "central_cse_team", nil, "Central CSE team", "police"),
            ("online", "online_cse_team", nil, "Online CSE team", "police"),
            ("child-abuse", "child_abuse_team", Self.otterley, "Child abuse team, Otterley", "police"),
            ("childrens", "childrens_social_care", Self.otterley, "Children's social care, Otterley", "council"),
            ("adults", "adult_social_care", Self.otterley, "Adult social care, Otterley", "council"),
        ]
        for (name, kind, area, title, agency) in planned {
            let fields = TeamFields(name: title, kind: kind, area: area, phone: "0121 496 0030", hours: "day and night")
            teams[name] = try await house.directoryDesk.addTeam(
                administrator, fields, agency: try found(agencies[agency], "no agency \(agency)")
            ).id
        }
    }

    private mutating func settlePeople(_ administrator: Actor) async throws {
        let central = teams["central"]
        let planned: [(String, String, String, Grant)] = [
            ("deputy", "Drew Lock", "police", Grant(.administrator)),
            ("officer", "Jo Pace", "police", Grant(.reporter, area: Self.otterley)),
            ("coordinator", "Kit Marsh", "police", Grant(.coordinator, area: Self.otterley)),
            ("coordinator-south", "Lee Fenn", "police", Grant(.coordinator, area: Self.wrenfield)),
            ("duty-manager", "Max Heath", "police", Grant(.dutyManager, area: Self.otterley)),
            ("investigator", "Nic Stone", "police", Grant(.investigator, team: central)),
            ("second-investigator", "Pat Brook", "police", Grant(.investigator, team: central)),
            ("source-handler", "Quinn Dale", "police", Grant(.sourceHandler, area: Self.otterley)),
            ("leader", "Ray Holt", "police", Grant(.leader)),
            ("auditor", "Sam Reed", "council", Grant(.auditor)),
            ("teacher", "Toni Field", "council", Grant(.reporter)),
            ("standards", "Wren Lisle", "police", Grant(.professionalStandards)),
            ("identity-holder", "Yaz Orme", "police", Grant(.identityHolder, area: Self.otterley)),
            ("social-worker", "Val Moor", "council", Grant(.investigator, team: teams["childrens"])),
        ]
        for (name, title, agency, grant) in planned {
            let account = try await house.directoryDesk.addAccount(
                administrator, name: title, email: Self.email(name), post: name, phone: "07700 900001",
                agency: try found(agencies[agency], "no agency \(agency)"))
            accounts[name] = account.id
            _ = try await house.directoryDesk.grant(administrator, account.id, grant)
            authenticators[name] = try await choosePassword(
                with: try await house.signIn.makeLink(administrator, account: account.id, purpose: .setPassword))
        }
        accounts["system"] = try await house.directoryDesk.addAccount(
            administrator, name: "Council records", email: "", post: "system", phone: "",
            agency: try found(agencies["council"], "no agency council"),
            isSystem: true
        ).id
    }
}

/// Reading the secret that a person types into an authenticator app.
public enum Base32Text {
    /// Its bytes.
    public static func bytes(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var bytes: [UInt8] = []
        var bits = 0
        var held: UInt32 = 0
        for value in text.utf8.compactMap({ alphabet.firstIndex(of: $0) }) {
            held = held << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
            }
        }
        return bytes
    }
}
