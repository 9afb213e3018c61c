// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// A part of the inbox as SQL.
struct InboxSQL: Sendable {
    let part: HandOverInbox.Part
    let page: String
    let total: String
    /// Counts those whose hard limit has passed; takes the moment as one argument more.
    let passed: String
    let arguments: [SQLValue]

    /// Nothing for a person without a team.
    init?(_ part: HandOverInbox.Part, _ actor: Actor, page: Int, now: Instant) {
        let teams = actor.teams(as: .investigator).sorted().map { SQLValue.text($0.description) }
        guard !teams.isEmpty else { return nil }
        self.part = part
        let scope = ScopeSQL(AccessPolicy.scope(actor, .answerHandOver), first: teams.count + 1, now: now)
        var arguments = teams + scope.arguments
        var condition = "t.team_id IN (\(SQLDialect.placeholders(teams.count)))"
        switch part {
        case .waiting: condition += " AND t.state = 'offered' AND \(scope.text)"
        case .answered:
            arguments += [.text(actor.account.description), .text(actor.agency.description)]
            let lets = ShutOutSQL.lets(concern: "c.id", account: "$\(arguments.count - 1)", agency: "$\(arguments.count)")
            // A refusal stays my team's own, but for whoever is shut out of the matter.
            condition += " AND ((t.state = 'accepted' AND \(scope.text)) OR (t.state = 'refused' AND \(lets)))"
        }
        let order = part == .waiting ? "t.urgent DESC, t.due_hard, t.id" : "t.answered_at DESC, t.id"
        let offset = page * HandOvers.pageSize
        let next = arguments.count + 1
        self.page = "\(Self.rows) WHERE \(condition) ORDER BY \(order) LIMIT \(HandOvers.pageSize) OFFSET \(offset)"
        total = "SELECT count(*) AS n FROM hand_over t JOIN concern c ON c.id = t.concern_id WHERE \(condition)"
        passed =
            "SELECT count(*) AS n FROM hand_over t JOIN concern c ON c.id = t.concern_id WHERE \(condition) AND t.due_hard <= $\(next)"
        self.arguments = arguments
    }

    /// One hand-over.
    static func one(_ id: RecordID) -> (text: String, arguments: [SQLValue]) {
        ("\(rows) WHERE t.id = $1", [.text(id.description)])
    }

    private static let rows: String = {
        let join = SealedRecord.join("t")
        return """
            SELECT t.*, c.reference AS reference, c.crimes AS crimes, c.standard AS standard, \(join.columns)
            FROM hand_over t JOIN concern c ON c.id = t.concern_id \(join.join)
            """
    }()
}

/// What one reading of the inbox brings out of the store, still sealed: of a concern only as much as the policy lets this person read.
struct InboxReading: Sendable {
    var rows: [SQLRow] = []
    var concerns: [RecordID: SQLRow] = [:]
    var records: [RecordID: [ConcernParts.RecordParts]] = [:]
    /// By id.
    var decisions: [RecordID: SQLRow] = [:]

    init() {}

    init(_ session: any SQLSession, _ rows: [SQLRow], _ actor: Actor, now: Instant) throws {
        self.rows = rows
        let ids = Set(try rows.map { try $0.recordID("concern_id") }).sorted()
        let readable = try Self.readable(session, ids, actor, now: now).sorted()
        guard !readable.isEmpty else { return }
        records = try ConcernParts.records(session, readable, kinds: "AND (r.kind = 'narrative' OR r.role = 'subject')")
        let concerns = readable.map { SQLValue.text($0.description) }
        for row in try session.query("SELECT * FROM concern WHERE id IN (\(SQLDialect.placeholders(concerns.count)))", concerns) {
            self.concerns[try row.recordID("id")] = row
        }
        let keys = Set(try rows.filter { readable.contains(try $0.recordID("concern_id")) }.map { try $0.text("decision_id") }).sorted()
        let join = SealedRecord.join("t")
        let list = SQLDialect.placeholders(keys.count)
        for row in try session.query(
            "SELECT t.*, \(join.columns) FROM decision t \(join.join) WHERE t.id IN (\(list))", keys.map { SQLValue.text($0) })
        {
            decisions[try row.recordID("id")] = row
        }
    }

    /// Those of these concerns that a person may read now.
    static func readable(_ session: any SQLSession, _ ids: [RecordID], _ actor: Actor, now: Instant) throws -> Set<RecordID> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try FactsReader.facts(session, ids, now: now).filter { AccessPolicy.decide(actor, .readConcern, $0.value).isAllowed }.keys)
    }
}
