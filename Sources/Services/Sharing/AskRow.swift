// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Rows of the table `share_ask`. The state is `asked`, or the share rule that was answered.
enum AskRow {
    static let asked = "asked"

    /// What an agency has asked from one concern, the latest of each concern asked for.
    static func latest(_ session: any SQLSession, from concern: RecordID, agency: RecordID) throws -> [RecordID: SQLRow] {
        let keys = SealedRecord.join("t")
        let rows = try session.query(
            """
            SELECT t.*, \(keys.columns) FROM share_ask t \(keys.join) WHERE t.concern_id = $1 AND t.agency_id = $2
            ORDER BY t.asked_at, t.id
            """, [.text(concern.description), .text(agency.description)])
        return try rows.reduce(into: [:]) { $0[try $1.recordID("other_concern_id")] = $1 }
    }

    /// What was answered, by the concern asked for.
    static func answers(_ rows: [RecordID: SQLRow]) throws -> [RecordID: ShareRule] {
        try rows.compactMapValues { row in
            let state = try row.text("state")
            return state == asked ? nil : ShareRule(code: state)
        }
    }

    /// What an agency was answered to what it asked from one concern.
    static func answered(_ session: any SQLSession, from concern: RecordID, agency: RecordID) throws -> [RecordID: ShareRule] {
        try answers(latest(session, from: concern, agency: agency))
    }
}
