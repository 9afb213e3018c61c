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

    private static func trimmed(_ text: String) -> String {
        var slice = Substring(text)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
