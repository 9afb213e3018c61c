// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Reads what the access policy looks at, from clear columns alone.
enum FactsReader {
    /// The facts of the concerns with these ids; those that don't exist are left out.
    static func facts(_ session: any SQLSession, _ ids: [RecordID], now: Instant) throws -> [RecordID: ConcernFacts] {
        var found: [RecordID: ConcernFacts] = [:]
        for part in SQLValue.lists(ids) {
            try read(session, part, now: now, into: &found)
        }
        return found
    }

    /// The facts of one concern, or nil.
    static func facts(_ session: any SQLSession, _ id: RecordID, now: Instant) throws -> ConcernFacts? {
        try facts(session, [id], now: now)[id]
    }

    private static func read(
        _ session: any SQLSession, _ ids: [SQLValue], now: Instant, into found: inout [RecordID: ConcernFacts]
    ) throws {
        let list = SQLDialect.placeholders(ids.count)
        for row in try session.query("SELECT * FROM concern WHERE id IN (\(list))", ids) {
            let facts = try concern(row)
            found[facts.id] = facts
        }
        for row in try session.query(
            "SELECT concern_id, team_id, state FROM hand_over WHERE state IN ('offered', 'accepted') AND concern_id IN (\(list))", ids)
        {
            guard let id = RecordID(try row.text("concern_id")), let team = RecordID(try row.text("team_id")) else { continue }
            if try row.text("state") == "accepted" { found[id]?.acceptedTeams.insert(team) } else { found[id]?.offeredTeams.insert(team) }
        }
        for row in try session.query(
            "SELECT concern_id, account_id FROM case_member WHERE left_at IS NULL AND concern_id IN (\(list))", ids)
        {
            guard let id = RecordID(try row.text("concern_id")), let account = RecordID(try row.text("account_id")) else { continue }
            found[id]?.caseMembers.insert(account)
        }
        for row in try session.query(
            "SELECT concern_id, account_id FROM emergency_access WHERE concern_id IN (\(list)) AND until_at > $\(ids.count + 1)",
            ids + [.integer(now.microseconds)])
        {
            guard let id = RecordID(try row.text("concern_id")), let account = RecordID(try row.text("account_id")) else { continue }
            found[id]?.openedInEmergencyBy.insert(account)
        }
        for row in try session.query("SELECT concern_id, account_id FROM shut_out WHERE state <> 'lifted' AND concern_id IN (\(list))", ids)
        {
            guard let id = RecordID(try row.text("concern_id")), let account = RecordID(try row.text("account_id")) else { continue }
            found[id]?.shutOut.insert(account)
        }
        for row in try session.query(
            "SELECT concern_id, agency_id FROM shut_out_agency WHERE state <> 'lifted' AND concern_id IN (\(list))", ids)
        {
            guard let id = RecordID(try row.text("concern_id")), let agency = RecordID(try row.text("agency_id")) else { continue }
            found[id]?.shutOutAgencies.insert(agency)
        }
        for row in try session.query(
            "SELECT other_concern_id, asked_by FROM share_ask WHERE state = 'whole' AND other_concern_id IN (\(list))", ids)
        {
            guard let id = RecordID(try row.text("other_concern_id")), let account = RecordID(try row.text("asked_by")) else { continue }
            found[id]?.sharedWith.insert(account)
        }
        for row in try session.query("SELECT concern_id, team_id FROM contact_disclosure WHERE concern_id IN (\(list))", ids) {
            guard let id = RecordID(try row.text("concern_id")), let team = RecordID(try row.text("team_id")) else { continue }
            found[id]?.contactTeams.insert(team)
        }
    }

    /// The part of the facts that stands in the concern's own row.
    static func concern(_ row: SQLRow) throws -> ConcernFacts {
        guard let id = RecordID(try row.text("id")), let agency = RecordID(try row.text("agency_id")) else {
            throw StorageError(.unexpected, detail: "an id that is no id")
        }
        return ConcernFacts(
            id: id, reporter: try row.optionalText("reporter_id").flatMap { RecordID($0) }, reportingAgency: agency,
            owningArea: try row.optionalText("owning_area"), toldAreas: Set(CodeText.codes(try row.text("told_areas"))),
            takenBy: try row.optionalText("taken_by").flatMap { RecordID($0) }, restricted: try row.flag("restricted"),
            isOpen: ConcernStatus(rawValue: try row.text("status"))?.isOpen ?? false)
    }
}

/// Lists of codes as one text column: ` a b ` (see `Schema`).
enum CodeText {
    /// The column's text: sorted, each once.
    static func text(_ codes: some Sequence<String>) -> String {
        let sorted = Set(codes).sorted()
        return sorted.isEmpty ? "" : " " + sorted.joined(separator: " ") + " "
    }

    /// The codes in a column's text.
    static func codes(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
