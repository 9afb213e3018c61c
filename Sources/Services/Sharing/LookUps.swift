// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// Who looked up their own name, a relative or very many people.
    public var lookUps: LookUps { LookUps(house: self) }
}

/// Own-name, relative's and bulk look-ups, for professional standards: a duty that is not the administrator's. It says who, when and how often,
/// never whose record.
public struct LookUps: Sendable {
    let house: House
    static let open = "open"
    static let seen = "seen"
    private static let most = 200

    /// Those that wait, oldest first, and then those looked at. None about the reader.
    public func list(_ actor: Actor) async throws -> [LookUpView] {
        try await house.authorise(actor, .readLookUps)
        let keys = SealedRecord.join("t", on: "reason_id")
        let act = ActOfPerson(.consult, by: actor, to: .readLookUps, at: house.now, purpose: "look_ups")
        let at = house.now
        let rows = try await house.store.write(act) { transaction in
            let rows = try transaction.session.query(
                """
                SELECT t.*, \(keys.columns) FROM look_up t \(keys.join) WHERE t.account_id <> $1
                ORDER BY CASE WHEN t.state = 'open' THEN 0 ELSE 1 END, t.last_at DESC, t.id LIMIT \(Self.most)
                """, [.text(actor.account.description)])
            for row in rows { transaction.show("look_up", try row.text("id")) }
            try NoticeRow.opened([.lookUp], of: nil, by: actor, at: at, transaction.session)
            return rows
        }
        let snapshot = house.directory.snapshot
        return try rows.filter { Self.readers(of: try $0.recordID("account_id"), snapshot, at: at).contains(actor.account) }.map(view)
    }

    /// Says what came of one: it is kept with the name and the words. Throws `notFound` where there is none that is this reader's.
    public func close(_ actor: Actor, _ id: RecordID, reason: String) async throws {
        try await house.authorise(actor, .readLookUps)
        let words = try Words.checked(reason, field: "reason")
        let at = house.now
        let document = house.store.newID()
        let seal = try house.store.seal(WordsDocument(words: words), kind: "look_up", id: document, agency: actor.agency)
        let snapshot = house.directory.snapshot
        try await house.store.write(ActOfPerson(.alter, by: actor, to: .readLookUps, at: at, purpose: "look_up")) { transaction in
            guard let row = try transaction.session.first("SELECT account_id FROM look_up WHERE id = $1", [.text(id.description)]),
                Self.readers(of: try row.recordID("account_id"), snapshot, at: at).contains(actor.account)
            else { throw ServiceError.notFound }
            try transaction.update(
                "look_up", key: [.text(id.description)],
                set: [
                    "state": .text(Self.seen), "reviewed_by": .text(actor.account.description), "reviewed_at": .integer(at.microseconds),
                    "reason_id": .text(document.description), "sealed": .blob(seal.sealed),
                ])
            try transaction.session.keep(seal)
        }
    }

    /// Who is told of a person's look-ups: professional standards of the person's own agency, where there is nobody those of the region, and
    /// never the person.
    static func readers(of account: RecordID, _ directory: DirectorySnapshot, at now: Instant) -> [RecordID] {
        let holders = directory.holders(of: .professionalStandards, at: now).filter { $0.account != account }
        let own = holders.filter { $0.agency == directory.accounts[account]?.agency }
        return (own.isEmpty ? holders : own).map(\.account)
    }

    private func view(_ row: SQLRow) throws -> LookUpView {
        let snapshot = house.directory.snapshot
        let account = try row.recordID("account_id")
        let sealed = try row.optionalBlob("sealed") == nil ? nil : SealedRecord(row, kind: "look_up", id: "reason_id")
        return LookUpView(
            id: try row.recordID("id"), name: snapshot.name(of: account), post: snapshot.accounts[account]?.post ?? "",
            agency: snapshot.accounts[account].map { snapshot.name(ofAgency: $0.agency) } ?? "", kind: try row.text("kind"),
            amount: try row.int("amount"), firstAt: try row.instant("first_at"), lastAt: try row.instant("last_at"),
            reviewedBy: try row.optionalRecordID("reviewed_by").map { snapshot.name(of: $0) },
            reviewedAt: try row.optionalInstant("reviewed_at"),
            reason: try sealed.flatMap { $0.isDisposedOf ? nil : try house.store.open($0, as: WordsDocument.self).words })
    }
}

/// One person's look-ups of one kind on one day.
public struct LookUpView: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// Who, by name.
    public let name: String
    /// The post held, in words.
    public let post: String
    /// The agency, by name.
    public let agency: String
    /// A code of the list `look_up`.
    public let kind: String
    /// How many.
    public let amount: Int
    /// The first.
    public let firstAt: Instant
    /// The last.
    public let lastAt: Instant
    /// Who has looked into it; nil while nobody has.
    public let reviewedBy: String?
    /// When.
    public let reviewedAt: Instant?
    /// What came of it, in words.
    public let reason: String?
}
