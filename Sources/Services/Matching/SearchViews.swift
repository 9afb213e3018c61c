// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// One page of what a search found.
public struct SearchPage: Sendable, Hashable {
    /// The best first.
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
    /// The concern.
    public let concern: RecordID
    /// Its reference.
    public let reference: String
    /// What the record names, or the first words of the narrative.
    public let label: String
    /// `person`, `place`, `vehicle`, `phone`, `account`, `narrative`, or `concern` where it was found by its reference.
    public let kind: String
    /// The field in which it was found, as in `Evidence`.
    public let field: String
    /// How well it agrees, as in `Evidence`.
    public let level: String
    /// The agency that reported it.
    public let agency: String
    /// When it was received.
    public let receivedAt: Instant
    /// Where it stands.
    public let status: ConcernStatus
}
