// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Storage

/// All that the pieces of one concern ask of the store, in a handful of queries over one snapshot. Nothing is opened in here.
struct PiecesRead: Sendable {
    /// The most links that one page is made from, the strongest.
    private static let most = 200

    /// A row of `piece_link`.
    struct Link: Sendable {
        let record: RecordID
        let otherConcern: RecordID
        let otherRecord: RecordID
        let weight: Double
        let relation: Linkage.Relation
        let evidence: [Evidence]
    }

    /// An answer that stands.
    struct Answer: Sendable {
        let id: RecordID
        let code: String
        let by: RecordID?
        let at: Instant
    }

    /// A pair of records, whichever of the two is asked from.
    struct Pair: Hashable, Sendable {
        let first: RecordID
        let second: RecordID
        init(_ left: RecordID, _ right: RecordID) { (first, second) = left < right ? (left, right) : (right, left) }
    }

    /// The standard under which the concern itself was made.
    let standard: String
    let links: [Link]
    let others: Others
    let answers: [Pair: Answer]
    let gaps: [String]
    /// What decides how much of them is shown to the reader's agency.
    let sharing: Sharing
    /// The latest asking of the reader's agency, by the concern asked for.
    let asks: [RecordID: SQLRow]

    init(_ session: any SQLSession, _ concern: RecordID, _ house: House, for actor: Actor) throws {
        asks = try AskRow.latest(session, from: concern, agency: actor.agency)
        sharing = Sharing(
            agreed: house.directory.snapshot.agreedRules(for: actor.agency, at: house.now), answered: try AskRow.answers(asks))
        standard = try session.first("SELECT standard FROM concern WHERE id = $1", [.text(concern.description)])?.text("standard") ?? ""
        links = try session.query(
            """
            SELECT record_id, other_concern_id, other_record_id, weight, relation, evidence FROM piece_link WHERE concern_id = $1
            ORDER BY weight DESC, other_concern_id, record_id, other_record_id LIMIT \(Self.most)
            """, [.text(concern.description)]
        ).compactMap { row in
            guard let relation = Linkage.Relation(rawValue: try row.text("relation")) else { return nil }
            return Link(
                record: try row.recordID("record_id"), otherConcern: try row.recordID("other_concern_id"),
                otherRecord: try row.recordID("other_record_id"), weight: Double(try row.integer("weight")) / 100, relation: relation,
                evidence: EvidenceText.lines(try row.text("evidence")))
        }
        let concerns = Set(links.map(\.otherConcern)).sorted()
        let records = Set(links.flatMap { [$0.record, $0.otherRecord] }).sorted()
        others = try Others(session, concerns, records: records, now: house.now, withDocuments: true)
        answers = try Self.answers(session, [concern] + concerns)
        let pending = try session.first(
            "SELECT id FROM job WHERE kind = $1 AND subject = $2", [.text(JobKind.link), .text(concern.description)])
        gaps = (pending == nil ? [] : ["linking_pending"]) + (try house.indexGaps(session))
    }

    private static func answers(_ session: any SQLSession, _ concerns: [RecordID]) throws -> [Pair: Answer] {
        var found: [Pair: Answer] = [:]
        for part in SQLValue.lists(concerns) {
            let rows = try session.query(
                """
                SELECT id, record_id, other_record_id, answer, answered_by, answered_at FROM match_answer
                WHERE undone_at IS NULL AND concern_id IN (\(SQLDialect.placeholders(part.count))) ORDER BY answered_at, id
                """, part)
            for row in rows {
                let answer = Answer(
                    id: try row.recordID("id"), code: try row.text("answer"), by: try row.optionalRecordID("answered_by"),
                    at: try row.instant("answered_at"))
                let pair = Pair(try row.recordID("record_id"), try row.recordID("other_record_id"))
                if let before = found[pair], (answer.at, answer.id) < (before.at, before.id) { continue }
                found[pair] = answer
            }
        }
        return found
    }
}
