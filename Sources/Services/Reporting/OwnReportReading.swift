// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// One's own report as it is shown, with an account and without.
extension OwnReportRow {
    /// The line of a concern's row.
    init(_ concern: SQLRow, replies: Int, unread: Int = 0) throws {
        let status = ConcernStatus(rawValue: try concern.text("status")) ?? .new
        self.init(
            concern: try concern.recordID("id"), reference: try concern.text("reference"), sentAt: try concern.instant("received_at"),
            standing: replies > 0 ? .answered : ReporterStanding(unanswered: status), replies: replies, unreadReplies: unread,
            decidesByLatest: try concern.instant("due_hard"))
    }

    /// The columns of a list's rows, for a concern with the alias `c`.
    static let columns = """
        c.*, (SELECT count(*) FROM reply r WHERE r.concern_id = c.id) AS replies,
          (SELECT count(*) FROM reply r WHERE r.concern_id = c.id AND r.read_at IS NULL) AS unread
        """

    /// The line of a row with `columns`.
    init(listed row: SQLRow) throws { try self.init(row, replies: row.int("replies"), unread: row.int("unread")) }
}

extension OwnReport {
    /// All of it. `reader` is the agency that reads, where there is one.
    init(_ house: House, _ parts: ConcernParts, _ practice: PracticeReading, for reader: RecordID? = nil) throws {
        let opened = try parts.open(house, for: reader)
        let report = ConcernReport(
            standard: try parts.concern.text("standard"), answers: opened.answers, statements: opened.statements,
            mentions: opened.mentions.map(\.mention), source: opened.source ?? Answers())
        self.init(
            row: try OwnReportRow(parts.concern, replies: opened.replies.count),
            desk: house.desk(ofArea: try parts.concern.optionalText("owning_area")), report: report, replies: opened.replies,
            addenda: opened.addenda, duties: try practice.ownDuties(house, report, parts.concern))
    }

    /// Notes what its reporter is shown, and that the replies are read from now on.
    static func note(
        _ parts: ConcernParts, _ practice: PracticeReading, of concern: RecordID, in transaction: WriteTransaction, at: Instant
    ) throws {
        transaction.show("concern", concern.description)
        for record in parts.records { transaction.show("record", record.id) }
        for row in practice.rows { transaction.show("practice_record", try row.text("id")) }
        try RepliesRead.mark(concern, in: transaction, at: at)
    }
}

/// Replies that their reporter has opened.
enum RepliesRead {
    /// Marks those of a concern that were not read yet.
    static func mark(_ concern: RecordID, in transaction: WriteTransaction, at: Instant) throws {
        for reply in try transaction.session.query(
            "SELECT id FROM reply WHERE concern_id = $1 AND read_at IS NULL", [.text(concern.description)])
        {
            try transaction.update("reply", key: [try reply.value("id")], set: ["read_at": .integer(at.microseconds)])
        }
    }
}
