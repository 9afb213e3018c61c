// SPDX-License-Identifier: Apache-2.0

/// Hides small counts, and as many others as are needed so that none of them can be computed (RULE 7.7).
///
/// The tables of one period are shown together and share their columns: all that they have in common is the sums of the columns and the
/// number of concerns. Whoever knows these exactly can treat each table by itself, and that is what is assumed here. Tables of different
/// periods have no concern in common, and a period is counted once, so that nothing can be subtracted from anything.
public struct SmallNumbers: Sendable, Hashable {
    /// Counts from 1 to this are not shown.
    public let hiddenTo: Int
    /// What is shown is rounded to the nearest multiple.
    public let rounding: Int

    /// Takes the numbers of a standard's rule.
    public init(hiddenTo: Int, rounding: Int) {
        self.hiddenTo = max(1, hiddenTo)
        self.rounding = max(1, rounding)
    }

    /// The tables as they may be shown, in their order; nil for one in which there is not enough to hide a small count behind.
    ///
    /// All tables must count the same concerns over the same columns; otherwise none is shown.
    public func shown(_ tables: [CountTable]) -> [ShownTable?] {
        guard let first = tables.first else { return [] }
        let columns = first.columnTotals
        let none = [ShownTable?](repeating: nil, count: tables.count)
        guard tables.allSatisfy({ $0.columns == first.columns && $0.columnTotals == columns }) else { return none }
        guard first.total == 0 || first.total > hiddenTo else { return none }
        // A column that is hardly larger than what it must hide can't hide it: then its sum is hidden as well, in all tables.
        let bySize = columns.indices.filter { columns[$0] > hiddenTo }.sorted { (columns[$0], $0) < (columns[$1], $1) }
        var best = none
        for count in 0...bySize.count {
            guard let together = hiddenColumns(columns, besides: bySize.prefix(count)) else { continue }
            let shown = tables.map { self.shown($0, together: together) }
            if shown.allSatisfy({ $0 != nil }) { return shown }
            if best.allSatisfy({ $0 == nil }) { best = shown }
        }
        return best
    }

    /// The columns whose sums are hidden: the small ones and these, and as many more as are needed so that each of them may be large.
    private func hiddenColumns(_ sums: [Int], besides chosen: some Sequence<Int>) -> Set<Int>? {
        var hidden = Set(sums.indices.filter { (1...hiddenTo).contains(sums[$0]) }).union(chosen)
        guard !hidden.isEmpty else { return [] }
        var others = sums.indices.filter { sums[$0] > hiddenTo && !hidden.contains($0) }.sorted { (sums[$0], $0) < (sums[$1], $1) }
        // All but one of them are at least 1.
        while hidden.count < 2 || hidden.reduce(0, { $0 + sums[$1] }) < hiddenTo + hidden.count {
            guard !others.isEmpty else { return nil }
            hidden.insert(others.removeFirst())
        }
        return hidden
    }

    private func shown(_ table: CountTable, together: Set<Int>) -> ShownTable? {
        // Columns that are hidden together are one column to whoever subtracts.
        let apart = table.columns.indices.filter { !together.contains($0) }
        let merged = together.isEmpty ? nil : apart.count
        let counts = table.counts.map { cells in
            apart.map { cells[$0] } + (together.isEmpty ? [] : [together.reduce(0) { $0 + cells[$1] }])
        }
        var flow = CellFlow(counts)
        let small = flow.small(upTo: hiddenTo)
        for edge in small { flow.hide(edge) }
        for edge in small where !flow.cover(edge, to: hiddenTo + 1) { return nil }
        for edge in small where flow.largest(edge, enough: hiddenTo + 1) <= hiddenTo { return nil }
        func count(_ value: Int, _ isHidden: Bool) -> ShownCount { isHidden ? .hidden : .about(rounded(value)) }
        let cells = table.counts.enumerated().map { row, cells in
            cells.enumerated().map { column, value in
                guard let place = apart.firstIndex(of: column) ?? merged else { return ShownCount.hidden }
                let edge = flow.edges[flow.cell(row, place)]
                // A row without anybody in the columns that are hidden together has true zeros there.
                return count(value, edge.isHidden || together.contains(column) && edge.value > 0)
            }
        }
        return ShownTable(
            rows: table.rows, columns: table.columns, counts: cells,
            rowTotals: table.rowTotals.enumerated().map { count($1, flow.edges[flow.sum($0)].isHidden) },
            columnTotals: table.columnTotals.enumerated().map { count($1, together.contains($0)) }, total: count(table.total, false))
    }

    private func rounded(_ value: Int) -> Int { (value + rounding / 2) / rounding * rounding }
}
