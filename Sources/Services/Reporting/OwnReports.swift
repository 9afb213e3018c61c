// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// What I reported, and what came of it.
extension Reporting {
    private static let pageSize = 25

    /// My reports, newest first. `page` counts from 0.
    public func ownReports(_ actor: Actor, page: Int) async throws -> (rows: [OwnReportRow], total: Int) {
        let allowed = AccessPolicy.scope(actor, .readOwnReport)
        // Nothing in scope is a refusal, not an empty list: a program whose token lacks the scope must not read "you reported nothing".
        guard !allowed.clauses.isEmpty else {
            try await house.recordRefusal(actor, .readOwnReport, concern: nil)
            throw ServiceError.refused(action: .readOwnReport, ask: house.contact(for: actor))
        }
        let scope = ScopeSQL(allowed, first: 1, now: house.now)
        let offset = max(0, min(page, 10_000)) * Self.pageSize
        let (rows, total) = try await house.store.read { session in
            let rows = try session.query(
                """
                SELECT c.*, (SELECT count(*) FROM reply r WHERE r.concern_id = c.id) AS replies,
                  (SELECT count(*) FROM reply r WHERE r.concern_id = c.id AND r.read_at IS NULL) AS unread
                FROM concern c WHERE \(scope.text) ORDER BY c.received_at DESC LIMIT \(Self.pageSize) OFFSET \(offset)
                """, scope.arguments)
            return (rows, try session.integer("SELECT count(*) AS n FROM concern c WHERE \(scope.text)", scope.arguments))
        }
        return (try rows.map(ownRow), Int(total))
    }

    /// One report of mine with its replies, which are read from now on.
    public func ownReport(_ actor: Actor, reference: String) async throws -> OwnReport {
        let id = try await house.concernID(reference)
        return try await house.recordingRefusals(actor, id) {
            let (parts, practice) = try await house.store.read { session in
                _ = try house.authorise(session, actor, .readOwnReport, id)
                return (try ConcernParts(session, id), try PracticeReading(session, id))
            }
            let act = ActOfPerson(.consult, by: actor, to: .readOwnReport, at: house.now, purpose: "own_report")
            let at = house.now
            try await house.store.write(act) { transaction in
                // Asked again where the entry is written, as for a concern.
                _ = try house.authorise(transaction, actor, .readOwnReport, id)
                transaction.show("concern", id.description)
                for record in parts.records { transaction.show("record", record.id) }
                for row in practice.rows { transaction.show("practice_record", try row.text("id")) }
                for reply in try transaction.session.query(
                    "SELECT id FROM reply WHERE concern_id = $1 AND read_at IS NULL", [.text(id.description)])
                {
                    try transaction.update("reply", key: [try reply.value("id")], set: ["read_at": .integer(at.microseconds)])
                }
                try NoticeRow.opened([.reply], of: id, by: actor, at: at, transaction.session)
            }
            let opened = try parts.open(house, for: actor.agency)
            let report = ConcernReport(
                standard: try parts.concern.text("standard"), answers: opened.answers, statements: opened.statements,
                mentions: opened.mentions.map(\.mention), source: opened.source ?? Answers())
            return OwnReport(
                row: try ownRow(parts.concern, replies: opened.replies.count),
                desk: house.desk(ofArea: try parts.concern.optionalText("owning_area")),
                report: report, replies: opened.replies, addenda: opened.addenda,
                duties: try practice.ownDuties(house, report, parts.concern))
        }
    }

    /// Adds words to a report of mine; the desk is told. Nothing is overwritten. Twice sent with one key, they are added once.
    public func add(_ actor: Actor, reference: String, words: String, idempotencyKey: String? = nil) async throws {
        let words = try Words.checked(words, field: "words")
        let concern = try await house.concernID(reference)
        try await house.recordingRefusals(actor, concern) {
            let id = house.store.newID()
            let at = house.now
            let seal = try house.store.seal(WordsDocument(words: words), kind: "addendum", id: id, agency: actor.agency)
            let row = LedgeredRow(
                "addendum",
                [
                    "id": .text(id.description), "concern_id": .text(concern.description), "written_by": .text(actor.account.description),
                    "written_at": .integer(at.microseconds), "sealed": .blob(seal.sealed),
                ], random: house.store.random)
            let notice = house.store.newID()
            let repeated = idempotencyKey.map { key in
                IdempotencyKey(house, actor, "add:\(concern):" + key, content: words)
            }
            try await house.store.write(ActOfPerson(.report, by: actor, to: .addToOwnReport, at: at, purpose: "addendum")) { transaction in
                let (facts, _) = try house.authorise(transaction, actor, .addToOwnReport, concern)
                if let repeated {
                    if try repeated.result(transaction.session) != nil { return }
                    try repeated.keep(id, at: at, transaction.session)
                }
                try transaction.insert(row)
                try transaction.session.keep(seal)
                try NoticeRow.insert(
                    notice, kind: .addendum, concern: concern, account: facts.takenBy, area: facts.owningArea, at: at, transaction.session)
            }
        }
    }

    private func ownRow(_ row: SQLRow) throws -> OwnReportRow { try ownRow(row, replies: row.int("replies"), unread: row.int("unread")) }

    private func ownRow(_ row: SQLRow, replies: Int, unread: Int = 0) throws -> OwnReportRow {
        let status = ConcernStatus(rawValue: try row.text("status")) ?? .new
        let standing = replies > 0 ? .answered : ReporterStanding(unanswered: status)
        guard let id = RecordID(try row.text("id")) else { throw ServiceError.notFound }
        return OwnReportRow(
            concern: id, reference: try row.text("reference"), sentAt: Instant(microseconds: try row.integer("received_at")),
            standing: standing,
            replies: replies, unreadReplies: unread, decidesByLatest: Instant(microseconds: try row.integer("due_hard")))
    }
}

extension ReporterStanding {
    /// Where a report stands that nobody has replied to.
    init(unanswered status: ConcernStatus) {
        self =
            switch status {
            case .new, .returned: .waiting
            case .taken: .beingRead
            default: .decided
            }
    }
}
