// SPDX-License-Identifier: Apache-2.0

/// The limits of a model that are asked for at every pair.
struct ComparisonLimits {
    let crossedBits, householdShare, hubRecords, bitsPerCharacter: Double
    let generationYears: Int

    init(_ weights: Weights) {
        crossedBits = weights.limit(.crossedBits)
        householdShare = weights.limit(.householdShare)
        hubRecords = weights.limit(.hubRecords)
        bitsPerCharacter = weights.limit(.bitsPerCharacter)
        generationYears = Int(weights.limit(.generationYears))
    }
}

/// One prepared record against one candidate after another, with scratch space of its own.
struct Comparison {
    let weights: Weights
    let limits: ComparisonLimits
    let query: PreparedRecord

    /// The candidate's values and name words.
    var items: [Item] = []
    var words: [NameWord] = []
    /// The explanation so far.
    var lines: [Contribution] = []
    /// What the household guard needs to know.
    var findings = Findings()

    init(query: PreparedRecord, weights: Weights) {
        self.query = query
        self.weights = weights
        limits = ComparisonLimits(weights)
    }

    /// What was found out about a pair of people, beside its weight.
    struct Findings {
        var givenAgrees = false
        /// Both known, and not even alike.
        var givenDiffers = false
        /// Both known and alike, but no agreement.
        var givenIsAlike = false
        var sexDiffers = false
        var familyAgrees = false
        var placeAgrees = false
        var birthAgrees = false
        /// Whole dates of birth agree.
        var birthDateAgrees = false
        var birthDiffers = false
        /// Years between two births, where both are known.
        var birthGap = 0
        /// An identifier, e-mail address or account of one's own agrees.
        var ownValueAgrees = false
    }

    var weight: Double { lines.reduce(0) { $0 + $1.bits } }

    mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
        ValueCodec.parse(bytes, into: &items)
        lines.removeAll(keepingCapacity: true)
        findings = Findings()
    }

    mutating func add(
        _ subject: LinkageModel.Subject, _ field: Field, _ level: Level, extra: Double = 0, damping: Damping? = nil, crossed: Bool = false
    ) {
        lines.append(
            Contribution(field: field, level: level, bits: weights.bits(subject, field, level) + extra, damping: damping, crossed: crossed))
    }

    /// The best level of a field over all pairs of its values, with the place of the query's value; nil when one side knows none
    /// or nothing can be said.
    func best(
        _ field: Field, _ bytes: UnsafeBufferPointer<UInt8>, rank: (Level) -> Int,
        _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Level?
    ) -> (level: Level, item: Int)? {
        var found: (level: Level, item: Int)?
        query.bytes.withUnsafeBufferPointer { own in
            for (place, item) in query.items.enumerated() where item.field == field {
                for other in items where other.field == field {
                    if let level = compare(own.part(item), bytes.part(other)), found.map({ rank(level) > rank($0.level) }) ?? true {
                        found = (level, place)
                    }
                }
            }
        }
        return found
    }

    /// Weight less for a value that stands on many records.
    func hub(_ item: Int, _ bits: Double) -> (extra: Double, damping: Damping?) {
        let count = query.standsOn[item]
        guard Double(count) > limits.hubRecords, bits > 0.5 else { return (0, nil) }
        return (max(0.5, bits - hubLoss(count)) - bits, .hub(records: count))
    }

    /// Bits lost on so many records, counted from the few that one holder leaves behind.
    private func hubLoss(_ count: Int) -> Double { binaryLogarithm(Double(count) / 4) }
}

/// Log2 without Foundation: exact at powers of two and within 1e-9 between.
func binaryLogarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var result = Double(value.exponent)
    // significand in 1..<2: atanh series on (s-1)/(s+1)
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for step in 0..<12 {
        sum += term / Double(2 * step + 1)
        term *= square
    }
    result += 2 * sum / 0.693_147_180_559_945_3
    return result
}

/// 2 to the power of a number of bits, for stating probabilities.
func probability(ofBits bits: Double) -> Double {
    let bounded = max(-60, min(60, bits))
    let whole = bounded.rounded(.down)
    let rest = (bounded - whole) * 0.693_147_180_559_945_3
    var power = 1.0
    var term = 1.0
    for step in 1..<14 {
        term *= rest / Double(step)
        power += term
    }
    let odds = power * Double(sign: .plus, exponent: Int(whole), significand: 1)
    return odds / (1 + odds)
}
