// SPDX-License-Identifier: Apache-2.0

/// One page of the hand-overs to my teams.
public struct HandOverInbox: Sendable {
    /// Which part of the inbox.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Nobody has answered: urgent ones first, within each by due time.
        case waiting
        /// Accepted or refused, the newest answer first.
        case answered
    }

    /// The rows of this page.
    public let rows: [InboxRow]
    /// What was asked for.
    public let part: Part
    /// From 0.
    public let page: Int
    /// How many rows a page has.
    public let pageSize: Int
    /// How many there are in each part, over all pages.
    public let counts: [Part: Int]
    /// How many of those that wait have passed their hard limit.
    public let passed: Int

    /// How many there are in this part, over all pages.
    public var total: Int { counts[part] ?? 0 }
}

/// A hand-over with what a receiver needs to know of it: as much as the access policy lets this person read.
public struct InboxRow: Sendable, Hashable {
    /// The hand-over.
    public let handOver: HandOverView
    /// The agency of whoever offered it, by name.
    public let agency: String
    /// The version of the standard that its concern was made under.
    public let standard: String
    /// Codes of the list `crime`; empty where this person may know nothing of the concern any more.
    public let crimes: [String]
    /// Who it is about and the first words; nil where this person may not read the concern (restricted, or refused by the team).
    public let about: QueueRow?
    /// Why it was decided so, in the decider's words; nil where this person may not read the concern.
    public let reason: String?
}
