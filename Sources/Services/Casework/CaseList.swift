// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// One page of the cases of mine and of my teams.
public struct CaseList: Sendable {
    /// Which part of the list.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Open: those for which nobody has anything to do first, then by the nearest due action.
        case open
        /// Closed, the newest first.
        case closed
    }

    /// The cases of this page.
    public let rows: [CaseRow]
    /// What was asked for.
    public let part: Part
    /// From 0.
    public let page: Int
    /// How many rows a page has.
    public let pageSize: Int
    /// How many there are in each part, over all pages.
    public let counts: [Part: Int]
    /// Open cases for which no action is open, over all pages.
    public let withoutAction: Int
    /// Open cases with an action past its time, over all pages.
    public let overdue: Int

    /// How many there are in this part, over all pages.
    public var total: Int { counts[part] ?? 0 }
}

extension Casework {
    static let pageSize = 50

    /// One page of the cases of mine and of my teams. `page` counts from 0. Throws `refused`.
    public func myCases(_ actor: Actor, _ part: CaseList.Part = .open, page: Int = 0) async throws -> CaseList {
        try await house.authorise(actor, .seeTeamWork)
        let at = house.now
        let number = min(max(page, 0), 100_000)
        let sql = CaseListSQL(part, actor, page: number, now: at)
        let (rows, subjects, figures) = try await house.store.read { session in
            let rows = try session.query(sql.page, sql.arguments(part))
            let concerns = Set(try rows.map { try $0.recordID("concern_id") }).sorted()
            return (rows, try ConcernParts.records(session, concerns, kinds: "AND r.role = 'subject'"), try sql.figures(session, now: at))
        }
        try await house.store.write(ActOfPerson(.consult, by: actor, to: .seeTeamWork, at: at, purpose: "my_cases")) { transaction in
            for row in rows { transaction.show("case_file", try row.text("id")) }
            for id in subjects.values.flatMap({ $0.map(\.id) }).sorted() { transaction.show("record", id) }
        }
        let shown = try rows.map { row in
            let standard = house.standard(try row.text("concern_standard"))
            let subject = try subjects[try row.recordID("concern_id")]?.first.flatMap {
                try ConcernParts.mention($0, standard, house)?.label
            }
            return try caseRow(row, subject: subject)
        }
        return CaseList(
            rows: shown, part: part, page: number, pageSize: Self.pageSize, counts: figures.counts, withoutAction: figures.withoutAction,
            overdue: figures.overdue)
    }
}

/// The list of cases as SQL.
private struct CaseListSQL: Sendable {
    struct Figures: Sendable {
        var counts: [CaseList.Part: Int] = [:]
        var withoutAction = 0
        var overdue = 0
    }

    let page: String
    private let condition: String
    private let scope: ScopeSQL

    init(_ part: CaseList.Part, _ actor: Actor, page: Int, now: Instant) {
        scope = ScopeSQL(AccessPolicy.scope(actor, .workCase), first: 2, now: now)
        condition = "FROM case_file f JOIN concern c ON c.id = f.concern_id WHERE f.state = $1 AND \(scope.text)"
        let order = part == .open ? "next_due NULLS FIRST, f.id" : "f.closed_at DESC, f.id"
        let offset = page * Casework.pageSize
        self.page = """
            SELECT f.*, c.reference AS concern_reference, c.standard AS concern_standard, \(Casework.counts)
            \(condition) ORDER BY \(order) LIMIT \(Casework.pageSize) OFFSET \(offset)
            """
    }

    func arguments(_ part: CaseList.Part) -> [SQLValue] { [.text(part.rawValue)] + scope.arguments }

    func figures(_ session: any SQLSession, now: Instant) throws -> Figures {
        let open = arguments(.open)
        let next = open.count + 1
        var figures = Figures()
        for part in CaseList.Part.allCases {
            figures.counts[part] = Int(try session.integer("SELECT count(*) AS n \(condition)", arguments(part)))
        }
        figures.withoutAction = Int(
            try session.integer(
                "SELECT count(*) AS n \(condition) AND NOT EXISTS (SELECT 1 FROM case_action a WHERE a.case_id = f.id AND a.state = 'open')",
                open))
        figures.overdue = Int(
            try session.integer(
                """
                SELECT count(*) AS n \(condition)
                AND EXISTS (SELECT 1 FROM case_action a WHERE a.case_id = f.id AND a.state = 'open' AND a.due_at < $\(next))
                """, open + [.integer(now.microseconds)]))
        return figures
    }
}
