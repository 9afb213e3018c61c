// SPDX-License-Identifier: Apache-2.0

/// Expectation-maximisation over pattern counts: given the classes, how likely each pattern is of each; given that, the classes anew.
struct Expectation: Sendable {
    private(set) var tables: ClassTables
    private let start: ClassTables
    private let counts: PatternCounts
    /// Places of the levels of every pattern, `PairFeature.allCases.count` each.
    private let levels: [UInt16]
    private(set) var classes: [PairClass]
    /// Pairs that the start counts for in every class and feature.
    private let weightOfStart: Double
    private(set) var logLikelihood = -Double.infinity
    private(set) var rounds = 0

    init(_ counts: PatternCounts, _ shares: LevelShares, classes: [PairClass], weightOfStart: Double = 20) {
        self.counts = counts
        self.classes = classes
        self.weightOfStart = weightOfStart
        levels = counts.patterns.flatMap { pattern in
            PairFeature.allCases.map { UInt16($0.base + $0.level(in: pattern)) }
        }
        var tables = ClassTables()
        for (lane, kind) in PairClass.allCases.enumerated() where classes.contains(kind) {
            tables.shares[lane] = kind == .strangers ? 0.6 : 0.4 / Double(max(classes.count - 1, 1))
            for feature in PairFeature.allCases {
                let start = kind.starts[feature] ?? PairClass.Start(agrees: 0)
                let rest = 1 - start.agrees - start.byChance
                for level in LevelShares.groups(of: feature).joined() {
                    if start.isOfOneYear, LevelKind.of(feature, level - feature.base) == .apart {
                        tables.rows[level][lane] = 0.01 * shares.random[level]
                        continue
                    }
                    tables.rows[level][lane] =
                        start.agrees * shares.reason[level] + start.byChance * shares.chance[level] + rest * shares.random[level]
                }
            }
        }
        self.tables = tables
        self.start = tables
        hold()
    }

    /// Goes on until a round gains next to nothing.
    mutating func run(rounds limit: Int = 80, threads: Int) {
        for round in 1...max(limit, 1) {
            // the likelihood costs as much as a third of a round, so it is taken every fourth time
            let isMeasured = round % 4 == 0
            let before = logLikelihood
            step(threads: threads, isMeasured: isMeasured)
            rounds += 1
            if isMeasured, logLikelihood - before < 4e-6 * abs(logLikelihood) { break }
        }
    }

    /// In how many features a class stands at a bound that keeps it what it is. One that stands at many has become a heap for what no
    /// other class explains.
    func featuresAtBounds(_ kind: PairClass) -> Int {
        guard let lane = PairClass.allCases.firstIndex(of: kind), classes.contains(kind) else { return 0 }
        return kind.starts.count { feature, start in
            guard let group = LevelShares.groups(of: feature).last else { return false }
            func share(_ isMeant: (LevelKind) -> Bool) -> Double {
                group.reduce(0) { isMeant(LevelKind.of(feature, $1 - feature.base)) ? $0 + tables.rows[$1][lane] : $0 }
            }
            let near = 0.005
            return start.differsAtMost < 1 && share(\.isAgainst) > start.differsAtMost - near
                || start.agreesAtLeast > 0 && share { $0 == .agrees } < start.agreesAtLeast + near
                || start.weakAtMost < 1 && share { $0 == .weak } > start.weakAtMost - near
                || start.apartAtMost < 1 && share { $0 == .apart } > start.apartAtMost - near
        }
    }

    /// Goes on without a class.
    mutating func drop(_ kind: PairClass) {
        guard let lane = PairClass.allCases.firstIndex(of: kind) else { return }
        classes.removeAll { $0 == kind }
        tables.shares[lane] = 0
        logLikelihood = -.infinity
    }

    private struct Sums: Sendable {
        var rows = [ClassTables.Row](repeating: .zero, count: PairFeature.allLevels)
        var shares = ClassTables.Row.zero
        var logLikelihood = 0.0
    }

    /// One round. Patterns are cut into the same pieces whatever the number of threads, and the pieces are added in order.
    private mutating func step(threads: Int, isMeasured: Bool) {
        let pieces = 16
        let count = counts.patterns.count
        let sums = Threads.map(pieces, threads: threads) { [tables, counts, levels] piece in
            Self.expect(tables, counts, levels, count * piece / pieces..<count * (piece + 1) / pieces, isMeasured)
        }
        var all = Sums()
        for sum in sums {
            for level in all.rows.indices { all.rows[level] += sum.rows[level] }
            all.shares += sum.shares
            all.logLikelihood += sum.logLikelihood
        }
        maximise(all)
        if isMeasured { logLikelihood = all.logLikelihood }
    }

    private static func expect(
        _ tables: ClassTables, _ counts: PatternCounts, _ levels: [UInt16], _ range: Range<Int>, _ isMeasured: Bool
    ) -> Sums {
        var sums = Sums()
        let features = PairFeature.allCases.count
        let unknown = PairFeature.allCases.map { UInt16($0.base) }
        levels.withUnsafeBufferPointer { levels in
            tables.rows.withUnsafeBufferPointer { rows in
                sums.rows.withUnsafeMutableBufferPointer { out in
                    for place in range {
                        var row = tables.shares
                        for feature in 0..<features {
                            let level = levels[place * features + feature]
                            if level != unknown[feature] { row *= rows[Int(level)] }
                        }
                        let all = row.sum()
                        guard all > 0 else { continue }
                        let count = counts.counts[place]
                        if isMeasured { sums.logLikelihood += count * naturalLogarithm(all) }
                        row *= count / all
                        sums.shares += row
                        for feature in 0..<features {
                            let level = levels[place * features + feature]
                            if level != unknown[feature] { out[Int(level)] += row }
                        }
                    }
                }
            }
        }
        return sums
    }

    private mutating func maximise(_ sums: Sums) {
        let total = sums.shares.sum()
        guard total > 0 else { return }
        for (lane, kind) in PairClass.allCases.enumerated() where classes.contains(kind) {
            tables.shares[lane] = (sums.shares[lane] + 1) / (total + Double(classes.count))
            for feature in PairFeature.allCases {
                for group in LevelShares.groups(of: feature) {
                    let sum = group.reduce(0) { $0 + sums.rows[$1][lane] }
                    for level in group {
                        tables.rows[level][lane] =
                            (sums.rows[level][lane] + weightOfStart * start.rows[level][lane]) / (sum + weightOfStart)
                    }
                }
            }
        }
        hold()
    }

    /// Keeps each class what it is: one person's records can't mostly differ in the date of birth, two people's of one household
    /// can't mostly agree in the given name.
    private mutating func hold() {
        for (lane, kind) in PairClass.allCases.enumerated() where classes.contains(kind) {
            for (feature, start) in kind.starts {
                hold(lane, feature, start.differsAtLeast...start.differsAtMost) { $0.isAgainst }
                hold(lane, feature, start.agreesAtLeast...start.agreesAtMost) { $0 == .agrees }
                hold(lane, feature, start.apartAtLeast...start.apartAtMost) { $0 == .apart }
                hold(lane, feature, 0...start.weakAtMost) { $0 == .weak }
            }
        }
    }

    /// Keeps the share of the levels of a kind within bounds; the other levels give or take in proportion.
    private mutating func hold(_ lane: Int, _ feature: PairFeature, _ bounds: ClosedRange<Double>, _ isHeld: (LevelKind) -> Bool) {
        if bounds == 0...1 { return }
        for group in LevelShares.groups(of: feature) {
            let share = group.reduce(0) { isHeld(LevelKind.of(feature, $1 - feature.base)) ? $0 + tables.rows[$1][lane] : $0 }
            let wanted = min(max(share, bounds.lowerBound), bounds.upperBound)
            guard wanted != share, share > 0, share < 1 else { continue }
            for level in group {
                let isKind = isHeld(LevelKind.of(feature, level - feature.base))
                tables.rows[level][lane] *= isKind ? wanted / share : (1 - wanted) / (1 - share)
            }
        }
    }
}

/// Natural logarithm without Foundation.
func naturalLogarithm(_ value: Double) -> Double { binaryLogarithm(value) * 0.693_147_180_559_945_3 }
