// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// Merges what has happened in a case into one timeline. Only what is shown is opened and named in the ledger.
struct TimelineReading {
    /// One thing before it is opened: when, of which kind, which rows it shows.
    struct Entry {
        let at: Instant
        let kind: TimelineItem.Kind
        let shows: [ShownRow]
        let open: () throws -> TimelineItem
    }

    /// A row that an entry shows, as the ledger names it.
    struct ShownRow: Sendable {
        let table: String
        let id: String
    }

    let house: House
    let reading: CaseReading
    let opened: ConcernParts.Opened
    let filter: TimelineFilter
    /// The page that was asked for, newest first, still closed.
    private(set) var page: [Entry] = []
    private var counts: [TimelineGroup: Int] = [:]
    private var total = 0

    init(_ house: House, _ reading: CaseReading, _ opened: ConcernParts.Opened, _ filter: TimelineFilter) throws {
        self.house = house
        self.reading = reading
        self.opened = opened
        self.filter = filter
        let all = try entries()
        counts = Dictionary(all.map { ($0.kind.group, 1) }, uniquingKeysWith: +)
        // Of one moment, what followed from the other stands above it, as the later does.
        let order = Dictionary(uniqueKeysWithValues: TimelineItem.Kind.allCases.enumerated().map { ($1, $0) })
        let wanted = all.enumerated().filter { filter.group == nil || $0.element.kind.group == filter.group }
            .sorted {
                let (left, right) = ($0.element, $1.element)
                return (left.at, order[left.kind] ?? 0, $0.offset) > (right.at, order[right.kind] ?? 0, $1.offset)
            }.map(\.element)
        total = wanted.count
        let first = min(max(0, filter.page), 100_000) * CaseTimeline.pageSize
        page = filter.isWhole ? wanted : Array(wanted.dropFirst(first).prefix(CaseTimeline.pageSize))
    }

    /// The rows that the page shows.
    var shows: [ShownRow] { page.flatMap(\.shows) }

    /// The page, opened.
    func timeline() throws -> CaseTimeline {
        CaseTimeline(items: try page.map { try $0.open() }, filter: filter, counts: counts, total: total)
    }

    private func entries() throws -> [Entry] {
        try [received()] + addenda() + decisions() + handOvers() + actions() + events() + replies()
    }

    private func received() throws -> Entry {
        let concern = reading.parts.concern
        let at = try concern.instant("received_at")
        let agency = house.directory.snapshot.name(ofAgency: try concern.recordID("agency_id"))
        return Entry(at: at, kind: .received, shows: []) {
            TimelineItem(
                at: at, kind: .received, agency: agency, words: Words.firstSentence(opened.statements.first?.text ?? "", most: 140))
        }
    }

    /// Who reported is kept apart: an addendum names the agency, as the report does.
    private func addenda() -> [Entry] {
        opened.addenda.map { added in
            Entry(at: added.at, kind: .added, shows: [ShownRow(table: "addendum", id: added.id.description)]) {
                TimelineItem(at: added.at, kind: .added, agency: added.by, words: added.words)
            }
        }
    }

    private func decisions() throws -> [Entry] {
        try reading.decisions.map { row in
            try entry(row, "decision", .decided, by: "decided_by", at: "decided_at") { item in
                let decision = try document(row, "decision", ClosingDocument.self)
                item.words = decision?.words ?? ""
                item.answers = decision?.answers ?? []
                item.code = try row.text("outcome")
                item.threshold = try row.optionalText("threshold")
            }
        }
    }

    private func handOvers() throws -> [Entry] {
        let sent = try Dictionary(grouping: reading.handOvers) { try $0.text("decision_id") }
        let offers = try sent.sorted { $0.key < $1.key }.compactMap { _, rows -> Entry? in
            guard let first = rows.first else { return nil }
            let lead = RouteDuty.lead.rawValue
            let sorted = try rows.filter { try $0.text("duty") == lead } + rows.filter { try $0.text("duty") != lead }
            return try entry(first, "hand_over", .handedOver, by: "offered_by", at: "offered_at", shows: sorted) { item in
                item.teams = try sorted.map { row in
                    TimelineTeam(
                        name: try team(row), leads: try row.text("duty") == lead,
                        because: try document(row, "hand_over", HandOverDocument.self)?.because ?? "")
                }
            }
        }
        let answers = try reading.handOvers.compactMap { row -> Entry? in
            guard try row.optionalInstant("answered_at") != nil else { return nil }
            let refused = try row.text("state") == HandOverView.State.refused.rawValue
            return try entry(row, "hand_over", refused ? .refused : .accepted, by: "answered_by", at: "answered_at") { item in
                item.team = try team(row)
                item.code = try row.optionalText("refusal")
                if refused { item.words = try document(row, "hand_over", HandOverDocument.self)?.refusal ?? "" }
            }
        }
        return offers + answers
    }

    private func actions() throws -> [Entry] {
        try reading.actions.flatMap { row in
            let owner = house.directory.snapshot.name(of: try row.optionalRecordID("owner_id"))
            let due = try row.instant("due_at")
            let set = try entry(row, "case_action", .actionSet, by: "set_by", at: "set_at") { item in
                item.words = try document(row, "case_action", ActionDocument.self)?.words ?? ""
                item.owner = owner
                item.dueAt = due
            }
            guard try row.optionalInstant("finished_at") != nil else { return [set] }
            let finished = try entry(row, "case_action", .actionFinished, by: "owner_id", at: "finished_at") { item in
                let action = try document(row, "case_action", ActionDocument.self)
                item.words = [action?.words, action?.outcome].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
                item.code = try row.optionalText("outcome")
                item.owner = owner
            }
            return [set, finished]
        }
    }

    private func events() throws -> [Entry] {
        try reading.events.map { row in
            let code = try row.text("kind")
            let isClosing = code == CaseRowSQL.closed
            return try entry(row, "case_event", isClosing ? .closed : .event, by: "written_by", at: "written_at") { item in
                let closing = try document(row, "case_event", ClosingDocument.self)
                item.words = closing?.words ?? ""
                item.answers = closing?.answers ?? []
                item.happened = PartialDate(try row.text("happened"))
                item.code = isClosing ? try reading.row.optionalText("outcome") : code
            }
        }
    }

    private func replies() throws -> [Entry] {
        let rows = try Dictionary(uniqueKeysWithValues: reading.parts.replies.map { (try $0.recordID("id"), $0) })
        return try opened.replies.compactMap { reply in
            guard let row = rows[reply.id] else { return nil }
            return try entry(row, "reply", .replied, by: "written_by", at: "written_at") { item in
                item.words = reply.words
                item.code = reply.chosen
            }
        }
    }

    /// An entry for a row that says who and when.
    private func entry(
        _ row: SQLRow, _ table: String, _ kind: TimelineItem.Kind, by: String, at: String, shows: [SQLRow]? = nil,
        _ fill: @escaping (inout TimelineItem) throws -> Void
    ) throws -> Entry {
        let moment = try row.instant(at)
        let account = try row.optionalRecordID(by)
        let snapshot = house.directory.snapshot
        let shown = try (shows ?? [row]).map { ShownRow(table: table, id: try $0.text("id")) }
        return Entry(at: moment, kind: kind, shows: shown) {
            var item = TimelineItem(at: moment, kind: kind, by: snapshot.name(of: account))
            item.agency = account.flatMap { snapshot.accounts[$0] }.map { snapshot.name(ofAgency: $0.agency) } ?? ""
            try fill(&item)
            item.words = opened.confidential.masked(item.words)
            return item
        }
    }

    private func team(_ row: SQLRow) throws -> String { house.directory.snapshot.teams[try row.recordID("team_id")]?.name ?? "" }

    /// The sealed document of a row; nil where its key was destroyed.
    private func document<Document: Decodable>(_ row: SQLRow, _ table: String, _ type: Document.Type) throws -> Document? {
        let sealed = try SealedRecord(row, kind: table)
        return sealed.isDisposedOf ? nil : try house.store.open(sealed, as: type)
    }
}
