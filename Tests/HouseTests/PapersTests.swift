// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The papers for an agency are drafts and say so, lead nowhere that is not there, and the one for a child can be read by a child.
struct PapersTests {
    private static let papers = House.files(in: ["docs/papers"], with: ["md"])

    @Test func everyPaperSaysThatItIsADraftAndWhatIsToBeFilledIn() {
        #expect(Self.papers.count >= 7)
        for paper in Self.papers where paper.name != "README.md" {
            #expect(paper.text.contains("**Draft") || paper.text.contains("**Template"), "\(paper.name)")
            #expect(paper.text.contains("**["), "\(paper.name) leaves nothing to an agency")
        }
    }

    @Test func everyLinkBetweenPagesLeadsToOne() {
        let pages = House.files(in: ["docs"], with: ["md"]) + House.files(named: ["README.md"])
        var found: [Finding] = []
        for page in pages {
            let folder = House.root.appendingPathComponent(page.path).deletingLastPathComponent()
            for link in Pattern(#"\]\(([^)#:]+)\)"#).matches(in: page.text)
            where !FileManager.default.fileExists(atPath: folder.appendingPathComponent(link.group).path) {
                found.append(Finding(path: page.path, line: link.line, what: "leads to \(link.group), which is not there"))
            }
        }
        #expect(found.isEmpty, found.told("A link of a page leads to a file."))
    }

    /// Flesch-Kincaid: the grade of an American school, and five years. A child of nine reads it alone.
    @Test func aChildOfNineCanReadTheChildsNotice() throws {
        let notice = try #require(Self.papers.first { $0.name == "privacy-notice-child.md" }).text
        let age = ReadingAge.of(notice)
        #expect(age <= 9, "reading age \(age)")
        let grown = try #require(Self.papers.first { $0.name == "dpia.md" }).text
        #expect(ReadingAge.of(grown) > 12, "the measure tells a child's page from a solicitor's")
    }
}

/// How old a reader must be: Flesch-Kincaid's grade with five years added.
enum ReadingAge {
    static func of(_ text: String) -> Double {
        // A heading and an item of a list are sentences of their own; signs of marking are none.
        let plain = text.filter { !"#*[]|`_".contains($0) }.replacingOccurrences(of: "\n\n", with: ". ")
        let sentences = plain.split { ".!?:".contains($0) }.filter { $0.contains { $0.isLetter } }
        let words = plain.split { !$0.isLetter && $0 != "'" }
        guard !sentences.isEmpty, !words.isEmpty else { return 0 }
        let syllables = words.reduce(0) { $0 + Self.syllables(String($1)) }
        return 0.39 * Double(words.count) / Double(sentences.count) + 11.8 * Double(syllables) / Double(words.count) - 15.59 + 5
    }

    /// Groups of vowels, a silent "e" at the end not counted.
    private static func syllables(_ word: String) -> Int {
        let letters = Array(word.lowercased().filter(\.isLetter))
        var groups = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            if isVowel && !wasVowel { groups += 1 }
            wasVowel = isVowel
        }
        if groups > 1, letters.last == "e", letters.dropLast().last != "l" { groups -= 1 }
        return max(1, groups)
    }
}
