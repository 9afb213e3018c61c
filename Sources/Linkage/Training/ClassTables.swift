// SPDX-License-Identifier: Apache-2.0

/// The probabilities of all levels in all classes, a row of sixteen classes a level: scoring a pair multiplies one row a feature.
struct ClassTables: Sendable {
    typealias Row = SIMD16<Double>

    /// One row for each level of each feature; ones for "not known".
    var rows = [Row](repeating: Row(repeating: 1), count: PairFeature.allLevels)
    /// Share of each class among the pairs that the rules yield; zero for classes that are not in use.
    var shares = Row.zero

    /// Lanes of the classes of one person.
    static let matchLanes: [Int] = PairClass.allCases.indices.filter { PairClass.allCases[$0].isMatch }

    /// The class weights of a pattern, not yet divided by their sum.
    @inline(__always)
    func weigh(_ pattern: UInt64, _ rows: UnsafePointer<Row>, _ layout: [Layout] = ClassTables.layout) -> Row {
        var product = shares
        var bits = pattern
        for feature in layout {
            let level = Int(bits & feature.mask)
            bits >>= feature.bits
            if level != 0 { product *= rows[feature.base + level] }
        }
        return product
    }

    struct Layout: Sendable {
        let bits: UInt64
        let mask: UInt64
        let base: Int
    }

    static let layout: [Layout] = PairFeature.allCases.map {
        Layout(bits: $0.bits, mask: (1 << $0.bits) - 1, base: $0.base)
    }

    /// Probability that a pair with this pattern is of one person.
    func probability(_ pattern: UInt64) -> Double {
        let row = rows.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { weigh(pattern, $0) } ?? shares }
        let match = Self.matchLanes.reduce(0) { $0 + row[$1] }
        let all = row.sum()
        return all > 0 ? match / all : 0
    }
}
