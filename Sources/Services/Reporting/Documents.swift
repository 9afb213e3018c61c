// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The sealed document of a concern's narrative: everything said about the concern as a whole.
struct NarrativeDocument: Codable {
    var answers: Answers
    var statements: [Statement]
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
