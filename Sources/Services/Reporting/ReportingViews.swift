// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// A report being written, saved on the server at every Continue.
public struct Draft: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// When it began.
    public let startedAt: Instant
    /// When it was last saved.
    public let savedAt: Instant
    /// What was reported.
    public let report: ConcernReport
}

/// What the reporter is shown once the report is durable: never before (DESIGN rule 7).
public struct Receipt: Sendable, Hashable {
    /// The concern.
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
    /// The concern.
    public let concern: RecordID
    /// The reference by which people speak of it.
    public let reference: String
    /// When it was sent.
    public let sentAt: Instant
    /// Where it stands, as said to a reporter: never more than that somebody has it.
    public let standing: ReporterStanding
    /// The replies to the reporter, oldest first.
    public let replies: Int
    /// Replies that the reporter has not opened yet.
    public let unreadReplies: Int
    /// By when the desk decides at the latest.
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
    /// The line by which it stands in lists.
    public let row: OwnReportRow
    /// The desk that decides, and how to reach it.
    public let desk: DeskContact
    /// What was reported.
    public let report: ConcernReport
    /// The replies to the reporter, oldest first.
    public let replies: [Reply]
    /// What was added later, oldest first.
    public let addenda: [Addendum]
    /// Duties that fall on the reporter in person, with what the reporter recorded of them.
    public let duties: [FallenDuty]
}

/// A reply to the reporter, chosen or written by a named person.
public struct Reply: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// Who, by name.
    public let by: String
    /// When.
    public let at: Instant
    /// The code of the standard's list `reply` that was chosen, if one was.
    public let chosen: String?
    /// The words written, besides or instead.
    public internal(set) var words: String
    /// By which way it went: a code of the list `reply_channel`; nil where it is read inside Sentinel.
    public var channel: String?
    /// Why it went a way that was not known to be safe: for the desk, never for the reporter.
    public var reason: String?
}

/// Something added later. Records are appended to, never overwritten (DESIGN rule 9).
public struct Addendum: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// Who, by name: the reporter, or for those who may not know who reported, the reporter's agency.
    public let by: String
    /// When.
    public let at: Instant
    /// The words, as written.
    public internal(set) var words: String
}
