// SPDX-License-Identifier: Apache-2.0

extension PairModel {
    /// Labelled pairs that the model itself counts for in each kind, so that a few labels don't overturn it.
    private static let weightOfModel = 50.0

    /// The model after what labelled pairs of a register show. Expectation-maximisation goes on over them, with the kinds held to those that
    /// the label allows; how kinds are shared out is taken from labels only where they cover whole groups of records.
    ///
    /// - Throws: `RegisterError.model` when no label is of a record of the register.
    public func taught(_ labels: LabelledPairs, of register: Register) throws(RegisterError) -> PairModel {
        let (patterns, isWhole) = try Self.patterns(labels, register)
        guard patterns.contains(where: { $0.count > 0 }) else { throw .model(reason: "no label is of two records of this register") }
        let trained = tables
        var tables = trained
        for _ in 0..<20 {
            var sums = [ClassTables.Row](repeating: .zero, count: PairFeature.allLevels)
            var shares = ClassTables.Row.zero
            for (isMatch, counts) in [(true, patterns[0]), (false, patterns[1])] {
                for (pattern, count) in counts.sorted(by: { $0.key < $1.key }) {
                    var row = tables.rows.withUnsafeBufferPointer { rows in
                        rows.baseAddress.map { tables.weigh(pattern, $0) } ?? .zero
                    }
                    for (lane, kind) in PairClass.allCases.enumerated() where kind.isMatch != isMatch { row[lane] = 0 }
                    let all = row.sum()
                    if all <= 0 { continue }
                    row *= Double(count) / all
                    shares += row
                    for feature in PairFeature.allCases {
                        let level = feature.level(in: pattern)
                        if level > 0 { sums[feature.base + level] += row }
                    }
                }
            }
            for feature in PairFeature.allCases {
                for group in LevelShares.groups(of: feature) {
                    var all = ClassTables.Row(repeating: Self.weightOfModel)
                    for level in group { all += sums[level] }
                    for level in group { tables.rows[level] = (sums[level] + Self.weightOfModel * trained.rows[level]) / all }
                }
            }
            if isWhole {
                let all = shares.sum() + Self.weightOfModel
                tables.shares = (shares + Self.weightOfModel * trained.shares) / all
            }
        }
        return with(
            tables,
            said: "then \(patterns[0].values.reduce(0, +)) labelled pairs of one person and \(patterns[1].values.reduce(0, +)) of two")
    }

    private func with(_ tables: ClassTables, said: String) -> PairModel {
        var model = self
        let lanes = kinds.map { PairClass.allCases.firstIndex(of: $0.name) ?? 0 }
        for (place, lane) in lanes.enumerated() where tables.shares[lane] > 0 {
            if model.kinds[place].share != tables.shares[lane] { model.kinds[place].source += ", " + said }
            model.kinds[place].share = tables.shares[lane]
        }
        for place in levels.indices {
            let row = tables.rows[levels[place].feature.base + levels[place].level]
            model.levels[place].probabilities = lanes.map { row[$0] }
            model.levels[place].source += "; " + said
        }
        return model
    }

    /// The records that labels name, found in one walk; of several with one id the first.
    private static func places(of labels: LabelledPairs, in register: Register) -> [String: Int] {
        let named = Set(labels.pairs.flatMap { [$0.left, $0.right] })
        return Dictionary(
            (0..<register.count).lazy.map { (register.id($0), $0) }.filter { named.contains($0.0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// Patterns of the labelled pairs, of one person and of two, and whether the labels cover whole groups.
    private static func patterns(_ labels: LabelledPairs, _ register: Register) throws(RegisterError) -> ([[UInt64: Int]], Bool) {
        let prepared = PreparedRegister(register)
        let comparer = PairComparer(register: prepared)
        var patterns: [[UInt64: Int]] = [[:], [:]]
        if labels.people.isEmpty {
            register.rows.withUnsafeBufferPointer { rows in
                guard let base = rows.baseAddress else { return }
                let places = Self.places(of: labels, in: register)
                for pair in labels.pairs {
                    guard let left = places[pair.left], let right = places[pair.right], left != right else { continue }
                    let pattern = comparer.pattern(base + left * RowLayout.width, base + right * RowLayout.width)
                    patterns[pair.isMatch ? 0 : 1][pattern, default: 0] += 1
                }
            }
            return (patterns, false)
        }
        // every pair that the rules yield between records whose person is known
        let person = (0..<prepared.count).map { unit in
            labels.people[register.id(Int(prepared.units.members[Int(prepared.units.starts[unit])]))]
        }
        let plan = try BlockingPlan(prepared, limits: .fitting(units: prepared.count))
        let walk = PairWalk(plan: plan, register: prepared)
        let all = plan.counts.reduce(0) { $0 + $1.pairs }
        for piece in walk.pieces() {
            walk.walk(piece, every: UInt64(max(1, all / 5_000_000))) { left, right, one, two in
                guard let first = person[Int(left)], let second = person[Int(right)] else { return }
                patterns[first == second ? 0 : 1][comparer.pattern(one, two), default: 0] += 1
            }
        }
        return (patterns, true)
    }
}
