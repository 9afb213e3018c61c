// SPDX-License-Identifier: Apache-2.0

/// Match weights: the odds that a pair is of one person, as a power of two, in millionths of a bit so that terms add up exactly.
enum MatchWeight {
    /// No pair is surer than this many bits, either way.
    static let most = 60_000_000

    /// The weight of a pattern.
    static func microbits(_ tables: ClassTables, _ pattern: UInt64) -> Int {
        tables.rows.withUnsafeBufferPointer { rows in rows.baseAddress.map { microbits(tables.weigh(pattern, $0)) } ?? 0 }
    }

    /// The weight of the classes' shares.
    static func microbits(_ row: ClassTables.Row) -> Int {
        let match = ClassTables.matchLanes.reduce(0) { $0 + row[$1] }
        var others = 0.0
        for lane in PairClass.allCases.indices where !ClassTables.matchLanes.contains(lane) { others += row[lane] }
        if match <= 0 { return -most }
        if others <= 0 { return most }
        let bits = binaryLogarithm(match) - binaryLogarithm(others)
        return min(max(Int((bits * 1_000_000).rounded()), -most), most)
    }

    /// With six decimals.
    static func text(_ microbits: Int) -> String {
        let digits = String(abs(microbits) % 1_000_000)
        return "\(microbits < 0 ? "-" : "")\(abs(microbits) / 1_000_000).\(String(repeating: "0", count: 6 - digits.utf8.count))\(digits)"
    }
}
