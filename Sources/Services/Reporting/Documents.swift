// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The sealed document of a concern's narrative: everything said about the concern as a whole.
struct NarrativeDocument: Codable {
    var answers: Answers
    var statements: [Statement]
    /// The words that would give away a confidential address of the same concern, so that a line made of the narrative alone can withhold
    /// them; nil where there is none.
    var confidential: Set<[String]>?

    init(_ report: ConcernReport) {
        (answers, statements) = (report.answers, report.statements)
        let words = ConfidentialWords(report.mentions)
        confidential = words.phrases.isEmpty ? nil : words.phrases
    }

    /// What must not stand where the address may not.
    var confidentialWords: ConfidentialWords { ConfidentialWords(phrases: confidential ?? []) }

    /// The same without what gives a confidential address away: for every line, list, piece and search.
    var masked: NarrativeDocument {
        guard confidential != nil else { return self }
        var masked = self
        masked.answers = confidentialWords.masked(answers)
        masked.statements = confidentialWords.masked(statements)
        return masked
    }
}

/// A sealed document that holds nothing but words: a reason, a reply, an addendum.
struct WordsDocument: Codable {
    var words: String
}

/// The kinds of sealed records in a concern, as they stand in the column `record.kind`.
enum RecordKindName {
    static let narrative = "narrative"
    static let source = "source"
}
