// SPDX-License-Identifier: Apache-2.0

/// The words by which free text gives a confidential address away: house number with street, the name of a place, the postcode.
///
/// It finds what is written as it stands in the address, whatever the case, spaces and signs between. It does not find a street without
/// its number, a spelling mistake or a description: whoever writes is asked to leave the place out, and a person reads what is sent.
public struct ConfidentialWords: Hashable, Sendable {
    /// What stands in the place of words that are withheld.
    public static let mark = "[address withheld]"

    /// Each a run of folded words.
    public let phrases: Set<[String]>

    /// Takes the phrases that were kept.
    public init(phrases: Set<[String]>) { self.phrases = phrases }

    /// What gives away the confidential addresses of these people and places.
    public init(_ mentions: [Mention]) {
        var phrases: Set<[String]> = []
        for mention in mentions where mention.hasConfidentialAddress {
            for text in [QuestionID.personAddress, QuestionID.placeAddress].flatMap(mention.answers.all) {
                let lines = text.split { $0 == "," || $0.isNewline }
                for (number, line) in lines.enumerated() { phrases.formUnion(Self.phrases(of: line, isFirst: number == 0)) }
            }
            for text in mention.answers.all(QuestionID.placeName) {
                let words = Self.words(text[...]).map(\.folded)
                if words.count > 1 { phrases.insert(words) }
            }
            for text in [QuestionID.personPostcode, QuestionID.placePostcode].flatMap(mention.answers.all) {
                let words = Self.words(text[...]).map(\.folded)
                // "AB1 2CD" and "AB12CD" are one postcode; the first half alone is a town.
                guard words.joined().count >= 5 else { continue }
                let whole = words.joined()
                phrases.formUnion([[whole], [String(whole.dropLast(3)), String(whole.suffix(3))]])
            }
        }
        self.phrases = phrases
    }

    /// Both together.
    public func union(_ other: ConfidentialWords) -> ConfidentialWords { ConfidentialWords(phrases: phrases.union(other.phrases)) }

    /// Whether a text gives an address away.
    public func standIn(_ text: String) -> Bool { !places(in: text).isEmpty }

    /// The text with a mark in the place of what gives an address away.
    public func masked(_ text: String) -> String {
        var rest = text[...]
        var masked = ""
        for place in places(in: text) where place.lowerBound >= rest.startIndex {
            masked += text[rest.startIndex..<place.lowerBound] + Self.mark
            rest = text[place.upperBound...]
        }
        return masked + rest
    }

    /// The same of every answer that is written and not chosen.
    public func masked(_ answers: Answers) -> Answers {
        guard !phrases.isEmpty else { return answers }
        var shown = answers
        for (question, answer) in answers.byQuestion {
            if case .values(let values) = answer { shown.byQuestion[question] = .values(values.map(masked)) }
        }
        return shown
    }

    /// The same of what was said.
    public func masked(_ statements: [Statement]) -> [Statement] { statements.map { Statement(answers: masked($0.answers)) } }

    /// A line of an address: its number and the word behind it, as far as the line goes. Without a number the first line alone is a house's
    /// name; a later one is a street or town, which others share.
    private static func phrases(of line: Substring, isFirst: Bool) -> Set<[String]> {
        let words = words(line).map(\.folded)
        guard let number = words.firstIndex(where: { $0.first?.isNumber == true }) else {
            return isFirst && words.count > 1 ? [words] : []
        }
        let street = Array(words[number...])
        guard street.count > 1 else { return [] }
        return [street, Array(street.prefix(2))]
    }

    private func places(in text: String) -> [Range<String.Index>] {
        guard !phrases.isEmpty else { return [] }
        let words = Self.words(text[...])
        let longest = phrases.map(\.count).max() ?? 0
        var found: [Range<String.Index>] = []
        var next = 0
        while next < words.count {
            // The longest phrase that begins here is withheld whole.
            let length = stride(from: min(longest, words.count - next), to: 0, by: -1).first { length in
                phrases.contains(words[next..<(next + length)].map(\.folded))
            }
            guard let length else {
                next += 1
                continue
            }
            found.append(words[next].range.lowerBound..<words[next + length - 1].range.upperBound)
            next += length
        }
        return found
    }

    private static func words(_ text: Substring) -> [(folded: String, range: Range<String.Index>)] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "\u{2019}" }.map { word in
            (word.lowercased().filter { $0.isLetter || $0.isNumber }, word.startIndex..<word.endIndex)
        }
    }
}

extension ConcernReport {
    /// Whether what was written elsewhere in it gives a confidential address of the same report away.
    public var givesAddressAway: Bool {
        let words = ConfidentialWords(mentions)
        guard !words.phrases.isEmpty else { return false }
        let others = mentions.map { mention in mention.withoutConfidentialAddress.answers }
        return ([answers] + statements.map(\.answers) + others).contains { said in
            said.byQuestion.values.contains { $0.all.contains(where: words.standIn) }
        }
    }
}
