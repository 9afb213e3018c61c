// SPDX-License-Identifier: Apache-2.0
import Services

/// The page of the tour: the six pieces, the steps, and what stands beside.
struct TourScreen: Sendable {
    let piece: Tour.Piece
    /// The step that was opened last; nil at the beginning.
    let last: TourStop?
    /// Whether a step was asked for that needs the report to have been sent.
    var isTooEarly = false

    /// The page.
    var page: Page {
        Page(
            title: "The tour", heading: "\(say: "Six pieces of one child")", caption: "A tour of five minutes · everything is invented",
            notice: notice,
            content: """
                <p>\(say: "\(TourStory.child) is 13. In nine months six agencies saw a little of her life. Each thing was small. Each was closed, or waits. Nobody saw two of them together.")</p>
                \(Self.pieces.html)
                <p>\(say: "Who would you look for: the man in the car? Go through it as the people who meet it, on the real pages. “The tour”, at the top of each, brings you back here.")</p>
                <ol class="tour">\(TourStop.allCases.enumerated().map { step($1, number: $0 + 1) })</ol>
                \(Card.html("beside", "Beside it in this region", beside))
                <p class="soft">\(say: "To take the tour again from its beginning, start the demo with a new data folder: “sentinel demo --data FOLDER”.")</p>
                """)
    }

    private var notice: Notice? {
        if piece == .missing {
            return Notice(
                "This region was made before there was a tour, or its report was thrown away. Start the demo with a new data folder.", .due)
        }
        return isTooEarly ? Notice("That step comes after the first: send the PCSO's report, and then go on.", .due) : nil
    }

    /// The step that comes next: the one after the last, or the first.
    private var next: TourStop {
        guard let last, let place = TourStop.allCases.firstIndex(of: last), place + 1 < TourStop.allCases.count else { return .send }
        return TourStop.allCases[place + 1]
    }

    private func step(_ stop: TourStop, number: Int) -> HTML {
        let button = Button(stop.button, weight: stop == next ? .main : .quiet, hidden: stop.title)
        return """
            <li\(attribute: "class", stop == next ? "card next" : "card") id="\(stop.rawValue)"><h2>\(say: "\(number). \(stop.title)")</h2>
            <p>\(stop.words)</p><p class="soft">\(stop.without)</p>
            \(Form.post(TourAddresses.go.url(stop.rawValue), Button.row(button.html)))</li>
            """
    }

    private var beside: HTML {
        let items: [HTML] = TourCase.allCases.map { one in
            "<li><p>\(one.words)</p>\(Form.post(TourAddresses.go.url(one.rawValue), Button.row(Button(one.button, weight: .quiet).html)))</li>"
        }
        return "<ul class=\"plain\">\(items)</ul>"
    }

    /// What each agency has, as it has it today.
    private static let pieces = Table(
        caption: "What each agency has", hidesCaption: true,
        columns: [
            Table.Column("When", isPlain: true), Table.Column("Who"), Table.Column("What they saw"), Table.Column("What became of it"),
        ],
        rows: [
            row("Nine months ago", "A housing charity", "A man has moved in. The mother no longer talks at the door.", "Closed"),
            row(
                "Seven months ago", "The school nurse", "A younger brother asks whether he can stay. A neighbour waits kindly in the car.",
                "Closed"),
            row("Five months ago", "The school", "Late and tired, under a misspelt name.", "Closed"),
            row(
                "Three months ago", "The next council", "Other children, the same man's nickname and his phone number. He has moved away.",
                "Closed"),
            row("Yesterday", "The surgery", "It has something. Ask.", "Waits"),
            row(
                "Tonight, five past one", "A PCSO",
                "Out alone, afraid to go home, a number under his nickname in her phone. A man in a grey car gave her a lift.",
                "Not sent yet"),
        ], empty: "Nothing.")

    private static func row(_ cells: Sentence...) -> Table.Row { Table.Row(cells.map { "\($0)" }) }

    /// What the verifier said of an edited store.
    static func verified(_ found: TourVerification) -> Page {
        let findings: [HTML] = found.findings.map { "<li><code>\($0)</code></li>" }
        let said: HTML =
            found.findings.isEmpty
            ? "<p class=\"empty\">\(say: "Nothing has been decided in this region yet, so there was nothing to edit.")</p>"
            : """
            <p>\(say: "A moment ago one decision was changed to “no further action” in the database itself, past the program. The verifier then held \(found.rows) rows against \(found.entries) entries of the ledger, and said:")</p>
            <ul class="plain">\(findings)</ul>
            <p>\(say: "The change has been taken back; nobody but you saw it. The same is done on any copy of a store, without a key: “sentinel ledger verify --data COPY”, or with a second verifier that shares no code with the first, “tools/ledger_verify.py”.")</p>
            """
        return Page(
            title: "An edited database is named", caption: "The tour · everything is invented",
            back: TourAddresses.tour.url.at(TourStop.edited.rawValue),
            isNarrow: true,
            content:
                "\(said)\(Button.row(Button.link("Go on with the tour", TourAddresses.tour.url.at(TourStop.leaders.rawValue), weight: .main)))"
        )
    }
}
