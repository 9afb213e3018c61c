// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// When something is due: at best and at the latest.
struct Due: Sendable {
    let good: Instant
    let hard: Instant
}

extension House {
    /// When a clock of the standard that starts now is due, for these facts.
    ///
    /// A standard without a limit for the clock gives a day: nothing is ever without an end.
    func due(_ clock: ClockName, _ facts: ConditionFacts, from start: Instant, _ standard: Standard) -> Due {
        let fallback = start.adding(seconds: 86_400)
        guard let limit = standard.limit(for: clock, facts: facts), let calendar = standards.calendar(of: standard),
            let workingTime = WorkingTime(calendar: calendar), let running = LimitClock(limit, started: start, workingTime: workingTime)
        else { return Due(good: fallback, hard: fallback) }
        let hard = running.hardDue ?? running.goodPracticeDue ?? fallback
        return Due(good: running.goodPracticeDue ?? hard, hard: hard)
    }

    /// How a running clock stands now.
    func clockState(from started: Instant, good: Instant, hard: Instant) -> LimitState {
        LimitClock(limit: "", clock: .decision, started: started, goodPracticeDue: good, hardDue: hard).state(at: now)
    }
}
