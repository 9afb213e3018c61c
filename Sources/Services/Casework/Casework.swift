// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

extension House {
    /// Cases: people, timeline, actions.
    public var casework: Casework { Casework(house: self) }
}

/// Working a case.
public struct Casework: Sendable {
    let house: House

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
            overdueActions: overdue, nextDue: due, outcome: try row.optionalText("outcome"), closedAt: try row.optionalInstant("closed_at"),
            standard: try row.columns.contains("concern_standard") ? row.text("concern_standard") : "")
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
