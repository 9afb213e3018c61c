// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Synchronization
public import Vault

/// The keys of a store: the master key, the agencies' keys in memory, and the wrapping of record keys (DESIGN rule 1).
public final class KeyStore: Sendable {
    /// The master key. It never stands in the data directory.
    public let master: MasterKey
    /// The region, which is part of every blind index.
    public let region: String
    private let random: Randomness
    private let agencies = Mutex<[String: AgencyKey]>([:])

    /// The owner of rows that belong to the region as a whole (areas, duty).
    public static let regionAgency = RecordID(high: 0, low: 0)

    /// Makes a key store without agencies; `load` reads them.
    public init(master: MasterKey, region: String, random: @escaping Randomness) {
        self.master = master
        self.region = region
        self.random = random
    }

    /// Reads and opens the keys of all agencies. Throws `VaultError.notAuthentic` where the master key is not this store's.
    public func load(_ rows: [SQLRow]) throws {
        for row in rows {
            let id = try row.text("agency_id")
            let key = try AgencyKey(agency: id, unwrapping: try row.blob("wrapped"), by: master)
            agencies.withLock { $0[id] = key }
        }
    }

    /// Makes the key of a new agency and returns it wrapped, to be stored in the transaction that makes the agency.
    public func makeAgencyKey(_ agency: RecordID) throws -> [UInt8] {
        let key = try AgencyKey.generate(agency: agency.description, randomness: random)
        agencies.withLock { $0[agency.description] = key }
        return try key.wrapped(by: master, randomness: random)
    }

    func agencyKey(_ agency: String) throws -> AgencyKey {
        guard let key = agencies.withLock({ $0[agency] }) else { throw StorageError(.notFound, detail: "key of an agency") }
        return key
    }

    /// The token under which a rare value is looked up. `normalised` must be equal for equal values.
    public func blindToken(_ kind: String, _ normalised: String) -> [UInt8] {
        master.blindIndex(kind: kind, region: region).token(for: normalised).bytes
    }
}
