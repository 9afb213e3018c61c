// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Hand-overs to teams: the sender's clock runs until a named person accepts.
    public var handOvers: HandOvers { HandOvers(house: self) }
}

/// Receiving what a desk hands over.
public struct HandOvers: Sendable {
    let house: House

    /// Accepts: from now a named person has it. The lead's acceptance opens a case; another's joins it where it is open.
    public func accept(_ actor: Actor, _ id: RecordID) async throws -> CaseRow? {
        let concern = try await concern(of: id)
        return try await house.recordingRefusals(actor, concern) {
            let at = house.now
            let caseID = house.store.newID()
            let reference = house.newReference()
            let row = try await house.store.write(ActOfPerson(.accept, by: actor, to: .answerHandOver, at: at, purpose: "hand_over")) {
                transaction -> SQLRow? in
                let session = transaction.session
                _ = try house.authorise(transaction, actor, .answerHandOver, concern)
                let handOver = try Self.answer(transaction, id, actor, .accepted, refusal: nil, at: at)
                if try handOver.text("duty") == RouteDuty.lead.rawValue {
                    let file = CaseRowSQL.open(
                        caseID, reference, concern: concern, team: try handOver.text("team_id"), by: actor, at: at, transaction)
                    try transaction.insert(file)
                    try transaction.update(
                        "concern", key: [.text(concern.description)], set: ["status": .text(ConcernStatus.inCase.rawValue)])
                }
                let cases = try session.query(
                    "SELECT * FROM case_file WHERE concern_id = $1 AND state = 'open' ORDER BY opened_at", [.text(concern.description)])
                if let file = cases.last {
                    try CaseRowSQL.join(try file.recordID("id"), actor.account, concern: concern, at: at, transaction)
                }
                return cases.last
            }
            return try row.map { try house.casework.bareRow($0, nil) }
        }
    }

    /// Refuses, with a code of the list `refusal_reason` and words: the concern comes back to the desk marked urgent.
    public func refuse(_ actor: Actor, _ id: RecordID, reason: String, words: String) async throws {
        let words = try Words.checked(words, field: "words")
        guard house.standard.code(reason, in: .refusalReason) != nil else {
            throw ServiceError.invalid([FieldFault("reason", .unknownCode)])
        }
        let concern = try await concern(of: id)
        try await house.recordingRefusals(actor, concern) {
            let at = house.now
            let (current, document, urgency) = try await house.store.read { session in
                let row = try Self.row(session, id)
                return (
                    row, try SealedRecord(row, kind: "hand_over"),
                    try session.one("SELECT urgency, standard FROM concern WHERE id = $1", [.text(concern.description)])
                )
            }
            var opened = try house.store.open(document, as: HandOverDocument.self)
            opened.refusal = words
            let seal = try house.store.reseal(opened, as: document, version: 1)
            let standard = house.standard(try urgency.text("standard"))
            let raised = Urgency.returned(try urgency.text("urgency"), standard)
            // The desk's clock begins anew, as short as the urgency asks: a refusal gives nobody more time.
            var conditions = ConditionFacts()
            conditions.urgencies = [raised]
            let due = house.due(.decision, conditions, from: at, standard)
            let notice = house.store.newID()
            let told = try current.optionalRecordID("offered_by").map { house.message(.returned, to: $0, link: "/desk") }
            try await house.store.write(
                ActOfPerson(.decline, by: actor, to: .answerHandOver, at: at, purpose: "hand_over", codes: ["reason": reason])
            ) {
                transaction in
                let (facts, _) = try house.authorise(transaction, actor, .answerHandOver, concern)
                try Self.answer(transaction, id, actor, .refused, refusal: (reason, seal.sealed), at: at)
                // What others work already is not taken from them: of a concern in a case, or closed, the desk is told.
                let status = try transaction.session.one("SELECT status FROM concern WHERE id = $1", [.text(concern.description)])
                    .text("status")
                if ![ConcernStatus.inCase, .closed].map(\.rawValue).contains(status) {
                    let changed = try transaction.update(
                        "concern", key: [.text(concern.description)], expecting: ["status": .text(status)],
                        set: [
                            "status": .text(ConcernStatus.returned.rawValue), "urgency": .text(raised),
                            "due_good": .integer(due.good.microseconds),
                            "due_hard": .integer(due.hard.microseconds),
                        ])
                    guard changed != nil else { throw ServiceError.conflict(.changedMeanwhile) }
                }
                try NoticeRow.insert(
                    notice, kind: .returned, concern: concern, account: try current.optionalRecordID("offered_by"), area: facts.owningArea,
                    at: at,
                    transaction.session)
                if let told, told.mayGo(facts, house) { try told.write(transaction.session) }
            }
        }
    }

    @discardableResult
    private static func answer(
        _ transaction: WriteTransaction, _ id: RecordID, _ actor: Actor, _ state: HandOverView.State,
        refusal: (code: String, sealed: [UInt8])?,
        at: Instant
    ) throws -> SQLRow {
        let row = try row(transaction.session, id)
        guard let team = RecordID(try row.text("team_id")), actor.teams(as: .investigator).contains(team) else {
            throw ServiceError.notFound
        }
        let changed = try transaction.update(
            "hand_over", key: [.text(id.description)], expecting: ["state": .text(HandOverView.State.offered.rawValue)],
            set: [
                "state": .text(state.rawValue), "answered_by": .text(actor.account.description), "answered_at": .integer(at.microseconds),
                "refusal": .text(refusal?.code), "sealed": .blob(try refusal?.sealed ?? row.blob("sealed")),
            ])
        guard let changed else { throw ServiceError.conflict(.answered) }
        // Answered, it waits for nobody in the team any more.
        try transaction.session.execute(
            "UPDATE notice SET read_at = $1, read_by = $2 WHERE kind = $3 AND team_id = $4 AND concern_id = $5 AND read_at IS NULL",
            [
                .integer(at.microseconds), .text(actor.account.description), .text(NoticeKind.handOver.rawValue), .text(team.description),
                try changed.value("concern_id"),
            ])
        return changed
    }

    private static func row(_ session: any SQLSession, _ id: RecordID) throws -> SQLRow {
        let join = SealedRecord.join("t")
        let row = try session.first("SELECT t.*, \(join.columns) FROM hand_over t \(join.join) WHERE t.id = $1", [.text(id.description)])
        guard let row else { throw ServiceError.notFound }
        return row
    }

    /// The concern of a hand-over. Throws `notFound` where there is no such hand-over.
    func concern(of id: RecordID) async throws -> RecordID {
        try await house.store.read { session in try Self.row(session, id).recordID("concern_id") }
    }
}
