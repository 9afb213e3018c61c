// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Storage
import TestSupport
import Testing
import Vault

@Suite struct DirectoryFoundingTests {
    private let person = AccountFields(name: "Alex Keys", email: "alex@example.org", post: "", phone: "")

    @Test(arguments: TestStores.each) func aStoreIsFoundedOnce(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Schema.migrations) { engine in
            let (house, _) = try TestHouse.unfounded(on: engine)
            #expect(try await !house.isFounded())
            await #expect(throws: HouseOpeningError.notFounded) { try await house.open() }
            let founding = try await house.found(agency: DirectoryDeskTests.agency, administrator: person)
            #expect(try await house.isFounded())
            #expect(house.directory.snapshot.accounts[founding.administrator]?.state == .invited)
            #expect(house.directory.snapshot.actor(founding.administrator, at: house.now) == nil, "no password, no way in")
            #expect(try await house.signIn.linkPurpose(secret: founding.link) == .setPassword)
            await #expect(throws: HouseOpeningError.alreadyFounded) {
                try await house.found(agency: DirectoryDeskTests.agency, administrator: person)
            }
        }
    }

    @Test(arguments: TestStores.each) func ofTwoFoundingsAtOnceOneHolds(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Schema.migrations) { engine in
            let houses = [try TestHouse.unfounded(on: engine, seed: 1).0, try TestHouse.unfounded(on: engine, seed: 2).0]
            let founded = await withTaskGroup(of: Bool.self) { group in
                for house in houses {
                    group.addTask { (try? await house.found(agency: DirectoryDeskTests.agency, administrator: self.person)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(founded == 1)
        }
    }

    @Test func badFieldsFoundNothing() async throws {
        try await TestStores.sqlite.withEngine(migrations: Schema.migrations) { engine in
            let (house, _) = try TestHouse.unfounded(on: engine)
            await #expect(throws: ServiceError.invalid([FieldFault("email", .notAccepted)])) {
                try await house.found(
                    agency: DirectoryDeskTests.agency, administrator: AccountFields(name: "x", email: "nobody", post: "", phone: ""))
            }
            #expect(try await !house.isFounded())
        }
    }

    @Test func aStoreIsOpenedWithItsOwnKeyRegionAndKindAlone() async throws {
        try await TestHouse.with(.sqlite) { test in
            let wrong = test.another(key: 8)
            await #expect {
                try await wrong.open()
            } throws: { error in
                guard case .wrongMasterKey(let wanted, let given)? = error as? HouseOpeningError else { return false }
                return wanted != given && "\(error)".contains(wanted)
            }
            #expect(wrong.directory.snapshot.agencies.isEmpty)
            await #expect(throws: HouseOpeningError.otherRegion(wanted: "test", given: "elsewhere")) {
                try await test.another(region: "elsewhere").open()
            }
            await #expect(throws: HouseOpeningError.otherKind(isDemo: false)) { try await test.another(isDemo: true).open() }
            try await test.another().open()
        }
    }

    @Test func aFingerprintWrittenOverDoesNotOpenAStore() async throws {
        try await TestHouse.with(.sqlite) { test in
            let wrong = test.another(key: 8)
            let fingerprint = wrong.store.keys.master.fingerprint
            try await test.house.store.writeWithoutEntry { session in
                _ = try session.execute("UPDATE store_info SET value = $1 WHERE name = 'key_fingerprint'", [.text(fingerprint)])
            }
            await #expect(throws: HouseOpeningError.self) { try await wrong.open() }
        }
    }
}
