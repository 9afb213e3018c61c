// SPDX-License-Identifier: Apache-2.0

/// The inside of one transaction. It is handed to a closure, lives no longer than it, and works synchronously on the engine's own thread.
///
/// SQL is static text with placeholders `$1`, `$2` … in any order, each any number of times, and never holds a value. Parameters that stand only in
/// `$n IS NULL`, or alone in a SELECT list, need a CAST. A failed statement dooms the transaction on both engines, unless it stood in a `savepoint`.
public protocol SQLSession: AnyObject {
    /// The few things in which the engines differ.
    var dialect: SQLDialect { get }

    /// Runs a statement and returns its rows. Throws `StorageError`.
    func query(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow]

    /// Runs a statement and returns how many rows it inserted, updated or deleted itself (not those that followed by cascade).
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> Int

    /// Runs a statement and hands over its rows one by one, so that an answer of any length takes little memory. `body` may run other statements.
    func each(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// Runs `body` so that its failure undoes only what it did itself; the failure is thrown on, and the transaction can go on.
    func savepoint<T>(_ body: () throws -> T) throws -> T
}

extension SQLSession {
    /// Runs a statement without arguments and returns its rows.
    public func query(_ sql: String) throws(StorageError) -> [SQLRow] { try query(sql, []) }

    /// Runs a statement without arguments and returns how many rows it changed.
    @discardableResult
    public func execute(_ sql: String) throws(StorageError) -> Int { try execute(sql, []) }

    /// The single row of an answer, or nil where it is empty. Throws `severalRows` on more than one.
    public func first(_ sql: String, _ arguments: [SQLValue] = []) throws(StorageError) -> SQLRow? {
        let rows = try query(sql, arguments)
        guard rows.count <= 1 else { throw StorageError(.severalRows, statement: sql) }
        return rows.first
    }

    /// The single row of an answer. Throws `notFound` where it is empty and `severalRows` on more than one.
    public func one(_ sql: String, _ arguments: [SQLValue] = []) throws(StorageError) -> SQLRow {
        guard let row = try first(sql, arguments) else { throw StorageError(.notFound, statement: sql) }
        return row
    }

    /// The only value of the only row, as an integer: for counts and sums. Throws `notFound` where there is no row.
    public func integer(_ sql: String, _ arguments: [SQLValue] = []) throws(StorageError) -> Int64 {
        let row = try one(sql, arguments)
        guard let column = row.columns.first else { throw StorageError(.notFound, statement: sql) }
        return try row.integer(column)
    }
}
