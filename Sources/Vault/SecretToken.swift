// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A bearer secret: session id, API token, one-time link. The holder has the text, the store only the hash.
public struct SecretToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// By which scanners of logs and repositories know one of ours.
    public static let prefix = "snt_"
    private static let byteCount = 32
    /// `snt_` and 43 URL-safe characters, 256 bits. Never logged, never stored.
    public let text: String
    /// SHA-256 of the text's bytes, for the store: 256 random bits need no slow hash.
    public let hash: [UInt8]

    /// A new token.
    /// - Throws: `badRandomness`.
    public static func generate(_ randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> SecretToken {
        let bytes = randomness(byteCount)
        guard bytes.count == byteCount else { throw .badRandomness }
        return SecretToken(text: prefix + Base64Text.text(of: bytes, alphabet: .urlSafe))
    }

    /// Reads a token that somebody presents. Nil when it can't be one of ours.
    public init?(_ presented: String) {
        guard presented.hasPrefix(Self.prefix) else { return nil }
        guard let bytes = Base64Text.bytes(of: String(presented.dropFirst(Self.prefix.count)), alphabet: .urlSafe) else { return nil }
        guard bytes.count == Self.byteCount else { return nil }
        self.init(text: presented)
    }

    private init(text: String) {
        self.text = text
        hash = [UInt8](SHA256.hash(data: Array(text.utf8)))
    }

    /// Whether this is the token whose hash is stored, in constant time.
    public func matches(hash stored: [UInt8]) -> Bool { ConstantTime.equal(hash, stored) }

    /// Never shows the secret.
    public var description: String { "SecretToken" }
    /// Never shows the secret.
    public var debugDescription: String { description }
    /// Never shows the secret.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: [String]()) }
}
