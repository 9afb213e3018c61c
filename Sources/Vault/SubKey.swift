// SPDX-License-Identifier: Apache-2.0

import Crypto

/// What a key derived from the master is for. Open; a label once used never changes its meaning.
public struct KeyLabel: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    /// The word that goes into the derivation.
    public let rawValue: String
    /// A label.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A label.
    public init(stringLiteral value: String) { rawValue = value }

    /// Saved segments of the match index.
    public static let matchIndex: Self = "match-index"
    /// Secrets of accounts: TOTP seeds.
    public static let accounts: Self = "accounts"
    /// Sessions and the tokens of forms.
    public static let sessions: Self = "sessions"
    /// The seed of the log's signing key.
    public static let ledgerSigning: Self = "ledger-signing"
    /// Rows of an import that could not be read.
    public static let imports: Self = "imports"
}

/// A key derived from the master for one purpose.
public struct SubKey: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    /// Seals a document that belongs to no record, such as an index segment.
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

    /// HMAC-SHA-256 of the message, for tokens that the server must recognise without storing them.
    public func authenticationCode(for message: [UInt8]) -> [UInt8] {
        [UInt8](HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    /// The 32 bytes, where another part needs a seed (the log's Ed25519 key).
    public var bytes: [UInt8] { key.bytes }
}
