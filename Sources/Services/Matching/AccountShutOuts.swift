// SPDX-License-Identifier: Apache-2.0
import Ledger
import Linkage
import Safeguarding
import Storage

extension JobKind {
    /// Hold an account that is new, or bears another name, against everybody who was ever named as thought to cause harm.
    static let namesakes = "namesakes"
}

extension WriteTransaction {
    /// An account that is new or changed is held against the suspects of all that was reported before (DESIGN rule 3): the report's own
    /// transaction could not know of it. Nobody has to be held against an empty store.
    func queueNamesakes(of account: RecordID, at: Instant) throws {
        guard try session.first("SELECT id FROM concern LIMIT 1") != nil else { return }
        try queue(JobKind.namesakes, for: account.description, after: at.microseconds)
    }
}

/// The job that follows a new or renamed account: whoever is named as a suspect is shut out of that matter, whenever they got their account.
/// An exact name or sign-in address at once, a likely spelling until a person confirms or lifts it.
struct AccountShutOuts: JobHandler {
    let house: House
    /// Suspects read at once.
    private static let perRead = 500

    var kind: String { JobKind.namesakes }

    func run(_ jobs: [Job]) async throws {
        let wanted = jobs.map { SQLValue.text($0.subject) }
        let rows = try await house.store.read { session in
            try session.query(DirectoryRows.sealed("account") + " WHERE t.id IN (\(SQLDialect.placeholders(wanted.count)))", wanted)
        }
        let accounts = try Accounts(rows, house)
        let found = accounts.isEmpty ? [] : try await suspects(like: accounts)
        let at = house.now
        let notices = found.map { _ in house.store.newID() }
        guard !found.isEmpty else {
            return try await house.store.writeWithoutEntry { session in try JobTable.finish(session, jobs) }
        }
        try await house.store.write(ActOfPerson(systemAct: .system, at: at, purpose: "namesakes")) { transaction in
            try JobTable.finish(transaction.session, jobs)
            let facts = try FactsReader.facts(transaction.session, Set(found.map(\.concern)).sorted(), now: at)
            var free = notices[...]
            for one in found {
                guard let concern = facts[one.concern] else { continue }
                if one.isExact {
                    try LikelyNames.shutOut(one.account, concern, .set, at: at, transaction)
                } else {
                    try LikelyNames.propose([one.account], concern, &free, at: at, transaction)
                }
            }
        }
    }

    private struct Namesake: Sendable, Hashable {
        let concern: RecordID
        let account: RecordID
        let isExact: Bool
    }

    /// Who of all suspects may be one of these accounts. All are read, page by page: names stand nowhere as anything that could be looked up.
    private func suspects(like accounts: Accounts) async throws -> [Namesake] {
        let join = SealedRecord.join("r")
        var found: Set<Namesake> = []
        var last = ""
        while true {
            let from = last
            let rows = try await house.store.read { session in
                try session.query(
                    """
                    SELECT r.id, r.version, r.concern_id, r.sealed, \(join.columns) FROM record r \(join.join)
                    WHERE r.id > $1 AND r.role = 'suspect'
                    AND r.version = (SELECT MAX(v.version) FROM record v WHERE v.id = r.id) ORDER BY r.id LIMIT \(Self.perRead)
                    """, [.text(from)])
            }
            for row in rows {
                last = try row.text("id")
                let sealed = try SealedRecord(row, kind: "record")
                guard !sealed.isDisposedOf, let mention = try? house.store.open(sealed, as: Mention.self) else { continue }
                let concern = try row.recordID("concern_id")
                for (account, isExact) in accounts.named(in: mention, house.store.keys) {
                    found.insert(Namesake(concern: concern, account: account, isExact: isExact))
                }
            }
            if rows.count < Self.perRead { break }
            await Task.yield()
        }
        return found.sorted { ($0.concern, $0.account, $0.isExact ? 0 : 1) < ($1.concern, $1.account, $1.isExact ? 0 : 1) }
    }

    /// The accounts that are held against suspects.
    private struct Accounts: Sendable {
        private var tokens: [[UInt8]: Set<RecordID>] = [:]
        private let index: MatchIndex

        init(_ rows: [SQLRow], _ house: House) throws {
            var names: [RecordID: String] = [:]
            for row in rows {
                let sealed = try SealedRecord(row, kind: "account")
                // A system is no person.
                guard try row.optionalBlob("name_index") != nil, !sealed.isDisposedOf else { continue }
                let id = try row.recordID("id")
                for column in ["name_index", "login_index"] {
                    if let token = try row.optionalBlob(column) { tokens[token, default: []].insert(id) }
                }
                names[id] = try house.store.open(sealed, as: AccountDocument.self).name
            }
            index = LikelyNames.index(of: names)
        }

        var isEmpty: Bool { tokens.isEmpty }

        /// Those that a suspect is by exact name or address, and those that they may be.
        func named(in suspect: Mention, _ keys: KeyStore) -> [(RecordID, isExact: Bool)] {
            let exact = SuspectTokens.of(suspect, keys).reduce(into: Set<RecordID>()) { $0.formUnion(tokens[$1] ?? []) }
            let likely = LikelyNames.likely([suspect], index).filter { !exact.contains($0) }
            return exact.map { ($0, isExact: true) } + likely.map { ($0, isExact: false) }
        }
    }
}
