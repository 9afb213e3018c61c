// SPDX-License-Identifier: Apache-2.0

/// A model of any number of classes made into one of two for Splink: what the model says of each pair decides how much the pair counts as
/// one person's, and m is the share of each of Splink's levels among those; u is their share among pairs of records taken at random.
///
/// What gets lost is said by `losses`: households, twins and namesakes are strangers in a model of two classes.
public struct SplinkProjection: Sendable {
    /// The settings.
    public let settings: SplinkSettings
    /// What the settings can't say that the model said, a sentence each.
    public let losses: [String]

    /// Pairs that m and u are taken over, at most.
    public static let most = 200_000

    /// Projects the model of a linked register, with the values as they stand in its files.
    ///
    /// - Throws: `RegisterError` when the files lack a column of ids or can't be read again.
    public init(_ linked: LinkedRegister, paths: [String], most: Int = SplinkProjection.most) throws(RegisterError) {
        let columns = linked.register.columns
        guard let id = columns.first(where: { $0.role == .id })?.name else {
            throw .model(reason: "Splink needs a column of ids; name one with --column id=NAME")
        }
        let (comparisons, rules) = SplinkComparisons.of(columns)
        guard !comparisons.isEmpty else { throw .model(reason: "no column can be compared in Splink") }
        let likely = Self.likely(linked, most)
        let random = Self.random(linked.register.count, most)
        let wanted = Set((likely.pairs.map { [$0.left, $0.right] } + random.map { [$0.0, $0.1] }).joined().map { linked.register.id($0) })
        var reader = SQLConditionReader()
        var conditions: [[SQLCondition]] = []
        for comparison in comparisons {
            var own: [SQLCondition] = []
            for level in comparison.levels { own.append(try reader.read(level.sqlCondition)) }
            conditions.append(own)
        }
        let records = try RecordTexts(paths: paths, columns: reader.columns, id: id) { wanted.contains($0) }
        func values(_ record: Int) -> [[UInt8]?]? { records.places[linked.register.id(record)].map { records.values[$0] } }
        var trained = comparisons
        for place in comparisons.indices {
            var match = [Double](repeating: 0, count: conditions[place].count)
            var other = match
            for pair in likely.pairs {
                guard let left = values(pair.left), let right = values(pair.right),
                    let level = conditions[place].firstIndex(where: { $0.holds(left, right) == true })
                else { continue }
                match[level] += pair.weight
            }
            for (one, two) in random {
                guard let left = values(one), let right = values(two),
                    let level = conditions[place].firstIndex(where: { $0.holds(left, right) == true })
                else { continue }
                other[level] += 1
            }
            Self.share(&trained[place], match, other)
        }
        let count = Double(linked.register.count)
        let all = linked.prepared.units.isJoin ? Self.across(linked.register) : count * (count - 1) / 2
        let prior = min(max(likely.expected / max(all, 1), 1e-12), 0.5)
        settings = SplinkSettings(
            linkType: linked.prepared.units.isJoin ? "link_only" : "dedupe_only", prior: prior, comparisons: trained, rules: rules,
            idColumn: id)
        losses = Self.losses(linked.model)
    }

    private struct Likely {
        struct Pair {
            let left: Int
            let right: Int
            let weight: Double
        }

        var pairs: [Pair] = []
        /// Expected pairs of one person among all.
        var expected = 0.0
    }

    /// Pairs that may be of one person, each with how much it counts, thinned evenly where they are many.
    private static func likely(_ linked: LinkedRegister, _ most: Int) -> Likely {
        var likely = Likely()
        let every = max(1, linked.pairs.count / most)
        for (place, pair) in linked.pairs.enumerated() {
            let copies = Double(linked.prepared.units.size(Int(pair.left)) * linked.prepared.units.size(Int(pair.right)))
            likely.expected += pair.probability * copies
            guard place % every == 0, let left = linked.members(pair.left).first, let right = linked.members(pair.right).first else {
                continue
            }
            likely.pairs.append(Likely.Pair(left: Int(left), right: Int(right), weight: pair.probability * copies))
        }
        for unit in 0..<linked.prepared.count where !linked.prepared.units.isJoin && linked.prepared.units.size(unit) > 1 {
            let records = linked.members(UInt32(unit))
            let copies = Double(records.count * (records.count - 1) / 2)
            let weight = linked.tables.probability(linked.ownPattern(unit)) * copies
            likely.expected += weight
            likely.pairs.append(
                Likely.Pair(left: Int(records[records.startIndex]), right: Int(records[records.startIndex + 1]), weight: weight))
        }
        return likely
    }

    /// Pairs drawn by a fixed sequence.
    private static func random(_ count: Int, _ most: Int) -> [(Int, Int)] {
        guard count > 1 else { return [] }
        // some ten thousand records are read again, not all
        let pool = min(count, 20_000)
        func record(_ draw: UInt64) -> Int {
            let place = KeyHash.mix(draw).multipliedFullWidth(by: UInt64(pool)).high
            return Int(KeyHash.mix(place &+ 0x9e37_79b9).multipliedFullWidth(by: UInt64(count)).high)
        }
        return (0..<UInt64(most)).map { (record($0 &* 2 &+ 1), record($0 &* 2 &+ 2)) }.filter { $0.0 != $0.1 }
    }

    private static func across(_ register: Register) -> Double {
        let right = Double(register.sides.count { $0 == 1 })
        return right * (Double(register.count) - right)
    }

    /// Shares of the levels; half a pair for what was never seen, so that nothing is impossible.
    private static func share(_ comparison: inout SplinkSettings.Comparison, _ match: [Double], _ other: [Double]) {
        let known = comparison.levels.indices.filter { comparison.levels[$0].isNull != true }
        let all = known.reduce(0) { $0 + match[$1] } + 0.5 * Double(known.count)
        let allOther = known.reduce(0) { $0 + other[$1] } + 0.5 * Double(known.count)
        for place in known {
            comparison.levels[place].m = (match[place] + 0.5) / all
            comparison.levels[place].u = (other[place] + 0.5) / allOther
        }
    }

    private static func losses(_ model: PairModel) -> [String] {
        let others = model.kinds.filter { !$0.isMatch && $0.name != .strangers }.map(\.name.words)
        var losses: [String] = []
        if model.kinds.count > 2 {
            losses.append(
                "The model has \(model.kinds.count) kinds of pairs, Splink's has two: this is its projection. Not said any more: "
                    + others.joined(separator: "; ") + ". Expect household-mates and namesakes to be rated too high.")
        }
        losses.append("Forms of one name, sounds and initials are not in Splink's SQL: they count as likeness of letters or as different.")
        losses.append("Values are compared as they stand in the file: bring case, spaces and dates into one form before Splink reads it.")
        losses.append("Blocking rules are simpler: fewer pairs are found. Clusters are Splink's own, connected components.")
        return losses
    }
}
