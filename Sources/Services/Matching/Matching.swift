// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// The pieces that others hold, and what people say of them.
    public var matching: Matching { Matching(house: self) }
}

/// The jigsaw beside a concern: what is already known elsewhere about the same people, places, phones, vehicles and accounts. A match is a
/// suggestion; a person says same, not the same or can't tell, and may take it back. Nothing is merged (DESIGN rule 6).
public struct Matching: Sendable {
    let house: House

    /// Answers a match of a concern. The latest answer that is not undone holds, on both concerns' pages.
    ///
    /// - Parameter answer: a code of the list `match_answer`.
    /// - Throws: `invalid` for an unknown code; `notFound` where there is no such match, or none that this person is shown.
    public func answer(_ actor: Actor, concern: RecordID, record: RecordID, other: RecordID, answer: String) async throws {
        try await house.recordingRefusals(actor, concern) {
            let id = house.store.newID()
            let at = house.now
            let act = ActOfPerson(.combine, by: actor, to: .answerMatch, at: at, purpose: "answer_match", codes: ["answer": answer])
            try await house.store.write(act) { transaction in
                let session = transaction.session
                let (facts, _) = try house.authorise(transaction, actor, .answerMatch, concern)
                let standard = house.standard(
                    try session.one("SELECT standard FROM concern WHERE id = $1", [.text(facts.id.description)]).text("standard"))
                guard standard.code(answer, in: .matchAnswer) != nil else {
                    throw ServiceError.invalid([FieldFault("answer", .unknownCode)])
                }
                guard try isShown(actor, concern: concern, record: record, other: other, session) else { throw ServiceError.notFound }
                try transaction.insert(
                    transaction.row(
                        "match_answer",
                        [
                            "id": .text(id.description), "concern_id": .text(concern.description), "record_id": .text(record.description),
                            "other_record_id": .text(other.description), "answer": .text(answer),
                            "answered_by": .text(actor.account.description),
                            "answered_at": .integer(at.microseconds), "undone_by": .null, "undone_at": .null,
                        ]))
            }
        }
    }

    /// Takes an answer back: the one before it holds again, or none. Throws `conflict(changedMeanwhile)` where it was undone already.
    public func undo(_ actor: Actor, answer id: RecordID) async throws {
        let row = try await house.store.read { session in
            try session.first("SELECT concern_id FROM match_answer WHERE id = $1", [.text(id.description)])
        }
        guard let concern = try row?.recordID("concern_id") else { throw ServiceError.notFound }
        try await house.recordingRefusals(actor, concern) {
            let at = house.now
            let act = ActOfPerson(.combine, by: actor, to: .answerMatch, at: at, purpose: "undo_match_answer")
            try await house.store.write(act) { transaction in
                _ = try house.authorise(transaction, actor, .answerMatch, concern)
                let changed = try transaction.update(
                    "match_answer", key: [.text(id.description)], expecting: ["undone_at": .null],
                    set: ["undone_by": .text(actor.account.description), "undone_at": .integer(at.microseconds)])
                guard changed != nil else { throw ServiceError.conflict(.changedMeanwhile) }
            }
        }
    }

    /// Whether this match exists and is among the pieces that the person is shown.
    private func isShown(_ actor: Actor, concern: RecordID, record: RecordID, other: RecordID, _ session: any SQLSession) throws -> Bool {
        let link = try session.first(
            "SELECT other_concern_id FROM piece_link WHERE concern_id = $1 AND record_id = $2 AND other_record_id = $3",
            [.text(concern.description), .text(record.description), .text(other.description)])
        guard let place = try link?.recordID("other_concern_id") else { return false }
        return try shown(actor, from: concern, place: place, record: other, session) != nil
    }

    /// How much a person who reads one concern is shown of a record of another; nil is nothing at all.
    func shown(
        _ actor: Actor, from concern: RecordID, place: RecordID, record: RecordID, _ session: any SQLSession
    ) throws -> PieceView.Shown? {
        let read = try PiecesRead.Others(session, [place], records: [record], now: house.now)
        guard let there = read.concerns[place] else { return nil }
        let sharing = Sharing(
            agreed: house.directory.snapshot.agreedRules(for: actor.agency, at: house.now),
            answered: try AskRow.answered(session, from: concern, agency: actor.agency))
        return there.shown(actor, rule: read.rules[record] ?? .none, sharing)
    }
}
