// SPDX-License-Identifier: Apache-2.0

/// A key of how a name sounds, for names of many origins in Latin letters: the skeleton of its consonants in 15 wide classes,
/// neighbours of one class falling together whatever vowels stand between them (Mohammed, Muhammad, Mohd are all M-D).
///
/// The classes are wide on purpose: the key finds, `NameComparison` then looks at the spelling. S covers s, sh, z, soft c, so that
/// Siobhan meets Shivaun and Xu meets Hsu; V covers v, f, w, ph and the Irish bh and mh; J covers j, ch, zh, cz and soft g.
struct Sound: Hashable {
    /// The codes, four bits each, first code highest; for scripts other than Latin a hash.
    private(set) var code: UInt64 = 0
    /// How many codes.
    private(set) var length = 0

    private enum Code: UInt64 {
        case vowel = 1, b, v, k, g, j, s, t, d, l, m, n, p, r, h
    }

    /// The key of one folded word.
    init(_ word: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < word.count {
            if word[index] >= 0x80 {
                code = KeyHash.of(word) | 1 << 63
                length = word.count
                return
            }
            index += read(word, at: index)
        }
    }

    /// The key of a folded word in an array.
    init(_ word: [UInt8]) {
        self = word.withUnsafeBufferPointer { Sound($0) }
    }

    /// The first code: a class of first sounds.
    var first: UInt64 { length == 0 ? 0 : code >> 63 == 1 ? code : code >> UInt64(4 * (length - 1)) }

    private mutating func add(_ next: Code) {
        guard length < 15, length == 0 || code & 15 != next.rawValue else { return }
        code = code << 4 | next.rawValue
        length += 1
    }

    /// Reads what stands at an index, adds its code, and says how many letters it took.
    private mutating func read(_ word: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        func at(_ offset: Int) -> UInt8 { index + offset >= 0 && index + offset < word.count ? word[index + offset] : 0 }
        func next(_ letter: Character) -> Bool { at(1) == letter.asciiValue }
        let start = index == 0
        switch UnicodeScalar(word[index]) {
        case "a", "e", "i", "o", "u":
            if start { add(.vowel) }
        case "y":
            if start { add(.j) }
        case "h":
            if start { add(.h) }
        case "b":
            // Irish bh is v, but not where South Asian names begin with it (Bhatti)
            if next("h") {
                add(start ? .b : .v)
                return 2
            }
            add(.b)
        case "m":
            if next("h") && !start && Self.isVowel(at(-1)) {
                add(.v)
                return 2
            }
            add(.m)
        case "p":
            if next("h") {
                add(.v)
                return 2
            }
            if !(start && (next("s") || next("f"))) { add(.p) }
        case "f", "v": add(.v)
        case "w":
            if start && next("r") { return 1 }
            // after a vowel and before a consonant it is a vowel (Brown), but for Slavic endings (-owski)
            let beforeConsonant = at(1) == 0 || !Self.isVowel(at(1))
            if start || !Self.isVowel(at(-1)) || !beforeConsonant || next("s") && at(2) == 0x6B { add(.v) }
        case "c": return readC(word, at: index)
        case "k":
            if start && next("n") { return 1 }
            add(.k)
            return next("h") ? 2 : 1
        case "q": add(.k)
        case "x":
            if !start { add(.k) }
            add(.s)
        case "g": return readG(word, at: index)
        case "j": add(.j)
        case "z":
            if next("h") {
                add(.j)
                return 2
            }
            add(.s)
        case "s":
            add(.s)
            if next("c") && at(2) == 0x68 { return 3 }
            return next("h") || next("z") ? 2 : 1
        case "t":
            if next("c") && at(2) == 0x68 {
                add(.j)
                return 3
            }
            if start && (next("s") || next("z")) { return 1 }
            add(.t)
            return next("h") ? 2 : 1
        case "d":
            if start && next("j") || next("z") && at(2) == 0x68 { return 1 }
            add(.d)
            return next("h") ? 2 : 1
        case "l": add(.l)
        case "n":
            add(.n)
            // -ng and -ngh are one nasal at the end or before a consonant (Zhang, Singh)
            if next("g") && (start || !Self.isVowel(at(2))) { return at(2) == 0x68 ? 3 : 2 }
        case "r": add(.r)
        default: break
        }
        return 1
    }

    private mutating func readC(_ word: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let next = index + 1 < word.count ? word[index + 1] : 0
        let third = index + 2 < word.count ? word[index + 2] : 0
        switch UnicodeScalar(next) {
        case "h":
            // Christine, Chloe, McLachlan
            add(third == 0 || Self.isVowel(third) ? .j : .k)
            return 2
        case "z":
            add(.j)
            return 2
        case "e", "i", "y": add(.s)
        case "k":
            add(.k)
            return 2
        default: add(.k)
        }
        return 1
    }

    private mutating func readG(_ word: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let next = index + 1 < word.count ? word[index + 1] : 0
        let third = index + 2 < word.count ? word[index + 2] : 0
        switch UnicodeScalar(next) {
        case "h":
            // silent at the end and before t (Keogh, Wright)
            if index == 0 || Self.isVowel(third) { add(.g) }
            return 2
        case "n":
            if index > 0 { add(.g) }
        case "e": add(.j)
        default: add(.g)
        }
        return 1
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch UnicodeScalar(byte) {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }
}
