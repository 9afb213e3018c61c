// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Reads the directory from the store.
struct DirectoryLoader: Sendable {
    let store: Store

    /// Reads all tables of the directory in one snapshot and opens what is sealed; what was opened before and has not changed is taken over.
    ///
    /// Throws `VaultError` where a row was moved or changed, or the master key is another store's.
    func read(_ opened: inout OpenedEntries) async throws -> DirectorySnapshot {
        let rows = try await store.read { session in try DirectoryRows(session) }
        try store.keys.load(rows.keys)
        var snapshot = DirectorySnapshot()
        for agency in try opened.agencies.entries(rows.agencies, open: { try Agency($0, document($0, "agency")) }) {
            snapshot.agencies[agency.id] = agency
        }
        for area in try opened.areas.entries(rows.areas, open: { try Area($0, document($0, "area")) }) { snapshot.areas[area.code] = area }
        for team in try opened.teams.entries(rows.teams, open: { try Team($0, document($0, "team")) }) { snapshot.teams[team.id] = team }
        for account in try opened.accounts.entries(rows.accounts, open: { try Account($0, document($0, "account")) }) {
            snapshot.accounts[account.id] = account
        }
        for grant in try rows.grants.compactMap({ try GrantRow($0) }) { snapshot.grants[grant.account, default: []].append(grant) }
        for agreement in try opened.agreements.entries(
            rows.agreements, open: { try ShareAgreement($0, document($0, "share_agreement")) })
        { snapshot.agreements.append(agreement) }
        snapshot.duties = try rows.duties.map { try Duty($0) }
        return snapshot
    }

    private func document<Document: Decodable>(_ row: SQLRow, _ kind: String) throws -> Document {
        try store.open(SealedRecord(row, kind: kind), as: Document.self)
    }
}

extension House {
    /// Reads the directory anew. When it returns, the directory shows at least all that was committed before the call.
    public func reloadDirectory() async throws {
        var turn = directory.begin()
        turn.snapshot = try await DirectoryLoader(store: store).read(&turn.opened)
        directory.finish(turn)
    }
}
