// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Standard
import Storage
import Vault

extension House {
    /// The door for those without an account.
    public var door: Door { Door(house: self) }
}

/// Reporting without an account. There is no actor: the key in the cookie is the only right to a draft, the receipt the only right to the
/// replies. Nothing here knows an address, a browser or a name that was not typed into the form.
public struct Door: Sendable {
    let house: House

    /// Seconds after which a draft that nobody touched can't be opened any more; it deletes itself soon after.
    public static let draftSeconds = 86_400.0

    /// Begins a draft with what was answered. The key goes into a cookie, never into an address. Throws `invalid`.
    public func begin(
        _ kind: DoorKind, _ report: ConcernReport, unread: DoorUnread? = nil
    ) async throws -> (key: String, draft: DoorDraft) {
        try house.reporting.check(report, isDraft: true)
        let (key, id, at) = (try SecretToken.generate(house.store.random), house.store.newID(), house.now)
        let sealed = try house.store.seal(DoorDocument(report, unread), kind: Self.table, id: id, agency: KeyStore.regionAgency)
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                "INSERT INTO door_draft (id, key_hash, kind, started_at, saved_at, state, sealed) VALUES ($1, $2, $3, $4, $4, $5, $6)",
                [
                    .text(id.description), .blob(key.hash), .text(kind.rawValue), .integer(at.microseconds),
                    .text(DoorState.writing.rawValue), .blob(sealed.sealed),
                ])
            try session.keep(sealed)
        }
        return (key.text, DoorDraft(id: id, kind: kind, savedAt: at, state: .writing, report: report, unread: unread, concern: nil))
    }

    /// The draft of a key. Nil where there is none by that door, or it is older than a day.
    public func draft(_ kind: DoorKind, key: String?) async throws -> DoorDraft? {
        guard let row = try await row(kind, key) else { return nil }
        return try draft(row)
    }

    /// Saves what has been entered so far. Throws `invalid`, and nothing is lost; `notFound` where the draft is gone or handed in.
    @discardableResult
    public func save(_ kind: DoorKind, key: String, _ report: ConcernReport, unread: DoorUnread? = nil) async throws -> DoorDraft {
        try house.reporting.check(report, isDraft: true)
        guard let row = try await row(kind, key) else { throw ServiceError.notFound }
        let old = try draft(row)
        guard old.state == .writing else { throw ServiceError.notFound }
        let at = house.now
        let seal = try house.store.reseal(DoorDocument(report, unread), as: SealedRecord(row, kind: Self.table), version: 1)
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                "UPDATE door_draft SET sealed = $1, saved_at = $2 WHERE id = $3 AND state = $4",
                [.blob(seal.sealed), .integer(at.microseconds), .text(old.id.description), .text(DoorState.writing.rawValue)])
        }
        return DoorDraft(id: old.id, kind: kind, savedAt: at, state: .writing, report: report, unread: unread, concern: nil)
    }

    /// Throws a draft away.
    public func discard(_ kind: DoorKind, key: String) async throws {
        guard let row = try await row(kind, key) else { return }
        let id = try row.recordID("id")
        try await house.store.writeWithoutEntry { session in try Self.erase(id, session) }
    }

    /// Deletes the drafts that nobody has touched since `instant`, with their keys. One that waits to be stored is not abandoned.
    func discardAbandoned(before instant: Instant) async throws {
        try await house.store.writeWithoutEntry { session in
            for row in try session.query(
                "SELECT id FROM door_draft WHERE saved_at < $1 AND state <> $2",
                [.integer(instant.microseconds), .text(DoorState.waiting.rawValue)])
            {
                try Self.erase(try row.recordID("id"), session)
            }
        }
    }

    static let table = "door_draft"

    static func erase(_ draft: RecordID, _ session: any SQLSession) throws {
        try session.execute("DELETE FROM door_draft WHERE id = $1", [.text(draft.description)])
        try session.execute("DELETE FROM record_key WHERE record_id = $1", [.text(draft.description)])
    }

    func row(_ kind: DoorKind, _ key: String?) async throws -> SQLRow? {
        guard let key = key.flatMap({ SecretToken($0) }) else { return nil }
        let since = house.now.adding(seconds: -Self.draftSeconds)
        let join = SealedRecord.join("d")
        return try await house.store.read { session in
            try session.first(
                "SELECT d.*, \(join.columns) FROM door_draft d \(join.join) WHERE d.key_hash = $1 AND d.kind = $2 AND d.saved_at >= $3",
                [.blob(key.hash), .text(kind.rawValue), .integer(since.microseconds)])
        }
    }

    func draft(_ row: SQLRow) throws -> DoorDraft {
        let empty = ConcernReport(standard: house.standard.id.rawValue)
        let isOpen = try row.optionalBlob("sealed") != nil
        let sealed = isOpen ? try SealedRecord(row, kind: Self.table) : nil
        let document = try sealed.map { try house.store.open($0, as: DoorDocument.self) }
        return DoorDraft(
            id: try row.recordID("id"), kind: DoorKind(rawValue: try row.text("kind")) ?? .everyone, savedAt: try row.instant("saved_at"),
            state: DoorState(rawValue: try row.text("state")) ?? .writing,
            report: document?.report ?? empty, unread: document?.unread,
            concern: try row.optionalRecordID("concern_id"))
    }
}
