// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension Desk {
    /// A concern with everything that this person may be shown, the pieces others hold beside it. `purpose` stands in the ledger.
    public func concern(_ actor: Actor, reference: String, purpose: String) async throws -> ConcernView {
        let id = try await house.concernID(reference)
        return try await house.recordingRefusals(actor, id) { try await view(actor, id, purpose: purpose) }
    }

    /// The same for a brief that leaves the screen: it stands in the ledger as a disclosure, with its form (`page` or `pdf`).
    public func brief(_ actor: Actor, reference: String, form: String) async throws -> ConcernView {
        let id = try await house.concernID(reference)
        return try await house.recordingRefusals(actor, id) {
            try await view(actor, id, purpose: "strategy_brief", as: .disclose, codes: ["form": form])
        }
    }

    private func view(
        _ actor: Actor, _ id: RecordID, purpose: String, as kind: LedgerEntry.Act = .consult, codes: [String: String] = [:]
    ) async throws -> ConcernView {
        let at = house.now
        let keys = SealedRecord.join("s", on: "review_id")
        let read = try await house.store.read { session in
            let (facts, decision) = try house.authorise(session, actor, .readConcern, id)
            return ConcernReading(
                facts: facts, decision: decision, parts: try ConcernParts(session, id),
                decisions: try ConcernParts.words(session, "decision", "decided_at", id),
                handOvers: try ConcernParts.words(session, "hand_over", "offered_at", id),
                cases: try session.query("SELECT * FROM case_file WHERE concern_id = $1 ORDER BY opened_at", [.text(id.description)]),
                shutOuts: try session.query(
                    "SELECT s.*, \(keys.columns) FROM shut_out s \(keys.join) WHERE s.concern_id = $1 ORDER BY s.set_at",
                    [.text(id.description)]),
                shutOutAgencies: try ShutOutAgencyRow.inForce(session, of: id),
                emergencies: try ConcernParts.words(session, "emergency_access", "opened_at", id),
                proposals: try Self.proposalRows(session, id))
        }
        let allowed = Set(Action.allCases.filter { $0.isAboutConcern && AccessPolicy.decide(actor, $0, read.facts).isAllowed })
        let isFromDoor = try read.parts.concern.text("channel") == DoorKind.everyone.rawValue
        let right: Action = isFromDoor ? .readContact : .readSource
        let withSource = allowed.contains(right) && read.parts.records.contains { $0.kind == RecordKindName.source }
        let opened = try read.parts.open(house, withSource: withSource, for: actor.agency)
        let pieces = try await house.matching.pieces(actor, of: id)
        // Who reported is a right of its own: the entry names the role that opened it beside the role that opened the concern.
        let handler = withSource ? AccessPolicy.decide(actor, right, read.facts).role : nil
        var said = codes.merging(handler.map { ["source": "shown", "source-role": $0.rawValue] } ?? [:]) { own, _ in own }
        said[SoughtName.code] = SoughtName.of(opened.mentions, by: actor, house.directory.snapshot)?.rawValue
        let act = ActOfPerson(
            kind, by: actor, to: .readConcern, at: at, purpose: ProtectedEnquiry.purpose(actor, else: purpose), codes: said)
        try await house.store.write(act) { transaction in
            // Asked again where the entry is written: nobody is shown anything whose entry stands behind their shutting out (SECURITY row 46).
            _ = try house.authorise(transaction, actor, .readConcern, id)
            transaction.show("concern", id.description)
            for record in read.parts.records where withSource || record.kind != RecordKindName.source {
                transaction.show("record", record.id)
            }
            for shown in pieces.shown { transaction.show("record", shown.description) }
            // A refusal, a passed limit and a shut-out stay until somebody has dealt with them: opening the page is not dealing with them.
            try NoticeRow.opened([.addendum, .emergency], of: id, by: actor, at: at, transaction.session)
        }
        guard case .allowed(let because) = read.decision else { throw ServiceError.notFound }
        let standard = house.standard(try read.parts.concern.text("standard"))
        let isBack = try read.parts.concern.text("status") == ConcernStatus.returned.rawValue
        return ConcernView(
            row: try queueRow(
                read.parts.concern, read.parts.records, pieces: pieces.pieces.count, at: at,
                refused: isBack ? try Self.broughtBack(read.handOvers) : [],
                isSearchable: opened.mentions.contains { Searchable.says($0.mention) }),
            standard: standard.id.rawValue,
            version: try read.parts.concern.int("version"), channel: try read.parts.concern.text("channel"), answers: opened.answers,
            statements: opened.statements, mentions: opened.mentions, addenda: opened.addenda, source: opened.source,
            handling: ContactRules(opened.answers, source: opened.source, standard),
            toldAreas: read.facts.toldAreas.sorted(), because: because, pieces: pieces.pieces, notSearched: pieces.notSearched,
            decisions: try read.decisions.map(decisionView).map { $0.masked(opened.confidential) },
            handOvers: try house.handOvers.views(read.handOvers, read.parts.concern),
            cases: try read.cases.map { try house.casework.bareRow($0, read.parts.concern) }, replies: opened.replies, allowed: allowed,
            shutOuts: allowed.contains(.reviewShutOut) ? try read.shutOuts.map(shutOutView) : [],
            shutOutAgencies: allowed.contains(.reviewShutOut) ? try read.shutOutAgencies.map(shutOutAgencyView) : [],
            emergencies: try read.emergencies.map(emergencyView),
            gaps: FormGaps.all(opened.answers, opened.mentions, standard),
            door: try await house.door.facts(id, channel: try read.parts.concern.text("channel")),
            proposals: try read.proposals.compactMap(proposalView))
    }

    func decisionView(_ row: SQLRow) throws -> DecisionView {
        let document = try house.store.open(SealedRecord(row, kind: "decision"), as: ClosingDocument.self)
        return DecisionView(
            id: try row.recordID("id"), outcome: try row.text("outcome"), threshold: try row.optionalText("threshold"),
            reason: document.words,
            by: house.directory.snapshot.name(of: try row.optionalRecordID("decided_by")), at: try row.instant("decided_at"),
            unansweredMatches: try row.int("unanswered_matches"),
            confirmedBy: try row.optionalRecordID("confirmed_by").map { house.directory.snapshot.name(of: $0) },
            answers: document.answers ?? [])
    }

    private func shutOutView(_ row: SQLRow) throws -> ShutOutView {
        let account = try row.recordID("account_id")
        let snapshot = house.directory.snapshot
        let reviewed = try row.optionalBlob("sealed") == nil ? nil : SealedRecord(row, kind: "shut_out", id: "review_id")
        return ShutOutView(
            account: account, name: snapshot.name(of: account), state: try row.text("state"), at: try row.instant("set_at"),
            reviewedBy: try row.optionalRecordID("reviewed_by").map { snapshot.name(of: $0) },
            reason: try reviewed.map { try house.store.open($0, as: WordsDocument.self).words })
    }

    private func emergencyView(_ row: SQLRow) throws -> EmergencyView {
        EmergencyView(
            by: house.directory.snapshot.name(of: try row.optionalRecordID("account_id")), at: try row.instant("opened_at"),
            until: try row.instant("until_at"),
            reason: try house.store.open(SealedRecord(row, kind: "emergency_access"), as: WordsDocument.self).words)
    }
}

extension DecisionView {
    /// The same without what gives a confidential address away.
    func masked(_ words: ConfidentialWords) -> DecisionView {
        var view = self
        view.reason = words.masked(reason)
        return view
    }
}

/// What one reading of a concern brings out of the store.
private struct ConcernReading: Sendable {
    let facts: ConcernFacts
    let decision: AccessPolicy.Decision
    let parts: ConcernParts
    let decisions: [SQLRow]
    let handOvers: [SQLRow]
    let cases: [SQLRow]
    let shutOuts: [SQLRow]
    let shutOutAgencies: [SQLRow]
    let emergencies: [SQLRow]
    let proposals: [SQLRow]
}

/// What is not known or was not asked: shown as gaps, never as zero (RULE 3.2).
enum FormGaps {
    static func all(_ answers: Answers, _ mentions: [MentionView], _ standard: Standard) -> [FormGap] {
        var gaps = open(answers, .concern, nil, standard)
        for view in mentions where view.mention.kind == .person && view.mention.role != .other {
            if let group = QuestionGroup(rawValue: view.mention.formGroup) {
                gaps += open(view.mention.answers, group, view.record, standard).filter { !view.withheld.contains($0.question) }
            }
        }
        return gaps
    }

    private static func open(_ answers: Answers, _ group: QuestionGroup, _ record: RecordID?, _ standard: Standard) -> [FormGap] {
        standard.questions(of: group).filter { $0.required && answers.first($0.id) == nil }.map { FormGap(question: $0.id, record: record) }
    }
}
