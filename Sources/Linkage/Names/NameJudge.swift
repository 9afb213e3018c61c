// SPDX-License-Identifier: Apache-2.0

/// Judges two names that stand alone, with no register behind them: by the tables first, then by short forms, sound and spelling. The
/// weights are in bits, in the order of what training finds on registers with names of many origins.
struct NameJudge {
    let variants: NameVariants

    /// Bits for (above 0) or against two names being one.
    func weight(_ left: String, _ right: String) -> Double {
        let (one, two) = (NameShape(left), NameShape(right))
        if one.words.isEmpty || two.words.isEmpty { return 0 }
        if one.joined == two.joined { return one.words.count == two.words.count ? 8 : 5 }
        if one.words.count == 1, two.words.count == 1 { return word(one.words[0], two.words[0]) }
        let apart = severalWords(one, two)
        // run together on one side
        guard apart < 3, one.words.count != two.words.count else { return apart }
        let together = word(Self.run(one), Self.run(two))
        return together >= 3.5 ? together : apart
    }

    private static func run(_ shape: NameShape) -> NameShape.Word {
        if shape.words.count == 1 { return shape.words[0] }
        return NameShape.Word(letters: shape.joined, core: shape.words.flatMap(\.core), prefix: .none)
    }

    private func severalWords(_ one: NameShape, _ two: NameShape) -> Double {
        var pairs: [(Double, Int, Int)] = []
        for (place, left) in one.words.enumerated() {
            for (other, right) in two.words.enumerated() { pairs.append((word(left, right), place, other)) }
        }
        // ties go to words at like places, seen the same from both sides
        pairs.sort { ($0.0, -abs($0.1 - $0.2), -($0.1 + $0.2)) > ($1.0, -abs($1.1 - $1.2), -($1.1 + $1.2)) }
        var (taken, matched): ((Set<Int>, Set<Int>), [Double]) = (([], []), [])
        for (weight, place, other) in pairs where weight > 0 && !taken.0.contains(place) && !taken.1.contains(other) {
            taken.0.insert(place)
            taken.1.insert(other)
            matched.append(weight)
        }
        let least = matched.min() ?? -4
        let most = matched.max() ?? -4
        switch (one.words.count - taken.0.count, two.words.count - taken.1.count) {
        case (0, 0): return most < 2 ? least : max(least, matched.count > 1 && most >= 3 ? 1.5 : least)
        case (0, _), (_, 0): return most >= 3 ? 2 : min(most, 0)
        default: return most < 3 ? -4 : one.isHyphenated || two.isHyphenated ? 0 : -2
        }
    }

    private func word(_ left: NameShape.Word, _ right: NameShape.Word) -> Double {
        let whole = word(left.letters, right.letters)
        if left.prefix == .none, right.prefix == .none { return whole }
        if left.prefix == right.prefix {
            // what follows decides: Abdul Rahman is not Abdul Rahim, however much they share
            let core = left.core == right.core ? 6 : word(left.core, right.core)
            return left.prefix == .servant ? (whole == 5 ? whole : core) : max(core, whole)
        }
        let core = left.core == right.core ? 4 : word(left.core, right.core) - 1
        return max(whole, core >= 2 ? core : whole)
    }

    /// Two single words.
    func word(_ left: [UInt8], _ right: [UInt8]) -> Double {
        if left == right { return 8 }
        let (one, two) = left.lexicographicallyPrecedes(right) ? (left, right) : (right, left)
        if one.count == 1 || two.count == 1 { return one.first == two.first ? 0.5 : -4 }
        switch variants.kinship(one, two) {
        case .forms: return 5
        case .apart: return -4
        case .unknown: break
        }
        if ShortForm.fits(one, two) { return 3.5 }
        let distance = PhoneDistance.between(Phones.readings(of: one), Phones.readings(of: two))
        let likeness = one.withUnsafeBufferPointer { first in two.withUnsafeBufferPointer { jaroWinkler(first, $0) } }
        let edits = one.withUnsafeBufferPointer { first in two.withUnsafeBufferPointer { editDistance(first, $0, bound: 2) } }
        let shorter = min(one.count, two.count)
        if distance <= (shorter < 5 ? 0.055 : 0.09) { return 4 }
        if edits == 1, shorter >= 5, one[0] == two[0] { return 3.5 }
        if distance <= 0.16, shorter >= 4 { return 3 }
        if edits == 1, shorter >= 7 || edits == 2 && shorter >= 8 && one[0] == two[0] { return 3 }
        if distance <= 0.3 || likeness >= 0.85 { return 0 }
        return -4
    }
}
