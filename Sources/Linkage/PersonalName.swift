// SPDX-License-Identifier: Apache-2.0

/// Names of people as words: titles dropped, particles joined to what they belong to.
enum PersonalName {
    private static let titles = words("mr mrs ms miss mx dr master sir lady rev")
    private static let particles = words("al el ul ud ad ur bin ibn abu o mc mac van von der den de la le di da del dos st")

    private static func words(_ text: String) -> Set<[UInt8]> { Set(text.split(separator: " ").map { Array($0.utf8) }) }

    /// The words of a name, folded, parted by spaces; at most six words and 120 bytes.
    static func normalised(_ text: String) -> [UInt8]? {
        let bytes = Fold.bytes(text, limit: 120)
        let ranges = Fold.words(bytes)
        var out: [UInt8] = []
        var count = 0
        var index = 0
        while index < ranges.count, count < 6 {
            var word = Array(bytes[ranges[index]])
            index += 1
            if ranges.count > 1, titles.contains(word) { continue }
            while index < ranges.count, particles.contains(word) || isRunOfParticles(word) {
                word += bytes[ranges[index]]
                index += 1
            }
            if !out.isEmpty { out.append(Fold.space) }
            out += word
            count += 1
        }
        return out.isEmpty ? nil : out
    }

    /// "van der": joined so far, and still only particles.
    private static func isRunOfParticles(_ word: [UInt8]) -> Bool {
        (2..<max(3, word.count)).contains { cut in
            cut < word.count && particles.contains(Array(word[..<cut])) && particles.contains(Array(word[cut...]))
        }
    }
}
