// SPDX-License-Identifier: Apache-2.0

/// Short and pet forms that follow a rule and stand in no table.
enum ShortForm {
    /// First parts that are left out (Oluwaseun is Seun, Chukwuemeka is Emeka).
    private static let prefixes = ["oluwa", "olu", "ade", "ola", "ife", "ayo", "omo", "baba", "chukwu", "chi", "nwa", "ogo"].map {
        Array($0.utf8)
    }
    /// Last parts that are left out (Ikechukwu is Ike).
    private static let suffixes = ["chukwu", "chi", "oluwa", "ola", "tunde", "uddin", "ullah", "allah"].map { Array($0.utf8) }
    /// What pet forms end in.
    private static let endings = [
        "ie", "y", "i", "ey", "ee", "ka", "ek", "us", "ik", "ia", "u", "o", "s", "inho", "ito", "ita", "usia",
    ].map { Array($0.utf8) }
    /// Endings that make a pet form longer than the name (Teresinha, Carlitos).
    private static let longEndings = ["inho", "inha", "inhos", "zinho", "zinha", "ito", "ita", "itos", "ochka", "ushka", "enka"].map {
        Array($0.utf8)
    }

    /// Whether one is a short form of the other.
    static func fits(_ one: [UInt8], _ two: [UInt8]) -> Bool {
        isPet(one, of: two) || isPet(two, of: one) || (one.count < two.count ? fits(one, of: two) : fits(two, of: one))
    }

    private static func isPet(_ pet: [UInt8], of name: [UInt8]) -> Bool {
        longEndings.contains { ending in
            guard pet.count >= ending.count + 3, pet.reversed().starts(with: ending.reversed()) else { return false }
            let stem = pet.dropLast(ending.count)
            return name.starts(with: stem) && name.count <= stem.count + 3
        }
    }

    private static func fits(_ short: [UInt8], of long: [UInt8]) -> Bool {
        if short.count < 3 || long.count < short.count + 2 { return false }
        for prefix in prefixes where long.starts(with: prefix) && long.dropFirst(prefix.count).elementsEqual(short) { return true }
        for suffix in suffixes where long.reversed().starts(with: suffix.reversed()) && long.dropLast(suffix.count).elementsEqual(short) {
            return true
        }
        // the beginning (Tolu of Tolulope), or the end (Bayo of Adebayo)
        if long.starts(with: short) || short.count >= 4 && long.reversed().starts(with: short.reversed()) { return true }
        // the beginning with an ending of affection: Tomek of Tomasz
        for ending in endings where short.count >= 3 + ending.count && short.reversed().starts(with: ending.reversed()) {
            let stem = short.dropLast(ending.count)
            if long.count >= stem.count + 3, long.starts(with: stem) { return true }
        }
        return false
    }
}
