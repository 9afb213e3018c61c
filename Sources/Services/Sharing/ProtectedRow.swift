// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Rows of the tables `protected_identity` and `protected_match`. The id of a protected identity is that of the record of the mention.
enum ProtectedRow {
    static let inForce = "set"
    static let ended = "lifted"

    /// The protected records of a concern.
    static func records(_ session: any SQLSession, of concern: RecordID) throws -> Set<String> {
        Set(
            try session.query(
                "SELECT id FROM protected_identity WHERE concern_id = $1 AND state = 'set'", [.text(concern.description)]
            ).map { try $0.text("id") })
    }

    /// Which of these records are protected.
    static func among(_ session: any SQLSession, _ records: [RecordID]) throws -> Set<RecordID> {
        var found: Set<RecordID> = []
        for part in SQLValue.lists(records) {
            let rows = try session.query(
                "SELECT id FROM protected_identity WHERE state = 'set' AND id IN (\(SQLDialect.placeholders(part.count)))", part)
            for row in rows { found.insert(try row.recordID("id")) }
        }
        return found
    }

    /// Keeps what would have been a match of a protected record: for its duty holder alone. Returns whether it is new.
    static func keep(
        record: RecordID, of concern: RecordID, other: RecordID, in otherConcern: RecordID, at: Instant, _ session: any SQLSession
    ) throws -> Bool {
        try session.execute(
            """
            INSERT INTO protected_match (record_id, other_record_id, concern_id, other_concern_id, found_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (record_id, other_record_id) DO NOTHING
            """,
            [
                .text(record.description), .text(other.description), .text(concern.description), .text(otherConcern.description),
                .integer(at.microseconds),
            ]) == 1
    }

    /// Tells the duty holders of the area of a concern, and nobody else.
    static func tell(_ concern: RecordID, _ house: House, at: Instant, _ session: any SQLSession) throws {
        let area = try FactsReader.facts(session, concern, now: at)?.owningArea
        for holder in house.directory.snapshot.holders(of: .identityHolder, at: at) where area == nil || holder.areas.contains(area ?? "") {
            try NoticeRow.insert(house.store.newID(), kind: .protectedMatch, concern: nil, account: holder.account, at: at, session)
        }
    }
}

extension DirectorySnapshot {
    /// The people in use who hold a role now, with the areas for which they hold it.
    func holders(of role: Role, at now: Instant) -> [(account: RecordID, agency: RecordID, areas: Set<String>)] {
        accounts.values.filter { $0.state == .active && isInUse(account: $0.id, at: now) }.sorted { $0.id < $1.id }.compactMap { account in
            let held = grantsInForce(account.id, at: now).filter { $0.role == role }
            return held.isEmpty ? nil : (account.id, account.agency, Set(held.compactMap(\.area)))
        }
    }
}
