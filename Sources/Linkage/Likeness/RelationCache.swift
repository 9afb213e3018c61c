// SPDX-License-Identifier: Apache-2.0

/// Relations of words that were compared lately. A few names meet again and again; one cache serves one piece of work on one thread.
final class RelationCache {
    private var pairs: [UInt64] = []
    private var relations: [WordRelation] = []

    private static let size = 1 << 15

    /// How two known words stand to each other.
    func relation(_ left: UInt32, _ right: UInt32, in book: WordBook) -> WordRelation {
        if left == right { return .same }
        let pair = UInt64(min(left, right)) << 32 | UInt64(max(left, right))
        if pairs.isEmpty {
            pairs = [UInt64](repeating: 0, count: Self.size)
            relations = [WordRelation](repeating: .differs, count: Self.size)
        }
        let place = Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) >> 49)
        if pairs[place] == pair { return relations[place] }
        let relation = book.relation(left, right)
        pairs[place] = pair
        relations[place] = relation
        return relation
    }
}
