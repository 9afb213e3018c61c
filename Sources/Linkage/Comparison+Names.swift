// SPDX-License-Identifier: Apache-2.0

extension Comparison {
    /// A level and the query's word it was found at.
    private struct Found {
        var level: Level
        var word: Int
    }

    /// Adds what the names say.
    mutating func compareNames(_ bytes: UnsafeBufferPointer<UInt8>) {
        NameWords.read(items, bytes, into: &words)
        if query.words.isEmpty || words.isEmpty { return }
        var given = straight(.givenNames, bytes)
        var family = straight(.familyName, bytes)
        var crossed = false
        if Self.poor(given), Self.poor(family), let across = self.crossed(bytes) {
            (given, family) = across
            crossed = true
        } else if Self.poor(given) || Self.poor(family), runTogether(bytes) {
            (given, family) = (Found(level: .sound, word: 0), Found(level: .sound, word: 0))
            crossed = true
        }
        if Self.poor(given), let alias = throughAlias(.givenNames, bytes) { given = alias }
        if Self.poor(family), let alias = throughAlias(.familyName, bytes) { family = alias }
        if let given { addName(.givenNames, given, crossed) }
        if let family { addName(.familyName, family, crossed) }
        if given == nil || Self.poor(given), let alias = best(.alias, .alias, bytes), NameComparison.rank(alias.level) >= 3 {
            addName(.alias, Found(level: alias.level == .variant ? .sound : alias.level, word: alias.word), false)
            findings.givenAgrees = true
        }
        findings.givenAgrees = findings.givenAgrees || !Self.poor(given)
        findings.givenDiffers = given?.level == .differs && !findings.givenAgrees
        findings.givenIsAlike = given?.level == .alike && !findings.givenAgrees
        findings.familyAgrees = !Self.poor(family)
    }

    /// Unknown, or no agreement.
    private static func poor(_ found: Found?) -> Bool {
        switch found?.level {
        case nil, .differs, .alike, .initial: true
        default: false
        }
    }

    private mutating func addName(_ field: Field, _ found: Found, _ crossed: Bool) {
        let word = query.words[found.word]
        let extra =
            switch found.level {
            case .exact, .alias: word.rarity
            // a rare name may be rare because it is misspelt: half of what speaks for it
            case .variant, .sound, .close, .oneOfSeveral: word.soundRarity > 0 ? word.soundRarity / 2 : word.soundRarity
            default: 0.0
            }
        add(.person, field, found.level, extra: extra - (crossed && field == .givenNames ? limits.crossedBits : 0), crossed: crossed)
    }

    /// The best level between the query's words of one field and the candidate's of another.
    private func best(_ own: Field, _ other: Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        var found: Found?
        for (place, word) in query.words.enumerated() where word.word.field == own {
            for candidate in words where candidate.field == other {
                let level = word.level(bytes.part(candidate))
                if found.map({ NameComparison.rank(level) > NameComparison.rank($0.level) }) ?? true {
                    found = Found(level: level, word: place)
                }
            }
        }
        return found
    }

    private func straight(_ field: Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        guard let own = query.words.firstIndex(where: { $0.word.field == field }), let other = words.first(where: { $0.field == field })
        else { return nil }
        let first = Found(level: query.words[own].level(bytes.part(other)), word: own)
        let counts = (query.words.count { $0.word.field == field }, words.count { $0.field == field })
        if counts == (1, 1) || first.level == .exact && (field == .givenNames || counts.0 == counts.1) { return first }
        if field == .familyName, joinedAgree(field, bytes) { return Found(level: .exact, word: own) }
        guard let any = best(field, field, bytes) else { return first }
        // "Mary Siobhan" beside "Siobhan", "Testwell-Sample" beside "Sample"
        if field == .givenNames, !Self.poor(first) { return first }
        return Self.poor(any) ? first : Found(level: .oneOfSeveral, word: any.word)
    }

    private func joinedAgree(_ field: Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let own = query.words.filter { $0.word.field == field }.flatMap(\.letters)
        var other: [UInt8] = []
        for word in words where word.field == field { other += bytes.part(word) }
        return own == other
    }

    /// Given with family name and family with given name; nil unless both agree, or one does and the other is not known.
    private func crossed(_ bytes: UnsafeBufferPointer<UInt8>) -> (Found?, Found?)? {
        let given = best(.givenNames, .familyName, bytes)
        let family = best(.familyName, .givenNames, bytes)
        if !Self.poor(given), !Self.poor(family) { return (given, family) }
        if given == nil, !Self.poor(family) { return (nil, family) }
        if family == nil, !Self.poor(given) { return (given, nil) }
        return nil
    }

    /// "amiratestwell" in one field of one side, two names on the other.
    private func runTogether(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (query.words.count == 1) != (words.count == 1) else { return false }
        let own = query.words.map(\.letters)
        let other = words.map { Array(bytes.part($0)) }
        let (run, parts) = own.count == 1 ? (own[0], other) : (other[0], own)
        guard run.count >= 7, let first = parts.first, let last = parts.last else { return false }
        return [first + last, last + first].contains { joined in
            joined.withUnsafeBufferPointer { one in run.withUnsafeBufferPointer { editDistance(one, $0, bound: 1) <= 1 } }
        }
    }

    /// A name that agrees with what the other record is also known by.
    private func throughAlias(_ field: Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        for found in [best(field, .alias, bytes), best(.alias, field, bytes)] {
            if let found, NameComparison.rank(found.level) >= 3 { return Found(level: .alias, word: found.word) }
        }
        return nil
    }
}
