// SPDX-License-Identifier: Apache-2.0
public import Linkage
public import Safeguarding

/// A mention as shown: what it says, by its own record id.
public struct MentionView: Sendable, Hashable {
    /// The record of this concern.
    public let record: RecordID
    /// What it says.
    public let mention: Mention
    /// A short name for it ("Robyn Testwell", "male, 30s, silver car", a number).
    public let label: String
    /// The questions whose answers are kept from this reader: a confidential address, which only the agency that holds it is shown.
    public var withheld: [String] = []
    /// Whether the identity is protected: never offered as a match, never on a print.
    public var isProtected = false

    /// Makes one.
    public init(record: RecordID, mention: Mention, label: String) {
        self.record = record
        self.mention = mention
        self.label = label
    }
}

/// Everything a person who may read a concern is shown of it.
public struct ConcernView: Sendable {
    /// The line by which it stands in lists.
    public let row: QueueRow
    /// The version of the standard that the record was made under.
    public let standard: String
    /// The version that was read.
    public let version: Int
    /// How it came: form, api, import, or by a door for those without an account (`DoorKind`).
    public let channel: String
    /// The concern's answers, statements and mentions as reported.
    public internal(set) var answers: Answers
    /// What was seen, heard or told.
    public internal(set) var statements: [Statement]
    /// Everybody and everything named.
    public internal(set) var mentions: [MentionView]
    /// What was added later, oldest first.
    public internal(set) var addenda: [Addendum]
    /// Who reported: only for the right `readSource`, else nil.
    public internal(set) var source: Answers?
    /// How the people of it may be reached, and who must not find out.
    public let handling: ContactRules
    /// Codes of the areas whose desks are told.
    public let toldAreas: [String]
    /// Why this person may see it: the row of the policy.
    public let because: AccessPolicy.Row
    /// What other concerns say about the same people and things.
    public let pieces: [PieceView]
    /// What the answer about pieces did not search, in codes; empty when it is whole.
    public let notSearched: [String]
    /// The decisions, oldest first.
    public internal(set) var decisions: [DecisionView]
    /// The hand-overs, in the order in which they were made.
    public let handOvers: [HandOverView]
    /// The cases of this concern.
    public let cases: [CaseRow]
    /// The replies to the reporter, oldest first.
    public internal(set) var replies: [Reply]
    /// What this person may do now.
    public let allowed: Set<Action>
    /// Accounts shut out by software that a person must confirm or lift: only for `reviewShutOut`.
    public let shutOuts: [ShutOutView]
    /// Agencies all of whose people are shut out: only for `reviewShutOut`.
    public let shutOutAgencies: [ShutOutAgencyView]
    /// Openings in an emergency: for whoever may read the concern.
    public let emergencies: [EmergencyView]
    /// The questions that are always asked and not known or were not asked (RULE 3.2).
    public let gaps: [FormGap]
    /// What is known of a reporter without an account; nil for all others.
    public let door: DoorFacts?
    /// Decisions that a second person was asked to confirm, oldest first.
    public var proposals: [ProposalView] = []
}

/// A question that is always asked and has no answer.
public struct FormGap: Sendable, Hashable {
    /// The question's id in the record's standard.
    public let question: String
    /// The person of whom it is asked; nil for the concern as a whole.
    public let record: RecordID?
}

/// A shut-out that waits for a person.
public struct ShutOutView: Sendable, Hashable {
    /// The account.
    public let account: RecordID
    /// The name.
    public let name: String
    /// Where it stands.
    public let state: String
    /// When.
    public let at: Instant
    /// Who confirmed or lifted it, and why; nil while it waits for a person.
    public let reviewedBy: String?
    /// Why, in words.
    public let reason: String?
}

/// An agency all of whose people are shut out of a matter, by a person's decision.
public struct ShutOutAgencyView: Sendable, Hashable {
    /// The agency.
    public let agency: RecordID
    /// The name.
    public let name: String
    /// Who shut it out, by name.
    public let by: String
    /// When.
    public let at: Instant
    /// Why, in words.
    public let reason: String
}

/// An opening of a restricted concern in an emergency: its owner is told who and why.
public struct EmergencyView: Sendable, Hashable {
    /// Who, by name.
    public let by: String
    /// When.
    public let at: Instant
    /// Until when.
    public let until: Instant
    /// Why, in words.
    public let reason: String
}

/// What another concern already says about something in this one, in one sentence (RULE 2.4).
public struct PieceView: Sendable, Hashable {
    /// How much of it may be shown to this person, by the owning agency's share rule and the access policy.
    public enum Shown: String, Sendable, Hashable {
        case whole, summary, exists
    }

    /// The concern.
    public let concern: RecordID
    /// How much of it may be shown.
    public let shown: Shown
    /// Nil where only its existence may be said.
    public let reference: String?
    /// The agency, by name.
    public let agency: String
    /// When it was received.
    public let receivedAt: Instant?
    /// What was seen, one sentence; nil where only its existence may be said.
    public let sentence: String?
    /// What was decided then: a code of the list `outcome`, or nil while it is open.
    public let outcome: String?
    /// The same in the words of the standard under which it was decided.
    public let decided: String?
    /// Where the concern stands.
    public let status: ConcernStatus?
    /// Whether it was closed without meeting the need (advice, no further action).
    public let unmet: Bool
    /// Whom to ask where not all is shown.
    public let ask: DeskContact?
    /// What came of it where the reader's agency has asked for more; nil where it has not.
    public let asked: PieceAsk?
    /// The pairs of records that matched, strongest first.
    public let matches: [PieceMatch]
    /// Whether this person may open it.
    public let canOpen: Bool
}

/// One record of this concern that matched one of another, and why.
public struct PieceMatch: Sendable, Hashable {
    /// The record of this concern.
    public let record: RecordID
    /// What it is for, in the words of whoever made it.
    public let label: String
    /// The record of the other concern.
    public let otherRecord: RecordID
    /// Nil where it may not be shown.
    public let otherLabel: String?
    /// What the other record may be to this one.
    public let relation: Relation
    /// Weight of evidence in bits.
    public let weight: Double
    /// Why, field by field.
    public let evidence: [Evidence]
    /// The latest answer that stands: a code of the list `match_answer`; nil while nobody has answered.
    public let answer: String?
    /// The answer, to be undone.
    public let answerID: RecordID?
    /// Who answered, by name; nil while nobody has.
    public let answeredBy: String?
    /// When it was answered; nil while nobody has.
    public let answeredAt: Instant?
}

/// One line of why: a field, how well it agrees, and its weight in bits.
public struct Evidence: Sendable, Hashable {
    /// The field compared.
    public let field: String
    /// How well it agrees.
    public let level: String
    /// Weight of evidence in bits.
    public let bits: Double
    /// Whether it counts for less than it would alone.
    public let damped: Bool
}

/// A decision as shown.
public struct DecisionView: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// A code of the list `outcome`.
    public let outcome: String
    /// A code of the list `threshold`.
    public let threshold: String?
    /// Why, in words.
    public internal(set) var reason: String
    /// Who, by name.
    public let by: String
    /// When.
    public let at: Instant
    /// How many matches had no answer when it was decided.
    public let unansweredMatches: Int
    /// The second named person, where one was needed.
    public var confirmedBy: String?
    /// What was answered to the standard's questions before it, such as whether an adult's wishes are overridden, and why.
    public var answers: [GateAnswer] = []
}

/// A hand-over as shown to the desk that made it.
public struct HandOverView: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// The concern.
    public let concern: RecordID
    /// The reference by which people speak of it.
    public let reference: String
    /// The team.
    public let team: RecordID
    /// The team's name.
    public let teamName: String
    /// A code of the list `team_kind`.
    public let teamKind: String
    /// How to reach it.
    public let contact: DeskContact
    /// Whether the team leads; else it must also receive.
    public let leads: Bool
    /// Where it stands.
    public let state: State
    /// Whether it stands above the rest.
    public let urgent: Bool
    /// Who offered it, by name.
    public let offeredBy: String
    /// When it was offered.
    public let offeredAt: Instant
    /// Good practice.
    public let dueGood: Instant
    /// The hard limit.
    public let dueHard: Instant
    /// How the sender's clock stands; nil once a person has answered.
    public let clock: LimitState?
    /// Who answered, by name; nil while nobody has.
    public let answeredBy: String?
    /// When it was answered; nil while nobody has.
    public let answeredAt: Instant?
    /// A code of the list `refusal_reason`, where refused.
    public let refusal: String?
    /// Why the team was chosen or refused, in words.
    public let words: String

    /// Whether whoever decided sits in the team, so that deciding was receiving it.
    public var isOwnTeams: Bool { state == .accepted && !leads && answeredAt == offeredAt && answeredBy == offeredBy }

    /// The states of a hand-over. The sender's clock runs until a named person accepts.
    public enum State: String, Sendable, Hashable, Codable {
        case offered, accepted, refused, withdrawn
    }
}
