// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// The key under which a write may be repeated, end to end (DESIGN rule 7). Key and content stand in the store as tokens only.
struct IdempotencyKey: Sendable {
    private let account: RecordID
    private let key: [UInt8]
    private let content: [UInt8]?

    /// Makes the key of one account's write. With `content` nil, any earlier content is accepted.
    init(_ house: House, _ actor: Actor, _ key: String, content: String?) {
        self.init(house, account: actor.account, key, content: content)
    }

    /// The same for whoever has no account: `account` is the concern to which they add.
    init(_ house: House, account: RecordID, _ key: String, content: String?) {
        self.account = account
        self.key = house.store.keys.blindToken("idempotency", account.description + "\n" + key)
        self.content = content.map { house.store.keys.blindToken("request", $0) }
    }

    /// What the write made the first time; nil where this is the first. Throws `keyReused` where the key came with other content.
    func result(_ session: any SQLSession) throws -> RecordID? {
        guard let row = try session.first("SELECT request_hash, result FROM idempotency WHERE key_hash = $1", [.blob(key)]) else {
            return nil
        }
        if let content, try row.blob("request_hash") != content { throw ServiceError.keyReused }
        return RecordID(try row.text("result"))
    }

    /// Keeps what the write makes, in its own transaction.
    func keep(_ result: RecordID, at: Instant, _ session: any SQLSession) throws {
        try session.execute(
            "INSERT INTO idempotency (key_hash, account_id, request_hash, result, created_at) VALUES ($1, $2, $3, $4, $5)",
            [.blob(key), .text(account.description), .blob(content ?? []), .text(result.description), .integer(at.microseconds)])
    }
}
