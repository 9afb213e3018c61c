// SPDX-License-Identifier: Apache-2.0

/// A value as both engines store it. There are four kinds and no floating point: what is measured is stored as an integer of a stated unit.
public enum SQLValue: Sendable, Hashable {
    /// The absence of a value.
    case null
    /// A whole number of 64 bits, also a truth value (0 or 1) or an instant (microseconds).
    case integer(Int64)
    /// Unicode text. The character U+0000 is refused, because PostgreSQL cannot hold it and SQLite would cut the text there.
    case text(String)
    /// Bytes, of any length, zero included.
    case blob([UInt8])

    /// The name of the kind, for messages. Never the value.
    public var kind: String {
        switch self {
        case .null: "null"
        case .integer: "integer"
        case .text: "text"
        case .blob: "blob"
        }
    }
}

extension SQLValue {
    /// Text, or null where there is none.
    public static func text(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

    /// Bytes, or null where there are none.
    public static func blob(_ bytes: [UInt8]?) -> SQLValue { bytes.map(SQLValue.blob) ?? .null }

    /// An integer, or null where there is none.
    public static func integer(_ integer: Int64?) -> SQLValue { integer.map(SQLValue.integer) ?? .null }

    /// A count or an index.
    public static func integer(_ integer: Int) -> SQLValue { .integer(Int64(integer)) }

    /// A truth value, stored as 1 or 0 on both engines.
    public static func flag(_ flag: Bool) -> SQLValue { .integer(flag ? Int64(1) : Int64(0)) }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    /// Text written in the source.
    public init(stringLiteral value: String) { self = .text(value) }

    /// An integer written in the source.
    public init(integerLiteral value: Int64) { self = .integer(value) }

    /// Null written as `nil` in the source.
    public init(nilLiteral: ()) { self = .null }
}

extension SQLValue {
    /// Values in lists that are short enough for one statement's `IN (…)`, in their order.
    public static func lists(_ values: some RandomAccessCollection<some CustomStringConvertible>) -> [[SQLValue]] {
        let all = values.map { SQLValue.text($0.description) }
        return stride(from: 0, to: all.count, by: inOneList).map { Array(all[$0..<min($0 + inOneList, all.count)]) }
    }

    private static let inOneList = 200
}
