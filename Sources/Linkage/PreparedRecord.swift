// SPDX-License-Identifier: Apache-2.0

/// A word of a name in the record that is asked about, with all that comparing needs. A class, and not `Sendable`: it belongs to one
/// question and remembers what it was compared with, for the same few names come again and again among candidates.
final class PreparedWord {
    let word: NameWord
    let letters: [UInt8]
    let sound: Sound
    /// Other forms of the name.
    let variants: [[UInt8]]
    let variantHashes: [UInt64]
    /// Names that it is not, however alike.
    let distinctHashes: [UInt64]
    /// Bits to add to an exact agreement: the name is rarer or commoner than a typical one.
    var rarity = 0.0
    /// The same for how it sounds.
    var soundRarity = 0.0

    init(_ word: NameWord, _ letters: [UInt8], _ table: NameVariants) {
        self.word = word
        self.letters = letters
        sound = Sound(letters)
        variants = table.others(of: letters)
        variantHashes = variants.map { KeyHash.of($0) }
        distinctHashes = table.distinct(from: letters)
    }

    private static let remembered = 256
    private var comparedHashes = [UInt64](repeating: 0, count: remembered)
    private var comparedLevels = [Level](repeating: .differs, count: remembered)

    /// The level at which another word meets this one.
    func level(_ other: UnsafeBufferPointer<UInt8>) -> Level {
        let hash = KeyHash.of(other)
        let place = Int(truncatingIfNeeded: hash) & (Self.remembered - 1)
        if comparedHashes[place] == hash { return comparedLevels[place] }
        let level = NameComparison.level(self, other, hash)
        comparedHashes[place] = hash
        comparedLevels[place] = level
        return level
    }

    /// The sounds it may stand under, its own first.
    var sounds: [Sound] {
        var out = [sound]
        for variant in variants where out.count < 6 {
            let other = Sound(variant)
            if !out.contains(other) { out.append(other) }
        }
        return out
    }
}

/// The record that is asked about, normalised once.
struct PreparedRecord {
    let kind: RecordKind
    let bytes: [UInt8]
    private(set) var items: [Item] = []
    var words: [PreparedWord] = []
    /// Names run together.
    private(set) var joined: [[UInt8]] = []
    /// Years of birth, said or following from an age.
    private(set) var years: [Int] = []
    /// For each item, on how many visible records its value stands; 0 where that was not counted.
    var standsOn: [Int] = []

    init(_ record: IndexRecord, variants: NameVariants) {
        kind = record.kind
        let encoded = ValueCodec.encode(record.values).bytes
        bytes = encoded
        var items: [Item] = []
        var words: [NameWord] = []
        encoded.withUnsafeBufferPointer { buffer in
            ValueCodec.parse(buffer, into: &items)
            NameWords.read(items, buffer, into: &words)
            joined = IndexKeys.joined(words, buffer)
            years = IndexKeys.birthYears(items, buffer)
        }
        self.items = items
        standsOn = [Int](repeating: 0, count: items.count)
        self.words = words.map { PreparedWord($0, Array(encoded[$0.start..<$0.start + $0.count]), variants) }
    }
}
