// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

/// Rows that can't be read: sealed in a list, each with an owner and a clock, until a person settles it. Who that is: `RowKeepers`.
extension Importing {
    func keepUnreadable(_ actor: Actor, _ row: ImportRow, _ column: String, _ reason: ImportFault, dryRun: Bool) async throws -> Outcome {
        let rowIndex = house.store.keys.blindToken(
            "import-row", "\(actor.agency)\n" + row.raw.map { String($0, radix: 16) }.joined(separator: "."))
        let isKnown = try await house.store.read { session in try Self.isKept(rowIndex, actor.agency, session) }
        if isKnown || dryRun { return .unreadable(column: column, reason: reason, isNew: !isKnown) }
        let (id, notice) = (house.store.newID(), house.store.newID())
        let at = house.now
        let owner = house.directory.snapshot.rowOwner(of: String(decoding: row.raw, as: UTF8.self), importedBy: actor, at: at)
        let due = house.due(.unreadableRow, ConditionFacts(), from: at, house.standard)
        let seal = try house.store.seal(RawRowDocument(bytes: row.raw), kind: "unreadable_row", id: id, agency: actor.agency)
        let stored = LedgeredRow(
            "unreadable_row",
            [
                "id": .text(id.description), "agency_id": .text(actor.agency.description), "row_index": .blob(rowIndex),
                "line": .integer(row.line), "column_name": .text(column), "reason": .text(reason.rawValue),
                "owner_id": .text(owner.description), "due_good": .integer(due.good.microseconds),
                "due_hard": .integer(due.hard.microseconds), "state": .text("open"), "made_at": .integer(at.microseconds),
                "settled_by": .null,
                "settled_at": .null, "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        let isNew = try await house.store.write(ActOfPerson(.report, by: actor, to: .importConcerns, at: at, purpose: "import_unreadable"))
        { transaction in
            // The same bad row may stand twice in a file, and both come here at once.
            if try Self.isKept(rowIndex, actor.agency, transaction.session) { return false }
            try transaction.insert(stored)
            try transaction.session.keep(seal)
            try Self.tell(owner, notice, at: at, transaction.session)
            return true
        }
        return .unreadable(column: column, reason: reason, isNew: isNew)
    }

    private static func isKept(_ rowIndex: [UInt8], _ agency: RecordID, _ session: any SQLSession) throws -> Bool {
        try session.first(
            "SELECT id FROM unreadable_row WHERE agency_id = $1 AND row_index = $2", [.text(agency.description), .blob(rowIndex)]) != nil
    }

    /// One notice for all rows that have come since the owner last read one.
    private static func tell(_ owner: RecordID, _ notice: RecordID, at: Instant, _ session: any SQLSession) throws {
        let unread = try session.first(
            "SELECT id FROM notice WHERE account_id = $1 AND kind = $2 AND read_at IS NULL",
            [.text(owner.description), .text(NoticeKind.unreadableRow.rawValue)])
        guard unread == nil else { return }
        try NoticeRow.insert(notice, kind: .unreadableRow, concern: nil, account: owner, at: at, session)
    }

    /// The agencies whose rows a person keeps, as a list of placeholders from `$first` on with its arguments.
    private func kept(by actor: Actor, first: Int) -> (list: String, arguments: [SQLValue]) {
        let agencies = house.directory.snapshot.agenciesKept(by: actor, at: house.now).sorted()
        return (SQLDialect.placeholders(agencies.count, from: first), agencies.map { .text($0.description) })
    }

    /// The rows that imports of the agencies I keep them for could not read: open ones by due time, then settled ones.
    ///
    /// A row that names its reader is not shown to them, nor counted where it stands on the page: nobody could read it, so nobody could shut
    /// them out of it. Another keeper settles it.
    public func unreadable(_ actor: Actor, page: Int = 0) async throws -> (rows: [UnreadableRow], open: Int) {
        try await house.authorise(actor, .mendUnreadableRows)
        let join = SealedRecord.join("t")
        let kept = kept(by: actor, first: 1)
        let offset = max(0, min(page, 10_000)) * 50
        let (rows, open) = try await house.store.read { session in
            (
                try session.query(
                    """
                    SELECT t.*, \(join.columns) FROM unreadable_row t \(join.join) WHERE t.agency_id IN (\(kept.list))
                    ORDER BY CASE t.state WHEN 'open' THEN 0 ELSE 1 END, t.due_hard, t.id LIMIT 50 OFFSET \(offset)
                    """, kept.arguments),
                try session.integer(
                    "SELECT count(*) AS n FROM unreadable_row WHERE state = 'open' AND agency_id IN (\(kept.list))", kept.arguments)
            )
        }
        let own = house.directory.snapshot.accounts[actor.account]
        let opened = try rows.map { row in
            (
                row: row,
                text: String(
                    decoding: try house.store.open(SealedRecord(row, kind: "unreadable_row"), as: RawRowDocument.self).bytes, as: UTF8.self)
            )
        }
        let shown = opened.filter { one in own.map { !$0.isNamed(in: one.text) } ?? true }
        let ids = try shown.map { try $0.row.text("id") }
        let hidden = try opened.count { try $0.row.text("state") == "open" } - shown.count { try $0.row.text("state") == "open" }
        try await house.store.write(ActOfPerson(.consult, by: actor, to: .mendUnreadableRows, at: house.now, purpose: "import_unreadable"))
        { transaction in
            for id in ids { transaction.show("unreadable_row", id) }
            try NoticeRow.opened([.unreadableRow], of: nil, by: actor, at: house.now, transaction.session)
        }
        let snapshot = house.directory.snapshot
        let views = try shown.map { row, text in
            UnreadableRow(
                id: try row.recordID("id"), agency: snapshot.name(ofAgency: try row.recordID("agency_id")),
                owner: snapshot.name(of: try row.optionalRecordID("owner_id")), line: try row.int("line"),
                column: try row.text("column_name"),
                reason: ImportFault(rawValue: try row.text("reason")) ?? .notAccepted, madeAt: try row.instant("made_at"),
                dueGood: try row.instant("due_good"), dueHard: try row.instant("due_hard"), isSettled: try row.text("state") != "open",
                text: text)
        }
        return (views, Int(open) - hidden)
    }

    /// Settles a row: a person has reported it by hand, or the agency sent it anew.
    public func settle(_ actor: Actor, _ id: RecordID) async throws {
        try await house.authorise(actor, .mendUnreadableRows)
        let at = house.now
        let kept = kept(by: actor, first: 2)
        try await house.store.write(ActOfPerson(.alter, by: actor, to: .mendUnreadableRows, at: at, purpose: "import_unreadable")) {
            transaction in
            let row = try transaction.session.first(
                "SELECT agency_id FROM unreadable_row WHERE id = $1 AND agency_id IN (\(kept.list))",
                [.text(id.description)] + kept.arguments)
            guard let row else { throw ServiceError.notFound }
            let changed = try transaction.update(
                "unreadable_row", key: [.text(id.description)],
                expecting: ["state": .text("open"), "agency_id": try row.value("agency_id")],
                set: ["state": .text("settled"), "settled_by": .text(actor.account.description), "settled_at": .integer(at.microseconds)])
            guard let changed else { throw ServiceError.notFound }
            let open = try transaction.session.integer(
                "SELECT count(*) AS n FROM unreadable_row WHERE owner_id = $1 AND state = 'open'", [try changed.value("owner_id")])
            guard open == 0 else { return }
            try transaction.session.execute(
                "UPDATE notice SET read_at = $1, read_by = $2 WHERE account_id = $3 AND kind = $4 AND read_at IS NULL",
                [
                    .integer(at.microseconds), .text(actor.account.description), try changed.value("owner_id"),
                    .text(NoticeKind.unreadableRow.rawValue),
                ])
        }
    }
}

/// The sealed bytes of a row as it stood.
struct RawRowDocument: Codable {
    var bytes: [UInt8]
}
