// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite
import Storage

/// One connection for the length of one transaction. GRDB keeps the connection and its prepared statements; binding and stepping are done here,
/// because GRDB binds `$2 … $1` in the order of first use and cuts text at U+0000.
final class SQLiteConnection: SQLConnection {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    var dialect: SQLDialect { .sqlite }

    func run(_ sql: String, _ arguments: [SQLValue], into rows: inout [SQLRow]) throws(StorageError) -> Int {
        let handle = try prepare(sql, kept: true)
        defer { finish(handle) }
        try bind(arguments, to: handle, sql)
        let before = database.totalChangesCount
        var columns: [String]?
        while try step(handle, sql) {
            let names = columns ?? names(of: handle)
            columns = names
            rows.append(SQLRow(columns: names, values: try values(of: handle, names)))
        }
        return database.totalChangesCount == before ? 0 : database.changesCount
    }

    func stream(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        // A statement of its own: `body` may run the same text.
        let statement: Statement
        do { statement = try database.makeStatement(sql: sql) } catch { throw failure(error, sql) }
        let handle = statement.sqliteStatement
        defer { finish(handle) }
        try bind(arguments, to: handle, sql)
        let names = names(of: handle)
        while try step(handle, sql) { try body(SQLRow(columns: names, values: try values(of: handle, names))) }
    }

    func control(_ sql: String) throws(StorageError) {
        let handle = try prepare(sql, kept: true)
        defer { finish(handle) }
        while try step(handle, sql) {}
    }

    private func prepare(_ sql: String, kept: Bool) throws(StorageError) -> OpaquePointer {
        do { return try database.cachedStatement(sql: sql).sqliteStatement } catch { throw failure(error, sql) }
    }

    private func step(_ handle: OpaquePointer, _ sql: String) throws(StorageError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let code = sqlite3_extended_errcode(database.sqliteConnection)
            let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) } ?? ""
            // Ends the failed statement, so that the look-up of the constraint's name below finds the connection free.
            sqlite3_reset(handle)
            throw StorageError(sqlite: code, message: message, sql: sql) { uniqueIndexes(of: $0) }
        }
    }

    private func finish(_ handle: OpaquePointer) {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func failure(_ error: any Error, _ sql: String) -> StorageError {
        guard let error = error as? DatabaseError else { return StorageError(.unexpected, statement: sql) }
        return StorageError(sqlite: error.extendedResultCode.rawValue, message: error.message ?? "", sql: sql) { _ in [] }
    }
}

extension SQLiteConnection {
    /// Binds by the number in the name: SQLite itself numbers `$n` by first appearance.
    private func bind(_ arguments: [SQLValue], to handle: OpaquePointer, _ sql: String) throws(StorageError) {
        var highest = 0
        for index in 0..<sqlite3_bind_parameter_count(handle) {
            guard let number = number(of: index + 1, handle), number <= arguments.count else {
                throw StorageError(
                    .invalidStatement, statement: sql, detail: "\(arguments.count) arguments given, placeholders are $1, $2 …")
            }
            highest = max(highest, number)
            guard bind(arguments[number - 1], index + 1, handle) == SQLITE_OK else {
                throw StorageError(.invalidValue, statement: sql, detail: "argument $\(number) is too long")
            }
        }
        guard highest == arguments.count else {
            throw StorageError(.invalidStatement, statement: sql, detail: "\(arguments.count) arguments given, \(highest) used")
        }
    }

    private func number(of index: Int32, _ handle: OpaquePointer) -> Int? {
        guard let name = sqlite3_bind_parameter_name(handle, index), name[0] == 0x24 else { return nil }
        var number = 0
        var position = 1
        while name[position] != 0 {
            guard (0x30...0x39).contains(name[position]), number < 100_000 else { return nil }
            number = number * 10 + Int(name[position] - 0x30)
            position += 1
        }
        return number > 0 ? number : nil
    }

    private func bind(_ value: SQLValue, _ index: Int32, _ handle: OpaquePointer) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let integer): return sqlite3_bind_int64(handle, index, integer)
        case .text(var text):
            return text.withUTF8 { bytes in
                // An empty buffer has no address, and no address means NULL to SQLite.
                guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, copied) }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text64(handle, index, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes { sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), copied) }
        }
    }

    private func names(of handle: OpaquePointer) -> [String] {
        (0..<sqlite3_column_count(handle)).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
    }

    private func values(of handle: OpaquePointer, _ names: [String]) throws(StorageError) -> [SQLValue] {
        var values: [SQLValue] = []
        values.reserveCapacity(names.count)
        for column in 0..<Int32(names.count) {
            switch sqlite3_column_type(handle, column) {
            case SQLITE_NULL: values.append(.null)
            case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(handle, column)))
            case SQLITE_TEXT:
                let start = sqlite3_column_text(handle, column)
                let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
                values.append(.text(String(decoding: bytes, as: UTF8.self)))
            case SQLITE_BLOB:
                let start = sqlite3_column_blob(handle, column)
                values.append(.blob([UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))))
            default:
                throw StorageError(.unexpectedKind(column: names[Int(column)], expected: "integer, text or blob", found: "a real number"))
            }
        }
        return values
    }

    /// The unique indexes of a table: how each came about, its name and its columns.
    private func uniqueIndexes(of table: String) -> [UniqueIndex] {
        let sql = """
            SELECT list.name AS name, list.origin AS origin, info.name AS part FROM pragma_index_list($1) AS list, pragma_index_info(list.name) AS info
            WHERE list."unique" ORDER BY list.seq, info.seqno
            """
        var rows: [SQLRow] = []
        guard (try? run(sql, [.text(table)], into: &rows)) != nil else { return [] }
        var indexes: [UniqueIndex] = []
        for row in rows {
            guard let name = try? row.text("name"), let origin = try? row.text("origin"), let part = try? row.text("part") else { continue }
            if indexes.last?.name == name {
                indexes[indexes.count - 1].columns.append(part)
            } else {
                indexes.append(UniqueIndex(name: name, origin: origin, columns: [part]))
            }
        }
        return indexes
    }
}

/// Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a macro that Swift does not import).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
