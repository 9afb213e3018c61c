// SPDX-License-Identifier: Apache-2.0

import GRDB
import Storage

/// How every connection is set up, and the proof that it took.
enum SQLitePragmas {
    /// The configuration of the pool.
    static func configuration(_ settings: SQLiteSettings) -> Configuration {
        var configuration = Configuration()
        configuration.label = "sentinel"
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = settings.readers
        configuration.busyMode = .timeout(Double(settings.busyMilliseconds) / 1000)
        // The group commit opens and closes its transactions itself.
        configuration.allowsUnsafeTransactions = true
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { db in
            for pragma in everyConnection { try db.execute(sql: "PRAGMA \(pragma)") }
        }
        return configuration
    }

    /// What holds for readers and the writer: nothing of the schema is trusted, freed pages are overwritten, damaged cells are noticed,
    /// a failing disk is an error and not a signal (no memory map), and no temporary file is written.
    static let everyConnection = [
        "trusted_schema = OFF", "secure_delete = ON", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY", "cache_size = -8000",
    ]

    /// Sets the writer to durable and asserts it. GRDB resets `synchronous` to NORMAL while it opens the pool, so this comes after.
    static func makeDurable(_ pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Gives room back after a large import; the log's usual size is kept by `WriteAheadLog`.
            _ = try Int.fetchOne(db, sql: "PRAGMA journal_size_limit = 67108864")
            try verify(db, "synchronous", "2")
            try verify(db, "journal_mode", "wal")
            for (pragma, value) in [("foreign_keys", "1"), ("trusted_schema", "0"), ("secure_delete", "1"), ("cell_size_check", "1")] {
                try verify(db, pragma, value)
            }
        }
    }

    private static func verify(_ db: Database, _ pragma: String, _ expected: String) throws {
        let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)")
        guard found == expected else {
            throw StorageError(.notDurable, detail: "\(pragma) is \(found ?? "unknown"), must be \(expected)")
        }
    }
}
