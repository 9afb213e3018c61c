// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage

/// What notices are about. A notice's row holds ids and codes only: whatever names a person or a deed is read here, as the policy allows it to
/// whoever reads the notice now, and stands in the ledger as every reading.
extension Notices {
    func matters(_ actor: Actor, _ rows: [SQLRow], _ at: Instant) async throws -> [Notice] {
        let telling = try rows.filter { row in
            let kind = try Self.kind(row)
            return try row.optionalText("concern_id") != nil && (kind == .action || kind == .escalation)
        }
        let read = telling.isEmpty ? Read() : try await read(actor, telling, at)
        return try rows.map { row in
            Notice(
                id: try row.recordID("id"), kind: try row.text("kind"), concern: try row.optionalText("reference"),
                at: try row.instant("made_at"), matter: try matter(row, read))
        }
    }

    private static func kind(_ row: SQLRow) throws -> NoticeKind? { NoticeKind(rawValue: try row.text("kind")) }

    /// What one reading brings out of the store.
    private struct Read: Sendable {
        /// By the notice's id.
        var actions: [RecordID: SQLRow] = [:]
        /// By the concern's id.
        var subjects: [RecordID: [ConcernParts.RecordParts]] = [:]
        /// The concern of each action, by the notice's id.
        var concerns: [RecordID: RecordID] = [:]

        /// Leaves out what this person may not read.
        mutating func keep(_ actor: Actor, _ facts: [RecordID: ConcernFacts]) {
            func may(_ action: Action, _ concern: RecordID?) -> Bool {
                concern.flatMap { facts[$0] }.map { AccessPolicy.decide(actor, action, $0).isAllowed } ?? false
            }
            actions = actions.filter { may(.workCase, concerns[$0.key]) }
            subjects = subjects.filter { may(.readConcern, $0.key) }
        }
    }

    private func read(_ actor: Actor, _ rows: [SQLRow], _ at: Instant) async throws -> Read {
        let join = SealedRecord.join("t")
        let read = try await house.store.read { session in
            var read = Read()
            var named: Set<RecordID> = []
            for row in rows {
                let concern = try row.recordID("concern_id")
                if try Self.kind(row) == .action {
                    read.concerns[try row.recordID("id")] = concern
                    read.actions[try row.recordID("id")] = try session.query(
                        """
                        SELECT t.*, f.reference AS case_reference, \(join.columns) FROM case_action t
                        JOIN case_file f ON f.id = t.case_id \(join.join)
                        WHERE t.owner_id = $1 AND t.set_at = $2 AND t.state = 'open' AND f.concern_id = $3 ORDER BY t.id
                        """,
                        [.text(actor.account.description), try row.value("made_at"), .text(concern.description)]
                    ).first
                } else {
                    named.insert(concern)
                }
            }
            read.subjects = try ConcernParts.records(session, named.sorted(), kinds: "AND r.role = 'subject'")
            return read
        }
        guard !read.actions.isEmpty || !read.subjects.isEmpty else { return read }
        let concerns = Set(read.concerns.values).union(read.subjects.keys).sorted()
        let act = ActOfPerson(.consult, by: actor, to: .manageOwnAccess, at: at, purpose: "notices")
        return try await house.store.write(act) { transaction in
            // The policy is asked where the entry is written, as for a concern.
            var shown = read
            shown.keep(actor, try FactsReader.facts(transaction.session, concerns, now: at))
            for id in try shown.actions.values.map({ try $0.text("id") }).sorted() { transaction.show("case_action", id) }
            for id in Set(shown.subjects.values.flatMap { $0.map(\.id) }).sorted() { transaction.show("record", id) }
            return shown
        }
    }

    private func matter(_ row: SQLRow, _ read: Read) throws -> Notice.Matter? {
        switch try Self.kind(row) {
        case .action:
            guard let action = read.actions[try row.recordID("id")] else { return nil }
            let sealed = try SealedRecord(action, kind: "case_action")
            guard !sealed.isDisposedOf else { return nil }
            return .action(
                Notice.ActionToDo(
                    id: try action.recordID("id"), caseReference: try action.text("case_reference"),
                    words: try house.store.open(sealed, as: ActionDocument.self).words, dueAt: try action.instant("due_at")))
        case .escalation:
            guard let concern = try row.optionalRecordID("concern_id") else {
                let code = try row.optionalText("area") ?? ""
                return code.isEmpty ? nil : .uncovered(area: house.directory.snapshot.name(ofArea: code), code: code)
            }
            let standard = house.standard(try row.text("standard"))
            let subject = try read.subjects[concern]?.first.flatMap { try ConcernParts.mention($0, standard, house)?.label }
            let isUndecided = try ConcernStatus(rawValue: row.text("status"))?.isOpen ?? false
            return isUndecided ? .undecided(subject: subject) : .unanswered(subject: subject)
        case .allegation: return .allegation(house.desk(ofArea: try row.optionalText("owning_area")))
        default: return nil
        }
    }
}
