// SPDX-License-Identifier: Apache-2.0

/// A word of a name in the record that is asked about, with all that comparing needs.
struct PreparedWord {
    let word: NameWord
    let letters: [UInt8]
    let sound: Sound
    /// Other forms of the name.
    let variants: [[UInt8]]
    let variantHashes: [UInt64]
    /// Bits to add to an exact agreement: the name is rarer or commoner than a typical one.
    var rarity = 0.0
    /// The same for how it sounds.
    var soundRarity = 0.0

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
        self.words = words.map { word in
            let letters = Array(encoded[word.start..<word.start + word.count])
            let others = variants.others(of: letters)
            return PreparedWord(
                word: word, letters: letters, sound: Sound(letters), variants: others, variantHashes: others.map { KeyHash.of($0) })
        }
    }
}
