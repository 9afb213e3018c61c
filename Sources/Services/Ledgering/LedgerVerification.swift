// SPDX-License-Identifier: Apache-2.0
public import Ledger
public import Storage

/// Holding a whole store against its ledger: on a copy, offline, without the master key.
public enum LedgerVerification {
    /// Reads one snapshot of a store and names everything that is not as the ledger says.
    ///
    /// - Parameters:
    ///   - engine: any engine over the store or a copy of it.
    ///   - key: the log's public key, from outside the store (`ledger.vkey`).
    ///   - outside: checkpoints kept elsewhere; without one, a rewrite with the stolen signing key would not be seen.
    /// - Throws: `StorageError` where the store can't be read.
    public static func verify(_ engine: any SQLEngine, key: VerifierKey, outside: [String] = []) async throws -> VerificationReport {
        try await engine.read { session in try verify(session, key: key, outside: outside) }
    }

    /// The same in a transaction that somebody has open.
    static func verify(_ session: any SQLSession, key: VerifierKey, outside: [String]) throws -> VerificationReport {
        let stored = try session.query("SELECT size, note FROM ledger_checkpoint ORDER BY size").map { row in
            (size: try row.int("size"), note: try row.text("note"))
        }
        var verifier = LedgerVerifier(key: key, stored: stored, outside: outside)
        try session.each(
            "SELECT l.seq, l.entry_id, e.body FROM ledger_leaf l LEFT JOIN ledger_entry e ON e.id = l.entry_id ORDER BY l.seq", []
        ) { row in
            verifier.entry(seq: try row.int("seq"), entryID: try row.integer("entry_id"), body: try row.optionalBlob("body"))
        }
        try session.each("SELECT level, idx, hash FROM ledger_node ORDER BY level, idx", []) { row in
            // A hash of another length fits nothing: it is compared as a hash that no entry has.
            let hash = LedgerHash(try row.blob("hash")) ?? MerkleTree.emptyRoot
            verifier.node(level: try row.int("level"), index: try row.int("idx"), hash: hash)
        }
        try session.each(
            "SELECT e.id, e.body FROM ledger_entry e WHERE NOT EXISTS (SELECT 1 FROM ledger_leaf l WHERE l.entry_id = e.id) ORDER BY e.id",
            []
        ) { row in
            verifier.unsequenced(entryID: try row.integer("id"), body: try row.blob("body"))
        }
        for table in Schema.ledgeredTables {
            let key = Schema.key(of: table)
            try session.each("SELECT * FROM \(table)", []) { row in
                let columns = zip(row.columns, row.values).map { (name: $0, value: $1.ledgerValue) }
                let id = PrimaryKeyText.text(of: try key.map { try row.value($0).ledgerValue })
                verifier.row(table: table, id: id, columns: columns)
            }
        }
        return verifier.report()
    }
}

extension SQLValue {
    /// The value as the ledger's digest sees it.
    fileprivate var ledgerValue: ColumnValue {
        switch self {
        case .null: .null
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        case .blob(let bytes): .blob(bytes)
        }
    }
}
