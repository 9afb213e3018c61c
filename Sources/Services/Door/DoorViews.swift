// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// By which door somebody without an account comes in. The word stands in the concern's column `channel`.
public enum DoorKind: String, Sendable, Hashable, CaseIterable {
    /// The public and children.
    case everyone = "door"
    /// Whoever reports in the course of their work and has no account.
    case professional = "professional_door"
}

/// How far a draft of the door has come.
public enum DoorState: String, Sendable, Hashable {
    /// Being written.
    case writing
    /// Handed in; it is stored as a concern as soon as its turn comes.
    case waiting
    /// A concern, durable and in the ledger.
    case sent
}

/// A report being written by somebody without an account. Only the key in their cookie leads to it.
public struct DoorDraft: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// By which door it came.
    public let kind: DoorKind
    /// When it was last saved.
    public let savedAt: Instant
    /// How far it has come.
    public let state: DoorState
    /// What is written so far; nothing once it is sent.
    public let report: ConcernReport
    /// What was typed last and can't be taken as it is.
    public let unread: DoorUnread?
    /// The concern that it became.
    public let concern: RecordID?
}

/// What is shown once the report is durable: never before (DESIGN rule 7).
public struct DoorReceipt: Sendable, Hashable {
    /// The words to come back with: 80 bits and a check, `XXXX-XXXX-XXXX-XXXX-X`. Shown only; never logged, never stored.
    public let words: String
    /// What was stored: its reference, and the desk that decides.
    public let stored: Receipt
}

/// What handing in a report led to.
public enum DoorPassage: Sendable, Hashable {
    /// It is stored.
    case sent(DoorReceipt)
    /// Many come at once: the words are held by the server and go in by themselves.
    case waiting(DoorWait)
}

/// What a browser that waits is told.
public struct DoorWait: Sendable, Hashable {
    /// What the browser may work on to be let through sooner; nil once it has.
    public let puzzle: String?
    /// Leading zero bits that the answer must have.
    public let bits: Int

    /// Makes it.
    public init(puzzle: String?, bits: Int) {
        self.puzzle = puzzle
        self.bits = bits
    }
}

/// What somebody who comes back with a receipt is shown: replies and what they added, never the report's own words, which another person
/// who holds the phone could read.
public struct DoorReading: Sendable, Hashable {
    /// The concern.
    public let concern: RecordID
    /// The standard it was reported under.
    public let standard: String
    /// Where it stands, as said to a reporter.
    public let standing: ReporterStanding
    /// By when the desk decides at the latest.
    public let decidesByLatest: Instant
    /// The desk, and how to reach it.
    public let desk: DeskContact
    /// The replies, oldest first.
    public let replies: [Reply]
    /// What was added later, oldest first.
    public let addenda: [Addendum]
}

/// What the desk is told of a concern that came by a door.
public struct DoorFacts: Sendable, Hashable {
    /// Whether the reporter can come back for replies.
    public let comesBack: ComesBack
    /// What the reader of the work address said; nil where none was asked.
    public let proof: WorkProof?
    /// The decisions by which the contact went beyond the desk, oldest first.
    public let disclosures: [DisclosureView]

    /// What is known of the receipt.
    public enum ComesBack: Sendable, Hashable {
        /// They showed that they have kept it.
        case kept
        /// They have it; whether they kept it is not known.
        case unknown
        /// They said that they can't keep it safely: nobody can open the replies.
        case cannot
    }
}

/// A decision by which a reporter's contact was given to a team.
public struct DisclosureView: Sendable, Hashable {
    /// The team it was given to.
    public let team: String
    /// A code of `ContactGround`.
    public let ground: ContactGround
    /// Why, in words.
    public let reason: String
    /// Who decided, by name.
    public let by: String
    /// When.
    public let at: Instant
}

/// For what alone a contact given at the door goes beyond the desk. The form names these three before it asks for a contact.
public enum ContactGround: String, Sendable, Hashable, CaseIterable {
    /// To save a life, or somebody from serious harm.
    case life
    /// The law requires it, such as a court's order.
    case law
    /// The reporter agreed.
    case agreement
}
