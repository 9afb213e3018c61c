// SPDX-License-Identifier: Apache-2.0

/// Links the records of one register, or of two.
public struct Linking: Sendable {
    /// Threads to use; the result does not depend on it.
    public var threads = 2
    /// Notes of what is being done.
    public var progress: @Sendable (String) -> Void = { _ in }
    var rules = ClusterRules()
    public var times = 1000.0

    /// With two threads.
    public init() {}

    /// Links a register.
    public func link(_ register: Register) throws(RegisterError) -> LinkedRegister {
        let prepared = PreparedRegister(register)
        progress("prepared \(prepared.count) different rows of \(register.count)")
        let plan = try BlockingPlan(prepared, limits: .fitting(units: prepared.count))
        for count in plan.counts { progress("rule \(count.rule): \(count.pairs) pairs, \(count.blocks) blocks, left out \(count.leftOut)") }
        let all = plan.counts.reduce(0) { $0 + $1.pairs }
        let shares = LevelShares(prepared)
        let scorer = PairScorer(walk: PairWalk(plan: plan, register: prepared), threads: threads)
        let all0 = scorer.samplePatterns(every: UInt64(max(1, all / 6_000_000)))
        let screen = PairScreen(shares, units: prepared.count).letting(through: times, of: all0)
        let patterns = all0.filter { screen.passes($0) }
        progress("screen at \(screen.least) bits of \(all0.patterns.count) patterns \(all0.total)")
        progress("\(all) pairs; trained on \(Int(patterns.total)) of \(patterns.patterns.count) patterns")
        var expectation = Expectation(patterns, shares, classes: PairClass.allCases.filter { $0.isPossible(register) })
        expectation.run(threads: threads)
        progress("\(expectation.rounds) rounds, log likelihood \(expectation.logLikelihood)")
        for line in expectation.summary { progress(line) }
        let pairs = scorer.score(expectation.tables, screen, floor: 0.01)
        progress("\(pairs.count) pairs kept")
        let maker = ClusterMaker(register: prepared, tables: expectation.tables, screen: screen, rules: rules)
        let groups = maker.clusters(pairs)
        progress("clusters")
        return LinkedRegister(register: register, prepared: prepared, tables: expectation.tables, pairs: pairs, groups: groups)
    }
}

/// What linking found.
public struct LinkedRegister: Sendable {
    let register: Register
    let prepared: PreparedRegister
    let tables: ClassTables
    let pairs: [ScoredPair]
    let groups: [UInt32]

    /// Writes `clusters.csv` and `pairs.csv` into a folder.
    public func write(to folder: String) throws(RegisterError) {
        var clusters = try TableWriter(path: folder + "/clusters.csv")
        try clusters.write("id,cluster\n")
        var unitOf = [UInt32](repeating: 0, count: register.count)
        for unit in 0..<prepared.count {
            for place in Int(prepared.units.starts[unit])..<Int(prepared.units.starts[unit + 1]) {
                unitOf[Int(prepared.units.members[place])] = UInt32(unit)
            }
        }
        for record in 0..<register.count {
            clusters.writeField(idBytes(record))
            let first = prepared.units.members[Int(prepared.units.starts[Int(groups[Int(unitOf[record])])])]
            try clusters.write(",")
            clusters.writeField(idBytes(Int(first)))
            try clusters.write("\n")
        }
        try clusters.close()
        var table = try TableWriter(path: folder + "/pairs.csv")
        try table.write("id_l,id_r,match_weight,match_probability\n")
        for pair in pairs where pair.probability >= 0.05 {
            for left in members(pair.left) {
                for right in members(pair.right) { try write(left, right, pair.probability, to: &table) }
            }
        }
        for unit in 0..<prepared.count where prepared.units.size(unit) > 1 && prepared.units.size(unit) <= 200 {
            let pattern = prepared.rows.withUnsafeBufferPointer { rows in
                rows.baseAddress.map {
                    PairComparer(register: prepared).pattern($0 + unit * RowLayout.width, $0 + unit * RowLayout.width)
                } ?? 0
            }
            let probability = tables.probability(pattern)
            let records = members(UInt32(unit))
            if probability < 0.05 { continue }
            for first in records.indices {
                for second in records.indices where second > first { try write(records[first], records[second], probability, to: &table) }
            }
        }
        try table.close()
    }

    private func members(_ unit: UInt32) -> ArraySlice<UInt32> {
        prepared.units.members[Int(prepared.units.starts[Int(unit)])..<Int(prepared.units.starts[Int(unit) + 1])]
    }

    private func idBytes(_ record: Int) -> ArraySlice<UInt8> {
        register.idBytes[Int(register.idEnds[record])..<Int(register.idEnds[record + 1])]
    }

    private func write(_ left: UInt32, _ right: UInt32, _ probability: Double, to table: inout TableWriter) throws(RegisterError) {
        table.writeField(idBytes(Int(left)))
        try table.write(",")
        table.writeField(idBytes(Int(right)))
        let bounded = min(max(probability, 1e-12), 1 - 1e-12)
        try table.write(",\(binaryLogarithm(bounded / (1 - bounded))),\(probability)\n")
    }
}
