// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// A row of the table `api_token`, without its label and its secret's hash.
struct TokenRecord: Sendable, Hashable {
    let id: RecordID
    let account: RecordID
    let scopes: [String]
    let createdAt: Instant
    let expiresAt: Instant
    let revokedAt: Instant?

    init(_ row: SQLRow) throws {
        id = try row.recordID("id")
        account = try row.recordID("account_id")
        scopes = CodeText.codes(try row.text("scopes"))
        createdAt = try row.instant("created_at")
        expiresAt = try row.instant("expires_at")
        revokedAt = try row.optionalInstant("revoked_at")
    }

    /// Whether it is in force.
    func isInForce(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }
}

/// What is sealed of a token.
struct TokenDocument: Codable {
    var label: String
}
