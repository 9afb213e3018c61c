// SPDX-License-Identifier: Apache-2.0

/// Why two records are taken for one person or for two, term by term. The terms add up to the weight exactly.
public struct PairExplanation: Codable, Hashable, Sendable {
    /// One step of the weight.
    public struct Term: Codable, Hashable, Sendable {
        /// What was compared; nil for what is said before anything is compared.
        public let feature: PairFeature?
        /// What was found, in words.
        public let words: String
        /// How much it adds, in millionths of a bit: 1,000,000 doubles the odds.
        public let microbits: Int
    }

    /// The records' ids.
    public let left: String
    /// The records' ids.
    public let right: String
    /// The steps, in the order in which they were taken. A step counts given those before it: a telephone that a household shares adds
    /// little once the address has been seen. What is not known on one side adds exactly nothing and has no step.
    public let terms: [Term]
    /// The sum of the steps.
    public let microbits: Int
    /// Probability that both are of one person.
    public let probability: Double
    /// The kind of pair that explains it best.
    public let likeliest: PairClass

    init(left: String, right: String, pattern: UInt64, _ tables: ClassTables) {
        self.left = left
        self.right = right
        var terms: [Term] = []
        var row = tables.shares
        var weight = MatchWeight.microbits(row)
        terms.append(Term(feature: nil, words: "how many of the pairs that are looked at are of one person", microbits: weight))
        for feature in PairFeature.allCases {
            let level = feature.level(in: pattern)
            if level == 0 { continue }
            row *= tables.rows[feature.base + level]
            let next = MatchWeight.microbits(row)
            terms.append(Term(feature: feature, words: LevelWords.of(feature, level), microbits: next - weight))
            weight = next
        }
        self.terms = terms
        microbits = weight
        probability = tables.probability(pattern)
        let lanes = PairClass.allCases.indices
        likeliest = PairClass.allCases[lanes.max { row[$0] < row[$1] } ?? 0]
    }

    /// The explanation as lines of text.
    public var text: String {
        var lines = terms.map { term in
            let name = term.feature.map { LevelWords.name($0) + ": " } ?? ""
            return "\(term.microbits < 0 ? "" : "+")\(MatchWeight.text(term.microbits))  \(name)\(term.words)"
        }
        lines.append("= \(MatchWeight.text(microbits)) bits, probability \(probability); likeliest: \(likeliest.words)")
        return lines.joined(separator: "\n")
    }
}
