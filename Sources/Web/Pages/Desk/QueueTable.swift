// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The rows of a queue.
struct QueueTable {
    let screen: QueueScreen

    var html: HTML {
        Table(
            caption: "Concerns", hidesCaption: true,
            columns: [
                column("Due", .due, isPlain: true), .init("Who", isPlain: true), .init("What was seen", isPlain: true),
                column("From", .agency),
                column("Received", .received), .init("Known already"), .init("Taken by"),
            ], rows: screen.queue.rows.map(row), empty: empty
        ).html
    }

    private func column(_ title: Sentence, _ order: QueueFilter.Order, isPlain: Bool = false) -> Table.Column {
        let filter = screen.filter
        return .init(
            title, sort: QueueAddress.sorted(filter, by: order),
            order: filter.order == order ? (filter.descending ? .descending : .ascending) : nil, isPlain: isPlain)
    }

    private func row(_ row: QueueRow) -> Table.Row {
        let urgency = ConcernWords.urgency(row.urgency, screen.standard)
        let now = screen.queue.asOf
        let clock = ConcernWords.clock(row.clock, good: row.dueGood, hard: row.dueHard, now: now)
        let back: [HTML] = ConcernWords.refusals(row, screen.standard, now: now).map { "<p class=\"why-now\">\($0)</p>" }
        let standing: Tag? = row.status.isOpen && row.status != .returned ? nil : Tag(ConcernWords.standing(row.status))
        return Table.Row(
            [
                "\(urgency.map(\.html)) \(ConcernWords.urgencyWords(row, screen.standard)) \(clock) \(standing.map(\.html))\(row.isNew ? Tag("New to you").html : nil)\(proposed(row))\(back)",
                who(row), "\(row.firstWords)", "\(row.agency)",
                When.short(row.receivedAt, now: now), known(row), owner(row, now),
            ], meaning: ConcernWords.meaning(row.clock, urgency))
    }

    private func proposed(_ row: QueueRow) -> HTML? {
        row.proposedBy.map { "<p class=\"why-now\">\(say: "\($0) has proposed a decision: it waits for a second person.")</p>" }
    }

    /// The name of whom it is about, if anything is known that names them: a link must have words.
    private static func name(_ row: QueueRow) -> String? { row.subjectName.flatMap { $0.isEmpty ? nil : $0 } }

    private func who(_ row: QueueRow) -> HTML {
        let name: HTML = Self.name(row).map { "\($0)" } ?? "\(say: "Name not known")"
        let kind: HTML = row.subjectAge.map { "\(say: "aged \($0)")" } ?? "\(screen.standard.label(row.subjectKind, in: .subjectKind))"
        let area: HTML = row.area.map { "\(screen.directory.name(ofArea: $0))" } ?? "\(say: "area not known")"
        return """
            <a href="\(ReadingPurpose.desk.url(row.reference))"><b>\(name)</b></a><br><small>\(kind) · \(area) · \(row.reference)</small>\
            \(row.restricted ? "<br>\(Tag("Restricted", .due).html)" as HTML : nil)
            """
    }

    private func known(_ row: QueueRow) -> HTML {
        let pieces = row.pieces
        if pieces > 0 { return "<b>\(say: Sentence(pieces, one: "1 other report", many: "\(pieces) other reports"))</b>" }
        return row.isSearchable ? "\(say: "Nothing found")" : "\(say: "Too little to search by")"
    }

    private func owner(_ row: QueueRow, _ now: Instant) -> HTML {
        if let owner = row.owner {
            return "\(owner)\(row.ownedSince.map { "<br><small>\(say: "since \(When.short($0, now: now))")</small>" as HTML })"
        }
        guard row.status.isOpen else { return "\(say: "Nobody")" }
        let whom: Sentence = Self.name(row).map { "the concern about \($0)" } ?? "concern \(row.reference)"
        return Form.post(
            DeskAddresses.take.url((row.reference, row.concern)), Button("Take", weight: .quiet, hidden: whom).html)
    }

    private var empty: Sentence {
        let filter = screen.filter
        if screen.areas.isEmpty { return "Your role covers no area now. Ask your administrator." }
        if filter.area != nil || filter.crime != nil || filter.onlyMine || filter.onlyUnowned || filter.onlyNew {
            return "Nothing here fits the filters in force."
        }
        return switch filter.part {
        case .open: "Nothing waits for a decision."
        case .proposed: "No decision waits for a second person."
        case .unaccepted: "Every hand-over has been accepted."
        case .passed: "No limit has passed."
        case .decided: "Nothing has been decided yet."
        }
    }
}
