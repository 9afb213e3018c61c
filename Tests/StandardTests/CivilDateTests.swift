// SPDX-License-Identifier: Apache-2.0

import Standard
import Testing

@Suite("Dates of the calendar")
struct CivilDateTests {
    @Test("Every day from 1900 to 2100 goes to a number and back, and the week turns")
    func roundTrip() throws {
        let first = try #require(CivilDate(iso: "1900-01-01")), last = try #require(CivilDate(iso: "2100-12-31"))
        #expect(first.weekday == .monday)
        var expected = 0
        var wrong: [CivilDate] = []
        for days in first.daysSince1970...last.daysSince1970 {
            let date = CivilDate(daysSince1970: days)
            let isSame = date.daysSince1970 == days && CivilDate(iso: date.description) == date
            if !isSame || date.weekday != Weekday.allCases[expected] { wrong.append(date) }
            expected = (expected + 1) % 7
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "What is no date is refused",
        arguments: ["2014-02-29", "2014-13-01", "2014-00-10", "2014-1-1", "17/10/2014", "", "2014-10-1x", "0000-01-01"])
    func refused(text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test(
        "Months are added to the same day, or the last of a shorter month",
        arguments: [
            ("2014-01-31", 1, "2014-02-28"), ("2016-01-31", 1, "2016-02-29"), ("2014-11-30", 3, "2015-02-28"),
            ("2014-03-31", -1, "2014-02-28"),
        ])
    func months(start: String, count: Int, end: String) throws {
        #expect(try #require(CivilDate(iso: start)).adding(months: count).description == end)
    }

    @Test("Extreme numbers stay within the years 1 to 9999")
    func extremes() throws {
        let date = try #require(CivilDate(iso: "2014-10-17"))
        #expect(date.adding(days: .max).year == 9999)
        #expect(date.adding(months: .min).year >= 1)
        #expect(CivilDate(daysSince1970: .min).year == 1)
    }
}
