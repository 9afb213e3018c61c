// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// All rows of one concern, read in one snapshot; opened outside it.
struct ConcernParts: Sendable {
    let concern: SQLRow
    let records: [RecordParts]
    let addenda: [SQLRow]
    let replies: [SQLRow]
    /// The records of people whose identity is protected.
    let protected: Set<String>

    /// One sealed record of the concern, in its newest version.
    struct RecordParts: Sendable {
        let id: String
        let kind: String
        let role: String?
        let sealed: SealedRecord
    }

    /// Reads them. Throws `notFound` where there is no such concern.
    init(_ session: any SQLSession, _ id: RecordID) throws {
        guard let concern = try session.first("SELECT * FROM concern WHERE id = $1", [.text(id.description)]) else {
            throw ServiceError.notFound
        }
        self.concern = concern
        records = try Self.records(session, [id])[id] ?? []
        addenda = try Self.words(session, "addendum", "written_at", id)
        replies = try Self.words(session, "reply", "written_at", id)
        protected = try ProtectedRow.records(session, of: id)
    }

    /// Which records `r` a line about a concern is made from: what was seen, and whom it is about.
    static let summary = "AND (r.kind = '\(RecordKindName.narrative)' OR r.role = '\(PersonRole.subject.rawValue)')"

    /// The rest of them, but for who reported.
    static let besidesSummary = """
        AND r.kind NOT IN ('\(RecordKindName.narrative)', '\(RecordKindName.source)') AND COALESCE(r.role, '') <> '\(PersonRole.subject.rawValue)'
        """

    /// The newest versions of all records of these concerns, in the order in which they were made.
    static func records(_ session: any SQLSession, _ concerns: [RecordID], kinds: String = "") throws -> [RecordID: [RecordParts]] {
        var found: [RecordID: [RecordParts]] = [:]
        let join = SealedRecord.join("r")
        for part in SQLValue.lists(concerns) {
            let rows = try session.query(
                """
                SELECT r.id, r.version, r.kind, r.role, r.concern_id, r.sealed, \(join.columns) FROM record r \(join.join)
                WHERE r.concern_id IN (\(SQLDialect.placeholders(part.count))) \(kinds)
                AND r.version = (SELECT max(v.version) FROM record v WHERE v.id = r.id) ORDER BY r.concern_id, r.id
                """, part)
            for row in rows {
                guard let concern = RecordID(try row.text("concern_id")) else { continue }
                found[concern, default: []].append(
                    RecordParts(
                        id: try row.text("id"), kind: try row.text("kind"), role: try row.optionalText("role"),
                        sealed: try SealedRecord(row, kind: "record")))
            }
        }
        return found
    }

    static func words(_ session: any SQLSession, _ table: String, _ order: String, _ concern: RecordID) throws -> [SQLRow] {
        let join = SealedRecord.join("t")
        return try session.query(
            "SELECT t.*, \(join.columns) FROM \(table) t \(join.join) WHERE t.concern_id = $1 ORDER BY t.\(order), t.id",
            [.text(concern.description)])
    }

    /// What the rows say, opened.
    struct Opened {
        var answers = Answers()
        var statements: [Statement] = []
        var mentions: [MentionView] = []
        var source: Answers?
        var addenda: [Addendum] = []
        var replies: [Reply] = []
        /// What must not stand in any words for this reader: empty where they may know the confidential addresses.
        var confidential = ConfidentialWords(phrases: [])
    }

    /// Opens the sealed documents. A record whose key was destroyed is left out. `withSource`: with who reported; else their agency alone.
    /// `reader`: the agency of whoever is shown it; a confidential address is opened for the people of the agency that holds it alone.
    func open(_ house: House, withSource: Bool = true, for reader: RecordID? = nil) throws -> Opened {
        var opened = Opened()
        let showsAddresses = try reader != nil && concern.optionalRecordID("agency_id") == reader
        let standard = house.standard(try concern.text("standard"))
        let mentions = try openedMentions(house)
        if !showsAddresses { opened.confidential = ConfidentialWords(mentions.map(\.mention)) }
        for record in records where !record.sealed.isDisposedOf {
            switch record.kind {
            case RecordKindName.narrative:
                let document = try house.store.open(record.sealed, as: NarrativeDocument.self)
                opened.answers = opened.confidential.masked(document.answers)
                opened.statements = opened.confidential.masked(document.statements)
            case RecordKindName.source:
                if withSource { opened.source = try house.store.open(record.sealed, as: Answers.self) }
            default: break
            }
        }
        opened.mentions = mentions.compactMap { record, mention in
            var view = Self.view(mention, record, standard, withAddress: showsAddresses, opened.confidential)
            view?.isProtected = protected.contains(record.id)
            return view
        }
        let snapshot = house.directory.snapshot
        opened.addenda = try addenda.compactMap { row in
            let sealed = try SealedRecord(row, kind: "addendum")
            if sealed.isDisposedOf { return nil }
            let words = try house.store.open(sealed, as: WordsDocument.self).words
            // Only the reporter adds to a report: the name says who reported.
            let writer = try row.optionalRecordID("written_by")
            let name = snapshot.name(of: writer)
            let agency = writer.flatMap { snapshot.accounts[$0] }.map { snapshot.name(ofAgency: $0.agency) } ?? ""
            let who = writer == nil ? "whoever reported" : withSource ? name : agency
            return Addendum(
                id: try row.recordID("id"), by: who, at: try row.instant("written_at"), words: opened.confidential.masked(words))
        }
        opened.replies = try replies.compactMap { row in
            let sealed = try SealedRecord(row, kind: "reply")
            if sealed.isDisposedOf { return nil }
            let document = try house.store.open(sealed, as: ReplyDocument.self)
            return Reply(
                id: try row.recordID("id"), by: snapshot.name(of: try row.optionalRecordID("written_by")),
                at: try row.instant("written_at"),
                chosen: try row.optionalText("chosen"), words: opened.confidential.masked(document.words),
                channel: try row.optionalText("channel"),
                reason: document.reason)
        }
        return opened
    }

    /// What gives the confidential addresses of the concern away, in whatever words.
    func confidentialWords(_ house: House) throws -> ConfidentialWords {
        ConfidentialWords(try openedMentions(house).map(\.mention))
    }

    /// Everybody and everything named, but for those whose key was destroyed.
    private func openedMentions(_ house: House) throws -> [(record: RecordParts, mention: Mention)] {
        try records.filter { $0.kind != RecordKindName.narrative && $0.kind != RecordKindName.source && !$0.sealed.isDisposedOf }
            .map { ($0, try house.store.open($0.sealed, as: Mention.self)) }
    }

    /// Opens one mention; nil where its key was destroyed. A confidential address stays shut.
    static func mention(_ record: RecordParts, _ standard: Standard, _ house: House) throws -> MentionView? {
        if record.sealed.isDisposedOf { return nil }
        return view(try house.store.open(record.sealed, as: Mention.self), record, standard)
    }

    /// A mention as it is shown. A confidential address stays shut unless it is asked for.
    private static func view(
        _ mention: Mention, _ record: RecordParts, _ standard: Standard, withAddress: Bool = false,
        _ confidential: ConfidentialWords = ConfidentialWords(phrases: [])
    ) -> MentionView? {
        guard let id = RecordID(record.id) else { return nil }
        let withheld = withAddress ? [] : mention.confidentialQuestions
        var shown = withAddress ? mention : mention.withoutConfidentialAddress
        if !withAddress { shown.answers = confidential.union(ConfidentialWords([mention])).masked(shown.answers) }
        var view = MentionView(record: id, mention: shown, label: MentionLabel.of(shown, standard))
        view.withheld = withheld
        return view
    }
}

extension SQLRow {
    /// The record id in a column that is never null.
    func recordID(_ column: String) throws -> RecordID {
        guard let id = RecordID(try text(column)) else { throw StorageError(.unexpected, detail: "an id that is no id: \(column)") }
        return id
    }

    /// The record id in a column, or nil where it is null.
    func optionalRecordID(_ column: String) throws -> RecordID? { try optionalText(column).flatMap { RecordID($0) } }

    /// The instant in a column that is never null.
    func instant(_ column: String) throws -> Instant { Instant(microseconds: try integer(column)) }

    /// The instant in a column, or nil where it is null.
    func optionalInstant(_ column: String) throws -> Instant? { try optionalInteger(column).map { Instant(microseconds: $0) } }
}
