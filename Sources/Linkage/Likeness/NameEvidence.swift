// SPDX-License-Identifier: Apache-2.0

/// What two spellings of a name say about being one name, with no register behind them.
public struct NameEvidence: Hashable, Sendable {
    /// Which way it goes.
    public enum Answer: String, Codable, Hashable, Sendable {
        /// Evidence for one name.
        case forOne = "for"
        /// Nothing either way.
        case none
        /// Evidence for two names.
        case against
    }

    /// Which way it goes.
    public let answer: Answer
    /// Bits for (above 0) or against (below), typical of names neither usual nor rare.
    public let weight: Double

    /// Compares many pairs; the same pair has the same answer whichever stands left.
    public static func compare(_ pairs: [(left: String, right: String)], variants: NameVariants = .wide) -> [NameEvidence] {
        let judge = NameJudge(variants: variants)
        return pairs.map { NameEvidence(weight: judge.weight($0.left, $0.right)) }
    }

    /// Below two bits either way there is nothing to go by.
    private init(weight: Double) {
        self.weight = weight
        answer = weight >= 2 ? .forOne : weight <= -2 ? .against : .none
    }
}
