// SPDX-License-Identifier: Apache-2.0
public import Linkage
public import Safeguarding

/// A mention as shown: what it says, by its own record id.
public struct MentionView: Sendable, Hashable {
    public let record: RecordID
    public let mention: Mention
    /// A short name for it ("Robyn Testwell", "male, 30s, silver car", a number).
    public let label: String
}

/// Everything a person who may read a concern is shown of it.
public struct ConcernView: Sendable {
    public let row: QueueRow
    public let standard: String
    public let version: Int
    public let channel: String
    /// The concern's answers, statements and mentions as reported.
    public let answers: Answers
    public let statements: [Statement]
    public let mentions: [MentionView]
    public let addenda: [Addendum]
    /// Who reported: only for the right `readSource`, else nil.
    public let source: Answers?
    public let toldAreas: [String]
    /// Why this person may see it: the row of the policy.
    public let because: AccessPolicy.Row
    public let pieces: [PieceView]
    /// What the answer about pieces did not search, in codes; empty when it is whole.
    public let notSearched: [String]
    public let decisions: [DecisionView]
    public let handOvers: [HandOverView]
    public let cases: [CaseRow]
    public let replies: [Reply]
    /// What this person may do now.
    public let allowed: Set<Action>
    /// Accounts shut out by software that a person must confirm or lift: only for `reviewShutOut`.
    public let shutOuts: [ShutOutView]
    /// How many questions of the form are not known or not asked (RULE 3.2).
    public let gaps: Int
}

/// A shut-out that waits for a person.
public struct ShutOutView: Sendable, Hashable {
    public let account: RecordID
    public let name: String
    public let state: String
    public let at: Instant
}

/// What another concern already says about something in this one, in one sentence (RULE 2.4).
public struct PieceView: Sendable, Hashable {
    /// How much of it may be shown to this person, by the owning agency's share rule and the access policy.
    public enum Shown: String, Sendable, Hashable {
        case whole, summary, exists
    }

    public let concern: RecordID
    public let shown: Shown
    /// Nil where only its existence may be said.
    public let reference: String?
    public let agency: String
    public let receivedAt: Instant?
    /// What was seen, one sentence; nil where only its existence may be said.
    public let sentence: String?
    /// What was decided then: a code of the list `outcome`, or nil while it is open.
    public let outcome: String?
    public let status: ConcernStatus?
    /// Whether it was closed without meeting the need (advice, no further action).
    public let unmet: Bool
    /// Whom to ask where not all is shown.
    public let ask: DeskContact?
    /// The pairs of records that matched, strongest first.
    public let matches: [PieceMatch]
    /// Whether this person may open it.
    public let canOpen: Bool
}

/// One record of this concern that matched one of another, and why.
public struct PieceMatch: Sendable, Hashable {
    public let record: RecordID
    public let label: String
    public let otherRecord: RecordID
    /// Nil where it may not be shown.
    public let otherLabel: String?
    public let relation: Relation
    /// Weight of evidence in bits.
    public let weight: Double
    public let evidence: [Evidence]
    /// The latest answer that stands: a code of the list `match_answer`; nil while nobody has answered.
    public let answer: String?
    public let answerID: RecordID?
    public let answeredBy: String?
    public let answeredAt: Instant?
}

/// One line of why: a field, how well it agrees, and its weight in bits.
public struct Evidence: Sendable, Hashable {
    public let field: String
    public let level: String
    public let bits: Double
    public let damped: Bool
}

/// A decision as shown.
public struct DecisionView: Sendable, Hashable {
    public let id: RecordID
    /// A code of the list `outcome`.
    public let outcome: String
    /// A code of the list `threshold`.
    public let threshold: String?
    public let reason: String
    public let by: String
    public let at: Instant
    /// How many matches had no answer when it was decided.
    public let unansweredMatches: Int
}

/// A hand-over as shown to the desk that made it.
public struct HandOverView: Sendable, Hashable {
    public let id: RecordID
    public let concern: RecordID
    public let reference: String
    public let team: RecordID
    public let teamName: String
    public let teamKind: String
    public let contact: DeskContact
    /// Whether the team leads; else it must also receive.
    public let leads: Bool
    public let state: State
    public let urgent: Bool
    public let offeredBy: String
    public let offeredAt: Instant
    public let dueGood: Instant
    public let dueHard: Instant
    /// How the sender's clock stands; nil once a person has answered.
    public let clock: LimitState?
    public let answeredBy: String?
    public let answeredAt: Instant?
    /// A code of the list `refusal_reason`, where refused.
    public let refusal: String?
    /// Why the team was chosen or refused, in words.
    public let words: String

    /// The states of a hand-over. The sender's clock runs until a named person accepts.
    public enum State: String, Sendable, Hashable, Codable {
        case offered, accepted, refused, withdrawn
    }
}
