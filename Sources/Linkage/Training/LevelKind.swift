// SPDX-License-Identifier: Apache-2.0

/// What a level says in rough: needed to begin training and to hold its classes in place.
enum LevelKind: Int, Sendable {
    /// `apart` is what differs beyond any slip: another year of birth.
    case unknown, agrees, near, weak, differs, apart

    /// Whether it speaks against one person.
    var isAgainst: Bool { self == .differs || self == .apart }

    static func of(_ feature: PairFeature, _ level: Int) -> LevelKind {
        if level == 0 { return .unknown }
        switch feature {
        case .given, .family:
            switch level {
            case NameLevel.same..<NameLevel.variant: return .agrees
            case NameLevel.variant..<NameLevel.part: return .near
            case NameLevel.crossed, NameLevel.crossed + 1: return .near
            case NameLevel.part, NameLevel.initial, NameLevel.elsewhere: return .weak
            case NameLevel.alike: return .weak
            default: return .differs
            }
        case .further: return level <= 4 ? .agrees : level == 5 ? .near : level == 6 ? .weak : .differs
        case .birth: return level <= 2 ? .agrees : level <= 4 ? .near : level <= 7 ? .weak : level == 8 ? .differs : .apart
        case .sex: return level == 1 ? .agrees : .differs
        case .place:
            let (postcode, address) = (PlaceLevel.postcode(level), PlaceLevel.address(level))
            if postcode == 1 || postcode == 2 || address == 1 || address == 2 { return .agrees }
            if postcode == 3 || address == 3 { return .near }
            if postcode == 0, address == 0 { return PlaceLevel.town(level) == 1 ? .agrees : PlaceLevel.town(level) == 2 ? .near : .differs }
            return postcode == 4 || address == 4 || address == 5 ? .weak : .differs
        case .phone: return level <= 5 ? .agrees : level == 6 ? .near : .differs
        case .email: return level <= 3 ? .agrees : level == 4 ? .near : level == 5 ? .weak : .differs
        case .identifier: return level <= 3 ? .agrees : level <= 5 ? .near : .differs
        case .firstCategory, .secondCategory, .thirdCategory: return level <= 3 ? .agrees : level == 4 ? .near : .differs
        }
    }

    /// Levels whose probabilities are shared out among each other: those with the same parts known.
    static func group(_ feature: PairFeature, _ level: Int) -> Int { feature == .place ? PlaceLevel.group(level) : level == 0 ? 0 : 1 }
}
