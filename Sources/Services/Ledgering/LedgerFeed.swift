// SPDX-License-Identifier: Apache-2.0
import Storage

/// One committed entry of the ledger, as stored.
struct FeedEntry: Sendable {
    let id: Int64
    let body: [UInt8]
}

/// Reading the ledger in its order: the feed that the match index and the sequencer follow (DESIGN rule 2).
enum LedgerFeed {
    /// On PostgreSQL an entry with a smaller number may be committed later; so far back it is looked for every time. Older stragglers are
    /// found by the full look at every start and checkpoint.
    private static let stragglers: Int64 = 10_000

    /// How many entries stand in sequence: the number of the next one.
    static func count(_ session: any SQLSession) throws(StorageError) -> Int {
        Int(try session.integer("SELECT COALESCE(MAX(seq) + 1, 0) AS n FROM ledger_leaf"))
    }

    /// Entries in sequence from number `seq` on.
    static func sequenced(_ session: any SQLSession, from seq: Int, limit: Int) throws(StorageError) -> [FeedEntry] {
        try session.query(
            """
            SELECT l.entry_id AS id, e.body FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry_id
            WHERE l.seq >= $1 AND l.seq < $2 ORDER BY l.seq
            """, [.integer(seq), .integer(seq + limit)]
        ).map { row throws(StorageError) in FeedEntry(id: try row.integer("id"), body: try row.blob("body")) }
    }

    /// Committed entries that have no place in the sequence yet, oldest first. `everything` looks through the whole table.
    static func unsequenced(_ session: any SQLSession, limit: Int, everything: Bool = false) throws(StorageError) -> [FeedEntry] {
        let newest = try session.integer("SELECT COALESCE(MAX(entry_id), 0) AS n FROM ledger_leaf")
        let window = session.dialect == .sqlite ? 0 : stragglers
        return try session.query(
            """
            SELECT e.id, e.body FROM ledger_entry e WHERE e.id > $1
            AND NOT EXISTS (SELECT 1 FROM ledger_leaf l WHERE l.entry_id = e.id) ORDER BY e.id LIMIT $2
            """, [.integer(everything ? 0 : newest - window), .integer(limit)]
        ).map { row throws(StorageError) in FeedEntry(id: try row.integer("id"), body: try row.blob("body")) }
    }
}
