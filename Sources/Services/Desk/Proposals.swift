// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

/// What came of sending a decision.
public enum DecisionResult: Sendable, Hashable {
    /// It is decided.
    case decided
    /// It is proposed: a second named person must confirm it, and the clock runs on.
    case proposed
}

/// A decision that a second named person must confirm or send back.
public struct ProposalView: Sendable, Hashable {
    /// The states of a proposal.
    public enum State: String, Sendable, Hashable {
        /// Nobody has answered.
        case waiting
        /// Confirmed: it is a decision.
        case confirmed
        /// Sent back with a reason.
        case sentBack = "sent_back"
        /// Taken back by whoever proposed it.
        case withdrawn
        /// Something else was decided or proposed meanwhile.
        case overtaken
    }

    /// Its own id.
    public let id: RecordID
    /// A code of the list `outcome`.
    public let outcome: String
    /// Why, in words.
    public let reason: String
    /// Who proposed it.
    public let by: RecordID
    /// The same by name.
    public let byName: String
    /// When.
    public let at: Instant
    /// Where it stands.
    public let state: State
    /// Who answered, by name; nil while nobody has.
    public let answeredBy: String?
    /// When it was answered; nil while nobody has.
    public let answeredAt: Instant?
    /// Why it was sent back, in words; empty else.
    public let answer: String
}

/// The sealed document of a proposal: all that the second person needs to decide on it as it was meant.
struct ProposalDocument: Codable {
    var outcome: String
    var threshold: String?
    var reason: String
    var gateAnswers: [String: String]
    var gateReasons: [String: String]
    var lead: String?
    var alsoReceive: [String]
    var version: Int

    init(_ input: DecisionInput, reason: String) {
        outcome = input.outcome
        threshold = input.threshold
        self.reason = reason
        gateAnswers = input.gateAnswers
        gateReasons = input.gateReasons
        lead = input.lead?.description
        alsoReceive = input.alsoReceive.map(\.description)
        version = input.version
    }

    var input: DecisionInput {
        DecisionInput(
            outcome: outcome, threshold: threshold, reason: reason, lead: lead.flatMap { RecordID($0) },
            alsoReceive: alsoReceive.compactMap { RecordID($0) }, gateAnswers: gateAnswers, gateReasons: gateReasons, version: version)
    }
}

extension Desk {
    /// Confirms a proposal of another person: from here it is a decision of both. Throws `refused` for whoever proposed it,
    /// `conflict(answered)` where somebody was quicker, `conflict(changedMeanwhile)` where the concern has changed since.
    public func confirm(_ actor: Actor, proposal id: RecordID) async throws {
        let (concern, row) = try await proposal(id)
        try await house.recordingRefusals(actor, concern) {
            try await holdApart(actor, concern, row)
            let document = try house.store.open(SealedRecord(row, kind: "decision_proposal"), as: ProposalDocument.self)
            let proposer = try row.recordID("proposed_by")
            let prepared = try await prepare(actor, concern, document.input)
            let at = prepared.at
            try await house.store.write(
                ActOfPerson(
                    .decide, by: actor, to: .decideConcern, at: at, purpose: "confirm_decision", codes: ["outcome": document.outcome])
            ) { transaction in
                try answer(transaction, actor, id, .confirmed, nil, at: at)
                try write(prepared, by: proposer, confirmedBy: actor.account, actor, transaction)
            }
        }
    }

    /// Sends a proposal of another person back, with a reason: the concern stays with whoever has it, and its clock has never stopped.
    public func sendBack(_ actor: Actor, proposal id: RecordID, words: String) async throws {
        let words = try Words.checked(words, field: "words")
        let (concern, row) = try await proposal(id)
        try await house.recordingRefusals(actor, concern) {
            try await holdApart(actor, concern, row)
            let at = house.now
            let answerID = house.store.newID()
            let seal = try house.store.seal(
                WordsDocument(words: words), kind: "decision_proposal", id: answerID, agency: actor.agency)
            let proposer = try row.recordID("proposed_by")
            let notice = house.store.newID()
            let message = house.message(.sentBack, to: proposer, link: "/desk")
            try await house.store.write(
                ActOfPerson(.decide, by: actor, to: .decideConcern, at: at, purpose: "send_decision_back")
            ) { transaction in
                let (facts, _) = try house.authorise(transaction, actor, .decideConcern, concern)
                try answer(transaction, actor, id, .sentBack, (answerID, seal), at: at)
                try NoticeRow.settle([.secondPerson], of: concern, by: actor.account, at: at, transaction.session)
                try NoticeRow.insert(notice, kind: .sentBack, concern: concern, account: proposer, at: at, transaction.session)
                if message.mayGo(facts, house) { try message.write(transaction.session) }
            }
        }
    }

    /// Takes one's own proposal back.
    public func withdraw(_ actor: Actor, proposal id: RecordID) async throws {
        let (concern, row) = try await proposal(id)
        try await house.recordingRefusals(actor, concern) {
            let at = house.now
            let isOwn = try row.recordID("proposed_by") == actor.account
            try await house.store.write(
                ActOfPerson(.decide, by: actor, to: .decideConcern, at: at, purpose: "withdraw_decision")
            ) { transaction in
                _ = try house.authorise(transaction, actor, .decideConcern, concern)
                guard isOwn else { throw ServiceError.notFound }
                try answer(transaction, actor, id, .withdrawn, nil, at: at)
                try NoticeRow.settle([.secondPerson], of: concern, by: actor.account, at: at, transaction.session)
            }
        }
    }

    /// The second person is another person: asked before anything is opened, and refused as what the policy does not allow.
    private func holdApart(_ actor: Actor, _ concern: RecordID, _ row: SQLRow) async throws {
        let facts = try await house.store.read { session in try house.authorise(session, actor, .decideConcern, concern).0 }
        guard try row.recordID("proposed_by") != actor.account else {
            throw ServiceError.refused(action: .decideConcern, ask: house.desk(ofArea: facts.owningArea))
        }
        guard try row.text("state") == ProposalView.State.waiting.rawValue else { throw ServiceError.conflict(.answered) }
    }

    private func proposal(_ id: RecordID) async throws -> (RecordID, SQLRow) {
        let join = SealedRecord.join("t")
        let row = try await house.store.read { session in
            try session.first("SELECT t.*, \(join.columns) FROM decision_proposal t \(join.join) WHERE t.id = $1", [.text(id.description)])
        }
        guard let row else { throw ServiceError.notFound }
        return (try row.recordID("concern_id"), row)
    }

    private func answer(
        _ transaction: WriteTransaction, _ actor: Actor, _ id: RecordID, _ state: ProposalView.State, _ words: (RecordID, NewSeal)?,
        at: Instant
    ) throws {
        let changed = try transaction.update(
            "decision_proposal", key: [.text(id.description)], expecting: ["state": .text(ProposalView.State.waiting.rawValue)],
            set: [
                "state": .text(state.rawValue), "answered_by": .text(actor.account.description), "answered_at": .integer(at.microseconds),
                "answer_id": .text(words?.0.description), "answer_sealed": .blob(words?.1.sealed),
            ])
        guard changed != nil else { throw ServiceError.conflict(.answered) }
        if let words { try transaction.session.keep(words.1) }
    }

    /// What waits of a concern is overtaken by what is decided or proposed now.
    static func overtake(_ concern: RecordID, _ actor: Actor, at: Instant, _ transaction: WriteTransaction) throws {
        let rows = try transaction.session.query(
            "SELECT id FROM decision_proposal WHERE concern_id = $1 AND state = 'waiting'", [.text(concern.description)])
        for row in rows {
            try transaction.update(
                "decision_proposal", key: [.text(try row.text("id"))],
                set: [
                    "state": .text(ProposalView.State.overtaken.rawValue), "answered_by": .text(actor.account.description),
                    "answered_at": .integer(at.microseconds),
                ])
        }
        if !rows.isEmpty { try NoticeRow.settle([.secondPerson], of: concern, by: actor.account, at: at, transaction.session) }
    }

    /// The proposals of a concern as shown, oldest first; read with the keys of both texts.
    static func proposalRows(_ session: any SQLSession, _ concern: RecordID) throws -> [SQLRow] {
        let join = SealedRecord.join("t")
        return try session.query(
            """
            SELECT t.*, \(join.columns), a.agency_id AS answer_agency, a.wrapped AS answer_wrapped FROM decision_proposal t \(join.join)
            LEFT JOIN record_key a ON a.record_id = t.answer_id WHERE t.concern_id = $1 ORDER BY t.proposed_at, t.id
            """, [.text(concern.description)])
    }

    func proposalView(_ row: SQLRow) throws -> ProposalView? {
        let sealed = try SealedRecord(row, kind: "decision_proposal")
        guard !sealed.isDisposedOf, let state = ProposalView.State(rawValue: try row.text("state")) else { return nil }
        let document = try house.store.open(sealed, as: ProposalDocument.self)
        var words = ""
        if let id = try row.optionalText("answer_id"), let wrapped = try row.optionalBlob("answer_wrapped") {
            let answer = SQLRow(
                columns: ["id", "sealed", "key_agency", "key_wrapped"],
                values: [.text(id), try row.value("answer_sealed"), try row.value("answer_agency"), .blob(wrapped)])
            words = try house.store.open(SealedRecord(answer, kind: "decision_proposal"), as: WordsDocument.self).words
        }
        let snapshot = house.directory.snapshot
        let proposer = try row.recordID("proposed_by")
        return ProposalView(
            id: try row.recordID("id"), outcome: document.outcome, reason: document.reason, by: proposer,
            byName: snapshot.name(of: proposer),
            at: try row.instant("proposed_at"), state: state,
            answeredBy: try row.optionalRecordID("answered_by").map { snapshot.name(of: $0) },
            answeredAt: try row.optionalInstant("answered_at"), answer: words)
    }
}
