// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Storage

/// One concern that was found, as read: in scope by the store's own columns, whatever the index thought.
struct SearchRead: Sendable {
    let concern: RecordID
    let receivedAt: Instant
    /// Nil where the concern was found by its reference.
    let record: RecordID?
    let kind: String
    let sealed: SealedRecord?
    let why: SearchHits.Why

    private static let exact = Level.exact.rawValue

    /// The same in another order. What was received at one moment stays as it was.
    static func sorted(_ rows: [SearchRead], by order: SearchOrder) -> [SearchRead] {
        switch order {
        case .best: rows
        case .newest: rows.enumerated().sorted { ($1.element.receivedAt, $0.offset) < ($0.element.receivedAt, $1.offset) }.map(\.element)
        case .oldest: rows.enumerated().sorted { ($0.element.receivedAt, $0.offset) < ($1.element.receivedAt, $1.offset) }.map(\.element)
        }
    }

    /// The concerns in scope that answer, best first, each once.
    static func rows(_ session: any SQLSession, _ hits: SearchHits, _ scope: ConcernScope, now: Instant) throws -> [SearchRead] {
        var found: [SearchRead] = []
        if let reference = hits.reference { found += try byReference(session, reference, scope, now: now) }
        let rare = try byToken(session, hits.tokens, scope, now: now)
        let listed = Set(rare.map(\.id))
        let wanted = rare + hits.records.filter { !listed.contains($0.id) }
        let rows = try byRecord(session, wanted.map(\.id), scope, now: now)
        for (id, why) in wanted { if let row = rows[id] { found.append(try SearchRead(row, record: id, why: why)) } }
        var seen: Set<RecordID> = []
        return found.filter { seen.insert($0.concern).inserted }
    }

    private init(_ row: SQLRow, record: RecordID?, why: SearchHits.Why) throws {
        concern = try row.recordID("concern_id")
        receivedAt = try row.instant("received_at")
        self.record = record
        kind = record == nil ? "concern" : try row.text("kind")
        sealed = record == nil ? nil : try SealedRecord(row, kind: "record")
        self.why = why
    }

    private static let columns = "c.id AS concern_id, c.received_at"

    private static func byReference(_ session: any SQLSession, _ reference: String, _ scope: ConcernScope, now: Instant) throws
        -> [SearchRead]
    {
        let condition = ScopeSQL(scope, first: 2, now: now)
        return try session.query(
            "SELECT \(columns) FROM concern c WHERE c.reference = $1 AND \(condition.text)", [.text(reference)] + condition.arguments
        ).map { try SearchRead($0, record: nil, why: SearchHits.Why(field: "reference", level: exact)) }
    }

    private static func byToken(
        _ session: any SQLSession, _ tokens: [(kind: String, token: [UInt8])], _ scope: ConcernScope, now: Instant
    ) throws -> [(id: RecordID, why: SearchHits.Why)] {
        guard !tokens.isEmpty else { return [] }
        let ways = tokens.indices.map { "(b.kind = $\(2 * $0 + 1) AND b.value = $\(2 * $0 + 2))" }.joined(separator: " OR ")
        let condition = ScopeSQL(scope, first: 2 * tokens.count + 1, now: now)
        let rows = try session.query(
            """
            SELECT b.kind, b.record_id FROM blind_index b JOIN concern c ON c.id = b.concern_id WHERE (\(ways)) AND \(condition.text)
            ORDER BY b.record_id DESC LIMIT 500
            """, tokens.flatMap { [SQLValue.text($0.kind), .blob($0.token)] } + condition.arguments)
        return try rows.map { (try $0.recordID("record_id"), SearchHits.Why(field: field(try $0.text("kind")), level: exact)) }
    }

    /// The field of the index that a kind of rare value is.
    private static func field(_ kind: String) -> String {
        switch kind {
        case BlindValues.Kind.phone: "\(Field.phone)"
        case BlindValues.Kind.email: "\(Field.email)"
        case BlindValues.Kind.vehicleMark: "\(Field.vehicleMark)"
        case BlindValues.Kind.handle: "\(Field.handle)"
        default: "\(Field.identifier)"
        }
    }

    private static func byRecord(
        _ session: any SQLSession, _ ids: [RecordID], _ scope: ConcernScope, now: Instant
    ) throws -> [RecordID: SQLRow] {
        var found: [RecordID: SQLRow] = [:]
        let join = SealedRecord.join("r")
        for part in SQLValue.lists(ids) {
            let condition = ScopeSQL(scope, first: part.count + 1, now: now)
            let rows = try session.query(
                """
                SELECT r.id, r.version, r.kind, r.sealed, \(join.columns), \(columns) FROM record r JOIN concern c ON c.id = r.concern_id \(join.join)
                WHERE r.id IN (\(SQLDialect.placeholders(part.count))) AND r.kind <> '\(RecordKindName.source)'
                AND r.version = (SELECT MAX(v.version) FROM record v WHERE v.id = r.id) AND \(condition.text)
                """, part + condition.arguments)
            for row in rows { found[try row.recordID("id")] = row }
        }
        return found
    }
}
