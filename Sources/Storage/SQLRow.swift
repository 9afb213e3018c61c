// SPDX-License-Identifier: Apache-2.0

/// One row of an answer, read by column name. Every reader throws when the column is not there or holds another kind, and names the column, never the value.
public struct SQLRow: Sendable, Hashable {
    /// The names of the columns, in the order of the statement. Shared by the rows of one answer.
    public let columns: [String]
    /// The values, in the order of `columns`.
    public let values: [SQLValue]

    /// Makes a row. `columns` and `values` are of one length.
    public init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column, whatever its kind. Throws `unknownColumn`.
    public func value(_ column: String) throws(StorageError) -> SQLValue {
        guard let index = columns.firstIndex(of: column), index < values.count else { throw StorageError(.unknownColumn(column)) }
        return values[index]
    }

    /// The text of a column that is never null.
    public func text(_ column: String) throws(StorageError) -> String {
        guard let text = try optionalText(column) else { throw unexpected(column, "text", .null) }
        return text
    }

    /// The text of a column, or nil where it is null.
    public func optionalText(_ column: String) throws(StorageError) -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        case let other: throw unexpected(column, "text", other)
        }
    }

    /// The integer of a column that is never null.
    public func integer(_ column: String) throws(StorageError) -> Int64 {
        guard let integer = try optionalInteger(column) else { throw unexpected(column, "integer", .null) }
        return integer
    }

    /// The integer of a column, or nil where it is null.
    public func optionalInteger(_ column: String) throws(StorageError) -> Int64? {
        switch try value(column) {
        case .null: nil
        case .integer(let integer): integer
        case let other: throw unexpected(column, "integer", other)
        }
    }

    /// The integer of a column as a count or an index.
    public func int(_ column: String) throws(StorageError) -> Int { Int(try integer(column)) }

    /// The integer of a column as a count or an index, or nil where it is null.
    public func optionalInt(_ column: String) throws(StorageError) -> Int? { try optionalInteger(column).map(Int.init) }

    /// The truth value of a column that is never null: 0 is false, everything else true.
    public func flag(_ column: String) throws(StorageError) -> Bool { try integer(column) != 0 }

    /// The truth value of a column, or nil where it is null.
    public func optionalFlag(_ column: String) throws(StorageError) -> Bool? { try optionalInteger(column).map { $0 != 0 } }

    /// The bytes of a column that is never null.
    public func blob(_ column: String) throws(StorageError) -> [UInt8] {
        guard let bytes = try optionalBlob(column) else { throw unexpected(column, "blob", .null) }
        return bytes
    }

    /// The bytes of a column, or nil where it is null.
    public func optionalBlob(_ column: String) throws(StorageError) -> [UInt8]? {
        switch try value(column) {
        case .null: nil
        case .blob(let bytes): bytes
        case let other: throw unexpected(column, "blob", other)
        }
    }

    private func unexpected(_ column: String, _ expected: String, _ found: SQLValue) -> StorageError {
        StorageError(.unexpectedKind(column: column, expected: expected, found: found.kind))
    }
}
