// SPDX-License-Identifier: Apache-2.0

import GRDBSQLite
import Storage

/// A unique index as SQLite lists it.
struct UniqueIndex {
    let name: String
    /// `c` made by CREATE INDEX, `u` by a UNIQUE constraint, `pk` by a PRIMARY KEY.
    let origin: String
    var columns: [String]
}

extension StorageError {
    /// Translates an extended result code. SQLite's messages name tables, columns and constraints, never values.
    init(sqlite code: Int32, message: String, sql: String?, indexes: (String) -> [UniqueIndex]) {
        self.init(Self.code(code, message, indexes), statement: sql, engineCode: String(code), detail: Self.detail(code, message))
    }

    private static func code(_ code: Int32, _ message: String, _ indexes: (String) -> [UniqueIndex]) -> Code {
        let subject = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        switch code {
        // UNIQUE, PRIMARYKEY, ROWID
        case 2067, 1555, 2579: return .uniqueViolation(constraint: constraint(subject, primary: code != 2067, indexes))
        case 787: return .foreignKeyViolation
        case 275: return .checkViolation(constraint: subject)
        case 1299: return .notNullViolation(column: subject.split(separator: ".").last.map(String.init) ?? subject)
        case 3091: return .invalidValue
        default: break
        }
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy
        case SQLITE_READONLY: return .readOnly
        case SQLITE_FULL: return .full
        case SQLITE_IOERR: return .inputOutput
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt
        case SQLITE_INTERRUPT, SQLITE_ABORT: return .cancelled
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: return .unavailable
        case SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_CONSTRAINT: return .invalidValue
        case SQLITE_ERROR: return .invalidStatement
        case SQLITE_MISUSE: return .closed
        default: return .unexpected
        }
    }

    private static func detail(_ code: Int32, _ message: String) -> String? {
        [SQLITE_ERROR, SQLITE_CANTOPEN].contains(code & 0xff) ? message : nil
    }

    /// The name that PostgreSQL would give: that of the index, `TABLE_pkey`, or `TABLE_COLUMN_key`.
    private static func constraint(_ subject: String, primary: Bool, _ indexes: (String) -> [UniqueIndex]) -> String {
        // An index over expressions is named itself: index 'NAME'.
        if subject.hasPrefix("index '") { return String(subject.dropFirst("index '".count).dropLast()) }
        let parts = subject.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        guard let table = parts.first?.first.map(String.init) else { return subject }
        if primary { return table + "_pkey" }
        let columns = parts.compactMap { $0.count == 2 ? String($0[1]) : nil }
        guard let index = indexes(table).first(where: { $0.columns == columns }) else { return subject }
        switch index.origin {
        case "c": return index.name
        case "pk": return table + "_pkey"
        default: return ([table] + columns + ["key"]).joined(separator: "_")
        }
    }
}
