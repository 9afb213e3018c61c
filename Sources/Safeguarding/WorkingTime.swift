// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Standard

/// Counts working time and calendar time in the zone of a working calendar (DESIGN rule 10: Europe/London).
public struct WorkingTime: Sendable {
    /// The days and hours it counts by.
    public let calendar: WorkingCalendar
    private let zone: TimeZone
    private static let hour: Int64 = 3_600_000_000
    private static let day: Int64 = 86_400_000_000

    /// Makes the counter; nil where the calendar names no known time zone, which its check at loading has refused.
    public init?(calendar: WorkingCalendar) {
        guard let zone = TimeZone(identifier: calendar.timeZone), calendar.opens < calendar.closes, !calendar.weekdays.isEmpty else {
            return nil
        }
        self.calendar = calendar
        self.zone = zone
    }

    /// The date on the wall at an instant.
    public func date(at instant: Instant) -> CivilDate { wall(at: instant).date }

    /// Whether somebody is at work: a working day, from opening to just before closing.
    public func isWorking(at instant: Instant) -> Bool {
        let wall = wall(at: instant)
        return calendar.isWorkingDay(wall.date) && wall.time >= opens && wall.time < closes
    }

    /// The first working day after a date.
    public func nextWorkingDay(after date: CivilDate) -> CivilDate {
        var next = date.adding(days: 1)
        // A calendar works on at least one weekday; the bound only stops at a list of holidays that leaves no day free.
        for _ in 0..<3660 where !calendar.isWorkingDay(next) { next = next.adding(days: 1) }
        return next
    }

    /// When a period that starts at an instant is due.
    public func due(_ period: Period, after start: Instant) -> Instant {
        let start = Self.held(start)
        return switch period.unit {
        case .elapsedHours: Instant(microseconds: start.microseconds + Int64(period.amount) * Self.hour)
        case .workingHours: adding(workingTime: Int64(period.amount) * Self.hour, to: start)
        case .workingDays: closeOfWorkingDay(period.amount, after: start)
        case .days: sameTime(on: wall(at: start).date.adding(days: period.amount), as: start)
        case .months: sameTime(on: wall(at: start).date.adding(months: period.amount), as: start)
        }
    }

    /// The close of the nth working day after the day of the instant. The day itself never counts; an instant on a Saturday has Monday as
    /// its first working day.
    public func closeOfWorkingDay(_ count: Int, after instant: Instant) -> Instant {
        var date = wall(at: instant).date
        for _ in 0..<max(count, 0) { date = nextWorkingDay(after: date) }
        return self.instant(on: date, time: closes)
    }

    /// The instant by which that much working time has passed; time out of hours counts nothing.
    public func adding(workingTime: Int64, to start: Instant) -> Instant {
        var left = max(workingTime, 0)
        var wall = wall(at: start)
        if !calendar.isWorkingDay(wall.date) || wall.time >= closes { wall = (nextWorkingDay(after: wall.date), opens) }
        var time = max(wall.time, opens)
        while left > closes - time {
            left -= closes - time
            wall.date = nextWorkingDay(after: wall.date)
            time = opens
        }
        return instant(on: wall.date, time: time + left)
    }

    /// Held to the years 1 to 9999, so that no instant from outside overflows.
    private static func held(_ instant: Instant) -> Instant {
        Instant(microseconds: min(max(instant.microseconds, -62_135_596_800_000_000), 253_402_300_799_000_000))
    }

    private var opens: Int64 { Int64(calendar.opens) * 60_000_000 }
    private var closes: Int64 { Int64(calendar.closes) * 60_000_000 }

    private func offset(at microseconds: Int64) -> Int64 {
        let date = Date(timeIntervalSince1970: (Double(microseconds) / 1_000_000).rounded(.down))
        return Int64(zone.secondsFromGMT(for: date)) * 1_000_000
    }

    /// The date and the microseconds after midnight that a clock on the wall shows.
    private func wall(at instant: Instant) -> (date: CivilDate, time: Int64) {
        let microseconds = Self.held(instant).microseconds
        let local = microseconds + offset(at: microseconds)
        var (days, time) = local.quotientAndRemainder(dividingBy: Self.day)
        if time < 0 { (days, time) = (days - 1, time + Self.day) }
        return (CivilDate(daysSince1970: Int(days)), time)
    }

    /// The instant at which the wall shows a date and time. A time that a change of the clocks skips is taken as many minutes later as are
    /// skipped; one that comes twice is the earlier.
    private func instant(on date: CivilDate, time: Int64) -> Instant {
        let local = Int64(date.daysSince1970) * Self.day + time
        let before = offset(at: local - Self.day), after = offset(at: local + Self.day)
        // Before a change of the clocks the old offset holds, after it the new one; of two that fit, the larger is the earlier instant.
        for candidate in [max(before, after), min(before, after)] where offset(at: local - candidate) == candidate {
            return Instant(microseconds: local - candidate)
        }
        return Instant(microseconds: local - before)
    }

    private func sameTime(on date: CivilDate, as start: Instant) -> Instant { instant(on: date, time: wall(at: start).time) }
}
