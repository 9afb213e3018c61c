// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// Asking another agency for more of a piece, as it is shown beside the piece.
public struct PieceAsk: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// Who asked, by name.
    public let by: String
    /// When it was asked.
    public let askedAt: Instant
    /// By when it is to be answered at best.
    public let dueGood: Instant
    /// By when at the latest.
    public let dueHard: Instant
    /// How the clock stands; nil once it is answered.
    public let clock: LimitState?
    /// What was answered: a code of the list `share_rule`; nil while nobody has.
    public let answer: String?
    /// Who answered, by name.
    public let answeredBy: String?
    /// When.
    public let answeredAt: Instant?
    /// Why, in words.
    public let reason: String?
}

/// One asking in the inbox: of whoever answers for the concern asked for, or of whoever asked.
public struct AskView: Sendable, Hashable {
    /// The asking itself.
    public let ask: PieceAsk
    /// The reference of the concern that this person may read: to whoever answers the one asked for, to whoever asked their own.
    public let reference: String
    /// Who the subject of it is, by name, where this person may read it and there is a name.
    public let subject: String?
    /// Who asked: name, post and agency, and a phone number to ring.
    public let asker: Asker
    /// The agency that holds what is asked for, by name.
    public let holder: String
    /// What is written of a stated urgency: a code of the asker's own concern.
    public let urgency: String
    /// The standard of the reader's own concern.
    public let standard: String

    /// Who asks.
    public struct Asker: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The post held, in words.
        public let post: String
        /// The agency, by name.
        public let agency: String
        /// The phone number, as written.
        public let phone: String
    }
}

/// One page of what is asked.
public struct AskInbox: Sendable, Hashable {
    /// The parts.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Asked of me, and not answered.
        case waiting
        /// Asked of me, and answered.
        case answered
        /// Asked by me.
        case mine
    }

    /// The part shown.
    public let part: Part
    /// Those that wait by their clock, the others newest first.
    public let rows: [AskView]
    /// How many wait for me.
    public let waiting: Int
    /// How many of the part there are.
    public let total: Int
    /// How many stand on a page.
    public let pageSize: Int
    /// From 0.
    public let page: Int
}
