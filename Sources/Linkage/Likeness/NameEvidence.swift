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

    /// Compares many pairs at once; the same pair has the same answer whichever stands left.
    public static func compare(_ pairs: [(left: String, right: String)], variants: NameVariants = .standard) -> [NameEvidence] {
        var table = ValueTable()
        let numbers = pairs.map { pair in (number(of: pair.left, in: &table), number(of: pair.right, in: &table)) }
        let book = WordBook(table, variants: variants)
        return numbers.map { left, right in
            guard left != 0, right != 0 else { return NameEvidence(answer: .none, weight: 0) }
            return NameEvidence(book.relation(left, right))
        }
    }

    private static func number(of name: String, in table: inout ValueTable) -> UInt32 {
        var bytes: [UInt8] = []
        Array(name.utf8).withUnsafeBufferPointer { RowValue.name($0, into: &bytes) }
        return bytes.isEmpty ? 0 : bytes.withUnsafeBufferPointer { table.intern($0) }
    }

    private init(answer: Answer, weight: Double) {
        self.answer = answer
        self.weight = weight
    }

    /// Weights in the order of what training finds on registers with names of many origins; only their order is relied on.
    private init(_ relation: WordRelation) {
        switch relation {
        case .same: self.init(answer: .forOne, weight: 8)
        case .variant: self.init(answer: .forOne, weight: 5)
        case .sound: self.init(answer: .forOne, weight: 4)
        case .slip: self.init(answer: .forOne, weight: 3.5)
        case .part: self.init(answer: .forOne, weight: 2)
        case .initial: self.init(answer: .none, weight: 0.5)
        case .alike: self.init(answer: .none, weight: 0)
        case .differs: self.init(answer: .against, weight: -4)
        }
    }
}
