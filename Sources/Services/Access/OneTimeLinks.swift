// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Vault

/// A one-time link as stored: by its secret's hash alone.
struct OneTimeLink: Sendable {
    let hash: [UInt8]
    let account: RecordID
    let purpose: LinkPurpose
}

/// Statements on the table `one_time_link`.
enum OneTimeLinks {
    /// Minutes for which a link to set a password is good.
    static let setPasswordMinutes: Double = 30
    /// Minutes for which a link to a demo is good: a day.
    static let demoMinutes: Double = 1440

    static func minutes(_ purpose: LinkPurpose) -> Double { purpose == .setPassword ? setPasswordMinutes : demoMinutes }

    /// The link of a secret; nil where there is none, it was used or its time is over.
    static func find(_ secret: String, in session: any SQLSession, at now: Instant) throws -> OneTimeLink? {
        guard let hash = SecretToken(secret)?.hash else { return nil }
        let sql = "SELECT account_id, purpose FROM one_time_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2"
        guard let row = try session.first(sql, [.blob(hash), .integer(now.microseconds)]) else { return nil }
        guard let purpose = LinkPurpose(rawValue: try row.text("purpose")) else { return nil }
        return OneTimeLink(hash: hash, account: try row.recordID("account_id"), purpose: purpose)
    }

    /// Uses a link: true for one caller only, ever.
    static func use(_ link: OneTimeLink, in session: any SQLSession, at now: Instant) throws -> Bool {
        try session.execute(
            "UPDATE one_time_link SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL AND expires_at > $1",
            [.integer(now.microseconds), .blob(link.hash)]) == 1
    }

    /// Voids all links of an account.
    static func voidAll(of account: RecordID, in session: any SQLSession, at now: Instant) throws {
        try session.execute(
            "UPDATE one_time_link SET used_at = $1 WHERE account_id = $2 AND used_at IS NULL",
            [.integer(now.microseconds), .text(account.description)])
    }

    /// Minutes for which the link of somebody who joins is good: seven days, for it is printed and handed over. The account has never been
    /// used, so nothing can be taken over with it.
    static let joinMinutes: Double = 10_080

    static func insert(
        _ hash: [UInt8], _ account: RecordID, _ purpose: LinkPurpose, in session: any SQLSession, at now: Instant, minutes: Double? = nil
    ) throws {
        // A new link voids the ones before it: the newest message is the one that works.
        try session.execute(
            "UPDATE one_time_link SET used_at = $1 WHERE account_id = $2 AND purpose = $3 AND used_at IS NULL",
            [.integer(now.microseconds), .text(account.description), .text(purpose.rawValue)])
        try session.execute(
            "INSERT INTO one_time_link (token_hash, account_id, purpose, expires_at) VALUES ($1, $2, $3, $4)",
            [
                .blob(hash), .text(account.description), .text(purpose.rawValue),
                .integer(now.adding(seconds: (minutes ?? self.minutes(purpose)) * 60).microseconds),
            ])
    }
}
