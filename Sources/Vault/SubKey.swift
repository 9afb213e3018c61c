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

    /// The same as URL-safe text without padding, for a cookie.
    /// - Throws: `badRandomness`.
    public func sealText(
        _ plaintext: [UInt8], context: SealContext, randomness: Randomness = SystemRandomness.bytes
    ) throws(VaultError) -> String {
        Base64Text.text(of: try seal(plaintext, context: context, randomness: randomness), alphabet: .urlSafe)
    }

    /// Opens what `sealText` made. Text that is none is not authentic either.
    /// - Throws: as `open`.
    public func open(text: String, context: SealContext) throws(VaultError) -> [UInt8] {
        guard let sealed = Base64Text.bytes(of: text, alphabet: .urlSafe) else { throw .notAuthentic }
        return try open(sealed, context: context)
    }

    /// HMAC-SHA-256 of the message, for tokens that the server must recognise without storing them.
    public func authenticationCode(for message: [UInt8]) -> [UInt8] {
        [UInt8](HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    /// The 32 bytes, where another part needs a seed (the log's Ed25519 key).
    public var bytes: [UInt8] { key.bytes }
}
