// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Words that somebody adds to what they reported, by whichever door: sealed before the transaction, then written in it, and the desk is told.
struct NewAddendum: Sendable {
    private let id: RecordID
    private let concern: RecordID
    private let row: LedgeredRow
    private let seal: NewSeal
    private let notice: RecordID
    private let at: Instant
    private let repeated: IdempotencyKey?

    /// - Parameters:
    ///   - words: checked already.
    ///   - author: the account's id, or nothing for whoever has none.
    ///   - repeated: with the same key they are added once.
    init(
        _ house: House, _ concern: RecordID, _ words: String, agency: RecordID, by author: String, at: Instant,
        repeated: IdempotencyKey? = nil
    ) throws {
        (id, notice) = (house.store.newID(), house.store.newID())
        seal = try house.store.seal(WordsDocument(words: words), kind: "addendum", id: id, agency: agency)
        row = LedgeredRow(
            "addendum",
            [
                "id": .text(id.description), "concern_id": .text(concern.description), "written_by": .text(author),
                "written_at": .integer(at.microseconds), "sealed": .blob(seal.sealed),
            ], random: house.store.random)
        (self.concern, self.at, self.repeated) = (concern, at, repeated)
    }

    /// Writes it where it is not there already, and tells the desk that `facts` name; `telling` is false for a further part of the same words.
    func write(_ facts: ConcernFacts?, in transaction: WriteTransaction, telling: Bool = true) throws {
        if let repeated {
            if try repeated.result(transaction.session) != nil { return }
            try repeated.keep(id, at: at, transaction.session)
        }
        guard let facts else { throw ServiceError.notFound }
        try transaction.insert(row)
        try transaction.session.keep(seal)
        guard telling else { return }
        try NoticeRow.insert(
            notice, kind: .addendum, concern: concern, account: facts.takenBy, area: facts.owningArea, at: at, transaction.session)
    }
}
