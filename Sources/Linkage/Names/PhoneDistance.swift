// SPDX-License-Identifier: Apache-2.0

/// How far two names sound apart: 0 the same, 1 nothing in common. Sounds that languages and clerks exchange cost little: vowels, voiced and
/// unvoiced, v and w, a breath more or less.
enum PhoneDistance {
    /// The least distance of any two readings; readings by the rules of two different languages count a little more.
    static func between(_ left: [Phones], _ right: [Phones]) -> Double {
        var best = 1.0
        for (place, one) in left.enumerated() {
            for (other, two) in right.enumerated() {
                // of a short name, one side must be read as English has it: too many readings of three letters meet
                if place > 0, other > 0, min(one.sounds.count, two.sounds.count) < 4 { continue }
                let strange = place == 0 && other == 0 ? 0 : place == 0 || other == 0 ? 0.01 : 0.03
                best = min(best, between(one.sounds, two.sounds) + strange)
            }
        }
        return best
    }

    static func between(_ left: [UInt8], _ right: [UInt8]) -> Double {
        if left.isEmpty || right.isEmpty { return left == right ? 0 : 1 }
        var before = [Double](repeating: 0, count: right.count + 1)
        for column in 1...right.count { before[column] = before[column - 1] + skip(right[column - 1], first: column == 1) }
        for (row, one) in left.enumerated() {
            var now = [before[0] + skip(one, first: row == 0)]
            for (column, two) in right.enumerated() {
                let change = before[column] + swap(one, two) * (row == 0 && column == 0 ? 1.3 : 1)
                now.append(
                    min(change, before[column + 1] + skip(one, first: row == 0), now[column] + skip(two, first: column == 0)))
            }
            before = now
        }
        let most = max(length(left), length(right))
        return min(1, before[right.count] / most)
    }

    /// Vowels carry less of a name than consonants do.
    private static func length(_ sounds: [UInt8]) -> Double { sounds.reduce(0.3) { $0 + (Phones.isVowel($1) ? 0.5 : 1) } }

    private static func skip(_ sound: UInt8, first: Bool) -> Double {
        switch UnicodeScalar(sound) {
        case "a", "e", "i", "o", "u": first ? 0.5 : 0.3
        case "h": 0.3
        case "y", "w", "X": 0.45
        default: first ? 1.2 : 0.9
        }
    }

    private static func swap(_ left: UInt8, _ right: UInt8) -> Double {
        if left == right { return 0 }
        if Phones.isVowel(left), Phones.isVowel(right) { return vowels[key(left, right)] ?? 0.3 }
        return consonants[key(left, right)] ?? 1
    }

    private static func key(_ left: UInt8, _ right: UInt8) -> UInt16 { UInt16(min(left, right)) << 8 | UInt16(max(left, right)) }

    private static func table(_ text: String) -> [UInt16: Double] {
        var out: [UInt16: Double] = [:]
        for entry in text.split(separator: " ") {
            let bytes = Array(entry.utf8)
            out[key(bytes[0], bytes[1])] = Double(entry.dropFirst(2)) ?? 1
        }
        return out
    }

    private static let vowels = table("ae0.2 ei0.2 ou0.15 ao0.25 ai0.35 au0.3 eo0.35 io0.4 iu0.4 eu0.35")

    private static let consonants = table(
        """
        kg0.35 td0.35 pb0.35 fv0.25 sz0.15 sS0.2 zS0.3 SC0.25 CZ0.25 SZ0.25 zZ0.3 sZ0.4 sC0.35 tC0.5 dZ0.45 yZ0.35 yi0.1 ye0.2 vw0.15 fw0.4 wu0.15 \
        wo0.2 hX0.1 kX0.2 gX0.35 hg0.35 hk0.5 bv0.4 pf0.5 Tt0.1 Td0.35 Ts0.3 Th0.4 Tf0.4 mn0.55 lr0.75 dr0.9 vu0.3 Xy0.8 hw0.6 hy0.6 dz0.4 Tz0.35 tT0.1
        """)
}
