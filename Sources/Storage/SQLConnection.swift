// SPDX-License-Identifier: Apache-2.0

/// What an engine provides beneath `TransactionSession`: one connection inside one transaction. Not for use above the engines.
public protocol SQLConnection: AnyObject {
    /// Whose SQL it speaks.
    var dialect: SQLDialect { get }

    /// Runs one statement, adds its rows to `rows`, and returns how many rows it changed.
    func run(_ sql: String, _ arguments: [SQLValue], into rows: inout [SQLRow]) throws(StorageError) -> Int

    /// Runs one statement that returns rows, and hands them over one by one. Rethrows what `body` throws.
    func stream(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// Runs a statement that steers the transaction (SAVEPOINT and the like).
    func control(_ sql: String) throws(StorageError)
}
