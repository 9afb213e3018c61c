// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard
import TestSupport
import Testing

@Suite("Working time in London")
struct WorkingTimeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let period: Period
        let start: String
        let due: String
        let why: String
        var testDescription: String { "\(period) from \(start): \(why)" }

        init(_ amount: Int, _ unit: PeriodUnit, _ start: String, _ due: String, _ why: String) {
            self.period = Period(amount: amount, unit: unit)
            self.start = start
            self.due = due
            self.why = why
        }
    }

    /// Times in UTC; London is one hour ahead from the last Sunday of March to the last Sunday of October.
    static let cases = [
        // Working days: due at 17:00 in London of the nth working day after the day of the event
        Case(1, .workingDays, "2014-10-15T10:00:00Z", "2014-10-16T16:00:00Z", "an ordinary Wednesday in summer time"),
        Case(1, .workingDays, "2014-10-17T15:30:00Z", "2014-10-20T16:00:00Z", "Friday afternoon to Monday"),
        Case(1, .workingDays, "2014-10-18T09:00:00Z", "2014-10-20T16:00:00Z", "Saturday: Monday is the first working day"),
        Case(
            1, .workingDays, "2014-10-19T23:30:00Z", "2014-10-21T16:00:00Z", "half past midnight on Monday in London, though Sunday in UTC"),
        Case(1, .workingDays, "2014-10-24T10:00:00Z", "2014-10-27T17:00:00Z", "over the end of summer time: Monday closes at 17:00 UTC"),
        Case(1, .workingDays, "2015-03-27T10:00:00Z", "2015-03-30T16:00:00Z", "over the start of summer time"),
        Case(1, .workingDays, "2014-08-22T15:30:00Z", "2014-08-26T16:00:00Z", "DOMAIN 13.3: Friday 16:30 before a bank holiday Monday"),
        Case(1, .workingDays, "2014-04-17T10:00:00Z", "2014-04-22T16:00:00Z", "Maundy Thursday, over Good Friday and Easter Monday"),
        Case(
            1, .workingDays, "2014-12-24T10:00:00Z", "2014-12-29T17:00:00Z", "Christmas Eve 2014, over Christmas, Boxing Day and a weekend"),
        Case(2, .workingDays, "2014-12-31T10:00:00Z", "2015-01-05T17:00:00Z", "over New Year's Day: the 2nd and the 5th"),
        Case(
            1, .workingDays, "2021-12-24T10:00:00Z", "2021-12-29T17:00:00Z",
            "Christmas on a Saturday: substitute days on Monday and Tuesday"),
        Case(1, .workingDays, "2022-09-16T10:00:00Z", "2022-09-20T16:00:00Z", "over the state funeral"),
        Case(45, .workingDays, "2026-03-02T09:00:00Z", "2026-05-07T16:00:00Z", "45 working days over Easter and early May"),
        Case(15, .workingDays, "2014-12-15T09:00:00Z", "2015-01-08T17:00:00Z", "15 working days over Christmas; never a weekend"),
        // Working hours
        Case(4, .workingHours, "2014-10-16T09:00:00Z", "2014-10-16T13:00:00Z", "within one day"),
        Case(4, .workingHours, "2014-10-17T15:30:00Z", "2014-10-20T11:30:00Z", "Friday 16:30: half an hour now, the rest on Monday"),
        Case(4, .workingHours, "2014-08-22T15:30:00Z", "2014-08-26T11:30:00Z", "Friday 16:30 before a bank holiday: until Tuesday 12:30"),
        Case(4, .workingHours, "2014-10-15T05:00:00Z", "2014-10-15T12:00:00Z", "before opening counts from opening"),
        Case(4, .workingHours, "2014-10-15T20:00:00Z", "2014-10-16T12:00:00Z", "after closing counts from the next opening"),
        Case(8, .workingHours, "2014-10-15T08:00:00Z", "2014-10-15T16:00:00Z", "a whole day ends at closing, not at the next opening"),
        Case(8, .workingHours, "2014-10-24T08:00:00Z", "2014-10-24T16:00:00Z", "the Friday before the clocks change"),
        Case(9, .workingHours, "2014-10-24T08:00:00Z", "2014-10-27T10:00:00Z", "one hour of it on Monday in winter time"),
        Case(4, .workingHours, "2014-12-24T16:00:00Z", "2014-12-29T12:00:00Z", "Christmas Eve at 16:00"),
        // Elapsed hours never pause
        Case(4, .elapsedHours, "2014-12-24T23:00:00Z", "2014-12-25T03:00:00Z", "red clocks run at night and on Christmas Day"),
        Case(24, .elapsedHours, "2014-10-25T12:00:00Z", "2014-10-26T12:00:00Z", "24 hours are 24 hours over the change of clocks"),
        Case(72, .elapsedHours, "2015-03-28T12:00:00Z", "2015-03-31T12:00:00Z", "the same in spring"),
        // Calendar days and months keep the time of day
        Case(7, .days, "2014-10-24T09:00:00Z", "2014-10-31T10:00:00Z", "10:00 in London on both days, over the change of clocks"),
        Case(1, .months, "2014-10-17T15:30:00Z", "2014-11-17T16:30:00Z", "one month keeps 16:30 in London"),
        Case(1, .months, "2014-01-31T10:00:00Z", "2014-02-28T10:00:00Z", "the last day of a shorter month"),
        Case(3, .months, "2015-11-30T10:00:00Z", "2016-02-29T10:00:00Z", "the last day of February in a leap year"),
        Case(1, .months, "2015-02-28T01:30:00Z", "2015-03-28T01:30:00Z", "the day before the clocks change"),
        Case(1, .days, "2015-03-28T01:30:00Z", "2015-03-29T01:30:00Z", "01:30 does not exist that night: an hour later on the wall"),
        Case(1, .days, "2014-10-25T00:30:00Z", "2014-10-26T00:30:00Z", "01:30 comes twice that night: the earlier"),
    ]

    @Test("Due", arguments: cases)
    func due(_ expected: Case) throws {
        let due = try TestStandards.workingTime.due(expected.period, after: try instant(expected.start))
        #expect(due == (try instant(expected.due)))
    }

    @Test(
        "At work or not",
        arguments: [
            ("2014-10-17T08:00:00Z", true), ("2014-10-17T07:59:59Z", false), ("2014-10-17T15:59:59Z", true),
            ("2014-10-17T16:00:00Z", false),
            ("2014-10-18T10:00:00Z", false), ("2014-12-25T10:00:00Z", false), ("2014-10-27T09:00:00Z", true),
            ("2014-10-27T08:59:00Z", false),
        ])
    func working(at text: String, expected: Bool) throws {
        #expect(try TestStandards.workingTime.isWorking(at: try instant(text)) == expected)
    }

    @Test(
        "A period of working days never falls on a day off, and a longer one never comes before a shorter, from every seventh hour of two years"
    )
    func sweep() throws {
        let time = try TestStandards.workingTime
        let last = try instant("2015-12-31T00:00:00Z")
        var now = try instant("2014-01-01T00:00:00Z")
        var wrong: [Instant] = []
        while now < last {
            let day = time.due(Period(amount: 1, unit: .workingDays), after: now)
            let hours = time.due(Period(amount: 4, unit: .workingHours), after: now)
            let areWorked = time.calendar.isWorkingDay(time.date(at: day)) && time.calendar.isWorkingDay(time.date(at: hours))
            if !areWorked || hours <= now || hours > day { wrong.append(now) }
            now = now.adding(seconds: 7 * 3600)
        }
        #expect(wrong.isEmpty)
    }

    @Test("Extreme numbers do not trap")
    func extremes() throws {
        let time = try TestStandards.workingTime
        for unit in PeriodUnit.allCases {
            let start = try instant("2014-10-17T12:00:00Z")
            #expect(
                time.due(Period(amount: unit == .workingDays || unit == .workingHours ? 1000 : 100_000, unit: unit), after: start) > start)
        }
        for edge in [Int64.min, .max] {
            for unit in PeriodUnit.allCases { _ = time.due(Period(amount: 1, unit: unit), after: Instant(microseconds: edge)) }
        }
        #expect(time.date(at: Instant(microseconds: -1)).description == "1970-01-01", "London kept British Standard Time in 1970")
    }
}
