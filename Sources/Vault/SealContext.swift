// SPDX-License-Identifier: Apache-2.0

/// Where a sealed document belongs. Bound to it as associated data: moved to another row or version, it doesn't open.
public struct SealContext: Sendable, Hashable {
    /// The kind of record, such as "mention".
    public let kind: String
    /// The record's id.
    public let id: String
    /// The record's version, from 1.
    public let version: Int
    /// The format of the plaintext, so that old readers can be kept (DESIGN rule 5).
    public let format: Int

    /// The place of one record version.
    public init(kind: String, id: String, version: Int, format: Int) {
        self.kind = kind
        self.id = id
        self.version = version
        self.format = format
    }

    /// The associated data. Unambiguous: every field is preceded by its length.
    public var associatedData: [UInt8] { Framing.bytes(Vault.scheme, "document", kind, id, String(version), String(format)) }
}
