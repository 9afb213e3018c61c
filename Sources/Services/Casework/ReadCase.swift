// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage
import Vault

extension Casework {
    /// A case with what was reported, its people, decisions, actions and one page of its timeline. `purpose` stands in the ledger.
    public func caseFile(
        _ actor: Actor, reference: String, purpose: String, timeline filter: TimelineFilter = TimelineFilter()
    ) async throws -> CaseView {
        guard let reference = Reference(reference)?.description else { throw ServiceError.notFound }
        let at = house.now
        let reading = try await house.store.read { session in
            let row = try locate(session, "reference", reference)
            let (facts, decision) = try mayRead(session, actor, try row.recordID("concern_id"))
            return try CaseReading(session, row, facts, decision)
        }
        let opened = try reading.parts.open(house, withSource: false, for: actor.agency)
        let timeline = try TimelineReading(house, reading, opened, filter)
        let shows = timeline.shows
        try await house.store.write(ActOfPerson(.consult, by: actor, to: .workCase, at: at, purpose: purpose)) { transaction in
            // Asked again where the entry is written, as for a concern.
            transaction.act(as: try mayRead(transaction.session, actor, reading.facts.id).1)
            transaction.show("case_file", try reading.row.text("id"))
            transaction.show("concern", reading.facts.id.description)
            for record in reading.parts.records where record.kind != RecordKindName.source { transaction.show("record", record.id) }
            for decision in reading.decisions { transaction.show("decision", try decision.text("id")) }
            for action in reading.actions { transaction.show("case_action", try action.text("id")) }
            for row in reading.practice.rows { transaction.show("practice_record", try row.text("id")) }
            for row in shows { transaction.show(row.table, row.id) }
            try NoticeRow.opened([.action], of: reading.facts.id, by: actor, at: at, transaction.session)
        }
        guard case .allowed(let because) = reading.decision else { throw ServiceError.notFound }
        return try view(reading, opened, try timeline.timeline(), actor, because, at)
    }

    /// Whoever works a case reads its concern with it: the policy is asked for both.
    private func mayRead(_ session: any SQLSession, _ actor: Actor, _ concern: RecordID) throws -> (ConcernFacts, AccessPolicy.Decision) {
        _ = try house.authorise(session, actor, .readConcern, concern)
        return try house.authorise(session, actor, .workCase, concern)
    }

    private func view(
        _ reading: CaseReading, _ opened: ConcernParts.Opened, _ timeline: CaseTimeline, _ actor: Actor, _ because: AccessPolicy.Row,
        _ at: Instant
    ) throws -> CaseView {
        let concern = reading.parts.concern
        let actions = try reading.actions.map { try actionView($0, opened.confidential, at: at) }
        let outcome = try reading.row.optionalText("outcome")
        let standard = house.standard(try concern.text("standard"))
        let seen = CaseGates.Seen(
            actionsClosed: actions.allSatisfy { $0.outcome != nil }, reporterAnswered: !reading.parts.replies.isEmpty)
        let report = ConcernReport(
            standard: standard.id.rawValue, answers: opened.answers, statements: opened.statements,
            mentions: opened.mentions.map(\.mention))
        return CaseView(
            row: try caseRow(reading.row, subject: opened.mentions.first { $0.mention.role == .subject }?.label, actions: actions),
            reported: ReportedView(
                receivedAt: try concern.instant("received_at"),
                agency: house.directory.snapshot.name(ofAgency: try concern.recordID("agency_id")),
                crimes: CodeText.codes(try concern.text("crimes")), answers: opened.answers, statements: opened.statements),
            mentions: opened.mentions, members: try reading.members.map(member),
            decisions: try reading.decisions.reversed().map(house.desk.decisionView).map { $0.masked(opened.confidential) },
            timeline: timeline, actions: actions,
            gates: outcome == nil ? CaseGates(opened, standard, on: LocalDate.today(at)).standings(seen) : [],
            practice: try reading.practice.view(
                house, report, opened.mentions, standard, received: try concern.instant("received_at"), reporter: reading.facts.reporter),
            because: because,
            allowed: Set(Action.allCases.filter { $0.isAboutConcern && AccessPolicy.decide(actor, $0, reading.facts).isAllowed }),
            outcome: outcome, standard: standard.id.rawValue)
    }

    private func member(_ row: SQLRow) throws -> CaseMember {
        let account = try row.recordID("account_id")
        let snapshot = house.directory.snapshot
        return CaseMember(
            account: account, name: snapshot.name(of: account),
            agency: snapshot.accounts[account].map { snapshot.name(ofAgency: $0.agency) } ?? "", since: try row.instant("joined_at"))
    }

    private func actionView(_ row: SQLRow, _ confidential: ConfidentialWords, at: Instant) throws -> CaseAction {
        let document = try house.store.open(SealedRecord(row, kind: "case_action"), as: ActionDocument.self)
        let owner = try row.recordID("owner_id")
        let due = try row.instant("due_at")
        let isOpen = try row.text("state") == CaseRowSQL.open
        let snapshot = house.directory.snapshot
        return CaseAction(
            id: try row.recordID("id"), words: confidential.masked(document.words), owner: owner, ownerName: snapshot.name(of: owner),
            dueAt: due,
            overdue: due < at && isOpen, outcome: try row.optionalText("outcome"),
            outcomeWords: document.outcome.map(confidential.masked), setBy: snapshot.name(of: try row.optionalRecordID("set_by")),
            setAt: try row.instant("set_at"),
            finishedAt: try row.optionalInstant("finished_at"))
    }
}

/// The sealed words of an action.
struct ActionDocument: Codable {
    var words: String
    var outcome: String?
}
