// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import TestSupport
import Testing

@Suite("The working calendar")
struct CalendarTests {
    private var calendar: WorkingCalendar {
        get throws { try WorkingCalendar.load(TestStandards.folder.appending(path: "calendar/england-and-wales.yaml")) }
    }

    @Test(
        "Moved and extra bank holidays of record",
        arguments: [
            "2014-12-25", "2015-12-28", "2016-12-27", "2017-01-02", "2020-05-08", "2021-12-28", "2022-01-03", "2022-06-02", "2022-06-03",
            "2022-09-19", "2023-05-08", "2026-04-03", "2026-12-28", "2027-12-27", "2027-12-28", "2028-04-17",
        ])
    func holidays(date: String) throws { #expect(try !calendar.isWorkingDay(try #require(CivilDate(iso: date)))) }

    @Test("Days that are worked although a rule of thumb would say otherwise", arguments: ["2020-05-04", "2022-05-30", "2015-12-29"])
    func worked(date: String) throws { #expect(try calendar.isWorkingDay(try #require(CivilDate(iso: date)))) }

    @Test("Every year from 2014 to 2028 has its eight bank holidays, some years more")
    func everyYear() throws {
        let counts = Dictionary(grouping: try calendar.holidays.keys, by: \.year).mapValues(\.count)
        for year in 2014...2028 { #expect(counts[year] == (year == 2022 ? 10 : year == 2023 ? 9 : 8)) }
    }

    @Test("A calendar says what is wrong with it")
    func problems() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "calendar-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = """
            id: x
            title: X
            time_zone: Europe/Nowhere
            opens: "9am"
            closes: "17:00"
            working_weekdays: [monday, fryday]
            covers: {from: 2014-01-01, to: 2014-12-31}
            source: none
            holidays: [{date: 2015-01-01, name: Late}]
            """
        try text.write(to: file, atomically: true, encoding: .utf8)
        let problems = #expect(throws: StandardProblems.self) { try WorkingCalendar.load(file) }?.problems ?? []
        #expect(problems.map(\.line) == [3, 4, 6, 9])
        #expect(problems[2].mend.contains("Did you mean 'friday'?"))
    }
}
