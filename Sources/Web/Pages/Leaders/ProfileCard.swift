// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Where harm happens and by whom, in an ended period: a sentence, a picture, and the table that says the same.
struct ProfileCard {
    let house: House
    let release: FigureRelease?
    let periods: [FigurePeriod]
    let table: FigureTable

    /// Periods that are offered at once: a year of quarters.
    private static let newest = 4
    static let notAvailable: Sentence = "Not available: too few to show without giving somebody away."

    /// How small numbers are treated, under each table.
    static func note(_ release: FigureRelease) -> Sentence {
        "c: not shown, because 1 to \(release.hiddenTo) people could be found in it, or in another count by subtracting. 0 is a true zero. The rest is rounded to the nearest \(release.rounding)."
    }

    var html: HTML {
        guard let release else {
            let why: Sentence =
                house.standard.disclosure == nil
                ? "Not available: the standard in force has no rule for small numbers, and without one nothing is shown."
                : "Not available yet: no period has ended since the first concern. A period is counted once, after it has ended."
            return Card.html("profile", "Where, and by whom", "<p>\(why)</p>")
        }
        let words = FigureWords(house, release)
        let tabs = Tabs(
            label: "Count by",
            parts: FigureTable.allCases.map {
                Tabs.Part(FigureWords.table($0), LeaderAddresses.url(release.from.description, $0), isCurrent: $0 == table)
            })
        func part(_ period: FigurePeriod) -> Tabs.Part {
            Tabs.Part(
                FigureWords.period(period), LeaderAddresses.url(period.from.description, table), isCurrent: period.from == release.from)
        }
        let others = Tabs(label: "Period", parts: periods.prefix(Self.newest).map(part)).html
        let earlier: HTML? =
            periods.count <= Self.newest
            ? nil
            : Disclosure.html(
                "Earlier periods", isOpen: periods.prefix(Self.newest).allSatisfy { $0.from != release.from },
                Tabs(label: "Earlier periods", parts: periods.dropFirst(Self.newest).map(part)).html)
        let content: HTML = release.tables[table].map { self.table($0, release, words) } ?? "<p>\(Self.notAvailable)</p>"
        return Card.html(
            "profile", "Where, and by whom: \(words.period)",
            """
            \(periods.count > 1 ? others : nil)\(earlier)\(summary(release, words))\(tabs.html)\(content)
            <p class="soft">\(Self.note(release)) \(say: "Counted once, \(When.date(release.madeAt)), and never again: two counts of the same months would tell what changed between them.")</p>
            """)
    }

    /// The whole in a sentence and a picture: every table has the same columns.
    private func summary(_ release: FigureRelease, _ words: FigureWords) -> HTML? {
        guard let shown = release.tables[.whom] ?? release.tables.values.first, let total = shown.total.number, total > 0 else {
            return nil
        }
        return """
            <p>\(say: "About \(total) concerns were reported.") \(unknown(release))</p>\(ProfileChart(shown: shown, total: total, words: words).html)
            """
    }

    /// How many are not recorded, so that nobody takes the rest for all.
    private func unknown(_ release: FigureRelease) -> HTML? {
        guard let shown = release.tables[.whom], let row = shown.rows.firstIndex(of: FigureCoding.notRecorded) else { return nil }
        return switch shown.rowTotals[row] {
        case .about(0): "\(say: "By whom is recorded of each.")"
        case .about(let number): "\(say: "Of about \(number), nobody has recorded by whom: ask, don't guess.")"
        case .hidden: "\(say: "Of how many nobody has recorded by whom is not shown.")"
        }
    }

    private func table(_ shown: ShownTable, _ release: FigureRelease, _ words: FigureWords) -> HTML {
        let rows = zip(shown.rows, zip(shown.counts, shown.rowTotals)).map { code, counts in
            let name = words.row(code, of: table)
            return Table.Row(
                ["<a href=\"\(LeaderAddresses.rows.url(((release.from.description, table.rawValue), code)))\">\(name)</a>"]
                    + (counts.0 + [counts.1]).map(cell))
        }
        let last = Table.Row(["<b>\(say: "In all")</b>"] + (shown.columnTotals + [shown.total]).map(cell))
        let html = Table(
            caption: "\(FigureWords.table(table)), \(words.period)",
            columns: [.init(FigureWords.table(table), isPlain: true)] + shown.columns.map { .init(words.column($0)) } + [.init("In all")],
            rows: rows + [last], empty: Self.notAvailable
        ).html
        let file = LeaderAddresses.file.url((release.from.description, table.rawValue))
        return "\(html)<p class=\"links\"><a href=\"\(file)\">\(say: "This table as a file (CSV)")</a></p>"
    }

    private func cell(_ count: ShownCount) -> HTML {
        switch count {
        case .about(let number): "\(number)"
        case .hidden: "<abbr\(attribute: "title", say: "Not shown")>c</abbr>"
        }
    }
}

/// A bar a column, as long as its share; the table says the same.
struct ProfileChart {
    let shown: ShownTable
    let total: Int
    let words: FigureWords

    var html: HTML {
        let lines: [HTML] = zip(shown.columns, shown.columnTotals).map { code, count in
            guard let number = count.number else {
                return "<span>\(words.column(code))</span><span></span><span class=\"figure\">\(say: "not shown")</span>"
            }
            let share = min(100, number * 100 / max(1, total))
            let isUnknown = code == FigureCoding.notRecorded
            return """
                <span>\(words.column(code))</span>\
                <svg class="bar-line" viewBox="0 0 100 10" height="16" preserveAspectRatio="none" aria-hidden="true">\
                <rect class="bar\(isUnknown ? " unknown" : "")" width="\(share)" height="10"/></svg>\
                <span class="figure">\(say: number == 0 ? "0" : "about \(number), \(share) %")</span>
                """
        }
        return "<div class=\"why chart\">\(lines)</div>"
    }
}
