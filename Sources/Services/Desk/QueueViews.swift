// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// What a desk asks its queue for. Everything is a query parameter, so that a filtered queue is a link.
public struct QueueFilter: Sendable, Hashable {
    /// Which part of the queue.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Waits for a decision.
        case open
        /// A decision waits for a second named person.
        case proposed
        /// Handed over and not accepted by a named person.
        case unaccepted
        /// Passed a limit, decided or not.
        case passed
        /// Decided.
        case decided
    }

    /// The order. Urgency above the rest always comes first when sorting by due time.
    public enum Order: String, Sendable, Hashable, CaseIterable {
        case due, received, agency
    }

    /// Which part of the queue.
    public var part: Part = .open
    /// Only this area; nil for all of mine.
    public var area: String?
    /// Only this crime.
    public var crime: String?
    /// Only what nobody has taken.
    public var onlyUnowned = false
    /// Only what I have taken.
    public var onlyMine = false
    /// Only what was received since I last looked.
    public var onlyNew = false
    /// The order of the rows.
    public var order: Order = .due
    /// Whether the order is turned round.
    public var descending = false
    /// From 0.
    public var page = 0

    /// The whole open queue by due time.
    public init() {}

    /// Whether nothing of the part is left out.
    var isWholePart: Bool { area == nil && crime == nil && !onlyUnowned && !onlyMine && !onlyNew }
}

/// One page of a queue.
public struct QueuePage: Sendable {
    /// The rows of this page.
    public let rows: [QueueRow]
    /// How many there are in all.
    public let total: Int
    /// How many rows a page has.
    public let pageSize: Int
    /// How many there are in each part, over my areas.
    public let counts: [QueueFilter.Part: Int]
    /// Open and taken by nobody.
    public let unowned: Int
    /// The moment at which this was read.
    public let asOf: Instant
    /// Areas of mine without a named co-ordinator on duty now.
    public let uncoveredAreas: [String]
    /// Open and received since this person last looked.
    public var fresh = 0
    /// When that was; a day ago for whoever looks for the first time.
    public var since = Instant(microseconds: 0)
}

/// One concern in a queue.
public struct QueueRow: Sendable, Hashable {
    /// The concern.
    public let concern: RecordID
    /// The reference by which people speak of it.
    public let reference: String
    /// Where the concern stands.
    public let status: ConcernStatus
    /// The refusals that brought it back, the newest first; empty where it is not back.
    public let refusals: [Refusal]
    /// A code of the list `urgency`.
    public let urgency: String
    /// What the danger is, or why it is urgent, in the reporter's words, at most 240 characters; empty where nothing was written.
    public let urgencyWords: String
    /// When it was received.
    public let receivedAt: Instant
    /// Good practice.
    public let dueGood: Instant
    /// The hard limit.
    public let dueHard: Instant
    /// How its clock stands; nil where nothing is awaited.
    public let clock: LimitState?
    /// The agency, by name.
    public let agency: String
    /// The area's code; nil where it is not known.
    public let area: String?
    /// The first subject's name, or nil where it is not known.
    public let subjectName: String?
    /// A code of the list `subject_kind`.
    public let subjectKind: String
    /// Age in years as stated or by date of birth, in words or nil.
    public let subjectAge: String?
    /// The first words of the statement, at most 140 characters.
    public let firstWords: String
    /// Codes of the list `crime`.
    public let crimes: [String]
    /// Pieces already known elsewhere.
    public let pieces: Int
    /// Whether anything was said by which others could know the same person or thing.
    public let isSearchable: Bool
    /// Who has taken it, and when.
    public let owner: String?
    /// Since when it is taken; nil while nobody has it.
    public let ownedSince: Instant?
    /// Whether only the people on it may read it.
    public let restricted: Bool
    /// Who has proposed a decision that waits for a second person, by name.
    public var proposedBy: String?
    /// Whether it was received since the reader last looked.
    public var isNew = false
}

/// Where a concern stands.
public enum ConcernStatus: String, Sendable, Hashable, Codable {
    /// Nobody has taken it.
    case new
    /// A named person has taken it.
    case taken
    /// A hand-over was refused: it is open again, urgent.
    case returned
    /// Decided and handed to teams.
    case handedOver = "handed_over"
    /// Decided without a hand-over.
    case decided
    /// In a case.
    case inCase = "in_case"
    /// Closed.
    case closed

    /// Whether it waits for a decision.
    public var isOpen: Bool { self == .new || self == .taken || self == .returned }
}
