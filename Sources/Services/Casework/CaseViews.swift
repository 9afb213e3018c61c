// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// One case in a list.
public struct CaseRow: Sendable, Hashable {
    public let id: RecordID
    public let reference: String
    public let concern: RecordID
    public let concernReference: String
    public let team: String
    public let state: String
    public let openedAt: Instant
    public let openedBy: String
    public let subject: String?
    public let openActions: Int
    public let overdueActions: Int
    public let nextDue: Instant?
}

/// A case as shown to those on it.
public struct CaseView: Sendable {
    public let row: CaseRow
    /// The people, places and so on of its concern.
    public let mentions: [MentionView]
    public let members: [CaseMember]
    /// Newest first: events written, decisions, hand-overs, replies.
    public let timeline: [TimelineItem]
    public let actions: [CaseAction]
    public let because: AccessPolicy.Row
    public let allowed: Set<Action>
    /// A code of the list `case_outcome`, once closed.
    public let outcome: String?
    /// The gates before closing that still stand: gate ids of the standard.
    public let standard: String
}

/// A person on a case.
public struct CaseMember: Sendable, Hashable {
    public let account: RecordID
    public let name: String
    public let agency: String
    public let since: Instant
}

/// One thing on a case's timeline.
public struct TimelineItem: Sendable, Hashable {
    public let at: Instant
    /// When it happened, as said: a partial date or nothing.
    public let happened: PartialDate?
    public let kind: String
    public let by: String
    public let agency: String
    public let words: String
}

/// An action: it belongs to a named person and is finished by an outcome (RULE 4.1).
public struct CaseAction: Sendable, Hashable {
    public let id: RecordID
    public let words: String
    public let owner: RecordID
    public let ownerName: String
    public let dueAt: Instant
    public let overdue: Bool
    /// A code of the list `action_outcome`, once finished.
    public let outcome: String?
    public let outcomeWords: String?
    public let setBy: String
    public let setAt: Instant
    public let finishedAt: Instant?
}
