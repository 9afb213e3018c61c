// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// The triage desk and the local co-ordinator.
    public var desk: Desk { Desk(house: self) }
}

/// The desk: queue, concern, decision.
public struct Desk: Sendable {
    let house: House
    static let pageSize = 25

    /// One page of the queue: stated urgency above the rest; within each by due time, so that passed limits come first.
    public func queue(_ actor: Actor, _ filter: QueueFilter) async throws -> QueuePage {
        try await queue(actor, filter, purpose: "queue", isLook: true)
    }

    /// The same for another page that shows rows of the queue: `isLook` says whether it counts as having looked.
    func queue(_ actor: Actor, _ filter: QueueFilter, purpose: String, isLook: Bool) async throws -> QueuePage {
        try await house.authorise(actor, .seeQueue)
        let areas = actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager))
        let at = house.now
        let above = house.urgenciesAboveTheRest
        let (rows, parts, refused, pieces, total, figures, since, proposed) = try await house.store.read { session in
            let since = try DeskLook.since(session, actor, now: at)
            let sql = QueueSQL(filter: filter, actor: actor, areas: areas, now: at, since: since, above: above)
            let rows = try session.query(sql.page, sql.arguments)
            let ids = try rows.map { try $0.recordID("id") }
            let records = try ConcernParts.records(session, ids, kinds: ConcernParts.summary)
            let back = try rows.filter { try $0.text("status") == ConcernStatus.returned.rawValue }.map { try $0.recordID("id") }
            let refused = try Dictionary(grouping: Self.refusedRows(session, back)) { try $0.recordID("concern_id") }
                .mapValues { try Self.broughtBack($0) }
            let figures = try QueueFigures(session, actor, areas: areas, now: at, since: since)
            let total = try filter.isWholePart ? figures.counts[filter.part] ?? 0 : Int(session.integer(sql.total, sql.arguments))
            return (
                rows, records, refused, try PieceLink.counts(ids, for: actor, house.directory.snapshot, now: at, session), total, figures,
                since, try Self.proposed(ids, session)
            )
        }
        let named = try await named(rows, parts, pieces)
        let act = ActOfPerson(.consult, by: actor, to: .seeQueue, at: at, purpose: purpose)
        let shown = Set(parts.values.flatMap { $0.map(\.id) } + named.opened).sorted()
        let told = try refused.values.flatMap { try $0.map { try $0.text("id") } }.sorted()
        try await house.store.write(act) { transaction in
            for id in shown { transaction.show("record", id) }
            for id in told { transaction.show("hand_over", id) }
            if isLook { try DeskLook.note(transaction.session, actor, since: since, now: at) }
        }
        let snapshot = house.directory.snapshot
        return QueuePage(
            rows: try rows.map { row in
                let id = try row.recordID("id")
                var shown = try queueRow(
                    row, parts[id] ?? [], pieces: pieces[id] ?? 0, at: at, refused: refused[id] ?? [],
                    isSearchable: !named.unsearchable.contains(id))
                shown.proposedBy = proposed[id].map { snapshot.name(of: $0) }
                shown.isNew = shown.receivedAt > since
                return shown
            }, total: total,
            pageSize: Self.pageSize, counts: figures.counts, unowned: figures.unowned, asOf: at,
            uncoveredAreas: areas.filter { snapshot.onDuty($0, at: at).isEmpty }.sorted(), fresh: figures.fresh, since: since)
    }

    /// Who has proposed a decision that waits for a second person, of these concerns.
    private static func proposed(_ concerns: [RecordID], _ session: any SQLSession) throws -> [RecordID: RecordID] {
        guard !concerns.isEmpty else { return [:] }
        let list = SQLDialect.placeholders(concerns.count)
        let rows = try session.query(
            "SELECT concern_id, proposed_by FROM decision_proposal WHERE state = 'waiting' AND concern_id IN (\(list))",
            concerns.map { SQLValue.text($0.description) })
        return try Dictionary(
            rows.map { (try $0.recordID("concern_id"), try $0.recordID("proposed_by")) }, uniquingKeysWith: { first, _ in first })
    }

    /// Which of these concerns name nobody and nothing that could be known elsewhere, of those without a piece; and what had to be opened
    /// to say so: few, for a subject's name is enough.
    private func named(
        _ rows: [SQLRow], _ parts: [RecordID: [ConcernParts.RecordParts]], _ pieces: [RecordID: Int]
    ) async throws -> (unsearchable: Set<RecordID>, opened: [String]) {
        let nameless = try rows.map { try $0.recordID("id") }.filter { id in
            try pieces[id] == nil && !(parts[id] ?? []).contains { try says($0) }
        }
        guard !nameless.isEmpty else { return ([], []) }
        let others = try await house.store.read { session in
            try ConcernParts.records(session, nameless, kinds: ConcernParts.besidesSummary)
        }
        return (
            Set(try nameless.filter { id in try !(others[id] ?? []).contains { try says($0) } }),
            others.values.flatMap { $0.map(\.id) }
        )
    }

    private func says(_ record: ConcernParts.RecordParts) throws -> Bool {
        guard record.kind != RecordKindName.narrative, !record.sealed.isDisposedOf else { return false }
        return Searchable.says(try house.store.open(record.sealed, as: Mention.self))
    }

    /// A row as shown, from the concern's row, its opened subject and narrative, how many other concerns hold a piece of it, and the
    /// hand-overs whose refusal brought it back.
    func queueRow(
        _ row: SQLRow, _ records: [ConcernParts.RecordParts], pieces: Int, at: Instant, refused: [SQLRow] = [], isSearchable: Bool = true
    ) throws -> QueueRow {
        var subject: Answers?
        var words = ""
        var urgent: [String] = []
        for record in records where !record.sealed.isDisposedOf {
            if record.kind == RecordKindName.narrative {
                let narrative = try house.store.open(record.sealed, as: NarrativeDocument.self).masked
                words = narrative.statements.first?.text ?? ""
                urgent = [QuestionID.dangerWords, QuestionID.urgencyReason].compactMap { narrative.answers.first($0) }
            } else if record.role == PersonRole.subject.rawValue, subject == nil {
                subject = try house.store.open(record.sealed, as: Mention.self).answers
            }
        }
        let snapshot = house.directory.snapshot
        let taken = try row.optionalRecordID("taken_by")
        let status = ConcernStatus(rawValue: try row.text("status")) ?? .new
        let name = try subject.map { MentionLabel.person($0, house.standard(try row.text("standard"))) }
        let good = try row.instant("due_good")
        let hard = try row.instant("due_hard")
        return QueueRow(
            concern: try row.recordID("id"), reference: try row.text("reference"), status: status,
            refusals: try refused.map(refusal), urgency: try row.text("urgency"),
            urgencyWords: Words.shortened(urgent.filter { !$0.isEmpty }.joined(separator: " "), most: 240),
            receivedAt: try row.instant("received_at"), dueGood: good, dueHard: hard,
            clock: status.isOpen ? house.clockState(from: try row.instant("received_at"), good: good, hard: hard) : nil,
            agency: snapshot.name(ofAgency: try row.recordID("agency_id")), area: try row.optionalText("owning_area"),
            subjectName: name.flatMap { $0.isEmpty ? nil : $0 }, subjectKind: try row.text("subject_kind"),
            subjectAge: subject.flatMap { SubjectAge.range(of: $0, on: LocalDate.today(at)) }.map {
                $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
            },
            firstWords: Words.firstSentence(words, most: 140), crimes: CodeText.codes(try row.text("crimes")),
            pieces: pieces, isSearchable: isSearchable,
            owner: taken.map { snapshot.name(of: $0) }, ownedSince: try row.optionalInstant("taken_at"),
            restricted: try row.flag("restricted"))
    }
}

extension House {
    /// The urgencies of any version that stand above the rest of the queue.
    var urgenciesAboveTheRest: [String] {
        Set(standards.standards.values.flatMap { $0.list(.urgency).codes.filter { $0.flag("above_the_rest") }.map(\.code) }).sorted()
    }

    /// The desk of an area; the first of the region where the area is not known, so that nobody is left without a number.
    func desk(ofArea area: String?) -> DeskContact {
        let snapshot = directory.snapshot
        return area.flatMap { snapshot.areas[$0]?.contact } ?? snapshot.areasInForce(at: now).first?.contact
            ?? DeskContact(name: "", phone: "", hours: "")
    }
}
