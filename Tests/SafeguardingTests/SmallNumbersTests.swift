// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Safeguarding

/// Nobody can be found in what is shown: neither from the margins of a table, nor from two tables together (RULE 7.7).
@Suite struct SmallNumbersTests {
    private static func table(_ counts: [[Int]]) -> CountTable {
        var table = CountTable(rows: counts.indices.map { "r\($0)" }, columns: (counts.first ?? []).indices.map { "c\($0)" })
        for (row, cells) in counts.enumerated() {
            for (column, value) in cells.enumerated() { table.add(value, row: "r\(row)", column: "c\(column)") }
        }
        return table
    }

    private static func random(_ seed: UInt64, rows: Int, columns: Int, most: Int) -> CountTable {
        var dice = SplitMix(seed: seed)
        return table(
            (0..<rows).map { _ in
                (0..<columns).map { _ in
                    let size = dice.next() % 4
                    return size == 0 ? 0 : size < 3 ? Int(dice.next() % 4) : Int(dice.next() % UInt64(most))
                }
            })
    }

    /// Another table of the same column sums, as a second filter would make it.
    private static func second(_ first: CountTable, _ seed: UInt64, rows: Int) -> CountTable {
        var dice = SplitMix(seed: seed)
        var table = CountTable(rows: (0..<rows).map { "s\($0)" }, columns: first.columns)
        for (column, sum) in first.columnTotals.enumerated() {
            for _ in 0..<sum {
                let row = min(dice.next() % UInt64(rows), dice.next() % UInt64(rows))
                table.add(1, row: "s\(row)", column: first.columns[column])
            }
        }
        return table
    }

    /// The published symbols are those of the Department for Education's releases; DOMAIN's own example: a cell of 3 and a second one.
    @Test func aSmallCountIsHiddenAndNeverAlone() throws {
        let counts = [[3, 40, 50], [20, 60, 70], [30, 80, 90]]
        let shown = try #require(SmallNumbers(hiddenTo: 5, rounding: 1).shown([Self.table(counts)]).first ?? nil)
        #expect(shown.counts[0][0] == .hidden)
        let hidden = shown.counts.flatMap { $0 }.count { $0 == .hidden }
        // One that stands alone in its row or column would be the rest of it.
        #expect(hidden == 4 && shown.rowTotals.allSatisfy { $0 != .hidden } && shown.columnTotals.allSatisfy { $0 != .hidden })
        for (row, cells) in shown.counts.enumerated() {
            for (column, cell) in cells.enumerated() { if let number = cell.number { #expect(number == counts[row][column]) } }
        }
    }

    @Test func zeroIsTrueAndNotAvailableIsSaid() {
        let rule = SmallNumbers(hiddenTo: 5, rounding: 5)
        #expect(rule.shown([Self.table([[0, 0], [0, 0]])]).first??.total == .about(0))
        // Three concerns in all: nothing to hide them behind.
        #expect(rule.shown([Self.table([[3, 0], [0, 0]])]) == [nil])
        #expect(rule.shown([Self.table([[20, 0], [30, 40]])]).first??.counts[0] == [.about(20), .about(0)])
        // Tables that do not count the same are not shown beside each other.
        #expect(rule.shown([Self.table([[20, 30]]), Self.table([[20, 31]])]) == [nil, nil])
    }

    @Test func whatIsShownIsRounded() {
        let shown = SmallNumbers(hiddenTo: 5, rounding: 5).shown([Self.table([[6, 12, 13], [18, 22, 23]])])
        #expect(shown.first??.counts == [[.about(5), .about(10), .about(15)], [.about(20), .about(20), .about(25)]])
    }

    @Test(arguments: 0..<80) func noSmallCountCanBeComputedFromAnyTables(_ seed: Int) {
        let limit = 2
        let first = Self.random(UInt64(seed), rows: 2 + seed % 2, columns: 2 + seed / 2 % 2, most: 7)
        let second = Self.second(first, UInt64(seed) &+ 77, rows: 2)
        let shown = SmallNumbers(hiddenTo: limit, rounding: 1).shown([first, second])
        for (table, published) in zip([first, second], shown) {
            guard let published else { continue }
            let ranges = Reader(published).ranges(limit: 400_000)
            for (row, cells) in table.counts.enumerated() {
                for (column, value) in cells.enumerated() where (1...limit).contains(value) {
                    #expect(published.counts[row][column] == .hidden)
                    guard let range = ranges?[row][column] else { continue }
                    #expect(range.contains(value))
                    #expect(range.upperBound > limit, "\(table.counts) shown as \(published): \(value) must lie in \(range)")
                }
                if (1...limit).contains(table.rowTotals[row]) { #expect(published.rowTotals[row] == .hidden) }
            }
            for (column, value) in table.columnTotals.enumerated() where (1...limit).contains(value) {
                #expect(published.columnTotals[column] == .hidden)
            }
        }
    }

    /// In tables as large as those of the page an attack by intervals narrows no small count to one value.
    @Test(arguments: 0..<60) func narrowingByMarginsFindsNothing(_ seed: Int) {
        let limit = 5
        let first = Self.random(UInt64(seed) &+ 900, rows: 8, columns: 5, most: 60)
        let tables = [first, Self.second(first, UInt64(seed), rows: 7), Self.second(first, UInt64(seed) &+ 5, rows: 3)]
        let shown = SmallNumbers(hiddenTo: limit, rounding: 1).shown(tables)
        for (table, published) in zip(tables, shown) {
            guard let published else { continue }
            let ranges = Reader(published).narrowed()
            for (row, cells) in table.counts.enumerated() {
                for (column, value) in cells.enumerated() where (1...limit).contains(value) {
                    #expect(published.counts[row][column] == .hidden)
                    #expect(ranges[row][column].contains(value) && ranges[row][column].upperBound > limit)
                }
            }
        }
    }

    /// The rule is of use: every table can be shown, and of what is large a good part, in tables of
    /// which three in four counts are small.
    @Test func whatIsLargeIsMostlyShown() {
        var (shown, large) = (0, 0)
        for seed in 0..<40 {
            let table = Self.random(UInt64(seed) &+ 900, rows: 8, columns: 5, most: 60)
            guard let published = SmallNumbers(hiddenTo: 5, rounding: 1).shown([table]).first ?? nil else {
                Issue.record("the table of seed \(seed) is not shown")
                continue
            }
            for (counts, cells) in zip(table.counts, published.counts) {
                for (count, cell) in zip(counts, cells) where count > 5 {
                    large += 1
                    shown += cell == .hidden ? 0 : 1
                }
            }
        }
        #expect(shown * 4 > large)
    }

    /// A rule that hides only the small ones is found out: the tests above would see it.
    @Test func primaryHidingAloneIsFoundOut() {
        let counts = [[1, 9], [8, 7]]
        let table = Self.table(counts)
        let naive = ShownTable(
            rows: table.rows, columns: table.columns, counts: [[.hidden, .about(9)], [.about(8), .about(7)]],
            rowTotals: table.rowTotals.map { .about($0) }, columnTotals: table.columnTotals.map { .about($0) }, total: .about(table.total))
        #expect(Reader(naive).narrowed()[0][0] == 1...1)
        #expect(Reader(naive).ranges(limit: 1000)?[0][0] == 1...1)
    }
}

/// Somebody who adds and subtracts, and knows that a hidden count is not 0 where no true zero was hidden.
private struct Reader {
    let table: ShownTable
    private let total: Int

    init(_ table: ShownTable) {
        self.table = table
        total = table.total.number ?? 0
    }

    /// The smallest and largest value of each count over every table that fits what is shown; nil where there are too many to try.
    func ranges(limit: Int) -> [[ClosedRange<Int>]]? {
        var tries = 0
        var found: [[ClosedRange<Int>?]] = table.counts.map { $0.map { _ in nil } }
        let cells = table.counts.indices.flatMap { row in table.columns.indices.map { (row, $0) } }
        var values = table.counts.map { $0.map { $0.number ?? 0 } }
        func fits(row: Int) -> Bool {
            let sum = values[row].reduce(0, +)
            return table.rowTotals[row].number.map { $0 == sum } ?? (sum >= 1)
        }
        func fit() -> Bool {
            values.reduce(0) { $0 + $1.reduce(0, +) } == total
                && table.columns.indices.allSatisfy { column in
                    let sum = values.reduce(0) { $0 + $1[column] }
                    return table.columnTotals[column].number.map { $0 == sum } ?? (sum >= 1)
                }
        }
        func walk(_ place: Int, left: Int) -> Bool {
            tries += 1
            if tries > limit { return false }
            guard place < cells.count else {
                if fit() {
                    for (row, column) in cells {
                        let value = values[row][column], old = found[row][column]
                        found[row][column] = min(old?.lowerBound ?? value, value)...max(old?.upperBound ?? value, value)
                    }
                }
                return true
            }
            let (row, column) = cells[place]
            let isLast = column == table.columns.count - 1
            if let number = table.counts[row][column].number {
                guard number <= left, !isLast || fits(row: row) else { return true }
                return walk(place + 1, left: left - number)
            }
            for value in 0...max(0, left) {
                values[row][column] = value
                if isLast, !fits(row: row) { continue }
                if !walk(place + 1, left: left - value) { return false }
            }
            values[row][column] = 0
            return true
        }
        guard walk(0, left: total) else { return nil }
        return found.map { $0.map { $0 ?? 0...0 } }
    }

    /// Bounds of each count, narrowed by every sum of a row and column until nothing changes.
    func narrowed() -> [[ClosedRange<Int>]] {
        var ranges = table.counts.map { $0.map { cell in cell.number.map { $0...$0 } ?? 0...total } }
        for _ in 0..<60 {
            for (row, cells) in table.counts.enumerated() {
                guard let sum = table.rowTotals[row].number else { continue }
                for column in cells.indices {
                    let others = cells.indices.filter { $0 != column }.map { ranges[row][$0] }
                    ranges[row][column] = Self.narrow(ranges[row][column], sum, others)
                }
            }
            for column in table.columns.indices {
                guard let sum = table.columnTotals[column].number else { continue }
                for row in table.counts.indices {
                    let others = table.counts.indices.filter { $0 != row }.map { ranges[$0][column] }
                    ranges[row][column] = Self.narrow(ranges[row][column], sum, others)
                }
            }
        }
        return ranges
    }

    private static func narrow(_ range: ClosedRange<Int>, _ sum: Int, _ others: [ClosedRange<Int>]) -> ClosedRange<Int> {
        let low = max(range.lowerBound, sum - others.reduce(0) { $0 + $1.upperBound })
        let high = min(range.upperBound, sum - others.reduce(0) { $0 + $1.lowerBound })
        return low <= high ? low...high : range
    }
}
