// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// What the match index needs of some concerns, as read in one snapshot: sealed records and clear facts.
struct IndexSource: Sendable {
    /// The newest version of one record.
    struct Row: Sendable {
        let id: RecordID
        let version: Int
        let kind: String
        let role: String?
        let concern: RecordID
        let createdAt: Instant
        let sealed: SealedRecord

        /// The id under which the ledger speaks of this version.
        var object: String { "\(id)/\(version)" }
    }

    private(set) var rows: [Row] = []
    var facts: [RecordID: ConcernFacts] = [:]

    init() {}

    /// All records of these concerns that can be found or matched.
    init(_ session: any SQLSession, concerns: [RecordID], now: Instant) throws {
        try read(session, column: "concern_id", concerns)
        facts = try FactsReader.facts(session, concerns, now: now)
    }

    /// Adds these records, and the facts of the concerns that they belong to.
    mutating func add(_ session: any SQLSession, records: [RecordID], now: Instant) throws {
        try read(session, column: "id", records)
        let missing = Set(rows.map(\.concern)).subtracting(facts.keys)
        facts.merge(try FactsReader.facts(session, missing.sorted(), now: now)) { _, new in new }
    }

    private mutating func read(_ session: any SQLSession, column: String, _ ids: [RecordID]) throws {
        let join = SealedRecord.join("r")
        for part in SQLValue.lists(ids) {
            let found = try session.query(
                """
                SELECT r.id, r.version, r.kind, r.role, r.concern_id, r.created_at, r.sealed, \(join.columns) FROM record r \(join.join)
                WHERE r.\(column) IN (\(SQLDialect.placeholders(part.count))) AND r.kind <> '\(RecordKindName.source)'
                AND r.version = (SELECT MAX(v.version) FROM record v WHERE v.id = r.id)
                """, part)
            for row in found {
                rows.append(
                    Row(
                        id: try row.recordID("id"), version: try row.int("version"), kind: try row.text("kind"),
                        role: try row.optionalText("role"),
                        concern: try row.recordID("concern_id"), createdAt: try row.instant("created_at"),
                        sealed: try SealedRecord(row, kind: "record")))
            }
        }
    }
}
