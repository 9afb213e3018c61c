// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Standard

/// A run of whole months that is counted once, after it has ended.
public struct FigurePeriod: Sendable, Hashable {
    /// The first day.
    public let from: CivilDate
    /// The first day that is no longer in it.
    public let to: CivilDate

    /// The period of so many months, counted from January on, in which a day lies.
    public init(containing day: CivilDate, months: Int) {
        let count = max(1, months)
        let first = (day.month - 1) / count * count + 1
        from = CivilDate(year: day.year, month: first, day: 1) ?? day
        to = from.adding(months: count)
    }

    /// The period after it.
    public var next: FigurePeriod {
        let months = (to.year - from.year) * 12 + to.month - from.month
        return FigurePeriod(containing: to, months: months)
    }

    /// Its months: the first day of each.
    public var months: [CivilDate] {
        var months: [CivilDate] = []
        var month = from
        while month < to {
            months.append(month)
            month = month.adding(months: 1)
        }
        return months
    }

    /// A month as a row's code, `2026-07`.
    static func code(_ month: CivilDate) -> String { String(month.description.prefix(7)) }
}

/// What was shown of one period. It never changes.
public struct FigureRelease: Sendable, Hashable {
    /// The first day, which names it in addresses.
    public let from: CivilDate
    /// The first day that is no longer in it.
    public let to: CivilDate
    /// The standard whose lists and rule were used.
    public let standard: String
    /// When it was counted.
    public let madeAt: Instant
    /// The tables; one that is missing could not be shown without giving somebody away.
    public let tables: [FigureTable: ShownTable]
    /// Counts from 1 to this are not shown.
    public let hiddenTo: Int
    /// What is shown is rounded to the nearest multiple.
    public let rounding: Int
}

/// What is kept of a release: format 1.
struct FigureDocument: Codable {
    let format: Int
    let hiddenTo: Int
    let rounding: Int
    let tables: [String: ShownTable]

    init(_ tables: [FigureTable: ShownTable], _ rule: SmallNumbers) {
        format = 1
        hiddenTo = rule.hiddenTo
        rounding = rule.rounding
        self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.key.rawValue, $0.value) })
    }
}
