// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

extension Casework {
    /// A case with its people, timeline and actions. `purpose` stands in the ledger.
    public func caseFile(_ actor: Actor, reference: String, purpose: String) async throws -> CaseView {
        guard let reference = Reference(reference)?.description else { throw ServiceError.notFound }
        let at = house.now
        let (row, facts, decision, parts, events, actions, members) = try await house.store.read { session in
            let row = try locate(session, "reference", reference)
            let concern = try row.recordID("concern_id")
            let (facts, decision) = try house.authorise(session, actor, .workCase, concern)
            return (
                row, facts, decision, try ConcernParts(session, concern), try Self.sealedRows(session, "case_event", row),
                try Self.sealedRows(session, "case_action", row),
                try session.query(
                    "SELECT * FROM case_member WHERE case_id = $1 AND left_at IS NULL ORDER BY joined_at", [try row.value("id")])
            )
        }
        try await house.store.write(ActOfPerson(.consult, by: actor, at: at, purpose: purpose)) { transaction in
            // Asked again where the entry is written, as for a concern.
            _ = try house.authorise(transaction.session, actor, .workCase, facts.id)
            transaction.show("case_file", try row.text("id"))
            for record in parts.records where record.kind != RecordKindName.source { transaction.show("record", record.id) }
        }
        guard case .allowed(let because) = decision else { throw ServiceError.notFound }
        let opened = try parts.open(house, withSource: false)
        let shown = try actions.map { try actionView($0, at: at) }
        let snapshot = house.directory.snapshot
        return CaseView(
            row: try caseRow(row, subject: opened.mentions.first { $0.mention.role == .subject }?.label, actions: shown),
            mentions: opened.mentions,
            members: try members.map { member in
                let account = try member.recordID("account_id")
                return CaseMember(
                    account: account, name: snapshot.name(of: account),
                    agency: snapshot.accounts[account].map { snapshot.name(ofAgency: $0.agency) } ?? "",
                    since: try member.instant("joined_at"))
            }, timeline: try events.map(timelineItem).sorted { $0.at > $1.at }, actions: shown, because: because,
            allowed: Set(Action.allCases.filter { $0.isAboutConcern && AccessPolicy.decide(actor, $0, facts).isAllowed }),
            outcome: try row.optionalText("outcome"), standard: try parts.concern.text("standard"))
    }

    private static func sealedRows(_ session: any SQLSession, _ table: String, _ file: SQLRow) throws -> [SQLRow] {
        let join = SealedRecord.join("t")
        return try session.query(
            "SELECT t.*, \(join.columns) FROM \(table) t \(join.join) WHERE t.case_id = $1 ORDER BY t.id", [try file.value("id")])
    }

    private func timelineItem(_ row: SQLRow) throws -> TimelineItem {
        let by = try row.optionalRecordID("written_by")
        let snapshot = house.directory.snapshot
        return TimelineItem(
            at: try row.instant("written_at"), happened: PartialDate(try row.text("happened")), kind: try row.text("kind"),
            by: snapshot.name(of: by), agency: by.flatMap { snapshot.accounts[$0] }.map { snapshot.name(ofAgency: $0.agency) } ?? "",
            words: try house.store.open(SealedRecord(row, kind: "case_event"), as: WordsDocument.self).words)
    }

    private func actionView(_ row: SQLRow, at: Instant) throws -> CaseAction {
        let document = try house.store.open(SealedRecord(row, kind: "case_action"), as: ActionDocument.self)
        let owner = try row.recordID("owner_id")
        let due = try row.instant("due_at")
        let isOpen = try row.text("state") == CaseRowSQL.open
        let snapshot = house.directory.snapshot
        return CaseAction(
            id: try row.recordID("id"), words: document.words, owner: owner, ownerName: snapshot.name(of: owner), dueAt: due,
            overdue: due < at && isOpen, outcome: try row.optionalText("outcome"),
            outcomeWords: document.outcome, setBy: snapshot.name(of: try row.optionalRecordID("set_by")), setAt: try row.instant("set_at"),
            finishedAt: try row.optionalInstant("finished_at"))
    }
}

/// The sealed words of an action.
struct ActionDocument: Codable {
    var words: String
    var outcome: String?
}
