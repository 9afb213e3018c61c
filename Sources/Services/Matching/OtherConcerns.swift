// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

extension PiecesRead {
    /// What is read of the concerns that hold the pieces.
    struct Others: Sendable {
        private(set) var concerns: [RecordID: OtherConcern] = [:]
        /// The share rule of each record.
        private(set) var rules: [RecordID: ShareRule] = [:]
        /// The sealed mentions that matched.
        private(set) var mentions: [RecordID: SealedRecord] = [:]
        /// Each concern's sealed narrative.
        private(set) var narratives: [RecordID: (record: RecordID, sealed: SealedRecord)] = [:]

        init(_ session: any SQLSession, _ ids: [RecordID], records: [RecordID], now: Instant, withDocuments: Bool = false) throws {
            let facts = try FactsReader.facts(session, ids, now: now)
            let columns = "c.id, c.reference, c.standard, c.agency_id, c.received_at, c.status, c.outcome, c.share_rule"
            for row in try Self.list(session, "SELECT \(columns) FROM concern c WHERE c.id IN", ids) {
                let id = try row.recordID("id")
                if let facts = facts[id] { concerns[id] = try OtherConcern(row, facts) }
            }
            let join = SealedRecord.join("r")
            let newest = "r.version = (SELECT MAX(v.version) FROM record v WHERE v.id = r.id)"
            let sealed =
                "SELECT r.id, r.version, r.concern_id, r.share_rule, r.sealed, \(join.columns) FROM record r \(join.join) WHERE \(newest)"
            for row in try Self.list(session, "\(sealed) AND r.id IN", records) {
                let id = try row.recordID("id")
                rules[id] = ShareRule(code: try row.text("share_rule"))
                mentions[id] = try SealedRecord(row, kind: "record")
            }
            guard withDocuments else { return }
            for row in try Self.list(session, "\(sealed) AND r.kind = '\(RecordKindName.narrative)' AND r.concern_id IN", ids) {
                narratives[try row.recordID("concern_id")] = (try row.recordID("id"), try SealedRecord(row, kind: "record"))
            }
        }

        private static func list(_ session: any SQLSession, _ sql: String, _ ids: [RecordID]) throws(StorageError) -> [SQLRow] {
            var rows: [SQLRow] = []
            for part in SQLValue.lists(ids) {
                rows += try session.query("\(sql) (\(SQLDialect.placeholders(part.count)))", part)
            }
            return rows
        }
    }
}

/// The clear columns of a concern that holds a piece.
struct OtherConcern: Sendable {
    let facts: ConcernFacts
    let reference: String
    let standard: String
    let agency: RecordID
    let receivedAt: Instant
    let status: ConcernStatus?
    let outcome: String?
    let rule: ShareRule

    init(_ row: SQLRow, _ facts: ConcernFacts) throws {
        self.facts = facts
        reference = try row.text("reference")
        standard = try row.text("standard")
        agency = try row.recordID("agency_id")
        receivedAt = try row.instant("received_at")
        status = ConcernStatus(rawValue: try row.text("status"))
        outcome = try row.optionalText("outcome")
        rule = ShareRule(code: try row.text("share_rule"))
    }

    /// Whether the person may read the concern itself.
    func canOpen(_ actor: Actor) -> Bool { AccessPolicy.decide(actor, .readConcern, facts).isAllowed }

    /// How much the person is shown of a record of it; nil is nothing at all. Whoever may read it sees all; whoever is shut out of it, nothing;
    /// a restricted one stays unspoken of; for the rest the stricter of the concern's and the record's share rule holds, and what
    /// stands in its place by agreement or answer.
    func shown(_ actor: Actor, rule record: ShareRule, _ sharing: Sharing) -> PieceView.Shown? {
        if facts.isShutOut(actor) { return nil }
        if canOpen(actor) { return .whole }
        return facts.restricted ? nil : sharing.rule(record: min(rule, record), holder: agency, concern: facts.id).shown
    }
}
