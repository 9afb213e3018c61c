// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage

/// What some entries of the ledger changed, as far as the match index cares: records, and who may see which concern.
struct FeedTouches: Sendable {
    /// Versions of records that were written, as the ledger names them (`id/version`).
    private(set) var records: Set<String> = []
    private(set) var erasedRecords: Set<RecordID> = []
    /// Concerns whose facts may be others now.
    private(set) var concerns: Set<RecordID> = []
    private(set) var erasedConcerns: Set<RecordID> = []
    /// Rows of other tables that name a concern: table to ids.
    private var others: [String: Set<String>] = [:]

    /// Takes in an entry. One that can't be read says nothing: `verify` names it.
    mutating func add(_ body: [UInt8]) {
        guard let entry = try? LedgerEntry(canonicalBytes: body) else { return }
        let erases = entry.act == .erase
        for object in entry.objects where object.digest != nil || erases {
            let key = object.id.split(separator: "/")
            guard let first = key.first else { continue }
            switch object.kind {
            case "record":
                if object.digest != nil { records.insert(object.id) } else if let id = RecordID(first) { erasedRecords.insert(id) }
            case "concern":
                guard let id = RecordID(first) else { continue }
                if object.digest != nil { concerns.insert(id) } else { erasedConcerns.insert(id) }
            case "shut_out", "shut_out_agency": if let id = RecordID(first) { concerns.insert(id) }
            case "hand_over", "emergency_access", "share_ask": others[object.kind, default: []].insert(object.id)
            case "case_member": others["case_member", default: []].insert(String(first))
            default: continue
            }
        }
    }

    /// Looks up the concerns that rows of other tables name.
    mutating func resolve(_ session: any SQLSession) throws {
        for (table, ids) in others {
            let column = table == "case_member" ? "case_id" : "id"
            let ids = ids.sorted()
            for part in SQLValue.lists(ids) {
                let rows = try session.query(
                    "SELECT DISTINCT concern_id FROM \(table) WHERE \(column) IN (\(SQLDialect.placeholders(part.count)))", part)
                for row in rows { concerns.insert(try row.recordID("concern_id")) }
            }
        }
        others = [:]
    }
}

/// One stretch of the feed with everything that it asks for, read in one snapshot.
struct FeedRound: Sendable {
    static let most = 2000
    /// The position after this stretch.
    let position: Int
    /// Whether the feed was read to its end, entries not yet in sequence included.
    let isLast: Bool
    private(set) var touches = FeedTouches()
    /// What entries not yet in sequence wrote: it is indexed now, and will come by again.
    private(set) var waiting: Set<String> = []
    private(set) var source = IndexSource()

    /// Reads on from a position. `done` are versions of records that are in the index already.
    init(_ session: any SQLSession, from: Int, done: Set<String>, now: Instant) throws {
        let entries = try LedgerFeed.sequenced(session, from: from, limit: Self.most)
        position = from + entries.count
        isLast = entries.count < Self.most
        for entry in entries { touches.add(entry.body) }
        if isLast {
            var ahead = FeedTouches()
            for entry in try LedgerFeed.unsequenced(session, limit: 10_000) {
                touches.add(entry.body)
                ahead.add(entry.body)
            }
            waiting = ahead.records
        }
        try touches.resolve(session)
        source.facts = try FactsReader.facts(session, touches.concerns.sorted(), now: now)
        let wanted = Set(touches.records.subtracting(done).compactMap { $0.split(separator: "/").first.flatMap { RecordID($0) } })
        try source.add(session, records: wanted.sorted(), now: now)
    }
}
