// SPDX-License-Identifier: Apache-2.0

/// Comparing one word of a name with another.
enum NameComparison {
    /// The level at which a prepared word meets another, whose hash is given too.
    static func level(_ prepared: PreparedWord, _ other: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Level {
        prepared.letters.withUnsafeBufferPointer { letters in
            if letters.elementsEqual(other) { return .exact }
            if letters.count == 1 || other.count == 1 { return letters.first == other.first ? .initial : .differs }
            if prepared.variantHashes.contains(hash) { return .variant }
            if prepared.distinctHashes.contains(hash) { return .differs }
            let likeness = jaroWinkler(letters, other)
            // a short skeleton says little, so the spelling must say more
            let needed = prepared.sound.length >= 3 ? 0.68 : prepared.sound.length == 2 ? 0.82 : 0.87
            if likeness >= needed, prepared.sound == Sound(other) { return .sound }
            return spelling(letters, other, likeness)
        }
    }

    private static func spelling(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ likeness: Double) -> Level {
        let shorter = min(left.count, right.count)
        if likeness < 0.74 { return .differs }
        let edits = editDistance(left, right, bound: 2)
        if edits == 1, shorter >= 5 || likeness >= 0.93 { return .close }
        if edits == 2, shorter >= 7 { return .close }
        return .alike
    }

    /// The better of two levels of a word.
    static func rank(_ level: Level) -> Int {
        switch level {
        case .exact: 6
        case .variant: 5
        case .sound: 4
        case .close: 3
        case .initial: 2
        case .alike: 1
        default: 0
        }
    }
}
