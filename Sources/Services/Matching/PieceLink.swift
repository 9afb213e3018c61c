// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Storage

/// One pair of records that may speak of the same, as it stands in the table `piece_link`: once for each of the two concerns.
struct PieceLink: Sendable, Hashable {
    let concern: RecordID
    let record: RecordID
    let otherConcern: RecordID
    let otherRecord: RecordID
    /// Hundredths of a bit.
    let weight: Int
    let relation: Linkage.Relation
    let evidence: String

    init(_ concern: RecordID, _ record: RecordID, _ candidate: Candidate) {
        self.concern = concern
        self.record = record
        otherConcern = RecordID(candidate.group)
        otherRecord = RecordID(candidate.id)
        weight = EvidenceText.hundredths(candidate.weight)
        relation = candidate.relation
        evidence = EvidenceText.of(candidate.contributions)
    }

    private static let columns = [
        "concern_id", "record_id", "other_concern_id", "other_record_id", "weight", "relation", "evidence", "model", "found_at",
    ]

    /// Both rows of the pair, so that the earlier concern's page shows the later piece too.
    private func rows(model: String, at: Instant) -> [[SQLValue]] {
        func row(_ concern: RecordID, _ record: RecordID, _ otherConcern: RecordID, _ otherRecord: RecordID) -> [SQLValue] {
            [
                .text(concern.description), .text(record.description), .text(otherConcern.description), .text(otherRecord.description),
                .integer(weight), .text(relation.rawValue), .text(evidence), .text(model), .integer(at.microseconds),
            ]
        }
        return [row(concern, record, otherConcern, otherRecord), row(otherConcern, otherRecord, concern, record)]
    }

    /// Stores links. One that is there already is brought up to date: nothing else hangs on its row.
    static func store(_ links: [PieceLink], model: String, at: Instant, _ session: any SQLSession) throws(StorageError) {
        // A statement may not meet the same row twice, and two writers should meet the rows in one order.
        var rows: [String: [SQLValue]] = [:]
        for link in links {
            let both = link.rows(model: model, at: at)
            rows["\(link.concern) \(link.record) \(link.otherRecord)"] = both[0]
            rows["\(link.otherConcern) \(link.otherRecord) \(link.record)"] = both[1]
        }
        try ManyRows.insert(
            "piece_link", columns, rows.sorted { $0.key < $1.key }.map(\.value),
            onConflict: """
                ON CONFLICT (concern_id, record_id, other_record_id) DO UPDATE SET weight = excluded.weight, relation = excluded.relation,
                evidence = excluded.evidence, model = excluded.model, found_at = excluded.found_at
                """, session)
    }

    /// Forgets what was linked by an earlier version of a record, from both sides. What people answered stays.
    static func forget(_ record: RecordID, of concern: RecordID, _ session: any SQLSession) throws {
        let own: [SQLValue] = [.text(concern.description), .text(record.description)]
        let links = try session.query(
            "SELECT other_concern_id, other_record_id FROM piece_link WHERE concern_id = $1 AND record_id = $2", own)
        try session.execute("DELETE FROM piece_link WHERE concern_id = $1 AND record_id = $2", own)
        for link in links {
            try session.execute(
                "DELETE FROM piece_link WHERE concern_id = $1 AND record_id = $2 AND other_record_id = $3",
                [.text(try link.text("other_concern_id")), .text(try link.text("other_record_id")), own[1]])
        }
    }

    /// How many other concerns hold a piece of each of these. Those whose very existence is not to be told to this person are not counted.
    static func counts(
        _ concerns: [RecordID], for actor: Actor, _ directory: DirectorySnapshot, now: Instant, _ session: any SQLSession
    ) throws -> [RecordID: Int] {
        var counts: [RecordID: Int] = [:]
        for part in SQLValue.lists(concerns) {
            let told = ToldSQL(actor, directory, first: part.count + 1, now: now)
            let rows = try session.query(
                """
                SELECT l.concern_id, COUNT(DISTINCT l.other_concern_id) AS n FROM piece_link l JOIN concern o ON o.id = l.other_concern_id
                WHERE l.concern_id IN (\(SQLDialect.placeholders(part.count))) AND \(told.text)
                GROUP BY l.concern_id
                """, part + told.arguments)
            for row in rows { counts[try row.recordID("concern_id")] = try row.int("n") }
        }
        return counts
    }
}
