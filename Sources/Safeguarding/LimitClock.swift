// SPDX-License-Identifier: Apache-2.0

public import Standard

/// One limit running for one concern, case or duty: when it started, when it is due (RULE 0.3).
public struct LimitClock: Sendable, Hashable {
    /// The limit's id in the standard, kept with the record.
    public let limit: String
    /// Which clock it is.
    public let clock: ClockName
    /// When its event happened.
    public let started: Instant
    /// Good practice, where it is stated.
    public let goodPracticeDue: Instant?
    /// The hard limit, where there is one.
    public let hardDue: Instant?

    /// Starts a limit. Nil for a limit that is off in its standard: it binds nobody and starts no clock.
    public init?(_ limit: Limit, started: Instant, workingTime: WorkingTime) {
        guard limit.standing.isOn else { return nil }
        self.limit = limit.id
        self.clock = limit.clock
        self.started = started
        self.goodPracticeDue = limit.goodPractice.map { workingTime.due($0, after: started) }
        self.hardDue = limit.hard.map { workingTime.due($0, after: started) }
    }

    /// Takes up a clock as stored.
    public init(limit: String, clock: ClockName, started: Instant, goodPracticeDue: Instant?, hardDue: Instant?) {
        self.limit = limit
        self.clock = clock
        self.started = started
        self.goodPracticeDue = goodPracticeDue
        self.hardDue = hardDue
    }

    /// The time that a queue is ordered by: the hard limit, else good practice.
    public var due: Instant? { hardDue ?? goodPracticeDue }

    /// The next time that is not yet passed; nil where both are.
    public func nextDue(at now: Instant) -> Instant? { [goodPracticeDue, hardDue].compactMap { $0 }.filter { $0 >= now }.min() }

    /// How it stands now, or how it ended where it was stopped. A limit is kept up to and including its last microsecond.
    public func state(at now: Instant, stopped: Instant? = nil) -> LimitState {
        let at = stopped ?? now
        if let hardDue, at > hardDue { return stopped == nil ? .passedHardLimit : .missed }
        if let goodPracticeDue, at > goodPracticeDue {
            if stopped == nil { return .passedGoodPractice }
            return hardDue == nil ? .missed : .metHardLimit
        }
        if stopped != nil { return .metGoodPractice }
        guard let next = nextDue(at: now) else { return .running }
        // The last quarter, counted in elapsed time: near enough for a warning, and the same for every unit.
        let whole = next.microseconds - started.microseconds, left = next.microseconds - now.microseconds
        return left <= whole / 4 ? .dueSoon : .running
    }
}
