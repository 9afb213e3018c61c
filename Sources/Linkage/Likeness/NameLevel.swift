// SPDX-License-Identifier: Apache-2.0

/// The levels of given and family names. Agreement is graded by how many bear the name, so that a class of pairs learns by itself what
/// a rare name is worth.
enum NameLevel {
    /// Levels 1...6: the same name, from the most usual to the rarest.
    static let same = 1
    static let sameBins = 6
    /// Four levels each: rarest together with usual, and so on (`Rarity.near`).
    static let variant = 7
    static let sound = 11
    static let slip = 15
    static let part = 19
    static let alike = 20
    static let initial = 21
    /// Given with family name and family with given name: usual, rare.
    static let crossed = 22
    /// Among the other's further names.
    static let elsewhere = 24
    /// Two well-known names; one of them hardly ever seen.
    static let differs = 25
    static let count = 27
}

/// How often values occur, in steps.
enum Rarity {
    /// 0 for the most usual names to 5 for the rarest: steps of four from one in 64.
    static func bin(_ count: UInt32, of total: Int) -> UInt8 {
        var limit = total / 64
        var bin: UInt8 = 0
        while bin < 5, Int(count) < limit {
            bin += 1
            limit /= 4
        }
        return bin
    }

    /// For two names that are not the same: whether the more usual is usual (1), and whether the rarer is more than a slip (2).
    static func near(_ left: UInt8, _ right: UInt8) -> Int { (min(left, right) <= 2 ? 1 : 0) + (max(left, right) <= 4 ? 2 : 0) }
}
