// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension Asking {
    static let pageSize = 25

    /// What is asked of me, or what I asked. `page` counts from 0. Whatever names a person is read under the policy.
    public func inbox(_ actor: Actor, _ part: AskInbox.Part, page: Int = 0) async throws -> AskInbox {
        try await house.authorise(actor, .seeAsks)
        let at = house.now
        let page = max(0, min(page, 10_000))
        let query = AskQuery(part, actor, page: page, now: at)
        let waiting = AskQuery(.waiting, actor, page: 0, now: at)
        let read = try await house.store.read { session in
            let rows = try session.query(query.page, query.arguments)
            let own = try rows.map { try $0.recordID(query.own) }
            return (
                rows, Int(try session.integer(query.total, query.arguments)), Int(try session.integer(waiting.total, waiting.arguments)),
                try ConcernParts.records(session, Set(own).sorted(), kinds: "AND r.role = 'subject'")
            )
        }
        let (rows, total, waits, subjects) = read
        let shown = try await record(actor, rows, subjects, query.own, at)
        return AskInbox(
            part: part, rows: try rows.map { try view($0, shown[try $0.recordID(query.own)] ?? []) }, waiting: waits, total: total,
            pageSize: Self.pageSize, page: page)
    }

    /// One asking that waits for me, before it is answered. Throws `notFound`, `conflict(answered)`.
    public func waiting(_ actor: Actor, _ id: RecordID) async throws -> AskView {
        try await house.authorise(actor, .seeAsks)
        let at = house.now
        let keys = SealedRecord.join("t")
        let found = try await house.store.read { session in
            try session.first(
                """
                SELECT t.*, c.reference, c.standard, c.agency_id AS holder, own.urgency, \(keys.columns) FROM share_ask t
                JOIN concern c ON c.id = t.other_concern_id JOIN concern own ON own.id = t.concern_id \(keys.join) WHERE t.id = $1
                """, [.text(id.description)])
        }
        guard let row = found else { throw ServiceError.notFound }
        let concern = try row.recordID("other_concern_id")
        return try await house.recordingRefusals(actor, concern) {
            let subjects = try await house.store.read { session in
                _ = try house.authorise(session, actor, .answerAsk, concern)
                try Self.hold(actor, apartFrom: try row.recordID("concern_id"), session, now: at)
                return try ConcernParts.records(session, [concern], kinds: "AND r.role = 'subject'")
            }
            guard try row.text("state") == AskRow.asked else { throw ServiceError.conflict(.answered) }
            let shown = try await record(actor, [row], subjects, "other_concern_id", at)
            return try view(row, shown[concern] ?? [])
        }
    }

    /// Throws `notFound` for whoever is shut out of the matter from which something is asked: who asks, and why now, would tell of it.
    static func hold(_ actor: Actor, apartFrom concern: RecordID, _ session: any SQLSession, now: Instant) throws {
        if try FactsReader.facts(session, concern, now: now)?.isShutOut(actor) == true { throw ServiceError.notFound }
    }

    /// Writes what is shown to the ledger, and leaves out the names that this person may not read.
    private func record(
        _ actor: Actor, _ rows: [SQLRow], _ subjects: [RecordID: [ConcernParts.RecordParts]], _ own: String, _ at: Instant
    ) async throws -> [RecordID: [ConcernParts.RecordParts]] {
        let concerns = Set(try rows.map { try $0.recordID(own) }).sorted()
        let act = ActOfPerson(.consult, by: actor, to: .seeAsks, at: at, purpose: "asks")
        return try await house.store.write(act) { transaction in
            // The policy is asked where the entry is written, as for a concern.
            let facts = try FactsReader.facts(transaction.session, concerns, now: at)
            let shown = subjects.filter { id, _ in facts[id].map { AccessPolicy.decide(actor, .readConcern, $0).isAllowed } ?? false }
            for row in rows { transaction.show("share_ask", try row.text("id")) }
            for record in Set(shown.values.flatMap { $0.map(\.id) }).sorted() { transaction.show("record", record) }
            for concern in concerns { try NoticeRow.opened([.shareAnswer], of: concern, by: actor, at: at, transaction.session) }
            return shown
        }
    }

    private func view(_ row: SQLRow, _ subjects: [ConcernParts.RecordParts]) throws -> AskView {
        let snapshot = house.directory.snapshot
        let standard = house.standard(try row.text("standard"))
        let asker = try row.recordID("asked_by")
        let name = try subjects.lazy.compactMap { try ConcernParts.mention($0, standard, house)?.label }.first { !$0.isEmpty }
        return AskView(
            ask: try askOfPiece(row), reference: try row.text("reference"), subject: name,
            asker: AskView.Asker(
                name: snapshot.name(of: asker), post: snapshot.accounts[asker]?.post ?? "",
                agency: snapshot.name(ofAgency: try row.recordID("agency_id")), phone: snapshot.accounts[asker]?.phone ?? ""),
            holder: snapshot.name(ofAgency: try row.recordID("holder")), urgency: try row.text("urgency"), standard: standard.id.rawValue)
    }
}

/// A part of the inbox as SQL.
private struct AskQuery: Sendable {
    let page: String
    let total: String
    let arguments: [SQLValue]
    /// The column with the concern that the reader may know: the one asked for, or the asker's own.
    let own: String

    init(_ part: AskInbox.Part, _ actor: Actor, page: Int, now: Instant) {
        let keys = SealedRecord.join("t")
        var condition: String
        var arguments: [SQLValue]
        switch part {
        case .waiting, .answered:
            let scope = ScopeSQL(AccessPolicy.scope(actor, .answerAsk), first: 1, now: now)
            condition = scope.text + (part == .waiting ? " AND t.state = 'asked'" : " AND t.state <> 'asked'")
            arguments = scope.arguments
            own = "other_concern_id"
        case .mine:
            // What was asked from a concern that the person may no longer read is no longer theirs to see.
            let scope = ScopeSQL(AccessPolicy.scope(actor, .readConcern), first: 2, now: now)
            condition = "t.asked_by = $1 AND \(scope.text)"
            arguments = [.text(actor.account.description)] + scope.arguments
            own = "concern_id"
        }
        let join =
            part == .mine
            ? "JOIN concern c ON c.id = t.concern_id JOIN concern o ON o.id = t.other_concern_id"
            : "JOIN concern c ON c.id = t.other_concern_id JOIN concern o ON o.id = t.concern_id"
        // Two matters meet in an asking: whoever is shut out of either is told nothing of it.
        let (account, agency) = (SQLValue.text(actor.account.description), SQLValue.text(actor.agency.description))
        arguments += [account, agency]
        let lets = ShutOutSQL.lets(concern: "o.id", account: "$\(arguments.count - 1)", agency: "$\(arguments.count)")
        condition += " AND \(lets)"
        let columns =
            part == .mine
            ? "c.reference, c.standard, o.agency_id AS holder, c.urgency" : "c.reference, c.standard, c.agency_id AS holder, o.urgency"
        let order = part == .waiting ? "t.due_hard, t.id" : "t.asked_at DESC, t.id"
        let offset = page * Asking.pageSize
        self.page = """
            SELECT t.*, \(columns), \(keys.columns) FROM share_ask t \(join) \(keys.join)
            WHERE \(condition) ORDER BY \(order) LIMIT \(Asking.pageSize) OFFSET \(offset)
            """
        total = "SELECT count(*) AS n FROM share_ask t \(join) WHERE \(condition)"
        self.arguments = arguments
    }
}
