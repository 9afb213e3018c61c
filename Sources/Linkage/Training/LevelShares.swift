// SPDX-License-Identifier: Apache-2.0

/// How levels are shared out between two records taken at random (u), where they agree for a reason, and where they agree by chance.
struct LevelShares: Sendable {
    /// Probability of every level of every feature, in the order of `PairFeature.base`.
    var random = [Double](repeating: 0, count: PairFeature.allLevels)
    var reason = [Double](repeating: 0, count: PairFeature.allLevels)
    var chance = [Double](repeating: 0, count: PairFeature.allLevels)

    /// The most pairs drawn for the levels that are not exact agreement.
    static let draws = 400_000

    init(_ register: PreparedRegister) {
        drawRandom(register)
        closeForms(register)
        for feature in PairFeature.allCases { shareAgreement(feature, register) }
    }

    /// u of the graded levels from pairs drawn by a fixed sequence.
    private mutating func drawRandom(_ register: PreparedRegister) {
        var counts = [Double](repeating: 0, count: PairFeature.allLevels)
        let comparer = PairComparer(register: register)
        let units = UInt64(register.count)
        register.rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress, units > 1 else { return }
            for draw in 0..<min(UInt64(Self.draws), 100 * units) {
                let left = Int(KeyHash.mix(draw &* 2 &+ 1).multipliedFullWidth(by: units).high)
                let right = Int(KeyHash.mix(draw &* 2 &+ 2).multipliedFullWidth(by: units).high)
                if left == right { continue }
                let pattern = comparer.pattern(base + left * RowLayout.width, base + right * RowLayout.width)
                for feature in PairFeature.allCases { counts[feature.base + feature.level(in: pattern)] += 1 }
            }
        }
        for feature in PairFeature.allCases {
            for levels in Self.groups(of: feature) {
                let sum = levels.reduce(0) { $0 + counts[$1] }
                // half a pair for what was never drawn
                for level in levels { random[level] = (counts[level] + 0.5) / (sum + 0.5 * Double(levels.count)) }
            }
        }
    }

    /// u of exact agreement exactly: the sum of the squares of the shares of the values.
    private mutating func closeForms(_ register: PreparedRegister) {
        func close(_ feature: PairFeature, _ bins: [UInt8], place: Int) {
            let counts = register.unitCounts(at: place, values: bins.count - 1)
            let known = Double(counts.reduce(0) { $0 + Int($1) })
            guard known > 1 else { return }
            var exact = [Double](repeating: 0, count: NameLevel.sameBins)
            var held = exact
            for value in 1..<counts.count {
                let share = Double(counts[value]) / known
                exact[Int(bins[value])] += share * share
                held[Int(bins[value])] += share
            }
            for bin in 0..<NameLevel.sameBins {
                random[feature.base + NameLevel.same + bin] = exact[bin] + 1e-9
                reason[feature.base + NameLevel.same + bin] = held[bin]
                chance[feature.base + NameLevel.same + bin] = exact[bin]
            }
        }
        close(.given, register.givenBins, place: RowLayout.given)
        close(.family, register.familyBins, place: RowLayout.family)
    }

    /// Where there is agreement: most of it exact, a little near, hardly any different.
    private mutating func shareAgreement(_ feature: PairFeature, _ register: PreparedRegister) {
        for levels in Self.groups(of: feature) {
            for (kind, share) in [(LevelKind.agrees, 0.86), (.near, 0.09), (.weak, 0.04), (.differs, 0.007), (.apart, 0.003)] {
                let members = levels.filter { LevelKind.of(feature, $0 - feature.base) == kind }
                for way in [\LevelShares.reason, \LevelShares.chance] {
                    let known = members.reduce(0) { $0 + self[keyPath: way][$1] }
                    for level in members {
                        let even = 1 / Double(members.count)
                        self[keyPath: way][level] = share * (known > 0 ? 0.98 * self[keyPath: way][level] / known + 0.02 * even : even)
                    }
                }
            }
            for way in [\LevelShares.reason, \LevelShares.chance, \LevelShares.random] {
                let sum = levels.reduce(0) { $0 + self[keyPath: way][$1] }
                if sum > 0 { for level in levels { self[keyPath: way][level] /= sum } }
            }
        }
    }

    /// The places of the levels that are shared out among each other.
    static func groups(of feature: PairFeature) -> [[Int]] { allGroups[feature.rawValue] }

    private static let allGroups: [[[Int]]] = PairFeature.allCases.map(makeGroups)

    private static func makeGroups(of feature: PairFeature) -> [[Int]] {
        var groups: [Int: [Int]] = [:]
        for level in 0..<feature.levels {
            let group = LevelKind.group(feature, level)
            if group > 0 { groups[group, default: []].append(feature.base + level) }
        }
        return groups.keys.sorted().compactMap { groups[$0] }
    }
}
