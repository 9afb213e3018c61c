// SPDX-License-Identifier: Apache-2.0

/// The session that both engines hand to a closure. It gives them one meaning of failure: a failed statement dooms the transaction, or its savepoint.
public final class TransactionSession: SQLSession {
    private let connection: any SQLConnection
    private var depth = 0

    /// The first failure that no savepoint has undone. With one, the transaction must not be committed.
    public private(set) var doom: StorageError?

    /// Begins a session on a connection that stands inside a transaction.
    public init(_ connection: any SQLConnection) {
        self.connection = connection
    }

    /// See `SQLConnection`.
    public var dialect: SQLDialect { connection.dialect }

    /// See `SQLSession`.
    public func query(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
        var rows: [SQLRow] = []
        _ = try run(sql, arguments, into: &rows)
        return rows
    }

    /// See `SQLSession`.
    @discardableResult
    public func execute(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> Int {
        var rows: [SQLRow] = []
        return try run(sql, arguments, into: &rows)
    }

    /// See `SQLSession`.
    public func each(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try ready(sql, arguments)
        var thrownByBody = false
        do {
            try connection.stream(sql, arguments) { row in
                do { try body(row) } catch {
                    thrownByBody = true
                    throw error
                }
            }
        } catch let error as StorageError where !thrownByBody {
            doom = doom ?? error
            throw error
        }
    }

    /// See `SQLSession`.
    public func savepoint<T>(_ body: () throws -> T) throws -> T {
        if let doom { throw StorageError(.transactionFailed, engineCode: doom.engineCode) }
        depth += 1
        defer { depth -= 1 }
        let name = "nested_\(depth)"
        try control("SAVEPOINT \(name)")
        do {
            let value = try body()
            if let doom { throw doom }
            try control("RELEASE SAVEPOINT \(name)")
            return value
        } catch {
            // The connection may be gone, or the engine may have undone everything by itself: then the transaction stays doomed.
            doom = nil
            if (try? control("ROLLBACK TO SAVEPOINT \(name)")) != nil { try? control("RELEASE SAVEPOINT \(name)") }
            throw error
        }
    }

    private func run(_ sql: String, _ arguments: [SQLValue], into rows: inout [SQLRow]) throws(StorageError) -> Int {
        try ready(sql, arguments)
        do {
            return try connection.run(sql, arguments, into: &rows)
        } catch {
            doom = doom ?? error
            throw error
        }
    }

    private func control(_ sql: String) throws(StorageError) {
        do { try connection.control(sql) } catch {
            doom = doom ?? error
            throw error
        }
    }

    private func ready(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) {
        if let doom { throw StorageError(.transactionFailed, statement: sql, engineCode: doom.engineCode) }
        for case .text(let text) in arguments where text.utf8.contains(0) {
            throw StorageError(.zeroCharacter, statement: sql)
        }
    }
}
