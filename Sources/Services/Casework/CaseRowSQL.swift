// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Rows of the tables `case_file` and `case_member`.
enum CaseRowSQL {
    static let open = "open"
    static let closed = "closed"

    static func open(
        _ id: RecordID, _ reference: String, concern: RecordID, team: String, by actor: Actor, at: Instant, _ transaction: WriteTransaction
    ) -> LedgeredRow {
        transaction.row(
            "case_file",
            [
                "id": .text(id.description), "reference": .text(reference), "concern_id": .text(concern.description),
                "team_id": .text(team),
                "agency_id": .text(actor.agency.description), "opened_by": .text(actor.account.description),
                "opened_at": .integer(at.microseconds), "state": .text(open), "outcome": .null, "closed_by": .null, "closed_at": .null,
                "sealed": .null,
            ])
    }

    /// Puts a person on a case; a person who is on it already stays, one who had left comes back.
    static func join(_ file: RecordID, _ account: RecordID, concern: RecordID, at: Instant, _ transaction: WriteTransaction) throws {
        let key: [SQLValue] = [.text(file.description), .text(account.description)]
        if let row = try transaction.session.first("SELECT left_at FROM case_member WHERE case_id = $1 AND account_id = $2", key) {
            if try row.optionalInteger("left_at") != nil { try transaction.update("case_member", key: key, set: ["left_at": .null]) }
            return
        }
        try transaction.insert(
            transaction.row(
                "case_member",
                [
                    "case_id": key[0], "account_id": key[1], "concern_id": .text(concern.description),
                    "joined_at": .integer(at.microseconds),
                    "left_at": .null,
                ]))
    }
}
