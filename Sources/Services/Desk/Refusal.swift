// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

/// A refused hand-over that brought a concern back: who refused, for which team, and why.
public struct Refusal: Sendable, Hashable {
    /// Who, by name.
    public let by: String
    /// The team, by name.
    public let team: String
    /// When.
    public let at: Instant
    /// A code of the list `refusal_reason`; nil where none was stated.
    public let reason: String?
    /// Why, in words; empty where they are no longer kept.
    public let words: String
}

extension Desk {
    /// The refused hand-overs of these concerns, with their keys.
    static func refusedRows(_ session: any SQLSession, _ concerns: [RecordID]) throws -> [SQLRow] {
        let join = SealedRecord.join("t")
        var found: [SQLRow] = []
        for part in SQLValue.lists(concerns) {
            found += try session.query(
                """
                SELECT t.*, \(join.columns) FROM hand_over t \(join.join)
                WHERE t.state = 'refused' AND t.concern_id IN (\(SQLDialect.placeholders(part.count))) ORDER BY t.answered_at, t.id
                """, part)
        }
        return found
    }

    /// Those of one concern's hand-overs that brought it back: refused since it was last decided, the newest first.
    static func broughtBack(_ rows: [SQLRow]) throws -> [SQLRow] {
        let refused = try rows.filter { try $0.text("state") == HandOverView.State.refused.rawValue }
            .map { (row: $0, at: try $0.integer("answered_at"), decision: try $0.text("decision_id")) }.sorted { $0.at > $1.at }
        return refused.filter { $0.decision == refused.first?.decision }.map(\.row)
    }

    /// A refused hand-over as shown.
    func refusal(_ row: SQLRow) throws -> Refusal {
        let snapshot = house.directory.snapshot
        let sealed = try SealedRecord(row, kind: "hand_over")
        return Refusal(
            by: snapshot.name(of: try row.optionalRecordID("answered_by")), team: snapshot.teams[try row.recordID("team_id")]?.name ?? "",
            at: try row.instant("answered_at"), reason: try row.optionalText("refusal"),
            words: sealed.isDisposedOf ? "" : try house.store.open(sealed, as: HandOverDocument.self).refusal ?? "")
    }
}
