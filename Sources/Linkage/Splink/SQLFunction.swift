// SPDX-License-Identifier: Apache-2.0

/// The functions of DuckDB that Splink's usual comparisons call and that mean here exactly what they mean there.
enum SQLFunction: String, CaseIterable, Hashable, Sendable {
    case jaroWinkler = "jaro_winkler_similarity"
    case jaro = "jaro_similarity"
    case damerau = "damerau_levenshtein"
    case levenshtein = "levenshtein"
    case lower, upper, trim, length, abs, epoch
    case nullIf = "nullif"
    case substring = "substr"
    case date = "try_strptime"

    init?(named name: String) {
        let lower = name.lowercased()
        guard let function = lower == "substring" ? .substring : SQLFunction(rawValue: lower) else { return nil }
        self = function
    }

    /// How many arguments it takes.
    var arguments: ClosedRange<Int> {
        switch self {
        case .lower, .upper, .trim, .length, .abs, .epoch: 1...1
        case .substring: 2...3
        default: 2...2
        }
    }

    func value(_ values: [SQLValue]) -> SQLValue {
        if self == .nullIf { return values[0] == values[1] ? .null : values[0] }
        if values.contains(.null) { return .null }
        switch (self, values[0]) {
        case (.abs, .number(let number)): return .number(Swift.abs(number))
        case (.epoch, .number): return values[0]
        case (_, .text(let first)): return value(first, Array(values.dropFirst()))
        default: return .null
        }
    }

    private func value(_ first: [UInt8], _ others: [SQLValue]) -> SQLValue {
        switch (self, others.first) {
        case (.jaroWinkler, .text(let second)): .number(SplinkSimilarity.jaroWinkler(first, second))
        case (.jaro, .text(let second)): .number(SplinkSimilarity.jaro(first, second))
        case (.damerau, .text(let second)): .number(Double(SplinkSimilarity.damerauLevenshtein(first, second)))
        case (.levenshtein, .text(let second)): .number(Double(SplinkSimilarity.levenshtein(first, second)))
        case (.date, .text(let format)): format == Array("%Y-%m-%d".utf8) ? Self.epoch(first).map { .number($0) } ?? .null : .null
        case (.substring, .number(let start)):
            if others.count > 1, case .number(let count) = others[1] {
                Self.part(first, Int(start), Int(count))
            } else {
                Self.part(first, Int(start), .max)
            }
        case (.lower, _): .text(Array(String(decoding: first, as: UTF8.self).lowercased().utf8))
        case (.upper, _): .text(Array(String(decoding: first, as: UTF8.self).uppercased().utf8))
        case (.trim, _): .text(Array(first.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()))
        case (.length, _): .number(Double(String(decoding: first, as: UTF8.self).unicodeScalars.count))
        default: .null
        }
    }

    /// Code points from a place counted from 1.
    private static func part(_ bytes: [UInt8], _ start: Int, _ count: Int) -> SQLValue {
        guard start >= 1, count >= 0 else { return .null }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(start - 1).prefix(count)
        return .text(Array(String(String.UnicodeScalarView(scalars)).utf8))
    }

    /// Seconds from 1970 of a date written YYYY-MM-DD; nil when it is none.
    private static func epoch(_ bytes: [UInt8]) -> Double? {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            (1...4).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count), (1...2).contains(parts[2].utf8.count),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return nil }
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        // days from the civil calendar, the year beginning in March
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
        return Double(days) * 86_400
    }
}
