// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// What one reading of a case brings out of the store, still sealed.
struct CaseReading: Sendable {
    let row: SQLRow
    let facts: ConcernFacts
    let decision: AccessPolicy.Decision
    let parts: ConcernParts
    let decisions: [SQLRow]
    let handOvers: [SQLRow]
    let events: [SQLRow]
    let actions: [SQLRow]
    let members: [SQLRow]
    let practice: PracticeReading

    /// Reads a case that `row` is of, for somebody who may do `action` to its concern.
    init(_ session: any SQLSession, _ row: SQLRow, _ facts: ConcernFacts, _ decision: AccessPolicy.Decision) throws {
        self.row = row
        self.facts = facts
        self.decision = decision
        parts = try ConcernParts(session, facts.id)
        decisions = try ConcernParts.words(session, "decision", "decided_at", facts.id)
        handOvers = try ConcernParts.words(session, "hand_over", "offered_at", facts.id)
        practice = try PracticeReading(session, facts.id)
        events = try Self.sealedRows(session, "case_event", row)
        actions = try Self.sealedRows(session, "case_action", row)
        members = try session.query(
            "SELECT * FROM case_member WHERE case_id = $1 AND left_at IS NULL ORDER BY joined_at", [try row.value("id")])
    }

    private static func sealedRows(_ session: any SQLSession, _ table: String, _ file: SQLRow) throws -> [SQLRow] {
        let join = SealedRecord.join("t")
        return try session.query(
            "SELECT t.*, \(join.columns) FROM \(table) t \(join.join) WHERE t.case_id = $1 ORDER BY t.id", [try file.value("id")])
    }
}
