// SPDX-License-Identifier: Apache-2.0

/// The words of a text worth finding it by.
enum FreeWords {
    private static let idle: Set<[UInt8]> = {
        let words = """
            the and was were are for with that this from have has had not but she her his him they them their you your our who what when
            where which will would could should been being into onto than then there here about after before over under out off all any
            can did does too very just also said says only some such its one two per via
            """
        return Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })
    }()

    /// Hashes of the words of three letters and more, each once; at most 1,024 from one text.
    static func hashes(_ text: String) -> [UInt64] {
        let bytes = Fold.bytes(text, limit: 65_536)
        var out: Set<UInt64> = []
        for range in Fold.words(bytes) where range.count >= 3 && range.count <= 40 {
            if out.count >= 1_024 { break }
            let word = Array(bytes[range])
            if !idle.contains(word) { out.insert(KeyHash.of(word)) }
        }
        return Array(out)
    }

    /// Whether a folded word is looked for at all.
    static func isSought(_ word: [UInt8]) -> Bool { word.count >= 3 && !idle.contains(word) }
}
