// SPDX-License-Identifier: Apache-2.0

/// How many pairs show each pattern of levels. A register of any size has some hundred thousand patterns at most.
struct PatternCounts: Sendable {
    private(set) var patterns: [UInt64]
    private(set) var counts: [Double]

    init(patterns: [UInt64] = [], counts: [Double] = []) {
        self.patterns = patterns
        self.counts = counts
    }

    var total: Double { counts.reduce(0, +) }

    /// Sorted by pattern, equal ones added.
    init(adding tables: [PatternTable]) {
        var all: [(UInt64, Double)] = []
        for table in tables { table.forEach { all.append(($0, Double($1))) } }
        all.sort { $0.0 < $1.0 }
        patterns = []
        counts = []
        for (pattern, count) in all {
            if patterns.last == pattern {
                counts[counts.count - 1] += count
            } else {
                patterns.append(pattern)
                counts.append(count)
            }
        }
    }
}

/// Counts patterns as they come: open addressing, whole numbers, so that the order of adding does not matter.
struct PatternTable: Sendable {
    private var keys: [UInt64]
    private var counts: [UInt32]
    private var used = 0

    init() {
        keys = [UInt64](repeating: .max, count: 1 << 14)
        counts = [UInt32](repeating: 0, count: 1 << 14)
    }

    mutating func add(_ pattern: UInt64, _ count: UInt32 = 1) {
        var place = Int(truncatingIfNeeded: KeyHash.mix(pattern)) & (keys.count - 1)
        while keys[place] != pattern, keys[place] != .max { place = (place + 1) & (keys.count - 1) }
        if keys[place] == .max {
            keys[place] = pattern
            used += 1
        }
        counts[place] += count
        if used * 2 > keys.count { grow() }
    }

    private mutating func grow() {
        let old = (keys, counts)
        keys = [UInt64](repeating: .max, count: keys.count * 2)
        counts = [UInt32](repeating: 0, count: keys.count)
        used = 0
        for (key, count) in zip(old.0, old.1) where key != .max { add(key, count) }
    }

    func forEach(_ body: (UInt64, UInt32) -> Void) { for (key, count) in zip(keys, counts) where key != .max { body(key, count) } }
}
