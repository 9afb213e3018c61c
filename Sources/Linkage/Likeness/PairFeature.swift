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
    var bits: UInt64 {
        switch self {
        case .given, .family: 5
        case .birth: 4
        case .sex: 2
        case .place: 8
        default: 3
        }
    }

    /// Where they begin. Written out, since every pair asks for it.
    var shift: UInt64 {
        switch self {
        case .given: 0
        case .family: 5
        case .further: 10
        case .birth: 13
        case .sex: 17
        case .place: 19
        case .phone: 27
        case .email: 30
        case .identifier: 33
        case .firstCategory: 36
        case .secondCategory: 39
        case .thirdCategory: 42
        }
    }

    /// How many levels it may have, with 0.
    var levels: Int {
        switch self {
        case .given, .family: NameLevel.count
        case .further, .phone: 8
        case .birth: 12
        case .sex: 3
        case .place: PlaceLevel.count
        case .email, .identifier: 7
        case .firstCategory, .secondCategory, .thirdCategory: 6
        }
    }

    /// Where its levels begin in one long row of all.
    var base: Int { Self.bases[rawValue] }

    private static let bases = allCases.indices.map { place in allCases[..<place].reduce(0) { $0 + $1.levels } }

    /// The levels of all features together.
    static let allLevels = allCases.reduce(0) { $0 + $1.levels }

    /// The level of this feature in a pattern.
    func level(in pattern: UInt64) -> Int { Int(pattern >> shift & ((1 << bits) - 1)) }
}
