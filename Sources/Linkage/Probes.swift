// SPDX-License-Identifier: Apache-2.0

/// The keys to look under for a record.
struct Probes {
    /// One name by sound, with an initial or a year.
    private(set) var loose: Set<UInt64> = []
    /// Keys that many may share: two names by sound, a birthday, a postcode.
    private(set) var weak: Set<UInt64> = []
    /// Keys that one person or thing should have for itself.
    private(set) var strong: Set<UInt64> = []

    init(_ record: PreparedRecord) {
        if record.kind == .person { names(record) }
        record.bytes.withUnsafeBufferPointer { bytes in
            for item in record.items { value(item, bytes.part(item)) }
        }
    }

    private mutating func names(_ record: PreparedRecord) {
        let words = record.words.prefix(5).map { (own: $0.sound, all: $0.sounds) }
        for (place, left) in words.enumerated() {
            loose.insert(KeyHash.key(.nameSound, left.own.code))
            for sound in left.all {
                for year in record.years { loose.insert(KeyHash.key(.soundYear, sound.code, UInt64(year))) }
            }
            for right in words[(place + 1)...] { pair(left, right, both: words.count == 2) }
        }
        for joined in record.joined { loose.insert(KeyHash.key(.nameSound, Sound(joined).code)) }
        for word in record.words.prefix(5) where word.letters.count >= 7 {
            for other in record.words.prefix(5) where other.word.start != word.word.start {
                loose.insert(KeyHash.key(.nameSound, Sound(word.letters + other.letters).code))
            }
        }
    }

    private mutating func pair(_ left: (own: Sound, all: [Sound]), _ right: (own: Sound, all: [Sound]), both: Bool) {
        for one in left.all {
            for other in right.all where both || one == left.own || other == right.own {
                weak.insert(KeyHash.pair(.soundPair, one.code, other.code))
            }
            loose.insert(KeyHash.key(.soundInitial, one.code, right.own.first))
        }
        for other in right.all { loose.insert(KeyHash.key(.soundInitial, other.code, left.own.first)) }
    }

    private mutating func value(_ item: Item, _ part: UnsafeBufferPointer<UInt8>) {
        switch item.field {
        case .dateOfBirth: if let key = IndexKeys.birthDate(part) { weak.insert(key) }
        case .postcode: if Postcode.isWhole(part) { weak.insert(Self.postcode(part)) }
        case .address: weak.formUnion(IndexKeys.address(part))
        case .vehicleMark: marks(part)
        default: if let key = Self.strongKey(item, part) { strong.insert(key) }
        }
        if item.field == .handle, let stem = AccountName.stemCount(IndexKeys.second(part)) {
            weak.insert(KeyHash.key(.handleStem, KeyHash.of(IndexKeys.second(part).part(0, stem))))
        }
    }

    private mutating func marks(_ part: UnsafeBufferPointer<UInt8>) {
        let pairs = zip(part, part.dropFirst()).map { (UInt64(VehicleMark.lookalike($0)), UInt64(VehicleMark.lookalike($1))) }
        for (one, other) in pairs { strong.insert(KeyHash.key(.partialMark, one, other)) }
        if VehicleMark.isWhole(part) {
            strong.insert(KeyHash.key(.mark, KeyHash.of(part.map(VehicleMark.lookalike))))
        } else {
            for (one, other) in pairs { strong.insert(KeyHash.key(.markPart, one, other)) }
        }
    }

    static func postcode(_ part: UnsafeBufferPointer<UInt8>) -> UInt64 { KeyHash.key(.postcode, KeyHash.of(part)) }

    /// The key of a value that should be one person's or thing's own.
    static func strongKey(_ item: Item, _ part: UnsafeBufferPointer<UInt8>) -> UInt64? {
        switch item.field {
        case .phone: KeyHash.key(.phone, KeyHash.of(part))
        case .email: KeyHash.key(.email, KeyHash.of(part))
        case .identifier: KeyHash.key(.identifier, KeyHash.of(IndexKeys.second(part)))
        case .handle: KeyHash.key(.handle, KeyHash.of(IndexKeys.second(part)))
        default: nil
        }
    }
}
