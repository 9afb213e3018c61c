// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage

extension JobKind {
    /// A round of counting look-ups over the ledger; it queues the next one itself.
    static let lookUps = "look_ups"
}

/// Every minute: own-name, relative's and bulk look-ups are counted from the ledger's entries, and told to professional standards once they
/// reach what the standard names. The entries say who looked and how, never whom at.
struct LookUpCounting: JobHandler {
    let house: House
    private static let subject = "region"
    /// Seconds between two rounds.
    static let seconds = 60.0
    /// Entries read in one round.
    var most = 5000
    /// Where the number of the last entry read is kept.
    private static let cursor = "look_ups_read"

    var kind: String { JobKind.lookUps }

    /// Queues the first round, where none waits.
    func begin() async throws {
        let now = house.now.microseconds
        try await house.store.writeWithoutEntry { session in try JobTable.queue(session, JobKind.lookUps, Self.subject, at: now) }
    }

    func run(_ jobs: [Job]) async throws {
        let at = house.now
        let (counts, last, isFull) = try await house.store.read { session in try Self.count(session, most: most) }
        // More stands behind a full round: what a busy minute writes must not wait for a quiet one.
        let next = (isFull ? at : at.adding(seconds: Self.seconds)).microseconds
        let limits = Self.limits(house.standard)
        let told = counts.keys.filter { limits[$0.kind] != nil }
        guard !told.isEmpty else {
            return try await house.store.writeWithoutEntry { session in
                try Self.finish(session, jobs, last, next)
            }
        }
        try await house.store.write(ActOfPerson(systemAct: .system, at: at, purpose: "look_ups")) { transaction in
            let session = transaction.session
            for key in counts.keys.sorted() {
                guard let seen = counts[key], let limit = limits[key.kind] else { continue }
                let amount = try Self.add(key, seen, session)
                if amount >= limit { try tell(key, amount, transaction, at: at) }
            }
            try Self.finish(session, jobs, last, next)
        }
    }

    /// Of whom, which kind, on which day.
    private struct Key: Hashable, Comparable {
        let account: String
        let kind: String
        let day: String

        static func < (left: Key, right: Key) -> Bool {
            (left.account, left.kind, left.day) < (right.account, right.kind, right.day)
        }
    }

    private struct Seen {
        var amount = 0
        var first = Int64.max
        var last = Int64.min

        mutating func add(_ at: Int64) {
            amount += 1
            first = min(first, at)
            last = max(last, at)
        }
    }

    /// How many of a kind in a day are told of, by the standard.
    private static func limits(_ standard: Standard) -> [String: Int] {
        standard.list(.lookUp).codes.reduce(into: [:]) { $0[$1.code] = $1.number("at_least") }
    }

    private static func count(_ session: any SQLSession, most: Int) throws -> (counts: [Key: Seen], last: Int64, isFull: Bool) {
        let from =
            try session.first("SELECT value FROM store_info WHERE name = $1", [.text(cursor)]).flatMap { Int64(try $0.text("value")) } ?? 0
        let rows = try session.query(
            "SELECT id, body FROM ledger_entry WHERE id > $1 ORDER BY id LIMIT $2", [.integer(from), .integer(Int64(most))])
        var counts: [Key: Seen] = [:]
        var last = from
        for row in rows {
            last = try row.integer("id")
            guard let entry = try? LedgerEntry(canonicalBytes: try row.blob("body")), RecordID(entry.actor) != nil else { continue }
            for kind in kinds(entry) {
                let day = LocalDate.today(Instant(microseconds: entry.at)).description
                counts[Key(account: entry.actor, kind: kind, day: day), default: Seen()].add(entry.at)
            }
        }
        return (counts, last, rows.count == most)
    }

    /// The kinds of look-up that an entry is one of: codes of the list `look_up`.
    private static func kinds(_ entry: LedgerEntry) -> [String] {
        let about = entry.codes[SoughtName.code]
        switch entry.act {
        case .search: return [about, "many_searches"].compactMap { $0 }
        case .consult, .disclose, .breakGlass:
            // Opened one by one: a page of the queue is no look at anybody in particular.
            let isOpened =
                entry.purpose != "queue" && entry.purpose != "asks" && entry.purpose != "notices" && entry.purpose != "own_report"
            return [about, isOpened && entry.objects.contains { $0.kind == "concern" } ? "bulk" : nil].compactMap { $0 }
        default: return []
        }
    }

    private static func add(_ key: Key, _ seen: Seen, _ session: any SQLSession) throws -> Int {
        let own: [SQLValue] = [.text(key.account), .text(key.kind), .text(key.day)]
        try session.execute(
            """
            INSERT INTO look_up_count (account_id, kind, day, amount, first_at, last_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (account_id, kind, day) DO UPDATE SET amount = look_up_count.amount + excluded.amount, last_at = excluded.last_at
            """, own + [.integer(seen.amount), .integer(seen.first), .integer(seen.last)])
        return Int(
            try session.integer("SELECT amount AS n FROM look_up_count WHERE account_id = $1 AND kind = $2 AND day = $3", own))
    }

    /// A row for professional standards, made or brought up to date; a new one is told of, never to the person themselves.
    private func tell(_ key: Key, _ amount: Int, _ transaction: WriteTransaction, at: Instant) throws {
        let session = transaction.session
        let own: [SQLValue] = [.text(key.account), .text(key.kind), .text(key.day)]
        let count = try session.one("SELECT first_at, last_at FROM look_up_count WHERE account_id = $1 AND kind = $2 AND day = $3", own)
        if let row = try session.first("SELECT id FROM look_up WHERE account_id = $1 AND kind = $2 AND day = $3", own) {
            try transaction.update(
                "look_up", key: [try row.value("id")], set: ["amount": .integer(amount), "last_at": try count.value("last_at")])
            return
        }
        try transaction.insert(
            transaction.row(
                "look_up",
                [
                    "id": .text(house.store.newID().description), "account_id": own[0], "kind": own[1], "day": own[2],
                    "amount": .integer(amount), "first_at": try count.value("first_at"), "last_at": try count.value("last_at"),
                    "state": .text(LookUps.open), "reviewed_by": .null, "reviewed_at": .null, "reason_id": .null, "sealed": .null,
                ]))
        guard let account = RecordID(key.account) else { return }
        for reader in LookUps.readers(of: account, house.directory.snapshot, at: at) {
            try NoticeRow.insert(house.store.newID(), kind: .lookUp, concern: nil, account: reader, at: at, session)
        }
    }

    private static func finish(_ session: any SQLSession, _ jobs: [Job], _ last: Int64, _ next: Int64) throws {
        try session.execute(
            "INSERT INTO store_info (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [.text(cursor), .text(String(last))])
        try JobTable.finish(session, jobs)
        try JobTable.queue(session, JobKind.lookUps, subject, at: next)
    }
}
