// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Standard
import Storage

/// Drafts: saved on the server at every Continue, sealed, seen by their writer only. Only abandoned drafts delete themselves (DESIGN rule 9).
extension Reporting {
    /// Starts a draft in the standard in force.
    public func start(_ actor: Actor) async throws -> Draft {
        try await house.authorise(actor, .reportConcern)
        let id = house.store.newID()
        let at = house.now
        let report = ConcernReport(standard: house.standard.id.rawValue)
        let seal = try house.store.seal(report, kind: "draft", id: id, agency: actor.agency)
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                "INSERT INTO draft (id, account_id, started_at, saved_at, sealed) VALUES ($1, $2, $3, $3, $4)",
                [.text(id.description), .text(actor.account.description), .integer(at.microseconds), .blob(seal.sealed)])
            try session.keep(seal)
        }
        return Draft(id: id, startedAt: at, savedAt: at, report: report)
    }

    /// Saves what has been entered so far. Faults are thrown, and nothing of the draft is lost.
    public func save(_ actor: Actor, _ id: RecordID, _ report: ConcernReport) async throws -> Draft {
        try await house.authorise(actor, .reportConcern)
        try check(report, isDraft: true)
        let (row, record) = try await draftRow(actor, id)
        let at = house.now
        let seal = try house.store.reseal(report, as: record, version: 1)
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                "UPDATE draft SET sealed = $1, saved_at = $2 WHERE id = $3",
                [.blob(seal.sealed), .integer(at.microseconds), .text(id.description)])
        }
        return Draft(id: id, startedAt: Instant(microseconds: try row.integer("started_at")), savedAt: at, report: report)
    }

    /// A draft of one's own. Throws `notFound` for another's.
    public func draft(_ actor: Actor, _ id: RecordID) async throws -> Draft {
        try await house.authorise(actor, .reportConcern)
        let (row, record) = try await draftRow(actor, id)
        return try draft(row, record)
    }

    /// My drafts, newest first.
    public func drafts(_ actor: Actor) async throws -> [Draft] {
        try await house.authorise(actor, .reportConcern)
        let join = SealedRecord.join("d")
        let rows = try await house.store.read { session in
            try session.query(
                "SELECT d.*, \(join.columns) FROM draft d \(join.join) WHERE d.account_id = $1 ORDER BY d.saved_at DESC LIMIT 50",
                [.text(actor.account.description)])
        }
        return try rows.map { try draft($0, SealedRecord($0, kind: "draft")) }
    }

    /// Throws a draft away.
    public func discard(_ actor: Actor, _ id: RecordID) async throws {
        try await house.authorise(actor, .reportConcern)
        _ = try await draftRow(actor, id)
        try await house.store.writeWithoutEntry { session in try Self.erase(id, session) }
    }

    /// Deletes drafts that nobody has touched since `instant`, with their keys.
    func discardAbandoned(before instant: Instant) async throws {
        try await house.store.writeWithoutEntry { session in
            for row in try session.query("SELECT id FROM draft WHERE saved_at < $1", [.integer(instant.microseconds)]) {
                if let id = RecordID(try row.text("id")) { try Self.erase(id, session) }
            }
        }
    }

    static func erase(_ draft: RecordID, _ session: any SQLSession) throws {
        try session.execute("DELETE FROM draft WHERE id = $1", [.text(draft.description)])
        try session.execute("DELETE FROM record_key WHERE record_id = $1", [.text(draft.description)])
    }

    private func draftRow(_ actor: Actor, _ id: RecordID) async throws -> (SQLRow, SealedRecord) {
        let join = SealedRecord.join("d")
        let row = try await house.store.read { session in
            try session.first(
                "SELECT d.*, \(join.columns) FROM draft d \(join.join) WHERE d.id = $1 AND d.account_id = $2",
                [.text(id.description), .text(actor.account.description)])
        }
        guard let row else { throw ServiceError.notFound }
        return (row, try SealedRecord(row, kind: "draft"))
    }

    private func draft(_ row: SQLRow, _ record: SealedRecord) throws -> Draft {
        guard let id = RecordID(try row.text("id")) else { throw ServiceError.notFound }
        return Draft(
            id: id, startedAt: Instant(microseconds: try row.integer("started_at")),
            savedAt: Instant(microseconds: try row.integer("saved_at")),
            report: try house.store.open(record, as: ConcernReport.self))
    }
}
