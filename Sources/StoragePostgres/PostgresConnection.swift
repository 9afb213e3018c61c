// SPDX-License-Identifier: Apache-2.0

import CLibPQ
import Dispatch
import Storage

/// The two kinds of transaction.
enum PostgresTransaction: Sendable {
    /// One snapshot, no change.
    case reading
    /// As if nobody else were there.
    case writing

    var begin: String {
        switch self {
        case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .writing: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        }
    }
}

/// One connection to the server. It blocks while it works, hence its own queue; everything but `init` runs there, hence unchecked.
final class PostgresConnection: SQLConnection, @unchecked Sendable {
    let queue: DispatchQueue
    private let settings: PostgresSettings
    private var handle: OpaquePointer?
    private var prepared: [Prepared: String] = [:]
    private var cursors = 0
    /// Whether the transaction changed a row.
    private var changed = false

    private struct Prepared: Hashable {
        let sql: String
        let types: [UInt32]
    }

    init(_ settings: PostgresSettings, number: Int) {
        self.settings = settings
        queue = DispatchQueue(label: "sentinel.postgres.\(number)")
    }

    deinit { PQfinish(handle) }

    var dialect: SQLDialect { .postgres }

    /// Ends the connection; the next transaction makes a new one.
    func disconnect() {
        PQfinish(handle)
        handle = nil
        prepared = [:]
    }

    /// Runs `body` as one transaction. Returns its value and whether it changed a row.
    ///
    /// Where the transaction was doomed, throws what doomed it, whatever `body` made of it: only the engine can tell whether to try again.
    func transaction<T>(_ kind: PostgresTransaction, _ body: (any SQLSession) throws -> T) throws -> (T, Bool) {
        if handle == nil || PQstatus(handle) == CONNECTION_BAD { try connect() }
        changed = false
        try control(kind.begin)
        let session = TransactionSession(self)
        do {
            let value = try body(session)
            if let doom = session.doom { throw doom }
            try commit(kind)
            return (value, changed)
        } catch {
            if PQtransactionStatus(handle) != PQTRANS_IDLE { try? control("ROLLBACK") }
            if let doom = session.doom, doom.code == .serialization || doom.code == .connectionLost { throw doom }
            throw error
        }
    }

    func run(_ sql: String, _ arguments: [SQLValue], into rows: inout [SQLRow]) throws(StorageError) -> Int {
        let arguments = PostgresArguments(arguments)
        let name = try prepare(sql, arguments.types)
        let result = arguments.withPointers { values, lengths, formats in
            PQexecPrepared(handle, name, Int32(values.count), values, lengths, formats, 1)
        }
        defer { PQclear(result) }
        return try take(result, sql, into: &rows)
    }

    func stream(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        cursors += 1
        let cursor = "each_\(cursors)"
        try execute("DECLARE \(cursor) NO SCROLL CURSOR FOR \(sql)", PostgresArguments(arguments), sql)
        var failed = false
        defer { if !failed { try? control("CLOSE \(cursor)") } }
        while true {
            var rows: [SQLRow] = []
            do {
                let result = PQexecParams(handle, "FETCH 500 FROM \(cursor)", 0, nil, nil, nil, nil, 1)
                defer { PQclear(result) }
                _ = try take(result, sql, into: &rows)
            } catch {
                failed = true
                throw error
            }
            guard !rows.isEmpty else { return }
            for row in rows { try body(row) }
        }
    }

    func control(_ sql: String) throws(StorageError) {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result, sql) }
    }
}

extension PostgresConnection {
    private func connect() throws(StorageError) {
        disconnect()
        let keywords = ["dbname", "application_name", "client_encoding", "connect_timeout", "tcp_user_timeout"]
        let values = [settings.connection, "sentinel", "UTF8", "10", "30000"]
        handle = withCStrings(keywords) { keywords in withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) } }
        guard PQstatus(handle) == CONNECTION_OK else {
            disconnect()
            // libpq's own words may repeat the connection string; the server's log has the rest.
            throw StorageError(.unavailable, detail: "PostgreSQL refuses or does not answer; see the server's log")
        }
        // Notices would go to standard error and may quote values.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try control("SET statement_timeout = \(settings.statementMilliseconds)")
        try control("SET idle_in_transaction_session_timeout = \(2 * settings.statementMilliseconds)")
        try verify()
    }

    private func verify() throws(StorageError) {
        var rows: [SQLRow] = []
        let sql = """
            SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
            current_setting('synchronous_commit') AS synchronous_commit, current_setting('server_encoding') AS server_encoding
            """
        _ = try run(sql, [], into: &rows)
        guard let row = rows.first, try row.text("server_encoding") == "UTF8" else {
            disconnect()
            throw StorageError(.invalidSetting("server_encoding"), detail: "the database must be made with ENCODING 'UTF8'")
        }
        guard settings.requiresDurability else { return }
        for setting in ["fsync", "full_page_writes", "synchronous_commit"] where try row.text(setting) == "off" {
            disconnect()
            throw StorageError(.notDurable, detail: "\(setting) is off")
        }
    }

    private func commit(_ kind: PostgresTransaction) throws(StorageError) {
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            let error = failure(result, nil)
            guard error.code == .connectionLost || PQstatus(handle) == CONNECTION_BAD else { throw error }
            throw StorageError(kind == .reading ? .connectionLost : .commitUnknown, engineCode: error.engineCode)
        }
        // A transaction that the server holds for failed answers COMMIT with ROLLBACK.
        guard let tag = PQcmdStatus(result), String(cString: tag) == "COMMIT" else { throw StorageError(.transactionFailed) }
    }

    private func prepare(_ sql: String, _ types: [UInt32]) throws(StorageError) -> String {
        let key = Prepared(sql: sql, types: types)
        if let name = prepared[key] { return name }
        let highest = PostgresArguments.highestPlaceholder(in: sql)
        guard highest == types.count else {
            throw StorageError(.invalidStatement, statement: sql, detail: "\(types.count) arguments given, \(highest) used")
        }
        if prepared.count >= 512 {
            try control("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, sql, Int32(types.count), types)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result, sql) }
        prepared[key] = name
        return name
    }

    private func execute(_ sql: String, _ arguments: PostgresArguments, _ shown: String) throws(StorageError) {
        let result = arguments.withPointers { values, lengths, formats in
            PQexecParams(handle, sql, Int32(values.count), arguments.types, values, lengths, formats, 1)
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result, shown) }
    }

    private func take(_ result: OpaquePointer?, _ sql: String, into rows: inout [SQLRow]) throws(StorageError) -> Int {
        let status = PQresultStatus(result)
        guard let result, status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else { throw failure(result, sql) }
        if status == PGRES_TUPLES_OK { try PostgresRows.append(result, to: &rows) }
        guard let tag = PQcmdStatus(result).map({ String(cString: $0) }), let count = PQcmdTuples(result) else { return 0 }
        guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: tag.hasPrefix) else { return 0 }
        let rowsChanged = Int(String(cString: count)) ?? 0
        changed = changed || rowsChanged > 0
        return rowsChanged
    }

    private func failure(_ result: OpaquePointer?, _ sql: String?) -> StorageError {
        let error = StorageError(result: result, sql: sql)
        if error.engineCode == "0A000" || error.engineCode == "26000" {
            // A migration changed a table beneath a prepared statement: forget them all and try anew.
            disconnect()
            return StorageError(.connectionLost, statement: sql, engineCode: error.engineCode)
        }
        return PQstatus(handle) == CONNECTION_BAD ? StorageError(.connectionLost, statement: sql, engineCode: error.engineCode) : error
    }
}

/// Hands an array of C strings, closed by a null, to `body`.
private func withCStrings<R>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> R) -> R {
    let copies = strings.map { Array($0.utf8CString) }
    func next(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> R {
        guard index < copies.count else { return body(pointers + [nil]) }
        return copies[index].withUnsafeBufferPointer { next(index + 1, pointers + [$0.baseAddress]) }
    }
    return next(0, [])
}
