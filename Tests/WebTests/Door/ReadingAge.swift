// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How old a reader must be for a text: the Flesch–Kincaid grade (Kincaid and others, 1975, "Derivation of new readability formulas for Navy
/// enlisted personnel"), 0.39 × words a sentence + 11.8 × syllables a word − 15.59, and five years, the age at which grade 0 begins.
struct ReadingAge {
    private(set) var sentences = 0
    private(set) var words = 0
    private(set) var syllables = 0

    /// Counts the text of pages. A heading, a label and an item of a list end a sentence as a full stop does.
    init(html pages: [String]) {
        for page in pages { for block in Self.blocks(page) { add(block) } }
    }

    /// Counts plain text.
    init(_ text: String) { add(text) }

    /// The age in years.
    var years: Double {
        guard sentences > 0, words > 0 else { return 0 }
        return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59 + 5
    }

    private mutating func add(_ text: String) {
        for sentence in text.split(whereSeparator: { ".?!:".contains($0) }) {
            let found = sentence.split { !$0.isLetter && $0 != "'" && $0 != "’" }.filter { $0.contains(where: \.isLetter) }
            guard !found.isEmpty else { continue }
            sentences += 1
            words += found.count
            syllables += found.reduce(0) { $0 + Self.syllables(String($1)) }
        }
    }

    /// Groups of vowels, but for a silent e at the end; one at least.
    static func syllables(_ word: String) -> Int {
        var letters = Array(word.lowercased().filter(\.isLetter))
        // "placed", "names": the e is not heard, but for "-ted", "-ded", "-ses", "-ches" and the like.
        if letters.count > 3, letters.hasSuffix("ed"), !"td".contains(letters[letters.count - 3]) { letters.removeLast(2) }
        if letters.count > 3, letters.hasSuffix("es"), !"sxzh".contains(letters[letters.count - 3]) { letters.removeLast(2) }
        if letters.count > 2, letters.last == "e", !letters.hasSuffix("le"), !Self.isVowel(letters[letters.count - 2]) {
            letters.removeLast()
        }
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = isVowel(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        return max(1, count)
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }

    /// What a page says in its own column, without links that only a keyboard finds: one text a block.
    static func blocks(_ page: String) -> [String] {
        guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else { return [] }
        var text = ""
        var rest = page[start.lowerBound..<end.lowerBound]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            text += rest[..<open]
            let name = rest[rest.index(after: open)..<close].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if !["a", "b", "i", "span", "time", "code"].contains(String(name)) { text += "\n" }
            rest = rest[rest.index(after: close)...]
        }
        let entities = ["&amp;": "&", "&quot;": "\"", "&#39;": "'", "&lt;": "<", "&gt;": ">"]
        return entities.reduce(text) { $0.replacing($1.key, with: $1.value) }.split(separator: "\n").map(String.init)
    }
}

extension [Character] {
    fileprivate func hasSuffix(_ suffix: String) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
