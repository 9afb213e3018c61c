// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The key of one record, the smallest thing that is disposed of alone. All versions of the record are sealed under it.
public struct RecordKey: Sendable {
    /// The record's id, bound into the wrap.
    public let record: String
    let key: SymmetricKey

    init(record: String, key: SymmetricKey) {
        self.record = record
        self.key = key
    }

    /// A new key.
    /// - Throws: `badRandomness`.
    public static func generate(record: String, randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> RecordKey {
        RecordKey(record: record, key: try SymmetricKey.random(randomness))
    }

    /// Seals one version of the record: plaintext plus 29 bytes.
    /// - Throws: `badRandomness`.
    public func seal(
        _ plaintext: [UInt8], context: SealContext, randomness: Randomness = SystemRandomness.bytes
    ) throws(VaultError) -> [UInt8] {
        try Sealing.seal(plaintext, under: key, associatedData: context.associatedData, randomness: randomness)
    }

    /// Opens what `seal` made for the same context.
    /// - Throws: `tooShort`, `unknownFormat` or `notAuthentic`.
    public func open(_ sealed: [UInt8], context: SealContext) throws(VaultError) -> [UInt8] {
        try Sealing.open(sealed, under: key, associatedData: context.associatedData)
    }
}
