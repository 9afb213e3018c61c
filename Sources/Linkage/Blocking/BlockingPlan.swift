// SPDX-License-Identifier: Apache-2.0

/// The blocks of all rules, made and counted before any pair is compared.
struct BlockingPlan: Sendable {
    /// Keys of every unit under every rule, `lanes` a unit; a unit without a key has a number of its own that no other has.
    let keys: [UInt32]
    /// The units of every rule, block by block.
    let blocks: [[RuleBlock]]
    let members: [[UInt32]]
    let counts: [BlockingCount]

    static let lanes = 16

    struct RuleBlock: Sendable {
        let start: UInt32
        let count: UInt32
    }

    /// Makes the blocks.
    ///
    /// - Throws: `RegisterError.tooManyPairs` when more than `limit` pairs would be compared.
    init(
        _ register: PreparedRegister, rules: [BlockingRule] = BlockingRule.standard, limits: BlockingLimits, threads: Int = 1
    ) throws(RegisterError) {
        let used = Array(rules.prefix(Self.lanes))
        let made = Threads.map(used.count, threads: threads) { lane in
            var maker = BlockMaker(register, used[lane], limits)
            maker.make()
            return maker
        }
        let counts = made.map { maker in
            BlockingCount(
                rule: maker.rule.name, pairs: maker.pairs, blocks: maker.blocks.count, leftOut: maker.leftOut, finer: maker.refined)
        }
        let all = counts.reduce(0) { $0 + $1.pairs }
        if all > limits.allPairs, let worst = counts.max(by: { $0.pairs < $1.pairs }) {
            throw .tooManyPairs(rule: worst.rule, pairs: worst.pairs, limit: limits.allPairs)
        }
        var keys = [UInt32](repeating: 0, count: register.count * Self.lanes)
        for unit in 0..<register.count { for lane in 0..<Self.lanes { keys[unit * Self.lanes + lane] = UInt32(unit) } }
        for (lane, maker) in made.enumerated() {
            for (block, key) in zip(maker.blocks, maker.keys) {
                for place in Int(block.start)..<Int(block.start + block.count) { keys[Int(maker.members[place]) * Self.lanes + lane] = key }
            }
        }
        self.keys = keys
        blocks = made.map(\.blocks)
        members = made.map(\.members)
        self.counts = counts
    }
}

/// What one rule makes, known before it runs.
public struct BlockingCount: Codable, Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// Pairs, those that an earlier rule yields too included.
    public let pairs: Int
    /// Blocks of two or more.
    public let blocks: Int
    /// Units in blocks that no finer part could make small enough, and that are therefore left to the other rules.
    public let leftOut: Int
    /// How many blocks were parted further.
    public let finer: Int
}

/// How large blocks may be.
struct BlockingLimits: Sendable {
    /// A block with more units is parted further, if a finer part is left.
    var block: Int
    /// A block with more units is left out, if none is.
    var largest: Int
    /// Pairs of all rules.
    var allPairs: Int

    /// Wide blocks where there are few records.
    static func fitting(units: Int) -> BlockingLimits {
        BlockingLimits(
            block: units < 20_000 ? 400 : units < 120_000 ? 160 : 60, largest: units < 20_000 ? 1_000 : 400, allPairs: 4_000_000_000)
    }
}
