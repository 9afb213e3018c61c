// SPDX-License-Identifier: Apache-2.0

/// The keys under which a record can be found, derived from its encoded values.
struct IndexKeys {
    private(set) var keys: [UInt64] = []
    private var items: [Item] = []
    private var words: [NameWord] = []

    /// Derives the keys of one record; they stand in `keys`, sorted, each once.
    mutating func derive(_ bytes: UnsafeBufferPointer<UInt8>, words freeWords: [UInt64]) {
        keys.removeAll(keepingCapacity: true)
        ValueCodec.parse(bytes, into: &items)
        NameWords.read(items, bytes, into: &words)
        names(bytes)
        for item in items { value(item, bytes) }
        for word in freeWords { keys.append(KeyHash.key(.word, word)) }
        keys.sort()
        var kept = 0
        for index in keys.indices where index == 0 || keys[index] != keys[kept - 1] {
            keys[kept] = keys[index]
            kept += 1
        }
        keys.removeSubrange(kept...)
    }

    private mutating func names(_ bytes: UnsafeBufferPointer<UInt8>) {
        var sounds: [(sound: Sound, start: Int)] = []
        for word in words {
            let letters = bytes.part(word)
            let sound = Sound(letters)
            keys.append(KeyHash.key(.nameToken, KeyHash.of(letters)))
            keys.append(KeyHash.key(.nameSound, sound.code))
            if sounds.count < 5 { sounds.append((sound, word.start)) }
        }
        // combinations: common names alone find too many
        for (place, left) in sounds.enumerated() {
            for right in sounds[(place + 1)...] where left.sound != right.sound {
                keys.append(KeyHash.pair(.soundPair, left.sound.code, right.sound.code))
                keys.append(KeyHash.key(.soundInitial, left.sound.code, right.sound.first))
                keys.append(KeyHash.key(.soundInitial, right.sound.code, left.sound.first))
            }
        }
        for joined in Self.joined(words, bytes) { keys.append(KeyHash.key(.nameSound, Sound(joined).code)) }
        for year in Self.birthYears(items, bytes) {
            for (sound, _) in sounds { keys.append(KeyHash.key(.soundYear, sound.code, UInt64(year))) }
        }
    }

    /// Names run together: the words of a double family name, given and family name.
    static func joined(_ words: [NameWord], _ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        let given = words.first { $0.field == .givenNames }
        let family = words.filter { $0.field == .familyName }
        var out: [[UInt8]] = []
        if family.count > 1 { out.append(family.flatMap { Array(bytes.part($0)) }) }
        if let given, !family.isEmpty { out.append(Array(bytes.part(given)) + family.flatMap { Array(bytes.part($0)) }) }
        return out
    }

    /// The years of birth that are said or follow from an age given closely.
    static func birthYears(_ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var years: Set<Int> = []
        for item in items {
            let part = bytes.part(item)
            if item.field == .dateOfBirth {
                years.insert(Int(part[0]) << 8 | Int(part[1]))
            } else if item.field == .age {
                let first = Int(part[0]) << 8 | Int(part[1])
                let last = Int(part[2]) << 8 | Int(part[3])
                if last >= first, last - first <= 4 { years.formUnion(first...last) }
            }
        }
        return years.sorted()
    }

    private mutating func value(_ item: Item, _ bytes: UnsafeBufferPointer<UInt8>) {
        let part = bytes.part(item)
        switch item.field {
        case .dateOfBirth: if let key = Self.birthDate(part) { keys.append(key) }
        case .phone:
            keys.append(KeyHash.key(.phone, KeyHash.of(part)))
            for start in stride(from: 2, through: part.count - 4, by: 1) {
                keys.append(KeyHash.key(.phonePart, KeyHash.of(part.part(start, 4))))
            }
        case .email: keys.append(KeyHash.key(.email, KeyHash.of(part)))
        case .identifier:
            keys.append(KeyHash.key(.identifier, KeyHash.of(Self.second(part))))
        case .handle:
            let name = Self.second(part)
            keys.append(KeyHash.key(.handle, KeyHash.of(name)))
            if let stem = AccountName.stemCount(name) { keys.append(KeyHash.key(.handleStem, KeyHash.of(name.part(0, stem)))) }
        case .vehicleMark: keys += Self.mark(part)
        case .postcode:
            if Postcode.isWhole(part) { keys.append(KeyHash.key(.postcode, KeyHash.of(part))) }
            keys.append(KeyHash.key(.outward, KeyHash.of(part.part(0, Postcode.outwardCount(part)))))
        case .address: keys += Self.address(part)
        default: break
        }
    }

    /// A whole date, day and month in either order; nil for a part of one.
    static func birthDate(_ date: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard date[2] != 0, date[3] != 0 else { return nil }
        let year = UInt64(date[0]) << 8 | UInt64(date[1])
        return KeyHash.key(.birthDate, year, UInt64(min(date[2], date[3])) << 8 | UInt64(max(date[2], date[3])))
    }

    /// What follows a scheme or platform.
    static func second(_ part: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let skip = Int(part[0]) + 1
        return part.part(skip, part.count - skip)
    }

    /// A whole mark by all of it, and every mark by its pairs of neighbours, lookalike characters falling together.
    static func mark(_ mark: UnsafeBufferPointer<UInt8>) -> [UInt64] {
        let folded = mark.map(VehicleMark.lookalike)
        var keys: [UInt64] = []
        let whole = VehicleMark.isWhole(mark)
        if whole { keys.append(KeyHash.key(.mark, KeyHash.of(folded))) }
        for index in folded.indices.dropLast() where isRead(folded[index]) && isRead(folded[index + 1]) {
            keys.append(KeyHash.key(.markPart, UInt64(folded[index]), UInt64(folded[index + 1])))
            // few: so that a whole mark can look through all partial ones
            if !whole { keys.append(KeyHash.key(.partialMark, UInt64(folded[index]), UInt64(folded[index + 1]))) }
        }
        return keys
    }

    private static func isRead(_ byte: UInt8) -> Bool { byte != VehicleMark.one && byte != VehicleMark.several }

    /// Each word of an address for searching; number with word, or word with word where there is no number, for matching.
    static func address(_ text: UnsafeBufferPointer<UInt8>) -> [UInt64] {
        var keys: [UInt64] = []
        var numbers: [UInt64] = []
        var words: [UInt64] = []
        for range in Fold.words(text) {
            let word = text.part(range.lowerBound, range.count)
            let hash = KeyHash.of(word)
            if StreetAddress.isNumber(word) {
                if numbers.count < 3 { numbers.append(hash) }
            } else if !StreetAddress.common.contains(hash) {
                keys.append(KeyHash.key(.addressWord, hash))
                if words.count < 4 { words.append(hash) }
            }
        }
        for number in numbers {
            for word in words.prefix(2) { keys.append(KeyHash.key(.numberAndWord, number, word)) }
        }
        if numbers.isEmpty {
            for (place, left) in words.enumerated() {
                for right in words[(place + 1)...] { keys.append(KeyHash.pair(.numberAndWord, left, right)) }
            }
            if words.count == 1 { keys.append(KeyHash.key(.numberAndWord, words[0])) }
        }
        return keys
    }
}
