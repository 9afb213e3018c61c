// SPDX-License-Identifier: Apache-2.0

/// A model of Splink's, ready to score pairs here: the same weight as Splink gives on DuckDB, to the last digits.
///
/// Understood are exact agreement, Jaro and Jaro-Winkler at thresholds, Levenshtein and Damerau-Levenshtein at thresholds, differences of
/// dates written YYYY-MM-DD, `substr`, `lower`, `upper`, `trim`, `length`, `nullif`, regular expressions without groups, any `AND`, `OR`,
/// `NOT` of them, and adjustment for frequencies. Distances on the globe, arrays, cosine and Jaccard likeness, and SQL of one's own
/// beyond these are refused by name. Values are text as they stand in the file; an empty field is null.
public struct SplinkModel: Sendable {
    struct Level: Sendable {
        let condition: SQLCondition
        /// Bits; 0 for "not known".
        let weight: Double
        let frequency: Frequency?
    }

    struct Frequency: Sendable {
        /// The place of its column.
        let column: Int
        let share: Double
        let least: Double
        /// Binary logarithm of the u that frequencies are set against.
        let against: Double
    }

    struct Comparison: Sendable {
        let name: String
        let levels: [Level]
    }

    /// The settings that it came from.
    public let settings: SplinkSettings
    /// The columns that it looks at.
    public let columns: [String]
    /// Those whose frequencies count, by place.
    let frequencyColumns: [Int]
    let comparisons: [Comparison]
    let prior: Double

    /// A model from settings.
    ///
    /// - Throws: `RegisterError.model` when a condition is not understood or a level is not trained.
    public init(_ settings: SplinkSettings) throws(RegisterError) {
        guard settings.prior > 0, settings.prior < 1 else { throw .model(reason: "its prior is no probability between 0 and 1") }
        var reader = SQLConditionReader()
        var comparisons: [Comparison] = []
        for (place, comparison) in settings.comparisons.enumerated() {
            comparisons.append(try Self.comparison(comparison, comparison.name ?? "comparison \(place + 1)", &reader))
        }
        self.settings = settings
        self.comparisons = comparisons
        columns = reader.columns
        frequencyColumns = Set(comparisons.flatMap { $0.levels.compactMap { $0.frequency?.column } }).sorted()
        prior = binaryLogarithm(settings.prior / (1 - settings.prior))
    }

    private static func comparison(
        _ comparison: SplinkSettings.Comparison, _ name: String, _ reader: inout SQLConditionReader
    ) throws(RegisterError) -> Comparison {
        var conditions: [SQLCondition] = []
        for level in comparison.levels { conditions.append(try reader.read(level.sqlCondition)) }
        var levels: [Level] = []
        for (level, condition) in zip(comparison.levels, conditions) {
            if level.isNull == true {
                levels.append(Level(condition: condition, weight: 0, frequency: nil))
                continue
            }
            guard let m = level.m, let u = level.u, m > 0, u > 0, m <= 1, u <= 1 else {
                throw .model(reason: "\(name), \(level.label ?? level.sqlCondition): m or u is missing or no probability; train it first")
            }
            var frequency: Frequency?
            if let column = level.frequencyColumn, condition != .otherwise, level.frequencyWeight != 0 {
                let place = reader.place(of: column)
                let exact = zip(comparison.levels, conditions).first { $0.0.isNull != true && $0.1.exactColumns == [place] }?.0.u
                guard let against = level.usesOwnU == true ? u : exact, against > 0 else {
                    throw .model(reason: "\(name): frequencies of \(column) need a level at which it is exactly the same")
                }
                frequency = Frequency(
                    column: place, share: level.frequencyWeight ?? 1, least: level.leastFrequency ?? 0, against: binaryLogarithm(against))
            }
            levels.append(Level(condition: condition, weight: binaryLogarithm(m / u), frequency: frequency))
        }
        return Comparison(name: name, levels: levels)
    }
}

extension SQLConditionReader {
    /// The place of a column by its plain name, new or known.
    mutating func place(of column: String) -> Int {
        let plain = column.filter { $0 != "\"" && $0 != "`" }
        if let place = columns.firstIndex(of: plain) { return place }
        columns.append(plain)
        return columns.count - 1
    }
}
