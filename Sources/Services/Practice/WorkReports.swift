// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

/// What I reported, and what came of it, for a professional without an account: every report that the reader of one work address has called
/// theirs. The right to it is the visit, and it ends with it.
extension WorkReporting {
    /// Which report, and how the caller may see it.
    public enum Right: Sendable, Hashable {
        /// A visit by a link that came to the work address.
        case visit(String?)
        /// The browser in which it was sent, for a day.
        case draft(String?)
    }

    /// My reports, newest first; nil where the visit is over.
    public func reports(_ visit: String?) async throws -> [OwnReportRow]? {
        guard let index = try await address(of: visit) else { return nil }
        let rows = try await house.store.read { session in
            try session.query(
                """
                SELECT c.*, (SELECT count(*) FROM reply r WHERE r.concern_id = c.id) AS replies,
                  (SELECT count(*) FROM reply r WHERE r.concern_id = c.id AND r.read_at IS NULL) AS unread
                FROM concern c JOIN work_proof p ON p.concern_id = c.id WHERE p.address_index = $1 AND p.is_theirs = 1
                ORDER BY c.received_at DESC LIMIT 100
                """, [.blob(index)])
        }
        try await house.store.write(ActOfPerson(.consult, actorText: "", at: house.now, purpose: "own_report")) { transaction in
            for row in rows { transaction.show("concern", try row.text("id")) }
        }
        return try rows.map { row in
            let status = ConcernStatus(rawValue: try row.text("status")) ?? .new
            let replies = try row.int("replies")
            return OwnReportRow(
                concern: try row.recordID("id"), reference: try row.text("reference"), sentAt: try row.instant("received_at"),
                standing: replies > 0 ? .answered : ReporterStanding(unanswered: status), replies: replies,
                unreadReplies: try row.int("unread"), decidesByLatest: try row.instant("due_hard"))
        }
    }

    /// One report of mine with its replies; nil where it is none of mine or the visit is over: nobody can tell which.
    public func report(_ right: Right, reference: String) async throws -> OwnReport? {
        guard let concern = try await concern(right, reference) else { return nil }
        let (parts, practice) = try await house.store.read { session in
            (try ConcernParts(session, concern), try PracticeReading(session, concern))
        }
        let at = house.now
        try await house.store.write(ActOfPerson(.consult, actorText: "", at: at, purpose: "own_report")) { transaction in
            transaction.show("concern", concern.description)
            for record in parts.records { transaction.show("record", record.id) }
            for row in practice.rows { transaction.show("practice_record", try row.text("id")) }
            for reply in try transaction.session.query(
                "SELECT id FROM reply WHERE concern_id = $1 AND read_at IS NULL", [.text(concern.description)])
            {
                try transaction.update("reply", key: [try reply.value("id")], set: ["read_at": .integer(at.microseconds)])
            }
        }
        let opened = try parts.open(house)
        let report = ConcernReport(
            standard: try parts.concern.text("standard"), answers: opened.answers, statements: opened.statements,
            mentions: opened.mentions.map(\.mention), source: opened.source ?? Answers())
        let status = ConcernStatus(rawValue: try parts.concern.text("status")) ?? .new
        let row = OwnReportRow(
            concern: concern, reference: try parts.concern.text("reference"), sentAt: try parts.concern.instant("received_at"),
            standing: opened.replies.isEmpty ? ReporterStanding(unanswered: status) : .answered, replies: opened.replies.count,
            unreadReplies: 0, decidesByLatest: try parts.concern.instant("due_hard"))
        return OwnReport(
            row: row, desk: house.desk(ofArea: try parts.concern.optionalText("owning_area")), report: report, replies: opened.replies,
            addenda: opened.addenda, duties: try practice.ownDuties(house, report, parts.concern))
    }

    /// Records what proves a duty of my own done. Throws `notFound` where the report is none of mine, `invalid`.
    public func record(_ right: Right, reference: String, form: String, _ answers: Answers) async throws {
        guard let concern = try await concern(right, reference) else { throw ServiceError.notFound }
        let parts = try await house.store.read { session in try ConcernParts(session, concern) }
        let act = ActOfPerson(.report, actorText: "", at: house.now, purpose: "practice")
        try await house.practice.recordReporters(parts, concern, form, answers, act) { _ in nil }
    }

    /// Adds words to a report of mine; the desk is told. Throws `notFound`, `invalid`.
    public func add(_ right: Right, reference: String, words: String) async throws {
        let words = try Words.checked(words, field: "words")
        guard let concern = try await concern(right, reference) else { throw ServiceError.notFound }
        let (id, notice, at) = (house.store.newID(), house.store.newID(), house.now)
        let agency = try await house.store.read { session in
            try session.one("SELECT agency_id FROM concern WHERE id = $1", [.text(concern.description)]).recordID("agency_id")
        }
        let seal = try house.store.seal(WordsDocument(words: words), kind: "addendum", id: id, agency: agency)
        let row = LedgeredRow(
            "addendum",
            [
                "id": .text(id.description), "concern_id": .text(concern.description), "written_by": .text(""),
                "written_at": .integer(at.microseconds), "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        try await house.store.write(ActOfPerson(.report, actorText: "", at: at, purpose: "addendum")) { transaction in
            try transaction.insert(row)
            try transaction.session.keep(seal)
            guard let facts = try FactsReader.facts(transaction.session, concern, now: at) else { throw ServiceError.notFound }
            try NoticeRow.insert(
                notice, kind: .addendum, concern: concern, account: facts.takenBy, area: facts.owningArea, at: at, transaction.session)
        }
    }

    private func concern(_ right: Right, _ reference: String) async throws -> RecordID? {
        guard let concern = try? await house.concernID(reference) else { return nil }
        switch right {
        case .visit(let visit):
            guard let index = try await address(of: visit) else { return nil }
            let theirs = try await house.store.read { session in
                try session.integer(
                    "SELECT count(*) AS n FROM work_proof WHERE concern_id = $1 AND address_index = $2 AND is_theirs = 1",
                    [.text(concern.description), .blob(index)])
            }
            return theirs > 0 ? concern : nil
        case .draft(let key):
            let draft = try await house.door.draft(.professional, key: key)
            return draft?.concern == concern ? concern : nil
        }
    }
}
