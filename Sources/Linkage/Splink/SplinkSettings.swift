// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The settings JSON of Splink 4 and 5 as it is saved: a model of two classes, match and non-match.
public struct SplinkSettings: Codable, Hashable, Sendable {
    /// A level of a comparison.
    public struct Level: Codable, Hashable, Sendable {
        /// When a pair is of this level, in SQL; the first level whose condition holds is a pair's.
        public var sqlCondition: String
        /// Its name.
        public var label: String?
        /// Probability among pairs of one person.
        public var m: Double?
        /// Probability among others.
        public var u: Double?
        /// Whether it says "not known".
        public var isNull: Bool?
        /// The column whose frequencies adjust its weight.
        public var frequencyColumn: String?
        /// How much of the adjustment counts.
        public var frequencyWeight: Double?
        /// The least frequency that is believed.
        public var leastFrequency: Double?
        /// Whether its own u is what frequencies are set against, not that of the exact level.
        public var usesOwnU: Bool?

        enum CodingKeys: String, CodingKey {
            case sqlCondition = "sql_condition"
            case label = "label_for_charts"
            case m = "m_probability"
            case u = "u_probability"
            case isNull = "is_null_level"
            case frequencyColumn = "tf_adjustment_column"
            case frequencyWeight = "tf_adjustment_weight"
            case leastFrequency = "tf_minimum_u_value"
            case usesOwnU = "disable_tf_exact_match_detection"
        }
    }

    /// A comparison with its levels.
    public struct Comparison: Codable, Hashable, Sendable {
        /// Its name.
        public var name: String?
        /// Its levels, the first that holds counts.
        public var levels: [Level]
        /// What it is, in words.
        public var description: String?

        enum CodingKeys: String, CodingKey {
            case name = "output_column_name"
            case levels = "comparison_levels"
            case description = "comparison_description"
        }
    }

    /// A blocking rule.
    public struct Rule: Codable, Hashable, Sendable {
        /// The rule in SQL.
        public var sql: String
        /// The dialect of its SQL.
        public var dialect: String?

        enum CodingKeys: String, CodingKey {
            case sql = "blocking_rule"
            case dialect = "sql_dialect"
        }
    }

    /// `dedupe_only`, `link_only` or `link_and_dedupe`.
    public var linkType: String
    /// Probability that two records taken at random are of one person.
    public var prior: Double
    /// The comparisons.
    public var comparisons: [Comparison]
    /// The blocking rules.
    public var rules: [Rule]?
    /// The column of ids.
    public var idColumn: String?

    enum CodingKeys: String, CodingKey {
        case linkType = "link_type"
        case prior = "probability_two_random_records_match"
        case comparisons
        case rules = "blocking_rules_to_generate_predictions"
        case idColumn = "unique_id_column_name"
    }

    init(linkType: String, prior: Double, comparisons: [Comparison], rules: [Rule], idColumn: String) {
        self.linkType = linkType
        self.prior = prior
        self.comparisons = comparisons
        self.rules = rules
        self.idColumn = idColumn
    }

    /// Settings from JSON.
    ///
    /// - Throws: `RegisterError.model` when it is no such JSON.
    public init(json: [UInt8]) throws(RegisterError) {
        do { self = try JSONDecoder().decode(SplinkSettings.self, from: Data(json)) } catch {
            throw .model(reason: "it is no settings JSON of Splink with trained levels")
        }
    }

    /// The settings as JSON, keys sorted.
    public var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    }
}
