// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Vault

/// One act on the store. Every row it writes to a ledgered table stands in the act's one ledger entry, which is the transaction's last
/// statement (DESIGN rule 2).
public final class WriteTransaction {
    /// The SQL session, for reads and for tables that are not ledgered.
    public let session: any SQLSession
    let random: Randomness
    private var written: [ObjectRef] = []
    /// Where each object stands in `written`, by kind and id.
    private var places: [String: Int] = [:]
    private var codes: [String: String] = [:]
    private var role: Role?

    init(session: any SQLSession, random: @escaping Randomness) {
        self.session = session
        self.random = random
    }

    /// Inserts a ledgered row. Throws `uniqueViolation` where it is there already.
    public func insert(_ row: LedgeredRow) throws(StorageError) {
        let sql = InsertText.of(table: row.table, columns: row.columns)
        try session.execute(sql, row.values)
        note(row.object)
    }

    /// Changes columns of the one ledgered row with this key and returns the row as it now stands, or nil where there is none.
    ///
    /// `expecting` are values that must stand in the row (its version, its state): where one differs nothing is changed and nil is returned.
    @discardableResult
    public func update(
        _ table: String, key: [SQLValue], expecting: KeyValuePairs<String, SQLValue> = [:], set changes: KeyValuePairs<String, SQLValue>
    ) throws(StorageError) -> SQLRow? {
        let keyColumns = Schema.key(of: table)
        let condition = keyColumns.enumerated().map { "\($1) = $\($0 + 1)" }.joined(separator: " AND ")
        guard let row = try session.first("SELECT * FROM \(table) WHERE \(condition) \(session.dialect.forUpdate)", key) else { return nil }
        for (column, value) in expecting where try row.value(column) != value { return nil }
        let changed = Dictionary(changes.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
        let salt = random(RowDigest.saltLength)
        let values = zip(row.columns, row.values).map { name, value in
            name == RowDigest.saltColumn ? SQLValue.blob(salt) : changed[name] ?? value
        }
        let setColumns = changes.map(\.key) + [RowDigest.saltColumn]
        let assignments = setColumns.enumerated().map { "\($1) = $\($0 + 1 + key.count)" }.joined(separator: ", ")
        try session.execute("UPDATE \(table) SET \(assignments) WHERE \(condition)", key + changes.map(\.value) + [.blob(salt)])
        note(LedgeredRow.object(table, Array(zip(row.columns, values)), salt: salt))
        return SQLRow(columns: row.columns, values: values)
    }

    /// Erases a ledgered row: from here its absence is right.
    public func erase(_ table: String, key: [SQLValue]) throws(StorageError) {
        let condition = Schema.key(of: table).enumerated().map { "\($1) = $\($0 + 1)" }.joined(separator: " AND ")
        try session.execute("DELETE FROM \(table) WHERE \(condition)", key)
        note(ObjectRef(kind: table, id: PrimaryKeyText.text(of: key.map(\.columnValue))))
    }

    /// Names a record that the act showed or touched without writing it.
    public func show(_ kind: String, _ id: String) { note(ObjectRef(kind: kind, id: id)) }

    /// Adds a coded fact to the act's entry.
    public func say(_ name: String, _ code: String) { codes[name] = code }

    /// Names the role that the policy allowed the act in, where only the concern's facts tell it.
    public func act(as decision: AccessPolicy.Decision) { role = decision.role ?? role }

    /// Queues a job in this transaction; a job of the same kind for the same subject that waits already is enough.
    public func queue(_ job: String, for subject: String, after instant: Int64) throws(StorageError) {
        try session.execute(
            """
            INSERT INTO job (kind, subject, run_after, attempts) VALUES ($1, $2, $3, 0)
            ON CONFLICT (kind, subject) DO UPDATE SET run_after = CASE WHEN job.run_after < excluded.run_after THEN job.run_after ELSE excluded.run_after END
            """, [.text(job), .text(subject), .integer(instant)])
    }

    private func note(_ object: ObjectRef) {
        let place = places["\(object.kind) \(object.id)", default: written.count]
        if place == written.count {
            places["\(object.kind) \(object.id)"] = place
            written.append(object)
        } else if object.digest != nil || written[place].digest == nil {
            written[place] = object
        }
    }

    func writeEntry(_ act: ActOfPerson) throws(StorageError) {
        let entry = LedgerEntry(
            act: act.act, at: act.at, actor: act.actor, agency: act.agency, role: role?.rawValue ?? act.role, purpose: act.purpose,
            outcome: act.outcome,
            objects: written, codes: act.codes.merging(codes) { _, own in own })
        try session.execute("INSERT INTO ledger_entry (body) VALUES ($1)", [.blob(entry.canonicalBytes())])
    }
}

/// Texts of inserts, made once a table: SQL text is never built from values.
enum InsertText {
    static func of(table: String, columns: [String]) -> String {
        "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(SQLDialect.placeholders(columns.count)))"
    }
}

extension WriteTransaction {
    /// A row made inside the transaction, for the few that depend on what it reads.
    public func row(_ table: String, _ columns: KeyValuePairs<String, SQLValue>) -> LedgeredRow {
        LedgeredRow(table, columns, random: random)
    }
}
