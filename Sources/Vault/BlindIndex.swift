// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A value by which equal rare values find each other without standing in the store.
public struct LookupToken: Sendable, Hashable {
    /// Bytes of a token.
    public static let length = 16
    /// For a BLOB column.
    public let bytes: [UInt8]

    /// Nil unless there are 16 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    fileprivate init(truncating code: some Sequence<UInt8>) { bytes = Array(code.prefix(Self.length)) }
}

/// The key of the blind index of one kind of value in one region. For rare values only: phone, e-mail, full vehicle mark,
/// handle, identifier, name with full birth date. Names alone never: their frequencies give them away (DESIGN rule 1).
public struct BlindIndexKey: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    /// HMAC-SHA-256 cut to 16 bytes. The caller normalises: equal values must come as equal bytes.
    public func token(for normalised: [UInt8]) -> LookupToken {
        LookupToken(truncating: HMAC<SHA256>.authenticationCode(for: normalised, using: key))
    }

    /// The token of a normalised text's UTF-8.
    public func token(for normalised: String) -> LookupToken { token(for: Array(normalised.utf8)) }
}
