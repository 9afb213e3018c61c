// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// What a round of climbing reads.
struct ClimbRead: Sendable {
    /// The most of each kind in one round; the longest passed come first.
    private static let most = 500

    let causes: [ClimbCause]
    let standing: [EscalationState]

    init(_ session: any SQLSession, _ directory: DirectorySnapshot, now: Instant) throws {
        var causes = directory.areasInForce(at: now).filter { area in !directory.onDuty(area.code, at: now).contains { $0.rank == 0 } }
            .map { ClimbCause(kind: .uncoveredArea, subject: $0.code, area: $0.code, concern: nil) }
        let concerns = try session.query(
            """
            SELECT id, owning_area FROM concern WHERE status IN ('new', 'taken', 'returned') AND due_hard < $1
            ORDER BY due_hard, id LIMIT \(Self.most)
            """, [.integer(now.microseconds)])
        causes += try concerns.map { try ClimbCause(.undecided, $0, concern: "id") }
        let handOvers = try session.query(
            """
            SELECT h.id, h.concern_id, c.owning_area FROM hand_over h JOIN concern c ON c.id = h.concern_id
            WHERE h.state = 'offered' AND h.due_hard < $1 ORDER BY h.due_hard, h.id LIMIT \(Self.most)
            """, [.integer(now.microseconds)])
        causes += try handOvers.map { try ClimbCause(.unanswered, $0, concern: "concern_id") }
        let asks = try session.query(
            """
            SELECT q.id, q.other_concern_id, c.owning_area FROM share_ask q JOIN concern c ON c.id = q.other_concern_id
            WHERE q.state = 'asked' AND q.due_hard < $1 ORDER BY q.due_hard, q.id LIMIT \(Self.most)
            """, [.integer(now.microseconds)])
        causes += try asks.map { try ClimbCause(.unansweredAsk, $0, concern: "other_concern_id") }
        self.causes = try causes + Self.unreadable(session, directory, now: now)
        // What ended long ago matters only if it begins anew.
        standing = try session.query("SELECT id, kind, subject_id, chain_rank, climbs_at, taken_by FROM escalation").map { row in
            EscalationState(
                id: try row.recordID("id"), kind: try row.text("kind"), subject: try row.text("subject_id"),
                rank: try row.int("chain_rank"),
                climbsAt: try row.instant("climbs_at"), takenBy: try row.optionalText("taken_by"))
        }
    }

    /// One cause an agency, however many of its rows wait: they are settled from one list. It goes up the chain of the area whose desk
    /// answers for the row that has waited longest.
    private static func unreadable(_ session: any SQLSession, _ directory: DirectorySnapshot, now: Instant) throws -> [ClimbCause] {
        let rows = try session.query(
            """
            SELECT agency_id, owner_id FROM unreadable_row WHERE state = 'open' AND due_hard < $1
            ORDER BY due_hard, id LIMIT \(Self.most)
            """, [.integer(now.microseconds)])
        var told: Set<String> = []
        return try rows.compactMap { row in
            let agency = try row.text("agency_id")
            guard told.insert(agency).inserted else { return nil }
            let owner = try row.recordID("owner_id")
            let area = directory.grantsInForce(owner, at: now).filter { Role.desks.contains($0.role) }.compactMap(\.area).min()
            return ClimbCause(kind: .unreadable, subject: agency, area: area ?? "", concern: nil)
        }
    }
}

extension ClimbCause {
    /// What a row with `id` and `owning_area` is a cause of; `column` holds its concern.
    fileprivate init(_ kind: Kind, _ row: SQLRow, concern column: String) throws {
        self.init(
            kind: kind, subject: try row.text("id"), area: try row.optionalText("owning_area") ?? "", concern: try row.recordID(column))
    }
}
