// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Standard
import Storage

/// What is counted of the agencies' own work, as it stands now. It says how the work goes and nothing of a child, so it is exact.
public enum WorkFigure: String, Sendable, Hashable, CaseIterable {
    /// Concerns that wait for a decision and have passed their limit.
    case overdue
    /// Hand-overs that no named person has accepted.
    case unaccepted
    /// Concerns decided so long ago that the reporter should have been answered, and was not.
    case unanswered
}

/// How much there is of one figure in one area; nil where the concern has none.
public struct AreaCount: Sendable, Hashable {
    /// The area's code.
    public let area: String?
    /// How many.
    public let count: Int
    /// Since when the oldest waits.
    public let oldest: Instant
}

/// The work of the region, or of the areas that somebody answers for, at one moment.
public struct WorkFigures: Sendable {
    /// By figure, then by area.
    public let counts: [WorkFigure: [AreaCount]]
    /// The areas without a named co-ordinator on duty.
    public let uncovered: [Area]
    /// The areas that were counted; nil for the whole region.
    public let areas: Set<String>?
    /// The moment at which this was read.
    public let asOf: Instant

    /// How many there are of a figure.
    public func total(_ figure: WorkFigure) -> Int { (counts[figure] ?? []).reduce(0) { $0 + $1.count } }
}

/// The conditions of a figure over `concern c`, with what they are joined to.
struct WorkFigureSQL: Sendable {
    let join: String
    /// The column since which something waits.
    let columns: String
    let conditions: String
    let arguments: [SQLValue]

    init(_ figure: WorkFigure, at now: Instant, answeredBy: Instant) {
        switch figure {
        case .overdue:
            (join, columns) = ("", "c.due_hard")
            conditions = "c.status IN ('new', 'taken', 'returned') AND c.due_hard <= $1"
            arguments = [.integer(now.microseconds)]
        case .unaccepted:
            (join, columns) = ("JOIN hand_over h ON h.concern_id = c.id", "h.offered_at")
            conditions = "h.state = 'offered' AND c.status <> 'closed' AND h.offered_at <= $1"
            arguments = [.integer(now.microseconds)]
        case .unanswered:
            (join, columns) = ("", "c.decided_at")
            // What a file or a program brought has nobody who waits.
            conditions = "c.replied_at IS NULL AND c.channel NOT IN ('import', 'api') AND c.decided_at <= $1"
            arguments = [.integer(answeredBy.microseconds)]
        }
    }
}
