// SPDX-License-Identifier: Apache-2.0

/// Links the records of one register, or across two, without labels and without configuration.
public struct Linking: Sendable {
    /// Threads to use; the result does not depend on it.
    public var threads = 2
    /// Pairs that training looks at, at most about so many.
    public var trainingPairs = 5_000_000
    /// Pairs that may be compared; more are refused before anything runs.
    public var pairLimit = 4_000_000_000
    /// Whether each record of one register has at most one partner in the other (declared, never guessed).
    public var isOneToOne = false
    /// Mean evidence (natural log odds) above which groups of records join; 0 is as likely as not.
    public var threshold = 0.0
    /// Told what is being done, a line at a time; no line holds a value of a record.
    public var progress: @Sendable (String) -> Void = { _ in }
    /// Told how far a phase is, 0 to 1; from any thread.
    public var advance: @Sendable (LinkPhase, Double) -> Void = { _, _ in }
    /// Keeps finished phases, so that a run that is broken off goes on where it stood.
    public var kept: UnfinishedRun?

    /// Linking with two threads and the default threshold.
    public init() {}

    /// Trains on a register and links it.
    ///
    /// - Throws: `RegisterError` when a rule would explode or nothing can be compared.
    public func link(_ register: Register) throws(RegisterError) -> LinkedRegister {
        let work = try prepare(register)
        if let model = kept?.model {
            progress("training was finished before")
            return try link(register, work, model)
        }
        let start = ContinuousClock.now
        let model = train(register, work)
        try kept?.keep(model, took: .now - start)
        return try link(register, work, model)
    }

    /// Trains on a register without linking it.
    public func train(_ register: Register) throws(RegisterError) -> PairModel { train(register, try prepare(register)) }

    /// Links a register by a model trained before.
    public func link(_ register: Register, by model: PairModel) throws(RegisterError) -> LinkedRegister {
        try link(register, try prepare(register), model)
    }

    /// The pairs that each rule makes, counted without comparing any.
    public func count(_ register: Register) throws(RegisterError) -> [BlockingCount] { try prepare(register).plan.counts }

    private struct Work {
        let prepared: PreparedRegister
        let plan: BlockingPlan
        let scorer: PairScorer
        var pairs: Int { plan.counts.reduce(0) { $0 + $1.pairs } }
    }

    private func prepare(_ register: Register) throws(RegisterError) -> Work {
        advance(.preparing, 0)
        let prepared = PreparedRegister(register)
        progress("\(register.count) records, \(prepared.count) of them different")
        var limits = BlockingLimits.fitting(units: prepared.count)
        limits.allPairs = pairLimit
        let plan = try BlockingPlan(prepared, limits: limits, threads: threads)
        var scorer = PairScorer(walk: PairWalk(plan: plan, register: prepared), threads: threads)
        scorer.advance = advance
        let work = Work(prepared: prepared, plan: plan, scorer: scorer)
        for count in plan.counts where count.pairs > 0 {
            progress(
                "rule \(count.rule): \(count.pairs) pairs" + (count.leftOut > 0 ? ", \(count.leftOut) records left to other rules" : ""))
        }
        return work
    }

    private func train(_ register: Register, _ work: Work) -> PairModel {
        let patterns = work.scorer.samplePatterns(every: UInt64(max(1, work.pairs / max(trainingPairs, 1))))
        let shares = LevelShares(work.prepared)
        var expectation = Expectation(patterns, shares, classes: PairClass.allCases.filter { $0.isPossible(register) })
        expectation.run(threads: threads)
        if expectation.featuresAtBounds(.changedPerson) >= 4 {
            progress("the kind \"\(PairClass.changedPerson.words)\" stood at its bounds and was dropped")
            expectation.drop(.changedPerson)
            expectation.run(rounds: 40, threads: threads)
        }
        progress("trained on \(Int(patterns.total)) pairs of \(patterns.patterns.count) patterns in \(expectation.rounds) rounds")
        return PairModel(expectation, pairs: Int(patterns.total), shares)
    }

    private func link(_ register: Register, _ work: Work, _ model: PairModel) throws(RegisterError) -> LinkedRegister {
        let tables = model.tables
        let pairs = try pairs(work, tables)
        progress("\(pairs.count) pairs are worth keeping")
        var rules = ClusterRules()
        rules.threshold = threshold
        rules.isOneToOne = isOneToOne
        advance(.clustering, 0)
        let start = ContinuousClock.now
        let groups =
            kept?.groups(units: work.prepared.count) ?? ClusterMaker.clusters(pairs, work.prepared, tables, rules, threads: threads)
        try kept?.keep(groups, took: .now - start)
        return LinkedRegister(
            register: register, prepared: work.prepared, model: model, tables: tables, pairs: pairs, groups: groups,
            counts: work.plan.counts)
    }

    private func pairs(_ work: Work, _ tables: ClassTables) throws(RegisterError) -> [ScoredPair] {
        if let pairs = kept?.pairs(units: work.prepared.count) {
            progress("scoring was finished before")
            return pairs
        }
        let start = ContinuousClock.now
        let pairs = work.scorer.score(tables, floor: 0.01)
        try kept?.keep(pairs, took: .now - start)
        return pairs
    }
}
