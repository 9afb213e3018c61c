// SPDX-License-Identifier: Apache-2.0

/// How a term of a query was found in a record.
public struct SearchMatch: Hashable, Sendable {
    /// The place of the term in the text of the query, from 0.
    public let term: Int
    /// The field that it was found in.
    public let field: Field
    /// `exact`, `variant`, `sound`, `partial` (part of a number or mark), `district` (first half of a postcode).
    public let level: Level
}

/// A record that answers a query.
public struct SearchHit: Hashable, Sendable {
    /// The record.
    public let id: RecordKey
    /// The group it belongs to.
    public let group: RecordKey
    /// What it describes.
    public let kind: RecordKind
    /// Higher is better; comparable within one answer only.
    public let score: Double
    /// How many terms of the query the record's whole group answers.
    public let termsInGroup: Int
    /// How each term was found in this record.
    public let matches: [SearchMatch]
}

/// Something that an answer does not cover, so that "nothing found" is never mistaken for "nothing known".
public enum NotSearched: Hashable, Sendable {
    /// The index is still loading: this many of its segments are ready.
    case loading(segments: Int, of: Int)
    /// The index was never loaded or fed; look elsewhere.
    case empty
    /// The term at this place is too short to look for.
    case tooShort(term: Int)
    /// The term at this place is in so many records that they were left out; add another term.
    case tooCommon(term: Int)
    /// There were more terms than are looked for; those from this place on were left out.
    case tooManyTerms(from: Int)
}

/// The answer to a query.
public struct SearchAnswer: Hashable, Sendable {
    /// The terms, as the query was read.
    public let terms: [String]
    /// The best hits, best first.
    public let hits: [SearchHit]
    /// How many records answer, of those the caller may see.
    public let total: Int
    /// What was not searched; empty when the answer is whole.
    public let notSearched: [NotSearched]
    /// The feed position that the answer is true of.
    public let position: UInt64
}
