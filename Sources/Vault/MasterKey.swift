// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The key above all others. It never stands in the data directory (DESIGN rule 1); everything else hangs from it by
/// HKDF or by wrapping.
public struct MasterKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let key: SymmetricKey
    let wrapping: SymmetricKey

    /// - Parameter bytes: 32 bytes, as `bytes` gave them.
    /// - Throws: `badKeyLength`.
    public init(bytes: [UInt8]) throws(VaultError) { self.init(try SymmetricKey(checked: bytes)) }

    private init(_ key: SymmetricKey) {
        self.key = key
        wrapping = key.derived("wrapping")
    }

    /// A new key.
    /// - Throws: `badRandomness`.
    public static func generate(_ randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> MasterKey {
        MasterKey(try SymmetricKey.random(randomness))
    }

    /// The 32 bytes, for the key file alone.
    public var bytes: [UInt8] { key.bytes }

    /// Eight characters by which a person tells keys apart; says nothing about the key.
    public var fingerprint: String {
        let text = Crockford.text(of: Array(key.derived("fingerprint").bytes.prefix(5)))
        return "\(text.prefix(4))-\(text.suffix(4))"
    }

    /// The key for one purpose that needs no key of its own in the store.
    public func subkey(_ label: KeyLabel, context: String = "") -> SubKey { SubKey(key: key.derived("sub", label.rawValue, context)) }

    /// The key of the blind index of one kind of value in one region.
    public func blindIndex(kind: String, region: String) -> BlindIndexKey {
        BlindIndexKey(key: key.derived("blind-index", kind, region))
    }

    /// The key that makes receipts out of submission ids.
    public var receiptKey: ReceiptKey { ReceiptKey(key: key.derived("receipts")) }

    /// Never shows the key.
    public var description: String { "MasterKey \(fingerprint)" }
    /// Never shows the key.
    public var debugDescription: String { description }
    /// Never shows the key.
    public var customMirror: Mirror { Mirror(self, children: ["fingerprint": fingerprint]) }
}
