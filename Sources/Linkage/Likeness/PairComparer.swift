// SPDX-License-Identifier: Apache-2.0

/// Compares two rows and packs the levels of all features into one number.
struct PairComparer {
    let register: PreparedRegister
    private let cache = RelationCache()

    init(register: PreparedRegister) { self.register = register }

    /// The pattern of two rows, symmetric in them.
    func pattern(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> UInt64 {
        var pattern = names(left, right)
        func put(_ feature: PairFeature, _ level: Int) { pattern |= UInt64(level) << feature.shift }
        func both(_ place: Int) -> Bool { left[place] != 0 && right[place] != 0 }
        if both(RowLayout.birth) { put(.birth, register.births.level(left[RowLayout.birth], right[RowLayout.birth])) }
        if both(RowLayout.sex) { put(.sex, left[RowLayout.sex] == right[RowLayout.sex] ? 1 : 2) }
        put(.place, place(left, right))
        if both(RowLayout.phone) { put(.phone, register.phones.phoneLevel(left[RowLayout.phone], right[RowLayout.phone])) }
        if both(RowLayout.email) { put(.email, register.emails.level(left[RowLayout.email], right[RowLayout.email])) }
        if both(RowLayout.identifier) {
            put(.identifier, register.identifiers.identifierLevel(left[RowLayout.identifier], right[RowLayout.identifier]))
        }
        if both(RowLayout.category) { put(.firstCategory, category(0, left, right)) }
        if both(RowLayout.category + 1) { put(.secondCategory, category(1, left, right)) }
        if both(RowLayout.category + 2) { put(.thirdCategory, category(2, left, right)) }
        return pattern
    }

    /// Whether two rows agree neither in the given name nor in the year of birth, and share no number, further name or word of their own:
    /// most pairs that a wide rule yields. No model makes one person of them, so they need no closer look.
    @inline(__always)
    func isHopeless(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Bool {
        let births = (left[RowLayout.birth], right[RowLayout.birth])
        guard births.0 != 0, births.1 != 0, births.0 >> 16 != births.1 >> 16 else { return false }
        let given = (left[RowLayout.given], right[RowLayout.given])
        guard given.0 != 0, given.1 != 0, given.0 != given.1 else { return false }
        guard given.0 != right[RowLayout.family], given.1 != left[RowLayout.family] else { return false }
        for column in RowLayout.further..<RowLayout.sex where column != RowLayout.birth {
            let isPlace = column == RowLayout.postcode || column == RowLayout.address || column == RowLayout.town
            if !isPlace, left[column] != 0, left[column] == right[column] { return false }
        }
        return register.births.level(births.0, births.1) >= 9 && relation(given.0, given.1) == .differs
    }

    private func place(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Int {
        var levels = (0, 0, 0)
        let codes = (left[RowLayout.postcode], right[RowLayout.postcode])
        if codes.0 != 0, codes.1 != 0 { levels.0 = register.postcodes.postcodeLevel(codes.0, codes.1) }
        let streets = (left[RowLayout.address], right[RowLayout.address])
        if streets.0 != 0, streets.1 != 0 { levels.1 = register.addresses.level(streets.0, streets.1) }
        let towns = (left[RowLayout.town], right[RowLayout.town])
        if towns.0 != 0, towns.1 != 0 {
            levels.2 = towns.0 == towns.1 ? 1 : register.towns.relation(towns.0, towns.1).rawValue >= WordRelation.part.rawValue ? 2 : 3
        }
        return PlaceLevel.joined(postcode: levels.0, address: levels.1, town: levels.2)
    }

    /// 1...3 the same, rare to usual; 4 alike; 5 differs.
    private func category(_ which: Int, _ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Int {
        let (one, two) = (left[RowLayout.category + which], right[RowLayout.category + which])
        if one == two {
            let count = Int(register.categoryCounts[which][Int(one)])
            let known = register.known[RowLayout.category + which]
            return count * 256 < known ? 1 : count * 32 < known ? 2 : 3
        }
        return register.categories[which].relation(one, two).rawValue >= WordRelation.part.rawValue ? 4 : 5
    }

    // MARK: names

    private func relation(_ left: UInt32, _ right: UInt32) -> WordRelation { cache.relation(left, right, in: register.names) }

    private func names(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> UInt64 {
        let given = (left[RowLayout.given], right[RowLayout.given])
        let family = (left[RowLayout.family], right[RowLayout.family])
        var givenLevel = level(given.0, given.1, register.givenBins)
        var familyLevel = level(family.0, family.1, register.familyBins)
        let further = (left[RowLayout.further], right[RowLayout.further])
        if Self.isPoor(givenLevel), Self.isPoor(familyLevel), agree(given.0, family.1), agree(family.0, given.1) {
            givenLevel = NameLevel.crossed + (register.familyBins[Int(family.0)] >= 3 ? 1 : 0)
            familyLevel = 0
        }
        if further.0 != 0 || further.1 != 0 {
            if givenLevel >= NameLevel.alike, givenLevel != NameLevel.crossed, givenLevel != NameLevel.crossed + 1,
                has(further.1, given.0) || has(further.0, given.1)
            {
                givenLevel = NameLevel.elsewhere
            }
            if familyLevel >= NameLevel.alike, has(further.1, family.0) || has(further.0, family.1) { familyLevel = NameLevel.elsewhere }
        }
        var pattern = UInt64(givenLevel) << PairFeature.given.shift | UInt64(familyLevel) << PairFeature.family.shift
        if further.0 != 0, further.1 != 0 { pattern |= UInt64(furtherLevel(further.0, further.1)) << PairFeature.further.shift }
        return pattern
    }

    private static func isPoor(_ level: Int) -> Bool { level >= NameLevel.part }

    private func agree(_ left: UInt32, _ right: UInt32) -> Bool {
        left != 0 && right != 0 && relation(left, right).agrees
    }

    /// Level of two names; 0 when one is not known.
    private func level(_ left: UInt32, _ right: UInt32, _ bins: [UInt8]) -> Int {
        if left == 0 || right == 0 { return 0 }
        if left == right { return NameLevel.same + Int(bins[Int(left)]) }
        let near = Rarity.near(bins[Int(left)], bins[Int(right)])
        switch relation(left, right) {
        case .same: return NameLevel.same + Int(bins[Int(left)])
        case .variant: return NameLevel.variant + near
        case .sound: return NameLevel.sound + near
        case .slip: return NameLevel.slip + near
        case .part: return NameLevel.part
        case .alike: return NameLevel.alike
        case .initial: return NameLevel.initial
        case .differs: return near >= 2 ? NameLevel.differs : NameLevel.differs + 1
        }
    }

    private func has(_ list: UInt32, _ name: UInt32) -> Bool { list != 0 && name != 0 && register.furtherWords.words(list).contains(name) }

    /// 1...4 a word is the same (rare to usual), 5 one is near, 6 an initial fits, 7 differs.
    private func furtherLevel(_ left: UInt32, _ right: UInt32) -> Int {
        var best = 7
        for one in register.furtherWords.words(left) {
            for two in register.furtherWords.words(right) {
                if one == two {
                    best = min(best, 1 + max(0, 4 - Int(register.wordBins[Int(one)])) * 3 / 4)
                } else if best > 5 {
                    let relation = relation(one, two)
                    if relation.agrees { best = 5 } else if relation == .initial { best = min(best, 6) }
                }
            }
        }
        return best
    }
}
