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
    /// A code of the list `case_outcome`, once closed.
    public var outcome: String?
    /// When it was closed.
    public var closedAt: Instant?
    /// The version of the standard that its concern was made under; empty where it is listed beside that concern.
    public var standard = ""
}

/// A case as shown to those on it.
public struct CaseView: Sendable {
    /// The line by which it stands in lists.
    public let row: CaseRow
    /// What was reported in its concern.
    public let reported: ReportedView
    /// The people, places and so on of its concern.
    public let mentions: [MentionView]
    /// The people on it.
    public let members: [CaseMember]
    /// The decisions on its concern, the newest first.
    public let decisions: [DecisionView]
    /// What has happened, newest first: one page of it.
    public let timeline: CaseTimeline
    /// The actions.
    public let actions: [CaseAction]
    /// What the standard asks before it closes, in the order of the standard; empty once it is closed.
    public let gates: [CaseGate]
    /// What the law asks of it and what was recorded.
    public var practice = PracticeView.none
    /// Why this person may see it.
    public let because: AccessPolicy.Row
    /// What this person may do now.
    public let allowed: Set<Action>
    /// A code of the list `case_outcome`, once closed.
    public let outcome: String?
    /// The version of the standard that its concern was made under.
    public let standard: String
}

/// What was reported, without who reported it: that is sealed apart, under a right of its own.
public struct ReportedView: Sendable {
    /// When it was received.
    public let receivedAt: Instant
    /// The agency, by name.
    public let agency: String
    /// Codes of the list `crime`.
    public let crimes: [String]
    /// The answers about the concern as a whole, safe contact among them.
    public let answers: Answers
    /// What was seen, heard or told.
    public let statements: [Statement]
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
