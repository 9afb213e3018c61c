// SPDX-License-Identifier: Apache-2.0

/// A column of a row as both engines store it. There are no floating-point columns in a ledgered table.
public enum ColumnValue: Sendable, Hashable {
    /// SQL NULL.
    case null
    /// INTEGER or BIGINT.
    case integer(Int64)
    /// TEXT, UTF-8.
    case text(String)
    /// BLOB or BYTEA.
    case blob([UInt8])
}

/// How a row's primary key is written in an `ObjectRef` and in findings.
public enum PrimaryKeyText {
    /// The values of the key's columns, in the key's order, joined by "/". Integers in decimal, blobs in lower-case
    /// hexadecimal, null as nothing. Keys are ids and numbers, none of which holds a "/".
    public static func text(of values: [ColumnValue]) -> String {
        if case .text(let only)? = values.first, values.count == 1 { return only }
        return values.map { value in
            switch value {
            case .null: ""
            case .integer(let number): String(number)
            case .text(let text): text
            case .blob(let bytes): Hex.text(of: bytes)
            }
        }.joined(separator: "/")
    }
}
