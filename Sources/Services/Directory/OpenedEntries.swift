// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Entries of the directory already opened, by the salt of their row: each write gives a row a new salt, so that reading the directory
/// anew opens only what has changed.
struct OpenedEntries: Sendable {
    var agencies = Part<Agency>()
    var areas = Part<Area>()
    var teams = Part<Team>()
    var accounts = Part<Account>()
    var agreements = Part<ShareAgreement>()

    /// The entries of one table.
    struct Part<Entry: Sendable>: Sendable {
        private var held: [String: (salt: [UInt8], entry: Entry)] = [:]

        /// The entries of these rows, in their order; those that stand no longer are forgotten.
        mutating func entries(_ rows: [SQLRow], open: (SQLRow) throws -> Entry) throws -> [Entry] {
            var next: [String: (salt: [UInt8], entry: Entry)] = [:]
            let entries = try rows.map { row in
                let id = try row.text("id")
                let salt = try row.blob("salt")
                if let known = held[id], known.salt == salt {
                    next[id] = known
                    return known.entry
                }
                let entry = try open(row)
                next[id] = (salt, entry)
                return entry
            }
            held = next
            return entries
        }
    }
}
