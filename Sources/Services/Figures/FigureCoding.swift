// SPDX-License-Identifier: Apache-2.0
public import Standard

/// The tables that are counted for leaders. All have the same columns, where harm happens; each has other rows.
public enum FigureTable: String, Sendable, Hashable, Codable, CaseIterable {
    /// By a known person or a stranger.
    case whom
    /// By the area that owns the concern.
    case area
    /// By crime.
    case crime
    /// By the month in which it was reported.
    case month
}

/// In which row and column of each table a concern stands: in one of each, so that sums are sums.
public struct FigureCoding: Sendable {
    /// Stands for "more than one of these".
    public static let several = "several"
    /// Stands for "nobody has recorded it".
    public static let notRecorded = "not_recorded"

    let standard: Standard

    /// Counts by a standard's own lists.
    public init(_ standard: Standard) { self.standard = standard }

    /// The columns: the broad settings of the standard, more than one, not recorded.
    public var columns: [String] { codes(.broadSetting) + [Self.several, Self.notRecorded] }

    /// The rows of a table that don't depend on what was counted; areas and months are given.
    public func rows(_ table: FigureTable, areas: [String], months: [String]) -> [String] {
        switch table {
        case .whom: codes(.acquaintance).filter { $0 != Self.unknown } + [Self.notRecorded]
        case .area: areas + [Self.notRecorded]
        case .crime: codes(.crime) + [Self.several, Self.notRecorded]
        case .month: months
        }
    }

    /// The column of a concern.
    func column(broadSettings: [String]) -> String { one(of: broadSettings, among: .broadSetting) }

    /// The row of a concern in the table of crimes.
    func row(crimes: [String]) -> String { one(of: crimes, among: .crime) }

    /// The row of a concern in the table of whom. Where somebody known is named beside strangers, it is somebody known: that is where
    /// harm is overlooked.
    func row(relationships: [String]) -> String {
        let found = Set(relationships.compactMap { standard.code($0, in: .relationship)?.text("known") }).subtracting([Self.unknown])
        return codes(.acquaintance).first(where: found.contains) ?? Self.notRecorded
    }

    /// What the standard calls "not known which": the same as not recorded to whoever counts.
    private static let unknown = "unknown"

    private func codes(_ list: CodeListName) -> [String] { standard.list(list).codes.map(\.code) }

    private func one(of codes: [String], among list: CodeListName) -> String {
        let known = codes.filter { standard.code($0, in: list) != nil }
        return known.count > 1 ? Self.several : known.first ?? Self.notRecorded
    }
}
