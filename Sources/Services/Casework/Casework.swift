// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// Cases: people, timeline, actions.
    public var casework: Casework { Casework(house: self) }
}

/// Working a case.
public struct Casework: Sendable {
    let house: House

    /// The open cases of mine and of my teams, those with the nearest due action first.
    public func myCases(_ actor: Actor) async throws -> [CaseRow] {
        try await house.authorise(actor, .seeTeamWork)
        let scope = ScopeSQL(AccessPolicy.scope(actor, .workCase), first: 1, now: house.now)
        let (rows, subjects) = try await house.store.read { session in
            let rows = try session.query(
                """
                SELECT f.*, c.reference AS concern_reference, c.standard AS concern_standard, \(Self.counts)
                FROM case_file f JOIN concern c ON c.id = f.concern_id
                WHERE f.state = 'open' AND \(scope.text) ORDER BY next_due NULLS LAST, f.id LIMIT 200
                """, scope.arguments)
            let concerns = Set(try rows.map { try $0.recordID("concern_id") }).sorted()
            return (rows, try ConcernParts.records(session, concerns, kinds: "AND r.role = 'subject'"))
        }
        try await house.store.write(ActOfPerson(.consult, by: actor, at: house.now, purpose: "my_cases")) { transaction in
            for row in rows { transaction.show("case_file", try row.text("id")) }
            for id in subjects.values.flatMap({ $0.map(\.id) }).sorted() { transaction.show("record", id) }
        }
        return try rows.map { row in
            let standard = house.standard(try row.text("concern_standard"))
            let subject = try subjects[try row.recordID("concern_id")]?.first.flatMap {
                try ConcernParts.mention($0, standard, house)?.label
            }
            return try caseRow(row, subject: subject)
        }
    }

    static let counts = """
        (SELECT count(*) FROM case_action a WHERE a.case_id = f.id AND a.state = 'open') AS open_actions,
        (SELECT min(a.due_at) FROM case_action a WHERE a.case_id = f.id AND a.state = 'open') AS next_due
        """

    func caseRow(_ row: SQLRow, subject: String?, actions: [CaseAction]? = nil) throws -> CaseRow {
        let snapshot = house.directory.snapshot
        let due = try row.columns.contains("next_due") ? row.optionalInstant("next_due") : nil
        let open = try row.columns.contains("open_actions") ? row.int("open_actions") : 0
        let overdue = actions.map { $0.filter(\.overdue).count } ?? (due.map { $0 < house.now } ?? false ? 1 : 0)
        return CaseRow(
            id: try row.recordID("id"), reference: try row.text("reference"), concern: try row.recordID("concern_id"),
            concernReference: try row.columns.contains("concern_reference") ? row.text("concern_reference") : "",
            team: snapshot.teams[try row.recordID("team_id")]?.name ?? "", state: try row.text("state"),
            openedAt: try row.instant("opened_at"),
            openedBy: snapshot.name(of: try row.optionalRecordID("opened_by")), subject: subject, openActions: open,
            overdueActions: overdue, nextDue: due)
    }

    /// A case without its counts, as listed beside a concern.
    func bareRow(_ row: SQLRow, _ concern: SQLRow?) throws -> CaseRow { try caseRow(row, subject: nil) }

    /// The case of a reference with the concern it belongs to. Throws `notFound`.
    func locate(_ session: any SQLSession, _ condition: String, _ value: String) throws -> SQLRow {
        let row = try session.first(
            "SELECT f.*, c.reference AS concern_reference, \(Self.counts) FROM case_file f JOIN concern c ON c.id = f.concern_id WHERE f.\(condition) = $1",
            [.text(value)])
        guard let row else { throw ServiceError.notFound }
        return row
    }
}
