// SPDX-License-Identifier: Apache-2.0

/// What the entries say of every row, and whether the rows agree.
struct RowCheck: Sendable {
    private struct State: Sendable {
        /// Nil once erased.
        var digest: LedgerHash?
        /// The last entry about the row; nil when that isn't in sequence yet.
        var seq: Int?
        var seen = false
    }

    private var tables: [String: [String: State]] = [:]

    mutating func apply(_ entry: LedgerEntry, seq: Int?) {
        let erases = entry.act == .erase
        for object in entry.objects where object.digest != nil || erases {
            tables[object.kind, default: [:]][object.id] = State(digest: object.digest, seq: seq)
        }
    }

    mutating func compare(table: String, id: String, columns: [(name: String, value: ColumnValue)], findings: inout FindingList) {
        guard let state = tables[table]?[id] else {
            return findings.add(.rowWithoutEntry, table: table, id: id, "\(table) \(id) is in no entry: it was put there past the log.")
        }
        tables[table]?[id]?.seen = true
        let last = state.seq.map { "entry \($0)" } ?? "an entry not yet in sequence"
        guard let digest = state.digest else {
            return findings.add(
                .erasedRowPresent, table: table, id: id, seq: state.seq,
                "\(table) \(id) is there, although \(last) says that it was erased.")
        }
        var salt: [UInt8] = []
        if case .blob(let bytes)? = columns.first(where: { $0.name == RowDigest.saltColumn })?.value { salt = bytes }
        if salt.count != RowDigest.saltLength || RowDigest.digest(table: table, columns: columns, salt: salt) != digest {
            findings.add(.rowChanged, table: table, id: id, seq: state.seq, "\(table) \(id) is not as \(last), the last about it, left it.")
        }
    }

    func finish(findings: inout FindingList) {
        for (table, rows) in tables.sorted(by: { $0.key < $1.key }) {
            let gone = rows.filter { $0.value.digest != nil && !$0.value.seen }
            for (id, state) in gone.sorted(by: { $0.key < $1.key }) {
                findings.add(
                    .rowMissing, table: table, id: id, seq: state.seq,
                    "\(table) \(id) is gone, although no entry tells of its erasure\(state.seq.map { " (last written by entry \($0))" } ?? "")."
                )
            }
        }
    }
}
