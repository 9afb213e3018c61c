// SPDX-License-Identifier: Apache-2.0

/// What an act touched: a row, or a record that was shown. Ids only, never words about a person.
public struct ObjectRef: Sendable, Hashable {
    /// The table's name (for a write), or the kind of record (for a read).
    public let kind: String
    /// The row's primary key as `PrimaryKeyText` writes it, or the record's id.
    public let id: String
    /// `RowDigest` of the row as it now stands. Nil when the act left no row (`erase`) or changed none (a read).
    /// Only ever the digest of a row: the digest of anything else, say an exported file, goes into the entry's codes.
    public let digest: LedgerHash?

    /// A reference to one row or record.
    public init(kind: String, id: String, digest: LedgerHash? = nil) {
        self.kind = kind
        self.id = id
        self.digest = digest
    }
}
