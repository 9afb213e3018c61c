// SPDX-License-Identifier: Apache-2.0

/// Dates of birth that stand on many more records than others do: the first of January, what a form puts by itself.
struct BirthCounts: Sendable {
    private let common: Set<UInt32>
    private let firstOfJanuaryIsCommon: Bool

    init(_ register: Register) {
        let dates = (0..<register.count).map { register.rows[$0 * RowLayout.width + RowLayout.birth] }.filter { $0 != 0 }.sorted()
        var counts: [(date: UInt32, count: Int)] = []
        for date in dates {
            if counts.last?.date == date { counts[counts.count - 1].count += 1 } else { counts.append((date, 1)) }
        }
        let mean = Double(dates.count) / Double(max(counts.count, 1))
        common = Set(counts.filter { Double($0.count) > 8 * mean + 8 }.map(\.date))
        let firsts = counts.filter { $0.date & 0xFFFF == 0x0101 }.reduce(0) { $0 + $1.count }
        firstOfJanuaryIsCommon = firsts * 100 > dates.count
    }

    /// Whether a date says less than others.
    func isCommon(_ date: UInt32) -> Bool {
        date & 0xFFFF == 0 || firstOfJanuaryIsCommon && date & 0xFFFF == 0x0101 || common.contains(date)
    }

    /// Level of two known dates, 1...11 (`PairFeature.birth`).
    func level(_ left: UInt32, _ right: UInt32) -> Int {
        if left == right { return isCommon(left) ? 2 : 1 }
        let leftYear = Self.year(left)
        let gap = abs(leftYear - Self.year(right))
        let sameYear = left >> 16 == right >> 16
        let days = (left & 0xFFFF, right & 0xFFFF)
        if days.0 == 0 || days.1 == 0 || days.0 == 0x0101 || days.1 == 0x0101 {
            if sameYear { return 5 }
        } else {
            if sameYear, days.0 >> 8 == days.1 & 0xFF, days.1 >> 8 == days.0 & 0xFF { return 3 }
        }
        let differing = Self.differing(left, right)
        if differing == 1 { return 4 }
        if differing == 2 {
            if Self.isNeighbourSwap(left, right) { return 4 }
            return days.0 == days.1 ? 6 : 7
        }
        if days.0 == days.1, days.0 != 0x0101, days.0 != 0 { return 6 }
        if sameYear { return 8 }
        return gap <= 4 ? 9 : gap >= 16 ? 10 : 11
    }

    static func year(_ date: UInt32) -> Int {
        Int(date >> 28) * 1000 + Int(date >> 24 & 15) * 100 + Int(date >> 20 & 15) * 10 + Int(date >> 16 & 15)
    }

    private static func differing(_ left: UInt32, _ right: UInt32) -> Int {
        var bits = left ^ right
        bits |= bits >> 1
        bits |= bits >> 2
        return (bits & 0x1111_1111).nonzeroBitCount
    }

    private static func isNeighbourSwap(_ left: UInt32, _ right: UInt32) -> Bool {
        let shift = UInt32((left ^ right).trailingZeroBitCount) & ~3
        guard shift <= 24 else { return false }
        let (one, two) = (left >> shift & 0xFF, right >> shift & 0xFF)
        return one >> 4 == two & 15 && one & 15 == two >> 4 && (left ^ right) >> shift <= 0xFF
    }
}
