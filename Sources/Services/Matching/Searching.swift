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
    /// Of more than can be listed the best are, in any order.
    ///
    /// - Throws: `refused` for who may not search, `invalid` for an empty or endless text.
    public func find(
        _ actor: Actor, _ text: String, purpose: String, order: SearchOrder = .newest, page: Int = 0
    ) async throws -> SearchPage {
        try await house.authorise(actor, .search)
        let sought = Words.trimmedForSearch(text)
        guard !sought.isEmpty else { throw ServiceError.invalid([FieldFault("q", .missing)]) }
        guard sought.count <= Self.longest else { throw ServiceError.invalid([FieldFault("q", .tooLong)]) }
        let scope = AccessPolicy.scope(actor, .readConcern)
        let hits = SearchHits(house, sought, scope)
        let at = house.now
        let first = max(0, min(page, 10_000)) * Self.pageSize
        let (listed, concerns, total, gaps) = try await house.store.read { session in
            let found = SearchRead.sorted(try SearchRead.rows(session, hits, scope, now: at), by: order)
            let listed = Array(found.dropFirst(first).prefix(Self.pageSize))
            return (
                listed, try SearchConcerns(session, listed.map(\.concern), actor, house.directory.snapshot, now: at), found.count,
                try house.indexGaps(session)
            )
        }
        let rows = try listed.compactMap { hit in try concerns.rows[hit.concern].map { try view(hit, $0, concerns, at) } }
        let shown = Set(listed.compactMap { $0.record?.description } + concerns.records.values.flatMap { $0.map(\.id) })
        var codes = ["found": String(total)]
        codes[SoughtName.code] = SoughtName.of(sought, by: actor, house.directory.snapshot)?.rawValue
        let act = ActOfPerson(
            .search, by: actor, to: .search, at: at, purpose: ProtectedEnquiry.purpose(actor, else: purpose), codes: codes)
        try await house.store.write(act) { transaction in
            for row in listed { transaction.show("concern", row.concern.description) }
            for record in shown.sorted() { transaction.show("record", record) }
        }
        return SearchPage(rows: rows, total: total, pageSize: Self.pageSize, notSearched: gaps + hits.notSearched)
    }

    private func view(_ hit: SearchRead, _ row: SQLRow, _ concerns: SearchConcerns, _ at: Instant) throws -> SearchRow {
        let id = hit.concern
        let standard = house.standard(try row.text("standard"))
        return SearchRow(
            row: try house.desk.queueRow(row, concerns.records[id] ?? [], pieces: concerns.pieces[id] ?? 0, at: at),
            standard: standard.id.rawValue, settings: CodeText.codes(try row.text("settings")), outcome: try row.optionalText("outcome"),
            label: label(hit, standard), kind: hit.kind, field: hit.why.field, level: hit.why.level)
    }

    private func label(_ row: SearchRead, _ standard: Standard) -> String {
        guard let sealed = row.sealed else { return "" }
        if row.kind == RecordKindName.narrative {
            let document = (try? house.store.open(sealed, as: NarrativeDocument.self))?.masked
            return Words.firstSentence(document?.statements.first?.text ?? "", most: 120)
        }
        return (try? house.store.open(sealed, as: Mention.self)).map { MentionLabel.of($0.withoutConfidentialAddress, standard) } ?? ""
    }
}

/// What is shown of the concerns that a page of a search lists: their rows, whom they are about and what was seen.
private struct SearchConcerns: Sendable {
    private(set) var rows: [RecordID: SQLRow] = [:]
    let records: [RecordID: [ConcernParts.RecordParts]]
    let pieces: [RecordID: Int]

    /// - Parameter ids: concerns in scope, no more than a page.
    init(_ session: any SQLSession, _ ids: [RecordID], _ actor: Actor, _ directory: DirectorySnapshot, now: Instant) throws {
        if !ids.isEmpty {
            let found = try session.query(
                "SELECT * FROM concern WHERE id IN (\(SQLDialect.placeholders(ids.count)))", ids.map { .text($0.description) })
            for row in found { rows[try row.recordID("id")] = row }
        }
        records = try ConcernParts.records(session, ids, kinds: ConcernParts.summary)
        pieces = try PieceLink.counts(ids, for: actor, directory, now: now, session)
    }
}

extension Words {
    /// What was typed, without blank ends.
    static func trimmedForSearch(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
