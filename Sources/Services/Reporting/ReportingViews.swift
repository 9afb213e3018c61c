// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// A report being written, saved on the server at every Continue.
public struct Draft: Sendable, Hashable {
    public let id: RecordID
    public let startedAt: Instant
    public let savedAt: Instant
    public let report: ConcernReport
}

/// What the reporter is shown once the report is durable: never before (DESIGN rule 7).
public struct Receipt: Sendable, Hashable {
    public let concern: RecordID
    /// The reference by which people speak of it.
    public let reference: String
    /// The desk that decides, and how to reach it.
    public let desk: DeskContact
    /// By when it decides at best.
    public let decidesBy: Instant
    /// By when at the latest.
    public let decidesByLatest: Instant
    /// The standard's word for its urgency.
    public let urgency: String
}

/// One line of "what I reported".
public struct OwnReportRow: Sendable, Hashable {
    public let concern: RecordID
    public let reference: String
    public let sentAt: Instant
    /// Where it stands, as said to a reporter: never more than that somebody has it.
    public let standing: ReporterStanding
    public let replies: Int
    public let unreadReplies: Int
    public let decidesByLatest: Instant
}

/// All that a reporter may know of where a report stands: never whether anyone is known, what was found or who acted.
public enum ReporterStanding: String, Sendable, Hashable, Codable {
    /// Waits to be read by a person.
    case waiting
    /// A named person is reading it.
    case beingRead = "being_read"
    /// Decided; a reply is being written.
    case decided
    /// Answered.
    case answered
}

/// What a reporter sees of a report of their own.
public struct OwnReport: Sendable, Hashable {
    public let row: OwnReportRow
    public let desk: DeskContact
    public let report: ConcernReport
    public let replies: [Reply]
    public let addenda: [Addendum]
}

/// A reply to the reporter, chosen or written by a named person.
public struct Reply: Sendable, Hashable {
    public let id: RecordID
    public let by: String
    public let at: Instant
    /// The code of the standard's list `reply` that was chosen, if one was.
    public let chosen: String?
    /// The words written, besides or instead.
    public let words: String
}

/// Something added later. Records are appended to, never overwritten (DESIGN rule 9).
public struct Addendum: Sendable, Hashable {
    public let id: RecordID
    public let by: String
    public let at: Instant
    public let words: String
}
