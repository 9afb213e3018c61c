// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A trained model: how often each kind of pair shows each level. Readable JSON; every number says where it came from.
public struct PairModel: Codable, Hashable, Sendable {
    /// A kind of pair.
    public struct Kind: Codable, Hashable, Sendable {
        /// Its name.
        public var name: PairClass
        /// Whether it is of one person.
        public var isMatch: Bool
        /// Its share among the pairs that the rules yield.
        public var share: Double
        /// Where the share came from.
        public var source: String
    }

    /// A level of a feature.
    public struct LevelRow: Codable, Hashable, Sendable {
        /// What is compared.
        public var feature: PairFeature
        /// The level's number, as patterns hold it.
        public var level: Int
        /// The level in words.
        public var words: String
        /// Probability in each kind, in the order of `kinds`.
        public var probabilities: [Double]
        /// Probability between two records taken at random.
        public var random: Double
        /// Where the probabilities came from.
        public var source: String
    }

    /// The format's version.
    public var format = 1
    /// Pairs that trained it.
    public var trainingPairs: Int
    /// Rounds of training.
    public var rounds: Int
    /// Natural log likelihood that it ended with.
    public var logLikelihood: Double
    /// The kinds of pairs in use.
    public var kinds: [Kind]
    /// The levels.
    public var levels: [LevelRow]

    init(_ expectation: Expectation, pairs: Int, _ shares: LevelShares) {
        let tables = expectation.tables
        let lanes = PairClass.allCases.indices.filter { tables.shares[$0] > 0 }
        trainingPairs = pairs
        rounds = expectation.rounds
        logLikelihood = expectation.logLikelihood
        kinds = lanes.map { lane in
            let kind = PairClass.allCases[lane]
            return Kind(name: kind, isMatch: kind.isMatch, share: tables.shares[lane], source: "expectation-maximisation")
        }
        levels = PairFeature.allCases.flatMap { feature in
            (1..<feature.levels).map { level in
                let isExactName = (feature == .given || feature == .family) && level < NameLevel.variant
                return LevelRow(
                    feature: feature, level: level, words: LevelWords.of(feature, level),
                    probabilities: lanes.map { tables.rows[feature.base + level][$0] }, random: shares.random[feature.base + level],
                    source: "expectation-maximisation; random: \(isExactName ? "closed form" : "drawn")")
            }
        }
    }

    /// A model from JSON.
    ///
    /// - Throws: `RegisterError.model` when it can't be read or a number is no probability.
    public init(json: [UInt8]) throws(RegisterError) {
        do { self = try JSONDecoder().decode(PairModel.self, from: Data(json)) } catch { throw .model(reason: "it can't be read as JSON") }
        guard format == 1 else { throw .model(reason: "format \(format) is not known") }
        guard kinds.contains(where: \.isMatch), kinds.allSatisfy({ $0.share > 0 && $0.share <= 1 }) else {
            throw .model(reason: "the shares of its kinds are no shares")
        }
        for row in levels {
            guard row.probabilities.count == kinds.count, row.level > 0, row.level < row.feature.levels,
                row.probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 })
            else { throw .model(reason: "\(row.feature) \(row.level) has no probability for each kind") }
        }
    }

    /// The model as JSON, keys sorted.
    public var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    }

    /// Laid out for scoring.
    var tables: ClassTables {
        var tables = ClassTables()
        let lanes = kinds.map { PairClass.allCases.firstIndex(of: $0.name) ?? 0 }
        for (kind, lane) in zip(kinds, lanes) { tables.shares[lane] = kind.share }
        for row in levels {
            for (probability, lane) in zip(row.probabilities, lanes) { tables.rows[row.feature.base + row.level][lane] = probability }
        }
        return tables
    }
}
