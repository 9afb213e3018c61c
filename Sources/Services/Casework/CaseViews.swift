// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// One case in a list.
public struct CaseRow: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// The reference by which people speak of it.
    public let reference: String
    /// The concern.
    public let concern: RecordID
    /// The reference of its concern.
    public let concernReference: String
    /// The team.
    public let team: String
    /// Where it stands.
    public let state: String
    /// When it was opened.
    public let openedAt: Instant
    /// Who opened it, by name.
    public let openedBy: String
    /// The first subject, by name; nil where it is not known.
    public let subject: String?
    /// Actions without an outcome.
    public let openActions: Int
    /// Actions past their time.
    public let overdueActions: Int
    /// When the next action is due.
    public let nextDue: Instant?
}

/// A case as shown to those on it.
public struct CaseView: Sendable {
    /// The line by which it stands in lists.
    public let row: CaseRow
    /// The people, places and so on of its concern.
    public let mentions: [MentionView]
    /// The people on it.
    public let members: [CaseMember]
    /// Newest first: events written, decisions, hand-overs, replies.
    public let timeline: [TimelineItem]
    /// The actions.
    public let actions: [CaseAction]
    /// Why this person may see it.
    public let because: AccessPolicy.Row
    /// What this person may do now.
    public let allowed: Set<Action>
    /// A code of the list `case_outcome`, once closed.
    public let outcome: String?
    /// The gates before closing that still stand: gate ids of the standard.
    public let standard: String
}

/// A person on a case.
public struct CaseMember: Sendable, Hashable {
    /// The account.
    public let account: RecordID
    /// The name.
    public let name: String
    /// The agency, by name.
    public let agency: String
    /// Since when.
    public let since: Instant
}

/// One thing on a case's timeline.
public struct TimelineItem: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// When it happened, as said: a partial date or nothing.
    public let happened: PartialDate?
    /// The kind, as a code.
    public let kind: String
    /// Who, by name.
    public let by: String
    /// The agency, by name.
    public let agency: String
    /// The words, as written.
    public let words: String
}

/// An action: it belongs to a named person and is finished by an outcome (RULE 4.1).
public struct CaseAction: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// The words, as written.
    public let words: String
    /// Whose it is.
    public let owner: RecordID
    /// Whose it is, by name.
    public let ownerName: String
    /// When it is due.
    public let dueAt: Instant
    /// Whether it is past its time.
    public let overdue: Bool
    /// A code of the list `action_outcome`, once finished.
    public let outcome: String?
    /// What came of it, in words.
    public let outcomeWords: String?
    /// Who set it, by name.
    public let setBy: String
    /// When it was set.
    public let setAt: Instant
    /// When it was finished; nil while it is open.
    public let finishedAt: Instant?
}
