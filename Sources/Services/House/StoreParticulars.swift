// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Storage

/// What a store says of itself, read without keys: for commands that must know what they deal with.
public struct StoreParticulars: Sendable, Hashable {
    /// Whether everything in it is invented.
    public let isDemo: Bool
    /// Its region's code.
    public let region: String
    /// Entries committed and not yet put in the ledger's sequence.
    public let entriesWaiting: Int
    /// Jobs that have failed and are tried again.
    public let jobsFailed: Int
    /// Rows of imports that could not be read and that nobody has settled.
    public let rowsUnreadable: Int

    /// How the outbox of messages stands.
    public let outbox: OutboxFigures
    /// When the newest entry of the ledger was written, by the clock of then; nil in an empty store.
    public let newestEntry: Int64?

    /// Reads it; nil where the store has tables but was never founded. Throws `StorageError` where it can't be read.
    public static func read(_ engine: any SQLEngine) async throws -> StoreParticulars? {
        try await engine.read { session in
            let rows = try session.query("SELECT name, value FROM store_info")
            let values = Dictionary(try rows.map { (try $0.text("name"), try $0.text("value")) }, uniquingKeysWith: { first, _ in first })
            guard let demo = values["demo"], let region = values["region"] else { return nil }
            return StoreParticulars(
                isDemo: demo == "yes", region: region,
                entriesWaiting: Int(
                    try session.integer(
                        "SELECT count(*) AS n FROM ledger_entry e WHERE NOT EXISTS (SELECT 1 FROM ledger_leaf l WHERE l.entry_id = e.id)")),
                jobsFailed: Int(try session.integer("SELECT count(*) AS n FROM job WHERE last_error IS NOT NULL")),
                rowsUnreadable: Int(try session.integer("SELECT count(*) AS n FROM unreadable_row WHERE state = 'open'")),
                outbox: (try? OutboxFigures.read(session)) ?? OutboxFigures(), newestEntry: try newest(session))
        }
    }

    /// The moment that stands in the entry written last.
    private static func newest(_ session: any SQLSession) throws -> Int64? {
        let row = try session.first("SELECT body FROM ledger_entry ORDER BY id DESC LIMIT 1")
        return try row.map { try LedgerEntry(canonicalBytes: $0.blob("body")).at }
    }
}
