// SPDX-License-Identifier: Apache-2.0

/// What two records are compared in. Each has graded levels; level 0 is "not known on one side or both" and says nothing.
public enum PairFeature: Int, CaseIterable, Codable, Hashable, Sendable {
    /// Given names.
    case given
    /// Family names.
    case family
    /// Middle and other names.
    case further
    /// Dates of birth.
    case birth
    /// Sex.
    case sex
    /// Postcode, address and town together, since they move together.
    case place
    /// Telephone numbers.
    case phone
    /// E-mail addresses.
    case email
    /// Numbers of one's own.
    case identifier
    /// The first category.
    case firstCategory
    /// The second category.
    case secondCategory
    /// The third category.
    case thirdCategory

    /// Bits that its level takes in a pattern.
    var bits: UInt64 { Self.widths[rawValue] }
    /// Where they begin.
    var shift: UInt64 { Self.widths[..<rawValue].reduce(0, +) }
    /// How many levels it may have, with 0.
    var levels: Int { Self.levelCounts[rawValue] }
    /// Where its levels begin in one long row of all.
    var base: Int { Self.levelCounts[..<rawValue].reduce(0, +) }

    private static let widths: [UInt64] = [5, 5, 3, 4, 2, 8, 3, 3, 3, 3, 3, 3]
    private static let levelCounts = [NameLevel.count, NameLevel.count, 8, 12, 3, PlaceLevel.count, 8, 7, 7, 6, 6, 6]

    /// The levels of all features together.
    static let allLevels = levelCounts.reduce(0, +)

    /// The level of this feature in a pattern.
    func level(in pattern: UInt64) -> Int { Int(pattern >> shift & ((1 << bits) - 1)) }
}
