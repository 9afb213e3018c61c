// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The digest of a row as stored: ciphertext and clear columns together, so that a change of either is seen.
///
/// SHA-256(salt ‖ canonical). Canonical: the table's name, then every column that is not null, except `salt`, in ascending
/// order of its name's bytes: name, then a tag byte `i`, `t` or `b` with the value. Names, decimal integers, texts and
/// blobs are each preceded by their length as four bytes, big-endian. Nulls are left out so that a column added later leaves
/// the digests of older rows as they are. The salt stands in clear in the row and is erased with it; after that the digest
/// in the log says nothing.
public enum RowDigest {
    /// The column that makes a table a ledgered one.
    public static let saltColumn = "salt"
    /// Bytes of a salt. A fixed length, because the salt and the canonical row are hashed without a mark between them.
    public static let saltLength = 16

    /// The digest of one row. A column called `salt` is passed over, so a whole row may be given.
    ///
    /// - Parameter columns: each column once, in any order.
    public static func digest(table: String, columns: [(name: String, value: ColumnValue)], salt: [UInt8]) -> LedgerHash {
        var canonical = salt
        canonical.reserveCapacity(salt.count + 64 + columns.count * 48)
        append(table, to: &canonical)
        for column in columns.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) where column.name != saltColumn {
            if column.value == .null { continue }
            append(column.name, to: &canonical)
            switch column.value {
            case .null: break
            case .integer(let value):
                canonical.append(UInt8(ascii: "i"))
                append(String(value), to: &canonical)
            case .text(let text):
                canonical.append(UInt8(ascii: "t"))
                append(text, to: &canonical)
            case .blob(let bytes):
                canonical.append(UInt8(ascii: "b"))
                append(length: bytes.count, to: &canonical)
                canonical.append(contentsOf: bytes)
            }
        }
        return SHA256.hash(data: canonical).withUnsafeBytes { LedgerHash(digest: $0) }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = text.utf8
        append(length: utf8.count, to: &bytes)
        bytes.append(contentsOf: utf8)
    }

    private static func append(length: Int, to bytes: inout [UInt8]) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
}
