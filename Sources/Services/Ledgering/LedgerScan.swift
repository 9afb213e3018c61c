// SPDX-License-Identifier: Apache-2.0
import Ledger
import Storage

/// Looks through the ledger from the newest entry back, a bounded number of entries at a time.
struct LedgerScan: Sendable {
    /// Entries read at once.
    static let chunk = 500
    /// Entries that one request looks through.
    static let most = 50_000

    /// What was found.
    struct Found: Sendable {
        var entries: [(number: Int64, entry: LedgerEntry)] = []
        /// Number of the last entry looked at where there are more; nil at the end.
        var next: Int64?
    }

    let store: Store

    /// The entries before a number that fit, at most `limit`, until `isPast` says that the rest is of no interest; each as far as the reader
    /// may see it, nil where they may not.
    func newest(
        before: Int64?, limit: Int, seen: (LedgerEntry) -> LedgerEntry? = { $0 }, fits: (LedgerEntry) -> Bool,
        isPast: (LedgerEntry) -> Bool = { _ in false }
    ) async throws -> Found {
        var found = Found()
        var before = before ?? .max
        var looked = 0
        while true {
            let start = before
            let rows = try await store.read { session in
                try session.query(
                    "SELECT id, body FROM ledger_entry WHERE id < $1 ORDER BY id DESC LIMIT \(Self.chunk)", [.integer(start)])
            }
            for row in rows {
                before = try row.integer("id")
                let entry = try LedgerEntry(canonicalBytes: try row.blob("body"))
                if isPast(entry) { return found }
                if let entry = seen(entry), fits(entry) { found.entries.append((before, entry)) }
                if found.entries.count == limit {
                    found.next = before
                    return found
                }
            }
            looked += rows.count
            if rows.count < Self.chunk { return found }
            if looked >= Self.most {
                found.next = before
                return found
            }
        }
    }
}
