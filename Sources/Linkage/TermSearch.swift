// SPDX-License-Identifier: Apache-2.0

/// Finds the visible records that one term of a query is in.
struct TermSearch {
    let walk: RowWalk
    let variants: NameVariants
    let kinds: Set<RecordKind>?
    /// A term in more records than this is only used to narrow others.
    static let commonLimit = 20_000

    struct Found {
        var matches: [RowPlace: (field: Field, level: Level)] = [:]
        /// More records than `commonLimit` have it.
        var isCommon = false
    }

    /// What a term finds. Each reading is tried; of several in one record the best counts.
    func find(_ term: SearchTerm) -> Found {
        var found = Found()
        for reading in term.readings {
            switch reading {
            case .word(let word): self.word(word, &found)
            case .digits(let digits): self.digits(digits, &found)
            case .postcode(let code): postcode(code, &found)
            case .mark(let mark): self.mark(mark, &found)
            case .email(let email): keyed(KeyHash.key(.email, KeyHash.of(email)), .email, .exact, &found)
            case .handle(let handle):
                keyed(KeyHash.key(.handle, KeyHash.of(handle)), .handle, .exact, &found)
                keyed(KeyHash.key(.handleStem, KeyHash.of(handle)), .handle, .partial, &found)
            case .identifier(let value): keyed(KeyHash.key(.identifier, KeyHash.of(value)), .identifier, .exact, &found)
            }
        }
        return found
    }

    private func places(_ key: UInt64, _ found: inout Found) -> [RowPlace] {
        var places: [RowPlace] = []
        if walk.rows(of: key, limit: Self.commonLimit, into: &places) > Self.commonLimit { found.isCommon = true }
        guard let kinds else { return places }
        return places.filter { kinds.contains(RecordKind(rawValue: walk.snapshot.segments[$0.segment].segment.kinds[$0.row])) }
    }

    private func add(_ place: RowPlace, _ field: Field, _ level: Level, _ found: inout Found) {
        if let before = found.matches[place], SearchRanking.quality(before.level) >= SearchRanking.quality(level) { return }
        found.matches[place] = (field, level)
    }

    private func keyed(_ key: UInt64, _ field: Field, _ level: Level, _ found: inout Found) {
        for place in places(key, &found) { add(place, field, level, &found) }
    }

    private func value(_ place: RowPlace) -> UnsafeBufferPointer<UInt8> { walk.snapshot.segments[place.segment].segment.value(place.row) }

    private func word(_ word: [UInt8], _ found: inout Found) {
        let prepared = PreparedWord(NameWord(field: .alias, start: 0, count: word.count), word, variants)
        var items: [Item] = []
        var words: [NameWord] = []
        for sound in prepared.sounds {
            for place in places(KeyHash.key(.nameSound, sound.code), &found) {
                let bytes = value(place)
                ValueCodec.parse(bytes, into: &items)
                NameWords.read(items, bytes, into: &words)
                for candidate in words {
                    let level = prepared.level(bytes.part(candidate))
                    if NameComparison.rank(level) >= 3 { add(place, candidate.field, level, &found) }
                }
            }
        }
        keyed(KeyHash.key(.addressWord, KeyHash.of(word)), .address, .exact, &found)
        if FreeWords.isSought(word) { keyed(KeyHash.key(.word, KeyHash.of(word)), .freeWords, .exact, &found) }
    }

    private func digits(_ digits: [UInt8], _ found: inout Found) {
        let keys = (0...(digits.count - 4)).map { KeyHash.key(.phonePart, KeyHash.of(Array(digits[$0..<$0 + 4]))) }
        // the rarest run of four first, then the whole is looked at
        guard let rarest = keys.min(by: { walk.count(of: $0) < walk.count(of: $1) }) else { return }
        verified(rarest, .phone, &found) { part in
            guard part.count >= digits.count + 2 || part.count >= digits.count else { return nil }
            if part.count == digits.count + 2, part.part(2, digits.count).elementsEqual(digits) { return .exact }
            for start in 0...(part.count - digits.count) where part.part(start, digits.count).elementsEqual(digits) { return .partial }
            return nil
        }
    }

    private func mark(_ mark: [UInt8], _ found: inout Found) {
        let whole = mark.withUnsafeBufferPointer(VehicleMark.isWhole)
        let pairs = zip(mark, mark.dropFirst()).map { (UInt64(VehicleMark.lookalike($0)), UInt64(VehicleMark.lookalike($1))) }
        let read = pairs.filter { pair in ![pair.0, pair.1].contains { $0 == UInt64(VehicleMark.one) || $0 == UInt64(VehicleMark.several) }
        }
        var keys: [UInt64] = read.map { KeyHash.key(.partialMark, $0.0, $0.1) }
        if whole {
            keys.append(KeyHash.key(.mark, KeyHash.of(mark.map(VehicleMark.lookalike))))
        } else if let rarest = read.map({ KeyHash.key(.markPart, $0.0, $0.1) }).min(by: { walk.count(of: $0) < walk.count(of: $1) }) {
            keys.append(rarest)
        }
        for key in keys {
            verified(key, .vehicleMark, &found) { part in
                mark.withUnsafeBufferPointer { own in
                    if own.elementsEqual(part) { return .exact }
                    let fit = ValueComparison.fit(own, part, (whole, VehicleMark.isWhole(part))) ?? 0
                    return fit >= 3 ? whole && VehicleMark.isWhole(part) ? .close : .partial : nil
                }
            }
        }
    }

    private func postcode(_ code: [UInt8], _ found: inout Found) {
        code.withUnsafeBufferPointer { code in
            if Postcode.isWhole(code) {
                keyed(Probes.postcode(code), .postcode, .exact, &found)
            } else {
                keyed(KeyHash.key(.outward, KeyHash.of(code)), .postcode, .district, &found)
            }
        }
    }

    private func verified(
        _ key: UInt64, _ field: Field, _ found: inout Found, _ level: (UnsafeBufferPointer<UInt8>) -> Level?
    ) {
        var items: [Item] = []
        for place in places(key, &found) {
            let bytes = value(place)
            ValueCodec.parse(bytes, into: &items)
            for item in items where item.field == field {
                if let level = level(bytes.part(item)) { add(place, field, level, &found) }
            }
        }
    }
}
