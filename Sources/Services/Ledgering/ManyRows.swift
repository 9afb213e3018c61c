// SPDX-License-Identifier: Apache-2.0
import Storage

/// Inserting many short rows with few statements: on a database server each statement is a journey.
enum ManyRows {
    private static let chunk = 32

    /// Inserts rows of one width into a table that is not ledgered. `onConflict` ends the statement.
    static func insert(
        _ table: String, _ columns: [String], _ rows: [[SQLValue]], onConflict: String = "", _ session: any SQLSession
    ) throws(StorageError) {
        var start = 0
        while start < rows.count {
            let count = rows.count - start >= chunk ? chunk : 1
            let part = rows[start..<(start + count)]
            try session.execute(text(table, columns, count) + " " + onConflict, part.flatMap { $0 })
            start += count
        }
    }

    private static func text(_ table: String, _ columns: [String], _ count: Int) -> String {
        let values = (0..<count).map { "(\(SQLDialect.placeholders(columns.count, from: $0 * columns.count + 1)))" }
        return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(values.joined(separator: ", "))"
    }
}
