// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// What a report names, as tokens: rare values to be found again, and suspects to be held against accounts.
struct NamedValues: Sendable {
    private var blind: [(kind: String, token: [UInt8], record: RecordID)] = []
    private var suspects: [[UInt8]] = []

    init() {}

    /// Adds what one mention names.
    mutating func add(_ mention: Mention, record: RecordID, _ keys: KeyStore) {
        for (kind, value) in BlindValues.of(mention) { blind.append((kind, keys.blindToken(kind, value), record)) }
        if mention.role == .suspect { suspects += SuspectTokens.of(mention, keys) }
    }

    /// Writes the tokens, and shuts out at once and silently any account whose identifier or exact name is a suspect's; a duty confirms or
    /// lifts it (DESIGN rule 3).
    func write(_ concern: RecordID, in transaction: WriteTransaction, at: Instant) throws {
        let session = transaction.session
        for entry in blind {
            try session.execute(
                "INSERT INTO blind_index (kind, value, record_id, concern_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                [.text(entry.kind), .blob(entry.token), .text(entry.record.description), .text(concern.description)])
        }
        guard !suspects.isEmpty else { return }
        let list = SQLDialect.placeholders(suspects.count)
        let accounts = try session.query(
            "SELECT id FROM account WHERE name_index IN (\(list)) OR login_index IN (\(list))", suspects.map { .blob($0) })
        for account in try accounts.map({ try $0.text("id") }).sorted() {
            let key: [SQLValue] = [.text(concern.description), .text(account)]
            // What a person has confirmed or lifted stays so.
            if try session.first("SELECT state FROM shut_out WHERE concern_id = $1 AND account_id = $2", key) != nil { continue }
            try transaction.insert(ShutOutRow.make(concern: concern, account: account, state: .set, at: at, salted: transaction))
        }
    }
}
