// SPDX-License-Identifier: Apache-2.0

import Crypto

/// An agency's key: wrapped by the master key, wraps the keys of the agency's records.
public struct AgencyKey: Sendable {
    /// The agency's id, bound into every wrap.
    public let agency: String
    private let key: SymmetricKey
    private let wrapping: SymmetricKey

    private init(agency: String, key: SymmetricKey) {
        self.agency = agency
        self.key = key
        wrapping = key.derived("record-wrapping", agency)
    }

    /// A new key.
    /// - Throws: `badRandomness`.
    public static func generate(agency: String, randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> AgencyKey {
        AgencyKey(agency: agency, key: try SymmetricKey.random(randomness))
    }

    /// The key as it may be stored: 61 bytes.
    /// - Throws: `badRandomness`.
    public func wrapped(by master: MasterKey, randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> [UInt8] {
        try Sealing.seal(key.bytes, under: master.wrapping, associatedData: Self.place(agency), randomness: randomness)
    }

    /// Opens a stored key. The agency must be the one it was wrapped for.
    /// - Throws: `notAuthentic` and the other errors of opening.
    public init(agency: String, unwrapping wrapped: [UInt8], by master: MasterKey) throws(VaultError) {
        let bytes = try Sealing.open(wrapped, under: master.wrapping, associatedData: Self.place(agency))
        self.init(agency: agency, key: try SymmetricKey(checked: bytes))
    }

    /// Wraps a record's key: 61 bytes for the key table. Destroying them disposes of the record.
    /// - Throws: `badRandomness`.
    public func wrap(_ record: RecordKey, randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> [UInt8] {
        try Sealing.seal(record.key.bytes, under: wrapping, associatedData: place(ofRecord: record.record), randomness: randomness)
    }

    /// Opens a record's key. The record must be the one it was wrapped for.
    /// - Throws: `notAuthentic` and the other errors of opening.
    public func unwrap(_ wrapped: [UInt8], record: String) throws(VaultError) -> RecordKey {
        let bytes = try Sealing.open(wrapped, under: wrapping, associatedData: place(ofRecord: record))
        return RecordKey(record: record, key: try SymmetricKey(checked: bytes))
    }

    private static func place(_ agency: String) -> [UInt8] { Framing.bytes(Vault.scheme, "agency-key", agency) }

    private func place(ofRecord record: String) -> [UInt8] { Framing.bytes(Vault.scheme, "record-key", agency, record) }
}
