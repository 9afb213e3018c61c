// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// The order in which a search lists what it found.
public enum SearchOrder: String, Sendable, Hashable, CaseIterable {
    /// What was received last first.
    case newest
    /// What was received first first.
    case oldest
    /// What agrees best first.
    case best
}

/// One page of what a search found.
public struct SearchPage: Sendable, Hashable {
    /// In the order that was asked for.
    public let rows: [SearchRow]
    /// How many concerns answer, of those that this person may read.
    public let total: Int
    /// Concerns on one page.
    public let pageSize: Int
    /// What was not searched, in codes, so that "nothing found" is never mistaken for "nothing known": `index_loading`, `index_behind`,
    /// `term_too_short`, `term_too_common`, `too_many_terms`, `more_than_listed`. Empty where the answer is whole.
    public let notSearched: [String]
}

/// One concern that a search found, by the record in it that answers best.
public struct SearchRow: Sendable, Hashable {
    /// The concern, as a queue shows it: about whom, what was seen, from whom and when.
    public let row: QueueRow
    /// The standard under which it was made, for the words of its codes.
    public let standard: String
    /// Codes of the list `setting`.
    public let settings: [String]
    /// What was decided then: a code of the list `outcome`, or nil while it is open.
    public let outcome: String?
    /// What the record names, or the first words of the narrative.
    public let label: String
    /// `person`, `place`, `vehicle`, `phone`, `account`, `narrative`, or `concern` where it was found by its reference.
    public let kind: String
    /// The field in which it was found, as in `Evidence`.
    public let field: String
    /// How well it agrees, as in `Evidence`.
    public let level: String

    /// The concern.
    public var concern: RecordID { row.concern }
    /// Its reference.
    public var reference: String { row.reference }
}
