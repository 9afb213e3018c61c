// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// What a notice can be about. A notice holds ids and codes only; what it is about is read under the policy when it is opened.
enum NoticeKind: String, Sendable {
    /// A hand-over waits for my team.
    case handOver = "hand_over"
    /// A hand-over was refused and the concern is back.
    case returned
    /// The reporter added something.
    case addendum
    /// A reply has been written to me.
    case reply
    /// Somebody opened a restricted record of mine in an emergency.
    case emergency
    /// A shut-out waits for a person to confirm or lift it.
    case shutOut = "shut_out"
    /// An area is uncovered or a limit has passed, and it is my turn.
    case escalation
    /// An action on a case is mine.
    case action
    /// Rows of an import could not be read and are mine to settle.
    case unreadableRow = "unreadable_row"
}

/// A row of the table `notice`.
enum NoticeRow {
    static func insert(
        _ id: RecordID, kind: NoticeKind, concern: RecordID?, account: RecordID? = nil, team: RecordID? = nil, area: String? = nil,
        at: Instant,
        _ session: any SQLSession
    ) throws(StorageError) {
        try session.execute(
            "INSERT INTO notice (id, account_id, team_id, area, kind, concern_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [
                .text(id.description), .text(account?.description), .text(team?.description), .text(area), .text(kind.rawValue),
                .text(concern?.description), .integer(at.microseconds),
            ])
    }
}
