// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// The facts of every concern in one pass over clear columns: at a start, before anything can be found.
enum EveryFact {
    static func read(_ session: any SQLSession, now: Instant) throws -> [RecordID: ConcernFacts] {
        var found: [RecordID: ConcernFacts] = [:]
        let columns = "id, agency_id, reporter_id, owning_area, told_areas, taken_by, restricted, status"
        try session.each("SELECT \(columns) FROM concern", []) { row in
            let facts = try FactsReader.concern(row)
            found[facts.id] = facts
        }
        try each(session, "SELECT concern_id, team_id AS other FROM hand_over WHERE state = 'offered'") {
            found[$0]?.offeredTeams.insert($1)
        }
        try each(session, "SELECT concern_id, team_id AS other FROM hand_over WHERE state = 'accepted'") {
            found[$0]?.acceptedTeams.insert($1)
        }
        try each(session, "SELECT concern_id, account_id AS other FROM case_member WHERE left_at IS NULL") {
            found[$0]?.caseMembers.insert($1)
        }
        try each(session, "SELECT concern_id, account_id AS other FROM emergency_access WHERE until_at > $1", [.integer(now.microseconds)])
        {
            found[$0]?.openedInEmergencyBy.insert($1)
        }
        try each(session, "SELECT concern_id, account_id AS other FROM shut_out WHERE state <> 'lifted'") { found[$0]?.shutOut.insert($1) }
        try each(session, "SELECT concern_id, agency_id AS other FROM shut_out_agency WHERE state <> 'lifted'") {
            found[$0]?.shutOutAgencies.insert($1)
        }
        try each(session, "SELECT other_concern_id AS concern_id, asked_by AS other FROM share_ask WHERE state = 'whole'") {
            found[$0]?.sharedWith.insert($1)
        }
        return found
    }

    private static func each(
        _ session: any SQLSession, _ sql: String, _ arguments: [SQLValue] = [], _ body: (RecordID, RecordID) -> Void
    ) throws {
        try session.each(sql, arguments) { row in body(try row.recordID("concern_id"), try row.recordID("other")) }
    }
}
