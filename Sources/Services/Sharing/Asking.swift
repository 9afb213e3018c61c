// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Asking another agency for more of what it holds.
    public var asking: Asking { Asking(house: self) }
}

/// A piece that is not shown whole says whom to ask. Asking is one press; from then on a clock runs until a named person answers with the
/// whole, a summary or nothing, and a reason.
public struct Asking: Sendable {
    let house: House

    /// Asks for more of a piece of a concern that this person may read and answer matches of. Asked twice it is one asking.
    ///
    /// - Throws: `notFound` where there is no such piece, or none that this person is shown; `conflict(closed)` where it is shown whole.
    public func ask(_ actor: Actor, concern: RecordID, record: RecordID, other: RecordID) async throws {
        let id = house.store.newID()
        let notice = house.store.newID()
        let at = house.now
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(ActOfPerson(.consult, by: actor, to: .answerMatch, at: at, purpose: "ask_share")) { transaction in
                let session = transaction.session
                let (facts, _) = try house.authorise(transaction, actor, .answerMatch, concern)
                let place = try session.first(
                    "SELECT other_concern_id FROM piece_link WHERE concern_id = $1 AND record_id = $2 AND other_record_id = $3",
                    [.text(concern.description), .text(record.description), .text(other.description)]
                )?.recordID("other_concern_id")
                guard let place, let there = try FactsReader.facts(session, place, now: at),
                    let shown = try house.matching.shown(actor, from: concern, place: place, record: other, session)
                else { throw ServiceError.notFound }
                guard shown != .whole else { throw ServiceError.conflict(.closed) }
                let waiting = try AskRow.latest(session, from: concern, agency: actor.agency)[place]
                if try waiting?.text("state") == AskRow.asked { return }
                let due = try clock(facts.id, from: at, session)
                transaction.show("concern", place.description)
                try transaction.insert(
                    transaction.row(
                        "share_ask",
                        [
                            "id": .text(id.description), "concern_id": .text(concern.description),
                            "other_concern_id": .text(place.description), "asked_by": .text(actor.account.description),
                            "agency_id": .text(actor.agency.description), "asked_at": .integer(at.microseconds),
                            "due_good": .integer(due.good.microseconds), "due_hard": .integer(due.hard.microseconds),
                            "state": .text(AskRow.asked), "answered_by": .null, "answered_at": .null, "sealed": .null,
                        ]))
                try NoticeRow.insert(
                    notice, kind: .shareAsk, concern: place, account: there.takenBy, area: there.owningArea, at: at, session)
            }
        }
    }

    /// Answers: `answer` is a code of the list `share_rule`, the whole, a summary or nothing, with a reason that the asker reads.
    ///
    /// The whole lets whoever asked read the concern; a summary shows their agency what the concern says beside the piece.
    public func answer(_ actor: Actor, _ id: RecordID, answer: String, reason: String) async throws {
        try await house.authorise(actor, .seeAsks)
        var faults = Words.faults(reason, field: "reason")
        let rule = ShareRule(rawValue: answer)
        if rule == nil || rule == .existsAsk || house.standard.code(answer, in: .shareRule) == nil {
            faults.insert(FieldFault("answer", answer.isEmpty ? .missing : .unknownCode), at: 0)
        }
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let concern = try await concern(askedFor: id)
        let notice = house.store.newID()
        let at = house.now
        // The id of the row is that of its one document.
        let seal = try house.store.seal(
            WordsDocument(words: try Words.checked(reason, field: "reason")), kind: "share_ask", id: id, agency: actor.agency)
        try await house.recordingRefusals(actor, concern) {
            let act = ActOfPerson(.disclose, by: actor, to: .answerAsk, at: at, purpose: "answer_ask", codes: ["answer": answer])
            try await house.store.write(act) { transaction in
                let session = transaction.session
                let (facts, _) = try house.authorise(transaction, actor, .answerAsk, concern)
                let asked = try session.one("SELECT concern_id FROM share_ask WHERE id = $1", [.text(id.description)])
                try Self.hold(actor, apartFrom: try asked.recordID("concern_id"), session, now: at)
                transaction.show("concern", concern.description)
                let row = try transaction.update(
                    "share_ask", key: [.text(id.description)], expecting: ["state": .text(AskRow.asked)],
                    set: [
                        "state": .text(answer), "answered_by": .text(actor.account.description), "answered_at": .integer(at.microseconds),
                        "sealed": .blob(seal.sealed),
                    ])
                guard let row else { throw ServiceError.conflict(.answered) }
                try session.keep(seal)
                let asker = try row.recordID("asked_by"), from = try row.recordID("concern_id")
                // Whoever was shut out of it since they asked is told of no answer.
                if !facts.isShutOut(account: asker, agency: try row.recordID("agency_id")) {
                    try NoticeRow.insert(notice, kind: .shareAnswer, concern: from, account: asker, at: at, session)
                }
                let waiting = try session.integer(
                    "SELECT count(*) AS n FROM share_ask WHERE other_concern_id = $1 AND state = $2",
                    [.text(concern.description), .text(AskRow.asked)])
                if waiting == 0 { try NoticeRow.settle([.shareAsk], of: concern, by: actor.account, at: at, session) }
            }
        }
    }

    /// The concern that is asked for.
    private func concern(askedFor id: RecordID) async throws -> RecordID {
        let row = try await house.store.read { session in
            try session.first("SELECT other_concern_id FROM share_ask WHERE id = $1", [.text(id.description)])
        }
        guard let row else { throw ServiceError.notFound }
        return try row.recordID("other_concern_id")
    }

    /// By when an asking from a concern is to be answered: the standard's limit, by what is stated of the asker's own concern.
    private func clock(_ concern: RecordID, from start: Instant, _ session: any SQLSession) throws -> Due {
        let row = try session.one("SELECT urgency, standard FROM concern WHERE id = $1", [.text(concern.description)])
        var facts = ConditionFacts()
        facts.urgencies = [try row.text("urgency")]
        return house.due(.shareAnswer, facts, from: start, house.standard(try row.text("standard")))
    }

    /// An asking as it stands, from its row with its keys.
    func askOfPiece(_ row: SQLRow) throws -> PieceAsk {
        let snapshot = house.directory.snapshot
        let state = try row.text("state")
        let isWaiting = state == AskRow.asked
        let asked = try row.instant("asked_at"), good = try row.instant("due_good"), hard = try row.instant("due_hard")
        let sealed = try row.optionalBlob("sealed") == nil ? nil : SealedRecord(row, kind: "share_ask")
        let reason = try sealed.flatMap { $0.isDisposedOf ? nil : try house.store.open($0, as: WordsDocument.self).words }
        return PieceAsk(
            id: try row.recordID("id"), by: snapshot.name(of: try row.optionalRecordID("asked_by")), askedAt: asked, dueGood: good,
            dueHard: hard, clock: isWaiting ? house.clockState(from: asked, good: good, hard: hard) : nil,
            answer: isWaiting ? nil : state, answeredBy: try row.optionalRecordID("answered_by").map { snapshot.name(of: $0) },
            answeredAt: try row.optionalInstant("answered_at"), reason: reason)
    }
}
