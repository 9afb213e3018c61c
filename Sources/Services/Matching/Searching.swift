// SPDX-License-Identifier: Apache-2.0
import Ledger
import Linkage
public import Safeguarding
import Standard
import Storage
import Vault

extension House {
    /// Finding what is known.
    public var searching: Searching { Searching(house: self) }
}

/// The desk's search: by name as it sounds, identifier, phone, mark, account, words and reference, over what the person may read.
public struct Searching: Sendable {
    let house: House
    private static let pageSize = 25
    /// The most characters that are read of what was typed.
    private static let longest = 400

    /// Finds concerns. The words sought stand nowhere: the ledger holds the ids shown. `page` counts from 0; `purpose` is a code.
    ///
    /// - Throws: `refused` for who may not search, `invalid` for an empty or endless text.
    public func find(_ actor: Actor, _ text: String, purpose: String, page: Int = 0) async throws -> SearchPage {
        try await house.authorise(actor, .search)
        let sought = Words.trimmedForSearch(text)
        guard !sought.isEmpty else { throw ServiceError.invalid([FieldFault("q", .missing)]) }
        guard sought.count <= Self.longest else { throw ServiceError.invalid([FieldFault("q", .tooLong)]) }
        let scope = AccessPolicy.scope(actor, .readConcern)
        let hits = SearchHits(house, sought, scope)
        let at = house.now
        let (found, gaps) = try await house.store.read { session in
            (try SearchRead.rows(session, hits, scope, now: at), try house.indexGaps(session))
        }
        let first = max(0, min(page, 10_000)) * Self.pageSize
        let rows = try found.dropFirst(first).prefix(Self.pageSize).map(view)
        let act = ActOfPerson(.search, by: actor, at: at, purpose: purpose, codes: ["found": String(found.count)])
        try await house.store.write(act) { transaction in
            for row in found.dropFirst(first).prefix(Self.pageSize) {
                transaction.show("concern", row.concern.description)
                if let record = row.record { transaction.show("record", record.description) }
            }
        }
        return SearchPage(rows: rows, total: found.count, pageSize: Self.pageSize, notSearched: gaps + hits.notSearched)
    }

    private func view(_ row: SearchRead) throws -> SearchRow {
        SearchRow(
            concern: row.concern, reference: row.reference, label: label(row), kind: row.kind, field: row.why.field, level: row.why.level,
            agency: house.directory.snapshot.name(ofAgency: row.agency), receivedAt: row.receivedAt, status: row.status)
    }

    private func label(_ row: SearchRead) -> String {
        guard let sealed = row.sealed else { return "" }
        if row.kind == RecordKindName.narrative {
            let document = try? house.store.open(sealed, as: NarrativeDocument.self)
            return Words.firstSentence(document?.statements.first?.text ?? "", most: 120)
        }
        return (try? house.store.open(sealed, as: Mention.self)).map(MentionLabel.of) ?? ""
    }
}

extension Words {
    /// What was typed, without blank ends.
    static func trimmedForSearch(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
