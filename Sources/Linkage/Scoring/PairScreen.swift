// SPDX-License-Identifier: Apache-2.0

/// A quick look at a pattern that tells apart what could be one person from what can't: the weight that each level has by itself. Most
/// pairs that a wide rule yields fall through, and neither train the classes nor are scored.
struct PairScreen: Sendable {
    /// Bits of every level of every feature.
    private let bits: [Float]
    /// Pairs below are taken to be of two people.
    private(set) var least: Float
    /// Pairs above are taken to be of one person, for setting the screen.
    private let sure: Float

    init(_ shares: LevelShares, units: Int) {
        bits = (0..<PairFeature.allLevels).map { level in
            let (reason, random) = (shares.reason[level], shares.random[level])
            guard reason > 0, random > 0 else { return 0 }
            // what is known of how people err is little: nothing tells against for more than a few bits
            return Float(max(-4, binaryLogarithm((0.85 * reason + 0.15 * random) / random)))
        }
        least = -.infinity
        sure = Float(binaryLogarithm(Double(max(units, 2)) / 2) + 6)
    }

    /// The screen that lets through so many times the pairs that are surely of one person.
    func letting(through times: Double, of counts: PatternCounts) -> PairScreen {
        let weighed = zip(counts.patterns, counts.counts).map { (weight($0), $1) }.sorted { $0.0 > $1.0 }
        let wanted = times * weighed.reduce(0) { $1.0 >= sure ? $0 + $1.1 : $0 }
        var screen = self
        var sum = 0.0
        for (weight, count) in weighed {
            sum += count
            if sum > wanted, weight < sure - 6 { break }
            screen.least = weight
        }
        return screen
    }

    /// Whether the pattern is worth a closer look.
    @inline(__always)
    func passes(_ pattern: UInt64) -> Bool { weight(pattern) >= least }

    /// Bits that the levels of a pattern have together.
    @inline(__always)
    func weight(_ pattern: UInt64) -> Float {
        bits.withUnsafeBufferPointer { bits in
            var sum: Float = 0
            var rest = pattern
            for feature in ClassTables.layout {
                let level = Int(rest & feature.mask)
                rest >>= feature.bits
                if level != 0 { sum += bits[feature.base + level] }
            }
            return sum
        }
    }
}
