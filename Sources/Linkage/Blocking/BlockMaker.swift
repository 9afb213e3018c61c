// SPDX-License-Identifier: Apache-2.0

/// Sorts the units of one rule into blocks and parts those that are too large.
struct BlockMaker: Sendable {
    private let register: PreparedRegister
    private let parts: BlockingKeys
    let rule: BlockingRule
    private let limits: BlockingLimits
    /// Key in the upper half, unit in the lower.
    private var sorted: [UInt64] = []

    private(set) var blocks: [BlockingPlan.RuleBlock] = []
    private(set) var keys: [UInt32] = []
    private(set) var members: [UInt32] = []
    private(set) var leftOut = 0
    private(set) var refined = 0
    private(set) var pairs = 0

    init(_ register: PreparedRegister, _ rule: BlockingRule, _ limits: BlockingLimits) {
        self.register = register
        parts = BlockingKeys(register: register)
        self.rule = rule
        self.limits = limits
    }

    mutating func make() {
        register.rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            for unit in 0..<register.count {
                let row = base + unit * RowLayout.width
                var key: UInt32 = 0x51ed
                for part in rule.needed {
                    let value = parts.part(part, row)
                    key = value == 0 ? 0 : BlockingKeys.joined(key, value)
                    if key == 0 { break }
                }
                if key != 0 { sorted.append(UInt64(key) << 32 | UInt64(unit)) }
            }
            RadixSort.sort(&sorted)
            part(0..<sorted.count, finer: rule.finer[...], base)
        }
        members = sorted.map { UInt32(truncatingIfNeeded: $0) }
        sorted = []
    }

    /// Walks the blocks of a sorted range and parts those that are too large.
    private mutating func part(_ range: Range<Int>, finer: ArraySlice<BlockingPart>, _ rows: UnsafePointer<UInt32>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let key = sorted[start] >> 32
            var end = start + 1
            while end < range.upperBound, sorted[end] >> 32 == key { end += 1 }
            let count = end - start
            if count > limits.block, let next = finer.first {
                refined += 1
                var finerKeys = sorted[start..<end].map { entry in
                    let unit = Int(UInt32(truncatingIfNeeded: entry))
                    let value = parts.part(next, rows + unit * RowLayout.width)
                    return UInt64(BlockingKeys.joined(UInt32(key), value)) << 32 | UInt64(unit)
                }
                if count > 2000 { RadixSort.sort(&finerKeys) } else { finerKeys.sort() }
                sorted.replaceSubrange(start..<end, with: finerKeys)
                part(start..<end, finer: finer.dropFirst(), rows)
            } else if count > limits.largest {
                leftOut += count
            } else if count > 1 {
                blocks.append(BlockingPlan.RuleBlock(start: UInt32(start), count: UInt32(count)))
                keys.append(UInt32(key))
                pairs += count * (count - 1) / 2
            }
            start = end
        }
    }
}
