// SPDX-License-Identifier: Apache-2.0

/// The tables of the store, written once for both engines. A column `salt` makes a table a ledgered one: each write of a row stands
/// in the ledger with a digest of the row (DESIGN rule 2).
public enum Schema {
    /// All migrations in order: numbered, forward only.
    public static let migrations: [Migration] = [
        Migration(1, "the house", core + directory + concerns + work),
        Migration(2, "the public door", door),
        Migration(3, "need to know between agencies", sharing),
        Migration(4, "the desk's messages, views and briefs", desk),
        Migration(5, "what the law asks of a case", practice),
        Migration(6, "joiners, leavers and figures", people),
    ]
}

extension Schema {
    /// The columns of a ledgered table's primary key, in order; `id` where the table is not named.
    static let keys: [String: [String]] = [
        "record": ["id", "version"],
        "shut_out": ["concern_id", "account_id"],
        "case_member": ["case_id", "account_id"],
        "shut_out_agency": ["concern_id", "agency_id"],
    ]

    /// The primary key of a ledgered table.
    public static func key(of table: String) -> [String] { keys[table] ?? ["id"] }

    /// Every ledgered table: the rows that `verify` holds against the ledger.
    public static let ledgeredTables = [
        "account", "addendum", "agency", "api_token", "area", "case_action", "case_event", "case_file", "case_member", "concern",
        "contact_disclosure", "decision", "decision_proposal", "duty", "emergency_access", "escalation", "figure_release", "hand_over",
        "look_up", "match_answer", "practice_record", "protected_identity", "record", "reply", "role_grant", "share_agreement",
        "share_ask", "shift_hand_over", "shut_out", "shut_out_agency", "team", "unreadable_row",
    ]
}
