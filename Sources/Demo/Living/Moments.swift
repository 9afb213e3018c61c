// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// The days and hours of the region, by the standard's own working calendar.
struct Moments: Sendable {
    let time: WorkingTime
    private static let hour = 3600.0

    /// The date on the wall.
    func day(_ moment: Instant) -> PartialDate {
        let date = time.date(at: moment)
        return PartialDate(year: date.year, month: date.month, day: date.day) ?? PartialDate(inYear: date.year)
    }

    /// Seconds since midnight on the wall.
    func secondsOfDay(_ moment: Instant) -> Double {
        let date = time.date(at: moment)
        var midnight = moment
        // Back by quarters of an hour, then of a minute: the clocks change at the whole hour.
        for step in [900.0, 15] {
            while time.date(at: midnight.adding(seconds: -step)) == date { midnight = midnight.adding(seconds: -step) }
        }
        return moment.seconds(since: midnight)
    }

    /// The moment itself if somebody is at work then, else some time in the morning of the next working day.
    func atWork(_ moment: Instant, _ dice: inout Dice) -> Instant {
        if time.isWorking(at: moment) { return moment }
        var later = moment
        // The longest time without work is a holiday of a few days.
        for _ in 0..<(24 * 12) {
            later = later.adding(seconds: Self.hour / 2)
            if time.isWorking(at: later) { break }
        }
        return later.adding(seconds: Double(dice.between(0...150)) * 60)
    }

    /// When somebody with this post would have reported something noticed at this moment.
    func reported(_ moment: Instant, by reporter: String, _ dice: inout Dice) -> Instant {
        let roundTheClock = ["pcso", "officer", "special", "control", "emergency", "missing", "youth", "system"].contains {
            reporter.hasPrefix($0)
        }
        return roundTheClock ? moment : atWork(moment, &dice)
    }
}
