// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension Casework {
    /// Writes an event on the timeline. Nothing on it is ever overwritten.
    public func addEvent(_ actor: Actor, _ file: RecordID, kind: String, happened: PartialDate?, words: String) async throws {
        let faults = faultsOfEvent(kind: kind, words: words)
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let words = try Words.checked(words, field: "words")
        let id = house.store.newID()
        let at = house.now
        let seal = try house.store.seal(WordsDocument(words: words), kind: "case_event", id: id, agency: actor.agency)
        try await change(actor, file, purpose: "case_event") { transaction, _ in
            try transaction.insert(
                transaction.row(
                    "case_event",
                    [
                        "id": .text(id.description), "case_id": .text(file.description), "kind": .text(kind),
                        "happened": .text(happened?.description ?? ""), "written_by": .text(actor.account.description),
                        "written_at": .integer(at.microseconds), "sealed": .blob(seal.sealed),
                    ]))
            try transaction.session.keep(seal)
        }
    }

    /// All that is wrong with an event before it is written.
    public func faultsOfEvent(kind: String, words: String) -> [FieldFault] {
        (Self.eventKinds.contains(kind) ? [] : [FieldFault("kind", .unknownCode)]) + Words.faults(words, field: "words")
    }

    /// All that is wrong with an action before it is set; nil is what was left open.
    public func faultsOfAction(words: String, owner: RecordID?, dueAt: Instant?) -> [FieldFault] {
        var faults = Words.faults(words, field: "words")
        if let owner {
            // Somebody who was invited and has not signed in yet can be given an action; whoever is shut out of the house can't.
            let state = house.directory.snapshot.accounts[owner]?.state
            if state == nil || state == .disabled { faults.append(FieldFault("owner", .unknownCode)) }
        } else {
            faults.append(FieldFault("owner", .missing))
        }
        if let dueAt {
            if dueAt <= house.now { faults.append(FieldFault("due", .inThePast)) }
        } else {
            faults.append(FieldFault("due", .missing))
        }
        return faults
    }

    /// What an event on a timeline can be.
    public static let eventKinds = ["note", "meeting", "contact", "visit", "missing", "disruption", "support"]

    /// Sets an action: it belongs to a named person on the case and is due (RULE 4.1).
    public func addAction(_ actor: Actor, _ file: RecordID, words: String, owner: RecordID, dueAt: Instant) async throws {
        let faults = faultsOfAction(words: words, owner: owner, dueAt: dueAt)
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let words = try Words.checked(words, field: "words")
        let at = house.now
        let id = house.store.newID()
        let notice = house.store.newID()
        let seal = try house.store.seal(ActionDocument(words: words, outcome: nil), kind: "case_action", id: id, agency: actor.agency)
        try await change(actor, file, purpose: "case_action") { transaction, row in
            let members = try transaction.session.query(
                "SELECT 1 AS n FROM case_member WHERE case_id = $1 AND account_id = $2 AND left_at IS NULL",
                [.text(file.description), .text(owner.description)])
            guard !members.isEmpty else { throw ServiceError.invalid([FieldFault("owner", .notAccepted)]) }
            try transaction.insert(
                transaction.row(
                    "case_action",
                    [
                        "id": .text(id.description), "case_id": .text(file.description), "owner_id": .text(owner.description),
                        "due_at": .integer(dueAt.microseconds), "state": .text(CaseRowSQL.open), "outcome": .null,
                        "set_by": .text(actor.account.description), "set_at": .integer(at.microseconds), "finished_at": .null,
                        "sealed": .blob(seal.sealed),
                    ]))
            try transaction.session.keep(seal)
            try NoticeRow.insert(
                notice, kind: .action, concern: try row.recordID("concern_id"), account: owner, at: at, transaction.session)
        }
    }

    /// Finishes an action by a code of the list `action_outcome`; some of them need words (RULE 4.1).
    public func finishAction(_ actor: Actor, _ action: RecordID, outcome: String, words: String) async throws {
        let at = house.now
        let join = SealedRecord.join("t")
        let row = try await house.recordingRefusals(actor) {
            try await house.store.read { session in
                let found = try session.first(
                    "SELECT t.*, \(join.columns) FROM case_action t \(join.join) WHERE t.id = $1", [.text(action.description)])
                guard let found else { throw ServiceError.notFound }
                _ = try house.authorise(
                    session, actor, .workCase, try locate(session, "id", try found.text("case_id")).recordID("concern_id"))
                return found
            }
        }
        guard let code = house.standard.code(outcome, in: .actionOutcome) else {
            throw ServiceError.invalid([FieldFault("outcome", .unknownCode)])
        }
        let reason = code.flag("requires_reason") ? try Words.checked(words, field: "words") : words
        let sealed = try SealedRecord(row, kind: "case_action")
        var document = try house.store.open(sealed, as: ActionDocument.self)
        document.outcome = reason
        let seal = try house.store.reseal(document, as: sealed, version: 1)
        try await change(actor, try row.recordID("case_id"), purpose: "case_action") { transaction, file in
            let changed = try transaction.update(
                "case_action", key: [.text(action.description)], expecting: ["state": .text(CaseRowSQL.open)],
                set: [
                    "state": .text(CaseRowSQL.closed), "outcome": .text(outcome), "finished_at": .integer(at.microseconds),
                    "sealed": .blob(seal.sealed),
                ])
            guard let changed else { throw ServiceError.conflict(.answered) }
            try NoticeRow.settleAction(
                of: try file.recordID("concern_id"), owner: try changed.value("owner_id"), setAt: try changed.value("set_at"),
                by: actor.account, at: at, transaction.session)
        }
    }

    /// Puts a person on the case.
    public func addMember(_ actor: Actor, _ file: RecordID, account: RecordID) async throws {
        let at = house.now
        guard house.directory.snapshot.actor(account, at: at)?.holds(.investigator) == true else {
            throw ServiceError.invalid([FieldFault("account", .notAccepted)])
        }
        try await change(actor, file, purpose: "case_member") { transaction, row in
            let concern = try row.recordID("concern_id")
            guard let agency = house.directory.snapshot.accounts[account]?.agency,
                let facts = try FactsReader.facts(transaction.session, concern, now: at),
                !facts.isShutOut(account: account, agency: agency)
            else {
                throw ServiceError.invalid([FieldFault("account", .notAccepted)])
            }
            try CaseRowSQL.join(file, account, concern: concern, at: at, transaction)
        }
    }

    /// Closes a case with a code of the list `case_outcome` and a reason, once the standard's gates are met (RULE 4.2, 4.3).
    ///
    /// `gateAnswers` are codes and `gateReasons` words, both by the gate's id; they are kept sealed with the reason. Throws
    /// `conflict(gatesNotMet)` with what is missing.
    public func close(
        _ actor: Actor, _ file: RecordID, outcome: String, reason: String, gateAnswers: [String: String],
        gateReasons: [String: String] = [:]
    ) async throws {
        let at = house.now
        let (located, parts) = try await house.recordingRefusals(actor) {
            try await house.store.read { session in
                let row = try locate(session, "id", file.description)
                _ = try house.authorise(session, actor, .workCase, try row.recordID("concern_id"))
                return (row, try ConcernParts(session, try row.recordID("concern_id")))
            }
        }
        let standard = house.standard(try parts.concern.text("standard"))
        let unknown = standard.code(outcome, in: .caseOutcome) == nil ? [FieldFault("outcome", .unknownCode)] : []
        let faults = unknown + Words.faults(reason, field: "reason")
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let reason = try Words.checked(reason, field: "reason")
        let gates = CaseGates(try parts.open(house, withSource: false), standard, on: LocalDate.today(at))
        let answers = try gates.kept(gateAnswers, gateReasons)
        let event = house.store.newID()
        let document = ClosingDocument(words: reason, answers: answers)
        let seal = try house.store.seal(document, kind: "case_event", id: event, agency: actor.agency)
        try await change(actor, try located.recordID("id"), purpose: "close_case") { transaction, row in
            let open = try transaction.session.integer(
                "SELECT count(*) AS n FROM case_action WHERE case_id = $1 AND state = 'open'", [.text(file.description)])
            let replies = try transaction.session.integer(
                "SELECT count(*) AS n FROM reply WHERE concern_id = $1", [try row.value("concern_id")])
            let unmet = gates.unmet(answers, CaseGates.Seen(actionsClosed: open == 0, reporterAnswered: replies > 0))
            if !unmet.isEmpty { throw ServiceError.conflict(.gatesNotMet(unmet)) }
            try transaction.insert(
                transaction.row(
                    "case_event",
                    [
                        "id": .text(event.description), "case_id": .text(file.description), "kind": .text(CaseRowSQL.closed),
                        "happened": .text(""), "written_by": .text(actor.account.description),
                        "written_at": .integer(at.microseconds), "sealed": .blob(seal.sealed),
                    ]))
            try transaction.session.keep(seal)
            for answer in answers { transaction.say("gate." + answer.gate, answer.answer) }
            try transaction.update(
                "case_file", key: [.text(file.description)],
                set: [
                    "state": .text(CaseRowSQL.closed), "outcome": .text(outcome), "closed_by": .text(actor.account.description),
                    "closed_at": .integer(at.microseconds),
                ])
            try transaction.update("concern", key: [try row.value("concern_id")], set: ["status": .text(ConcernStatus.closed.rawValue)])
        }
    }

    private func change(
        _ actor: Actor, _ file: RecordID, purpose: String, _ body: @escaping @Sendable (WriteTransaction, SQLRow) throws -> Void
    ) async throws {
        try await house.recordingRefusals(actor) {
            try await house.store.write(ActOfPerson(.alter, by: actor, to: .workCase, at: house.now, purpose: purpose)) { transaction in
                let row = try locate(transaction.session, "id", file.description)
                _ = try house.authorise(transaction, actor, .workCase, try row.recordID("concern_id"))
                guard try row.text("state") == CaseRowSQL.open else { throw ServiceError.conflict(.closed) }
                try body(transaction, row)
            }
        }
    }
}
