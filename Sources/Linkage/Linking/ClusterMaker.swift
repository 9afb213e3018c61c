// SPDX-License-Identifier: Apache-2.0

/// Puts units together by all the evidence between them: two groups join while the pairs across them speak for it on average. A pair
/// that contradicts counts as much as one that agrees, so one false pair does not weld two families together.
struct ClusterMaker {
    let register: PreparedRegister
    let tables: ClassTables
    let rules: ClusterRules
    private let comparer: PairComparer

    init(register: PreparedRegister, tables: ClassTables, rules: ClusterRules) {
        self.register = register
        self.tables = tables
        self.rules = rules
        comparer = PairComparer(register: register)
    }

    /// The group of every unit: the number of its first unit. Components are shared out to threads; none touches another's units.
    static func clusters(
        _ pairs: [ScoredPair], _ register: PreparedRegister, _ tables: ClassTables, _ rules: ClusterRules, threads: Int
    ) -> [UInt32] {
        let components = Components.of(pairs.filter { $0.probability >= rules.edge }, units: register.count)
        let pieces = min(64, components.count)
        let joined = Threads.map(pieces, threads: threads) { piece in
            let maker = ClusterMaker(register: register, tables: tables, rules: rules)
            return components[components.count * piece / pieces..<components.count * (piece + 1) / pieces].flatMap(maker.join)
        }
        var groups = (0..<UInt32(register.count)).map { $0 }
        for (unit, first) in joined.joined() { groups[Int(unit)] = first }
        return groups
    }

    /// The units of a component, each with the first unit of its group.
    private func join(_ component: Component) -> [(UInt32, UInt32)] {
        if component.pairs.count == 1 {
            let pair = component.pairs[0]
            return evidence(pair.probability) > rules.threshold ? [(pair.right, pair.left)] : []
        }
        var agglomeration = Agglomeration(component.units, component.pairs, self)
        agglomeration.run()
        return agglomeration.result
    }

    /// What a pair says in natural log odds, within bounds.
    func evidence(_ probability: Double) -> Double {
        let bounded = min(max(probability, 1e-9), 1 - 1e-9)
        return min(max(naturalLogarithm(bounded / (1 - bounded)), -rules.against), rules.evidenceFor)
    }

    /// What two units say that no rule brought together.
    func evidence(between left: UInt32, _ right: UInt32) -> Double {
        register.rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return 0 }
            if register.units.isJoin,
                base[Int(left) * RowLayout.width + RowLayout.side] == base[Int(right) * RowLayout.width + RowLayout.side]
            {
                return rules.isOneToOne ? -1e9 : -rules.against
            }
            let pattern = comparer.pattern(base + Int(left) * RowLayout.width, base + Int(right) * RowLayout.width)
            return evidence(tables.probability(pattern))
        }
    }
}

/// How groups are joined.
struct ClusterRules: Sendable {
    /// Pairs less probable than this don't bring groups together, though they count once something else does.
    var edge = 0.1
    /// The most that one pair may say for and against, in natural log odds.
    var evidenceFor = 6.0
    var against = 6.0
    /// Mean evidence above which two groups join.
    var threshold = 0.0
    /// Whether two records of one side are never one person's.
    var isOneToOne = false
}
