// SPDX-License-Identifier: Apache-2.0

/// What went wrong in the store, the same on both engines. It may name tables, columns, constraints and the SQL text, never an argument or a stored value.
public struct StorageError: Error, Sendable, Hashable {
    /// What went wrong.
    public let code: Code
    /// The SQL text without its arguments, where a statement was at fault.
    public let statement: String?
    /// The engine's own code (SQLite's extended result code, PostgreSQL's SQLSTATE), for whoever looks it up.
    public let engineCode: String?
    /// More about it: names and figures only.
    public let detail: String?

    /// Makes an error. `detail` must hold no argument and no stored value.
    public init(_ code: Code, statement: String? = nil, engineCode: String? = nil, detail: String? = nil) {
        self.code = code
        self.statement = statement
        self.engineCode = engineCode
        self.detail = detail
    }

    /// The kinds of failure that callers tell apart.
    public enum Code: Sendable, Hashable {
        /// A value that must be unique is there already. The name is the unique index's, `TABLE_pkey`, or `TABLE_COLUMN_key`: the same on both engines.
        case uniqueViolation(constraint: String)
        /// A row names another that does not exist, or one still named would go.
        case foreignKeyViolation
        /// A CHECK failed.
        case checkViolation(constraint: String)
        /// A column that must be filled was left empty.
        case notNullViolation(column: String)
        /// A value of the wrong kind, or out of range, for its column.
        case invalidValue
        /// Text holding the character U+0000.
        case zeroCharacter
        /// The engine refuses the statement: a fault of the program.
        case invalidStatement
        /// The answer has no such column: a fault of the program.
        case unknownColumn(String)
        /// A column holds another kind than asked for.
        case unexpectedKind(column: String, expected: String, found: String)
        /// A row that had to be there is not.
        case notFound
        /// Several rows where one was expected.
        case severalRows
        /// A statement of this transaction failed before and nothing more can be done in it. Use `savepoint` to survive a failure.
        case transactionFailed
        /// The store is held by somebody else for too long.
        case busy
        /// Two transactions were in each other's way. Retried by the engine; seen only when every try failed.
        case serialization
        /// The statement ran longer than allowed.
        case timeout
        /// The task was cancelled.
        case cancelled
        /// A change was tried where only reading is allowed.
        case readOnly
        /// The disk is full.
        case full
        /// The disk reports a failure.
        case inputOutput
        /// The store is damaged.
        case corrupt
        /// An earlier failure of the disk makes every further write unsafe: the process must end and start anew.
        case poisoned
        /// The store was closed.
        case closed
        /// Another Sentinel serves this store.
        case inUse
        /// The store cannot be opened or reached.
        case unavailable
        /// The connection was lost before the transaction was asked to commit: nothing was stored.
        case connectionLost
        /// The connection was lost while committing: whether it was stored is not known. Ask again with the same idempotency key.
        case commitUnknown
        /// The store was made by a newer Sentinel.
        case newerStore(found: Int, known: Int)
        /// The migrations of this program do not fit those applied to the store.
        case migrationMismatch(number: Int)
        /// The engine does not keep what it is asked to keep through a power cut.
        case notDurable
        /// A setting cannot be used.
        case invalidSetting(String)
        /// Anything else.
        case unexpected
    }
}
