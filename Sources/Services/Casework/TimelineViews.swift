// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// One page of what has happened in a case, newest first.
public struct CaseTimeline: Sendable {
    /// Things on a page.
    public static let pageSize = 50

    /// What is shown.
    public let items: [TimelineItem]
    /// What was asked for.
    public let filter: TimelineFilter
    /// How many things there are of each group, over all pages.
    public let counts: [TimelineGroup: Int]
    /// How many there are of what was asked for, over all pages.
    public let total: Int
}

/// What a timeline is asked for. Everything is a query parameter, so that what is shown is a link.
public struct TimelineFilter: Sendable, Hashable {
    /// Only this group; nil for everything.
    public var group: TimelineGroup?
    /// From 0.
    public var page = 0
    /// Everything on one page, to be printed.
    public var isWhole = false

    /// The newest of everything.
    public init() {}
}

/// What belongs together on a timeline.
public enum TimelineGroup: String, Sendable, Hashable, CaseIterable {
    /// The report and what was added to it.
    case reports
    /// Decisions, hand-overs, acceptances and refusals, the closing.
    case decisions
    /// Actions set and finished.
    case actions
    /// What those on the case have written.
    case events
    /// Replies to the reporter.
    case replies
}

/// One thing on a case's timeline.
public struct TimelineItem: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case received, added, decided
        case handedOver = "handed_over"
        case accepted, refused
        case actionSet = "action_set"
        case actionFinished = "action_finished"
        case event, replied, closed

        /// What it belongs to.
        public var group: TimelineGroup {
            switch self {
            case .received, .added: .reports
            case .decided, .handedOver, .accepted, .refused, .closed: .decisions
            case .actionSet, .actionFinished: .actions
            case .event: .events
            case .replied: .replies
            }
        }
    }

    /// When.
    public let at: Instant
    /// What it is.
    public let kind: Kind
    /// Who, by name; empty where that is kept apart (who reported).
    public var by = ""
    /// The agency, by name.
    public var agency = ""
    /// The words, as written.
    public var words = ""
    /// When it happened, as said: a partial date or nothing.
    public var happened: PartialDate?
    /// The code that says more: the outcome of a decision, action or case, the reason of a refusal, the kind of an event, the reply chosen.
    public var code: String?
    /// The level of a decision, a code of the list `threshold`.
    public var threshold: String?
    /// The team that answered, by name.
    public var team: String?
    /// The teams to which it was handed over.
    public var teams: [TimelineTeam] = []
    /// Whose action it is, by name.
    public var owner: String?
    /// When the action is due.
    public var dueAt: Instant?
    /// What was answered before the case closed.
    public var answers: [GateAnswer] = []
}

/// A team to which a concern was handed over.
public struct TimelineTeam: Sendable, Hashable {
    /// The team, by name.
    public let name: String
    /// Whether it leads; else it must also receive.
    public let leads: Bool
    /// Why this team, in words.
    public let because: String
}
