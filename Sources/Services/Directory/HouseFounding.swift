// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

/// What founding a store leaves in the hands of whoever did it.
public struct Founding: Sendable, Hashable {
    /// The first agency.
    public let agency: RecordID
    /// The first administrator's account.
    public let administrator: RecordID
    /// The secret of the administrator's one-time link: good for 30 minutes, to choose a password and enrol an authenticator.
    public let link: String
}

extension House {
    /// Whether the store was founded.
    public func isFounded() async throws -> Bool { try await particulars()["store_id"] != nil }

    /// Founds a store whose tables stand and opens it: the region's key, its particulars, the first agency and its administrator, who gets
    /// in by the link alone. There is no default password.
    ///
    /// Throws `HouseOpeningError.alreadyFounded`, and `invalid` for faults of what was entered.
    public func found(agency agencyFields: AgencyFields, administrator accountFields: AccountFields) async throws -> Founding {
        guard try await !isFounded() else { throw HouseOpeningError.alreadyFounded }
        let now = now
        let agencyFields = try agencyFields.checked(standard)
        let accountFields = try accountFields.checked(standard, isSystem: false)
        let regionKey = try store.keys.makeAgencyKey(KeyStore.regionAgency)
        let agency = try NewAgency(self, agencyFields, from: now)
        let account = try NewAccount(self, accountFields, agency: agency.id, isSystem: false)
        let role = NewGrant(self, account: account.id, Grant(.administrator), from: now, to: nil)
        let secret = try SecretToken.generate(store.random)
        let particulars = [
            "store_id": store.newID().description, "region": settings.region, "demo": settings.isDemo ? "yes" : "no",
            "created_at": String(now.microseconds), "key_fingerprint": store.keys.master.fingerprint,
        ]
        do {
            try await store.write(ActOfPerson(systemAct: .policyChange, at: now, purpose: "found-store")) { transaction in
                let session = transaction.session
                for (name, value) in particulars.sorted(by: { $0.key < $1.key }) {
                    try session.execute("INSERT INTO store_info (name, value) VALUES ($1, $2)", [.text(name), .text(value)])
                }
                try NewAgency.keep(regionKey, of: KeyStore.regionAgency, at: now, in: session)
                try agency.write(in: transaction)
                try account.write(in: transaction)
                try transaction.insert(role.row)
                try OneTimeLinks.insert(secret.hash, account.id, .setPassword, in: session, at: now)
            }
        } catch let error as StorageError where error.code == .uniqueViolation(constraint: "store_info_pkey") {
            throw HouseOpeningError.alreadyFounded
        }
        try await open()
        return Founding(agency: agency.id, administrator: account.id, link: secret.text)
    }

    /// Opens a founded store: holds the settings and the master key against it, and reads keys and directory.
    ///
    /// Throws `HouseOpeningError`, each saying what to do.
    public func open() async throws {
        let particulars = try await particulars()
        guard let fingerprint = particulars["key_fingerprint"], let region = particulars["region"], let demo = particulars["demo"] else {
            throw particulars["store_id"] == nil ? HouseOpeningError.notFounded : .damaged
        }
        let given = store.keys.master.fingerprint
        guard fingerprint == given else { throw HouseOpeningError.wrongMasterKey(wanted: fingerprint, given: given) }
        guard region == settings.region, region == store.keys.region else {
            throw HouseOpeningError.otherRegion(wanted: region, given: region == settings.region ? store.keys.region : settings.region)
        }
        guard (demo == "yes") == settings.isDemo else { throw HouseOpeningError.otherKind(isDemo: demo == "yes") }
        do { try await reloadDirectory() } catch VaultError.notAuthentic {
            // The fingerprint stands in clear and could have been changed: the keys themselves decide.
            throw HouseOpeningError.wrongMasterKey(wanted: fingerprint, given: given)
        }
    }

    private func particulars() async throws -> [String: String] {
        let rows = try await store.read { session in try session.query("SELECT name, value FROM store_info") }
        return Dictionary(try rows.map { (try $0.text("name"), try $0.text("value")) }, uniquingKeysWith: { first, _ in first })
    }
}
