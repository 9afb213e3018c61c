// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What one shift leaves to the next at a desk.
struct ShiftPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DeskAddresses.shift.handle { request, area in
                .page(try await screen(request, area).page(Done.notice(request)))
            },
            DeskAddresses.handShift.handle { request, area in
                do {
                    try await house.desk.handShiftOver(try request.actor, area: area, words: request.form.text("words") ?? "")
                    return Done.shiftWritten.then(DeskAddresses.shift.url(area))
                } catch ServiceError.invalid(let faults) {
                    var screen = try await screen(request, area)
                    screen.typed = request.form
                    screen.errors = faults.map {
                        FormError(
                            $0.field,
                            $0.reason == .missing
                                ? "Write what the next shift must know, or that there is nothing" : Explaining.message($0.reason))
                    }
                    return .page(screen.page(nil), status: 422)
                }
            },
            DeskAddresses.acceptShift.handle { request, key in
                try await WayBack.to(DeskAddresses.shift.url(key.0), "See the shift as it is now") {
                    try await house.desk.acceptShift(try request.actor, key.1)
                    return Done.shiftAccepted.then(DeskAddresses.shift.url(key.0))
                }
            },
        ]
    }

    private func screen(_ request: WebRequest, _ area: String) async throws -> ShiftScreen {
        let actor = try request.actor
        return ShiftScreen(
            shift: try await house.desk.shift(actor, area: area), reader: actor.account, directory: house.directory.snapshot,
            standard: house.standard)
    }
}

/// The page: notes first, then what must be done before when, then everything open and who holds it.
struct ShiftScreen {
    let shift: ShiftPage
    let reader: RecordID
    let directory: DirectorySnapshot
    let standard: Standard
    var typed: FormData = .empty
    var errors: [FormError] = []

    func page(_ notice: Notice?) -> Page {
        Page(
            title: "Shift hand-over, \(directory.name(ofArea: shift.area))", back: DeskAddresses.queue.url, section: .desk, errors: errors,
            notice: notice,
            content: """
                <p class="soft">\(say: "As at \(When.full(shift.asOf)).")</p>\
                \(Card.twoColumns("\(notes)", "\(people)"))\(handOvers)\(open)
                """)
    }

    private var notes: HTML {
        let entries: [HTML] = shift.notes.map { note in
            let taken: HTML =
                note.acceptedBy.flatMap { by in
                    note.acceptedAt.map { "<p class=\"soft\">\(say: "Taken over by \(by), \(When.full($0))")</p>" }
                } ?? accept(note)
            return """
                <article class="entry"><h3>\(say: "\(note.byName), \(When.full(note.at))") \
                \(note.acceptedBy == nil ? Tag("Nobody has taken over", .due).html : nil)</h3><p class="said">\(note.words)</p>\(taken)</article>
                """
        }
        let none: HTML? = entries.isEmpty ? "<p>\(say: "No shift has left notes here yet.")</p>" : nil
        let words = TextField(
            name: "words", label: "Notes for the next shift", value: typed["words"],
            hint:
                "What the lists on this page do not say. Write references instead of names. Everybody at this desk reads it, but for whoever is shut out of a concern whose reference stands in it.",
            error: errors["words"], lines: 5, autocomplete: "off")
        let form = Form.post(DeskAddresses.handShift.url(shift.area), "\(words.html)\(Button.row(Button("Hand the shift over").html))")
        return Card.html(
            "notes", "Notes", "\(none)\(entries)\(Disclosure.html("I am going off shift", isOpen: !errors.isEmpty, form))")
    }

    private func accept(_ note: ShiftNote) -> HTML {
        guard note.by != reader else { return "<p class=\"soft\">\(say: "Whoever comes takes it over with their own name.")</p>" }
        return Form.post(
            DeskAddresses.acceptShift.url((shift.area, note.id)), Button.row(Button("I have read this and take the shift over").html))
    }

    private var people: HTML {
        func line(_ duty: Duty, _ when: Sentence) -> HTML {
            let rank: Sentence = duty.rank == 0 ? "co-ordinator on duty" : "on call, place \(duty.rank)"
            return
                "<li>\(ring: "\(directory.name(of: duty.account)), \(directory.accounts[duty.account]?.phone ?? "")"): \(rank), \(when)</li>"
        }
        let now: [HTML] = shift.onDuty.map { line($0, "until \(When.full($0.endsAt))") }
        let next: [HTML] = shift.next.map { line($0, "from \(When.full($0.startsAt))") }
        let nobody = Notice("Nobody is on duty here now.", .now).html
        return """
            \(Card.html("duty", "Who is on duty", now.isEmpty ? nobody : "<ul>\(now)</ul>"))\
            \(Card.html("next", "Who comes next", next.isEmpty ? "<p>\(say: "Nobody else’s shift begins in the next 24 hours.")</p>" : "<ul>\(next)</ul>"))
            """
    }

    private var handOvers: HTML {
        let table = Table(
            caption: "Hand-overs that nobody has accepted", hidesCaption: true,
            columns: [.init("Accept by", isPlain: true), .init("Who", isPlain: true), .init("Team to ring")],
            rows: shift.handOvers.map { one in
                let hasPassed = one.dueHard <= shift.asOf
                return Table.Row(
                    [
                        "\(hasPassed ? Tag("Passed", .now).html : nil) \(When.full(one.dueHard))",
                        "<a href=\"\(ReadingPurpose.desk.url(one.reference))\">\(one.subject ?? one.reference)</a><br><small>\(one.reference)</small>",
                        "\(ring: ConcernReader.contact(one.contact))",
                    ], meaning: hasPassed ? .now : .plain)
            }, empty: "Every hand-over has been accepted.")
        return Card.html("unaccepted", "Hand-overs that nobody has accepted", table.html)
    }

    private var open: HTML {
        let table = Table(
            caption: "What is open", hidesCaption: true,
            columns: [
                .init("Before when", isPlain: true), .init("Who", isPlain: true), .init("What must be done"), .init("Held by"),
            ],
            rows: shift.open.map { row in
                let hasPassed = row.dueHard <= shift.asOf
                let next: Sentence =
                    row.proposedBy.map { "A second person confirms or sends back what \($0) has proposed" }
                    ?? (row.status == .returned ? "Decide again: a hand-over was refused" : "Decide")
                return Table.Row(
                    [
                        "\(ConcernWords.urgency(row.urgency, standard).map(\.html)) \(hasPassed ? Tag("Passed", .now).html : nil) \(When.full(row.dueHard))",
                        "<a href=\"\(ReadingPurpose.desk.url(row.reference))\">\(row.subjectName ?? row.reference)</a><br><small>\(row.reference)</small>",
                        "\(next)", row.owner.map { HTML(text: $0) } ?? "<b>\(say: "Nobody")</b>",
                    ], meaning: hasPassed ? .now : .plain)
            }, empty: "Nothing waits for a decision.")
        var filter = QueueFilter()
        filter.area = shift.area
        let more: HTML? =
            shift.openTotal > shift.open.count
            ? "<p><a href=\"\(QueueAddress.url(filter) { _ in })\">\(say: "These are the \(shift.open.count) due first of \(shift.openTotal). See all.")</a></p>"
            : nil
        return Card.html("open", "What is open, and who holds it", "\(table.html)\(more)")
    }
}
