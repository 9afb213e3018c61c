// SPDX-License-Identifier: Apache-2.0
import Demo
import Linkage
import Safeguarding
import Services
import Standard
import Storage
import TestSupport
import Testing
import Vault

/// An invented region in a store of its own, for tests.
struct DemoHouse: Sendable {
    let house: House
    let work: HouseWork
    let clock: DemoClock

    static let standard = TestStandards.current
    static let seed: UInt64 = 7
    /// Noon on Monday 2 March 2026: the region's today.
    static let today = Instant(microseconds: 1_772_452_800_000_000)

    /// The reports of a region, without a store.
    static func reports(_ concerns: Int, seed: UInt64 = seed) throws -> [ConcernReport] {
        DemoRegion.reports(try TestStandards.library(), standard, seed: seed, today: today, concerns: concerns)
    }

    /// Makes a region on a fresh store, links its pieces, hands it to `body`, and removes the store.
    static func with(_ store: TestStores, concerns: Int, _ body: (DemoHouse) async throws -> Void) async throws {
        try await store.withEngine(migrations: Schema.migrations) { engine in
            let clock = DemoClock(real: { today })
            let keys = KeyStore(master: try MasterKey.generate(), region: "fictional", random: SystemRandomness.bytes)
            let house = House(
                store: Store(engine: engine, keys: keys, now: { clock.now() }, random: SystemRandomness.bytes),
                standards: try TestStandards.library(),
                settings: HouseSettings(region: "fictional", isDemo: true, standard: standard, passwordCost: .cheapForTests),
                index: MatchIndex())
            try await DemoRegion.make(house, clock: clock, seed: seed, concerns: concerns) { _, _ in }
            let work = HouseWork(house)
            try await work.catchUp()
            try await body(DemoHouse(house: house, work: work, clock: clock))
        }
    }

    /// Who holds a role whose printed name contains these words.
    func actor(_ words: String) throws -> Actor {
        let role = DemoRegion.roles(house).first { $0.role.lowercased().contains(words) }
        return try actor(account: try #require(role, "no role is printed that contains \(words)").account)
    }

    /// Who an account is now.
    func actor(account: RecordID) throws -> Actor {
        try #require(house.directory.snapshot.actor(account, at: house.now), "the account can't act")
    }

    /// Who the account is now whose sign-in name begins with this.
    func actor(key: String) throws -> Actor { try actor(account: account(email: "\(key)@example.org")) }

    /// The account of a sign-in name.
    func account(email: String) throws -> RecordID {
        try #require(house.directory.snapshot.accounts.values.first { $0.email == email }).id
    }

    /// The reference of a report of this person that names a subject of this family name.
    func reference(of family: String, by reporter: Actor) async throws -> String {
        var page = 0
        while true {
            let (rows, _) = try await house.reporting.ownReports(reporter, page: page)
            if rows.isEmpty { break }
            for row in rows {
                let report = try await house.reporting.ownReport(reporter, reference: row.reference).report
                if report.subjects.contains(where: { $0.answers.first(QuestionID.familyName) == family }) { return row.reference }
            }
            page += 1
        }
        return try #require(nil as String?, "nobody of that family name was reported")
    }
}
