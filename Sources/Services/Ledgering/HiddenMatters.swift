// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage

/// What an auditor does not see of the ledger: the matters that they or their agency are shut out of. Somebody else audits those (DESIGN
/// rule 3). An act on one of them is not listed at all; of a list that showed one among others, the others are.
struct HiddenMatters: Sendable {
    /// The concerns, and the rows that belong to them.
    private let ids: Set<String>

    /// The tables whose rows belong to a concern.
    private static let tables = [
        "record", "decision", "decision_proposal", "hand_over", "case_file", "addendum", "reply", "emergency_access", "match_answer",
        "practice_record", "share_ask", "contact_disclosure",
    ]

    init(_ session: any SQLSession, _ actor: Actor) throws {
        let condition = ShutOutSQL.lets(concern: "c.id", account: "$1", agency: "$2")
        let own: [SQLValue] = [.text(actor.account.description), .text(actor.agency.description)]
        let concerns = try session.query("SELECT c.id FROM concern c WHERE NOT \(condition)", own).map { try $0.text("id") }
        var ids = Set(concerns)
        for part in SQLValue.lists(concerns) {
            let list = SQLDialect.placeholders(part.count)
            for table in Self.tables {
                ids.formUnion(try session.query("SELECT id FROM \(table) WHERE concern_id IN (\(list))", part).map { try $0.text("id") })
            }
            let asked = try session.query("SELECT id FROM share_ask WHERE other_concern_id IN (\(list))", part)
            let climbing = """
                SELECT id FROM escalation WHERE subject_id IN (\(list))
                OR subject_id IN (SELECT id FROM hand_over WHERE concern_id IN (\(list)))
                """
            ids.formUnion(try (asked + session.query(climbing, part)).map { try $0.text("id") })
            for table in ["case_action", "case_event"] {
                let sql = "SELECT id FROM \(table) WHERE case_id IN (SELECT id FROM case_file WHERE concern_id IN (\(list)))"
                ids.formUnion(try session.query(sql, part).map { try $0.text("id") })
            }
        }
        self.ids = ids
    }

    /// An entry as far as this reader may see it; nil where it is about nothing else.
    func seen(_ entry: LedgerEntry) -> LedgerEntry? {
        guard !ids.isEmpty else { return entry }
        let shown = entry.objects.filter { !isHidden($0.id) }
        guard shown.count < entry.objects.count else { return entry }
        // What was written to a hidden matter is an act on it, whatever else it touched.
        guard !shown.isEmpty, !entry.objects.contains(where: { $0.digest != nil && isHidden($0.id) }) else { return nil }
        return LedgerEntry(
            act: entry.act, at: entry.at, actor: entry.actor, agency: entry.agency, role: entry.role, purpose: entry.purpose,
            outcome: entry.outcome, objects: shown, codes: [:])
    }

    /// The key of a row of two or more parts holds each of them.
    private func isHidden(_ key: String) -> Bool {
        ids.contains(key) || key.split { !$0.isHexDigit && $0 != "-" }.contains { ids.contains(String($0)) }
    }
}
