// SPDX-License-Identifier: Apache-2.0

/// A time limit: what must be done, from which event, by when at best and at the latest (RULE 0.3: both are shown where they differ).
public struct Limit: Sendable, Hashable {
    /// The limit's own name, unique in the standard.
    public let id: String
    /// Which clock it is a limit of; several limits of one clock differ by `applies`, and the first that applies counts.
    public let clock: ClockName
    /// What must be done, as a sentence for the screen.
    public let what: String
    /// The event it starts at: a code of the list `event`.
    public let starts: String
    /// Good practice, where it is stated.
    public let goodPractice: Period?
    /// The hard limit, where there is one.
    public let hard: Period?
    /// Whether it stands still out of working hours. Clocks of stated danger never do.
    public let pausesOutOfHours: Bool
    /// When it applies.
    public let applies: Condition
    /// Whether it is in force under this version.
    public let standing: Standing
    /// Where it comes from, whether verified, and its local owner.
    public let provenance: Provenance

    /// Makes a limit.
    public init(
        id: String, clock: ClockName, what: String, starts: String, goodPractice: Period?, hard: Period?, pausesOutOfHours: Bool,
        applies: Condition = .always, standing: Standing = .on, provenance: Provenance
    ) {
        self.id = id
        self.clock = clock
        self.what = what
        self.starts = starts
        self.goodPractice = goodPractice
        self.hard = hard
        self.pausesOutOfHours = pausesOutOfHours
        self.applies = applies
        self.standing = standing
        self.provenance = provenance
    }
}

/// The name of a clock. The names below are those that Sentinel starts and stops itself; a standard may hold others.
public struct ClockName: RawRepresentable, Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as written in the standard.
    public let rawValue: String

    /// Takes a name as written.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes a name written in code.
    public init(stringLiteral value: String) { self.rawValue = value }

    /// The name as written.
    public var description: String { rawValue }

    /// A decision on a concern.
    public static let decision: ClockName = "decision"
    /// Acceptance of a hand-over by a named person.
    public static let acceptance: ClockName = "acceptance"
    /// The reply to the reporter.
    public static let feedback: ClockName = "feedback"
    /// The answer to another agency that asks for more of a concern.
    public static let shareAnswer: ClockName = "share_answer"
    /// A row of an import that could not be read.
    public static let unreadableRow: ClockName = "unreadable_row"
    /// One step of the out-of-hours chain for an uncovered area or a passed limit.
    public static let climb: ClockName = "climb"
}

/// An amount of time in the unit that a rule counts in.
public struct Period: Sendable, Hashable, CustomStringConvertible {
    /// How many, 1 to 100,000.
    public let amount: Int
    /// Of what.
    public let unit: PeriodUnit

    /// Makes a period.
    public init(amount: Int, unit: PeriodUnit) {
        self.amount = amount
        self.unit = unit
    }

    /// The period in words, as in "1 working day".
    public var description: String { "\(amount) \(amount == 1 ? unit.singular : unit.plural)" }
}

/// The units that limits count in.
public enum PeriodUnit: String, Sendable, Hashable, CaseIterable {
    /// Hours by the clock on the wall, day and night.
    case elapsedHours = "elapsed_hours"
    /// Hours within working time.
    case workingHours = "working_hours"
    /// Working days: due at the close of the nth working day after the day of the event.
    case workingDays = "working_days"
    /// Days of the calendar, due at the same time of day.
    case days
    /// Months of the calendar, due on the same day of the month at the same time of day.
    case months

    /// Whether the unit counts only within working time.
    public var isWorkingTime: Bool { self == .workingHours || self == .workingDays }

    var singular: String {
        switch self {
        case .elapsedHours: "hour"
        case .workingHours: "working hour"
        case .workingDays: "working day"
        case .days: "day"
        case .months: "month"
        }
    }

    var plural: String { singular + "s" }
}
