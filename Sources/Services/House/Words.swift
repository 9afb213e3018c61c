// SPDX-License-Identifier: Apache-2.0

/// Checking words that a person has written.
enum Words {
    /// Characters in a reason, reply or note.
    static let most = 8000

    /// The words without blank ends. Throws `invalid` where there are none or too many.
    static func checked(_ words: String, field: String, most: Int = Words.most) throws -> String {
        let trimmed = trimmed(words)
        if trimmed.isEmpty { throw ServiceError.invalid([FieldFault(field, .missing)]) }
        if trimmed.count > most { throw ServiceError.invalid([FieldFault(field, .tooLong)]) }
        return trimmed
    }

    /// The words in parts that are short enough, each broken at a blank where there is one near its end. Throws `invalid` where there are none.
    static func parts(_ words: String, field: String, most: Int = Words.most) throws -> [String] {
        var rest = try checked(words, field: field, most: .max)[...]
        var parts: [String] = []
        while rest.count > most {
            let part = rest.prefix(most)
            let blank = part.suffix(most / 10).lastIndex { $0.isWhitespace }
            let end = blank.map { part.index(after: $0) } ?? part.endIndex
            parts.append(String(rest[..<end]))
            rest = rest[end...]
        }
        return parts + (rest.isEmpty ? [] : [String(rest)])
    }

    /// What is wrong with words, where all that is wrong with a form is said at once.
    static func faults(_ words: String, field: String) -> [FieldFault] {
        do { _ = try checked(words, field: field) } catch ServiceError.invalid(let faults) { return faults } catch {}
        return []
    }

    /// The first sentence, or the first `most` characters of it with an ellipsis.
    static func firstSentence(_ text: String, most: Int) -> String {
        var sentence = ""
        for character in trimmed(text) {
            sentence.append(character == "\n" ? " " : character)
            if sentence.count >= most { return sentence + "…" }
            if ".!?".contains(character), sentence.count > 20 { break }
        }
        return sentence
    }

    /// The words on one line, or the first `most` characters of them with an ellipsis.
    static func shortened(_ text: String, most: Int) -> String {
        let line = String(trimmed(text).map { $0.isNewline ? " " : $0 })
        return line.count > most ? line.prefix(most) + "…" : line
    }

    private static func trimmed(_ text: String) -> String {
        var slice = Substring(text)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
