// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Replies to reporters.
    public var feedback: Feedback { Feedback(house: self) }
}

/// The reporter reads a reply that a named person chose or wrote. None says whether anyone is known, what was found or who acted.
public struct Feedback: Sendable {
    let house: House

    /// Replies to whoever reported. `chosen` is a code of the list `reply`; words may stand instead or besides.
    public func reply(_ actor: Actor, _ concern: RecordID, chosen: String?, words: String) async throws {
        if let chosen, house.standard.code(chosen, in: .reply) == nil { throw ServiceError.invalid([FieldFault("chosen", .unknownCode)]) }
        let words = chosen == nil || !words.isEmpty ? try Words.checked(words, field: "words") : ""
        let id = house.store.newID()
        let notice = house.store.newID()
        let at = house.now
        let seal = try house.store.seal(WordsDocument(words: words), kind: "reply", id: id, agency: actor.agency)
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(ActOfPerson(.disclose, by: actor, to: .replyToReporter, at: at, purpose: "reply")) { transaction in
                let (facts, _) = try house.authorise(transaction, actor, .replyToReporter, concern)
                try transaction.insert(
                    transaction.row(
                        "reply",
                        [
                            "id": .text(id.description), "concern_id": .text(concern.description),
                            "written_by": .text(actor.account.description),
                            "written_at": .integer(at.microseconds), "chosen": .text(chosen), "read_at": .null,
                            "sealed": .blob(seal.sealed),
                        ]))
                try transaction.session.keep(seal)
                try transaction.update("concern", key: [.text(concern.description)], set: ["replied_at": .integer(at.microseconds)])
                // A reporter who is shut out of the matter is told nothing, not even that there is a reply.
                if let reporter = facts.reporter, !facts.shutOut.contains(reporter) {
                    try NoticeRow.insert(notice, kind: .reply, concern: concern, account: reporter, at: at, transaction.session)
                }
            }
        }
    }
}
