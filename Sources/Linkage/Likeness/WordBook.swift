// SPDX-License-Identifier: Apache-2.0

/// The distinct words of a register laid out for comparing any two by number: letters, sound, variants.
struct WordBook: Sendable {
    private var letters: [UInt8] = []
    private var starts: [UInt32] = [0, 0]
    /// Which letters a word has, a bit each; bit 26 for a space, 27 for anything else.
    private var masks: [UInt32] = [0]
    private var sounds: [UInt64] = [0]
    private var soundLengths: [UInt8] = [0]
    /// Words that are other forms of a word, and words that are never it, by number.
    private var variants: [UInt32: [UInt32]] = [:]
    private var distinct: [UInt32: [UInt32]] = [:]
    private var hasVariants: [Bool] = [false]

    private static let spaceBit: UInt32 = 1 << 26

    /// The book of a table; `variants` are names that interchange, none for words that are no names.
    init(_ table: ValueTable, variants names: NameVariants?) {
        let count = table.count
        starts.reserveCapacity(count + 2)
        for number in 1..<UInt32(max(count + 1, 1)) {
            table.value(number) { bytes in
                letters.append(contentsOf: bytes)
                starts.append(UInt32(letters.count))
                masks.append(Self.mask(bytes))
                let sound = Sound(bytes)
                sounds.append(sound.code)
                soundLengths.append(UInt8(min(sound.length, 255)))
            }
        }
        hasVariants = [Bool](repeating: false, count: count + 1)
        guard let names, count > 0 else { return }
        var byHash: [UInt64: UInt32] = [:]
        byHash.reserveCapacity(count)
        for number in 1...UInt32(count) { byHash[word(number, KeyHash.of)] = number }
        for (hash, others) in names.interchanging {
            guard let number = byHash[hash] else { continue }
            let found = others.compactMap { byHash[$0] }
            if !found.isEmpty { variants[number] = found }
            hasVariants[Int(number)] = hasVariants[Int(number)] || !found.isEmpty
        }
        for (hash, others) in names.keptApart {
            guard let number = byHash[hash] else { continue }
            let found = others.compactMap { byHash[$0] }
            if !found.isEmpty { distinct[number] = found }
            hasVariants[Int(number)] = hasVariants[Int(number)] || !found.isEmpty
        }
    }

    private static func mask(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var mask: UInt32 = 0
        for byte in bytes {
            switch byte {
            case 0x61...0x7A: mask |= 1 << UInt32(byte - 0x61)
            case 0x20: mask |= spaceBit
            default: mask |= 1 << 27
            }
        }
        return mask
    }

    /// How many words.
    var count: Int { starts.count - 2 }

    /// The letters of a word.
    func word<Result>(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = Int(starts[Int(number)])
        return letters.withUnsafeBufferPointer { body($0.part(start, Int(starts[Int(number) + 1]) - start)) }
    }

    /// The key of how a word sounds.
    func sound(_ number: UInt32) -> UInt64 { sounds[Int(number)] }

    /// The class of a word's first sound.
    func firstSound(_ number: UInt32) -> UInt64 {
        let code = sounds[Int(number)]
        let length = soundLengths[Int(number)]
        return length == 0 ? 0 : code >> 63 == 1 ? code : code >> UInt64(4 * (Int(length) - 1))
    }

    /// How two known words stand to each other.
    func relation(_ left: UInt32, _ right: UInt32) -> WordRelation {
        if left == right { return .same }
        // Jaro's matching depends on which word comes first; the order of the letters decides, not the order of asking
        return word(left) { first in
            word(right) { second in
                first.lexicographicallyPrecedes(second) ? relation(left, first, right, second) : relation(right, second, left, first)
            }
        }
    }

    private func relation(
        _ left: UInt32, _ first: UnsafeBufferPointer<UInt8>, _ right: UInt32, _ second: UnsafeBufferPointer<UInt8>
    ) -> WordRelation {
        if first.count == 1 || second.count == 1 { return first.first == second.first ? .initial : .differs }
        if hasVariants[Int(left)] {
            if variants[left]?.contains(right) == true { return .variant }
            if distinct[left]?.contains(right) == true { return .differs }
        }
        let several = (masks[Int(left)] | masks[Int(right)]) & Self.spaceBit != 0
        if !several, !couldBeAlike(masks[Int(left)], first, masks[Int(right)], second) { return .differs }
        if several, let found = WordParts.relation(first, second) { return found }
        let likeness = jaroWinkler(first, second)
        if likeness < 0.74 { return .differs }
        let edits = editDistance(first, second, bound: 2)
        let shorter = min(first.count, second.count)
        if edits == 1, shorter >= 4 || likeness >= 0.9 { return .slip }
        let soundLength = soundLengths[Int(left)]
        if sounds[Int(left)] == sounds[Int(right)], likeness >= (soundLength >= 3 ? 0.74 : soundLength == 2 ? 0.82 : 0.87) { return .sound }
        if edits == 2, shorter >= 6 { return .slip }
        return .alike
    }

    /// An upper bound of the likeness from the letters that both have: false when it can't reach what matters.
    private func couldBeAlike(
        _ leftMask: UInt32, _ left: UnsafeBufferPointer<UInt8>, _ rightMask: UInt32, _ right: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let most = min(left.count - (leftMask & ~rightMask).nonzeroBitCount, right.count - (rightMask & ~leftMask).nonzeroBitCount)
        if most <= 0 { return false }
        let share = Double(most)
        let jaro = (share / Double(left.count) + share / Double(right.count) + 1) / 3
        if jaro >= 0.74 { return true }
        var prefix = 0
        while prefix < min(4, left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro) >= 0.74
    }
}
