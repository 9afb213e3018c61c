// SPDX-License-Identifier: Apache-2.0

/// Chance that can be thrown again: the same seed and stream give the same throws on every machine (SplitMix64).
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins a stream of its own, so that what is thrown for one thing changes nothing of another.
    init(seed: UInt64, _ stream: String, _ number: Int = 0) {
        // FNV-1a of the stream's name, so that streams do not run in step.
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        state = Self.mixed(Self.mixed(seed ^ hash) ^ Self.mixed(UInt64(bitPattern: Int64(number))))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number below `count`; 0 where there is nothing to choose from.
    mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() % UInt64(count)) : 0 }

    /// A whole number of a range.
    mutating func between(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True in so many of a hundred throws.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several; `otherwise` where there are none.
    mutating func pick<T>(_ from: [T], otherwise: T) -> T { from.isEmpty ? otherwise : from[below(from.count)] }

    /// One of several words; empty where there are none.
    mutating func pick(_ words: [String]) -> String { pick(words, otherwise: "") }

    /// One of several words, each with its share.
    mutating func pick(_ shares: KeyValuePairs<String, Int>) -> String {
        var left = below(shares.reduce(0) { $0 + $1.value })
        for (word, share) in shares {
            if left < share { return word }
            left -= share
        }
        return shares.first?.key ?? ""
    }

    /// Up to `count` different ones, in their order.
    mutating func some(_ count: Int, of from: [String]) -> [String] {
        var rest = Array(from.indices)
        var chosen: [Int] = []
        for _ in 0..<min(count, from.count) { chosen.append(rest.remove(at: below(rest.count))) }
        return chosen.sorted().map { from[$0] }
    }
}
