// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// A row of the table `session`, without its secret's hash.
struct SessionRecord: Sendable, Hashable {
    let id: RecordID
    let account: RecordID
    let createdAt: Instant
    var lastSeenAt: Instant
    let expiresAt: Instant
    let endedAt: Instant?

    init(_ row: SQLRow) throws {
        id = try row.recordID("id")
        account = try row.recordID("account_id")
        createdAt = try row.instant("created_at")
        lastSeenAt = try row.instant("last_seen_at")
        expiresAt = try row.instant("expires_at")
        endedAt = try row.optionalInstant("ended_at")
    }

    /// Whether it lives: not ended, not over, and used lately (SECURITY row 27).
    func lives(at now: Instant, idleMinutes: Int) -> Bool {
        endedAt == nil && now < expiresAt && now.seconds(since: lastSeenAt) < Double(idleMinutes) * 60
    }

    /// Whether its last use should be noted: at most once a minute.
    func wantsNoting(at now: Instant) -> Bool { now.seconds(since: lastSeenAt) >= 60 }
}

/// Statements on the table `session`, which is not ledgered: beginnings and ends are acts of their own.
enum SessionRows {
    /// Days that rows of ended sessions stay, for the person's own list.
    static let keptDays: Double = 30

    static func find(_ hash: [UInt8], in session: any SQLSession) throws -> SessionRecord? {
        try session.first("SELECT * FROM session WHERE token_hash = $1", [.blob(hash)]).map { try SessionRecord($0) }
    }

    static func insert(_ hash: [UInt8], id: RecordID, account: RecordID, at now: Instant, expiresAt: Instant, in session: any SQLSession)
        throws
    {
        let account = SQLValue.text(account.description)
        let old = now.adding(seconds: -keptDays * 86_400).microseconds
        try session.execute("DELETE FROM session WHERE account_id = $1 AND expires_at < $2", [account, .integer(old)])
        try session.execute(
            "INSERT INTO session (token_hash, id, account_id, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)",
            [.blob(hash), .text(id.description), account, .integer(now.microseconds), .integer(expiresAt.microseconds)])
    }

    /// Ends one session of an account; false where there is none that lives.
    static func end(_ id: RecordID, of account: RecordID, in session: any SQLSession, at now: Instant) throws -> Bool {
        try session.execute(
            "UPDATE session SET ended_at = $1 WHERE id = $2 AND account_id = $3 AND ended_at IS NULL",
            [.integer(now.microseconds), .text(id.description), .text(account.description)]) == 1
    }

    /// Ends all sessions of an account and returns their ids.
    static func endAll(of account: RecordID, in session: any SQLSession, at now: Instant) throws -> [RecordID] {
        try session.query(
            "UPDATE session SET ended_at = $1 WHERE account_id = $2 AND ended_at IS NULL RETURNING id",
            [.integer(now.microseconds), .text(account.description)]
        ).map { try $0.recordID("id") }
    }
}
