// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Rows and columns of a release in words, from the lists of the standard by which it was counted.
struct FigureWords: Sendable {
    let release: FigureRelease
    let standard: Standard
    let directory: DirectorySnapshot

    init(_ house: House, _ release: FigureRelease) {
        self.release = release
        standard = house.standard(release.standard)
        directory = house.directory.snapshot
    }

    /// The months that were counted.
    var period: Sentence { Self.period(FigurePeriod(containing: release.from, months: Self.months(release.from, release.to))) }

    static func period(_ period: FigurePeriod) -> Sentence {
        let last = period.months.last ?? period.from
        return last == period.from ? Sentence(verbatim: month(last)) : "\(month(period.from)) to \(month(last))"
    }

    /// "July 2026".
    private static func month(_ day: CivilDate) -> String { day.inWords.split(separator: " ").dropFirst().joined(separator: " ") }

    private static func months(_ from: CivilDate, _ to: CivilDate) -> Int { (to.year - from.year) * 12 + to.month - from.month }

    /// What a table counts by.
    static func table(_ table: FigureTable) -> Sentence {
        switch table {
        case .whom: "By whom"
        case .area: "By area"
        case .crime: "By crime"
        case .month: "By month"
        }
    }

    /// A column: where harm happens.
    func column(_ code: String) -> Sentence {
        switch code {
        case FigureCoding.several: "More than one of these"
        case FigureCoding.notRecorded: "Not recorded"
        default: Sentence(verbatim: standard.label(code, in: .broadSetting))
        }
    }

    /// A row of a table.
    func row(_ code: String, of table: FigureTable) -> Sentence {
        switch (table, code) {
        case (.crime, FigureCoding.several): "More than one kind"
        case (.area, FigureCoding.notRecorded): "Area not known"
        case (_, FigureCoding.notRecorded): "Not recorded"
        case (.whom, _): Sentence(verbatim: standard.label(code, in: .acquaintance))
        case (.area, _): Sentence(verbatim: directory.name(ofArea: code))
        case (.crime, _): Sentence(verbatim: standard.label(code, in: .crime))
        case (.month, _): Sentence(verbatim: CivilDate(iso: code + "-01").map(Self.month) ?? code)
        }
    }

    /// A count as it is shown on a page and in a file.
    static func count(_ count: ShownCount) -> String { count.number.map(String.init) ?? "c" }

    /// A table as the rows of a file; it holds exactly what the page shows.
    func file(_ table: FigureTable, _ wording: Wording) -> [[String]] {
        func text(_ sentence: Sentence) -> String { sentence.text(in: wording) }
        guard let shown = release.tables[table] else { return [[text(Self.table(table)), text(ProfileCard.notAvailable)]] }
        let heading = [text(Self.table(table))] + shown.columns.map { text(column($0)) } + [text("In all")]
        let rows = zip(shown.rows, zip(shown.counts, shown.rowTotals)).map { code, counts in
            [text(row(code, of: table))] + counts.0.map(Self.count) + [Self.count(counts.1)]
        }
        let last = [text("In all")] + shown.columnTotals.map(Self.count) + [Self.count(shown.total)]
        return [heading] + rows + [last, [text(ProfileCard.note(release))]]
    }
}
