// SPDX-License-Identifier: Apache-2.0

public import Foundation

extension WorkingCalendar {
    /// Reads a calendar from its YAML file, as in `Standards/calendar/england-and-wales.yaml`.
    ///
    /// - Throws: `StandardProblems` with everything found wrong.
    public static func load(_ file: URL) throws(StandardProblems) -> WorkingCalendar {
        let findings = Findings()
        let name = file.pathComponents.suffix(2).joined(separator: "/")
        let calendar = YAMLFile.root(at: file, named: name, findings: findings)
            .flatMap { Fields($0, what: "a calendar", findings: findings) }
            .flatMap { CalendarReading(findings: findings).read($0) }
        guard let calendar, findings.problems.isEmpty else { throw StandardProblems(findings.problems) }
        return calendar
    }
}

struct CalendarReading {
    let findings: Findings

    func read(_ fields: Fields) -> WorkingCalendar? {
        let id = fields.text("id"), title = fields.text("title"), zone = fields.text("time_zone"), source = fields.text("source")
        let opens = fields.text("opens").flatMap(minutes), closes = fields.text("closes").flatMap(minutes)
        let weekdays = Set(fields.choices("working_weekdays", as: Weekday.self))
        let covers = fields.required("covers").flatMap { Fields($0, what: "'covers'", findings: findings) }
        let from = covers?.date("from"), to = covers?.date("to")
        covers?.refuseOthers()
        let holidays = readHolidays(fields, from: from, to: to)
        fields.refuseOthers()
        if let zone, TimeZone(identifier: zone.value) == nil {
            findings.report(zone.place, "'\(zone.value)' is no time zone.", mend: "Write a name such as Europe/London.")
        }
        if let opens, let closes, opens >= closes {
            findings.report(fields.place(of: "closes"), "Work ends before it begins.", mend: "Give 'closes' a later time than 'opens'.")
        }
        if weekdays.isEmpty {
            findings.report(fields.place, "No day of the week is worked.", mend: "Add 'working_weekdays: [monday, …]'.")
        }
        guard let id, let title, let zone, let source, let opens, let closes, let from, let to else { return nil }
        return WorkingCalendar(
            id: id.value, title: title.value, timeZone: zone.value, opens: opens, closes: closes, weekdays: weekdays, holidays: holidays,
            coversFrom: from, coversTo: to, source: source.value)
    }

    private func readHolidays(_ fields: Fields, from: CivilDate?, to: CivilDate?) -> [CivilDate: String] {
        var holidays: [CivilDate: String] = [:]
        for item in fields.items("holidays") {
            guard let entry = Fields(item, what: "a holiday", findings: findings) else { continue }
            let date = entry.date("date"), name = entry.text("name")
            entry.refuseOthers()
            guard let date, let name else { continue }
            if let from, let to, date < from || date > to {
                findings.report(
                    entry.place, "The holiday \(date) lies outside what the calendar covers.", mend: "Widen 'covers' or remove it.")
            }
            if holidays.updateValue(name.value, forKey: date) != nil {
                findings.report(entry.place, "The holiday \(date) is given twice.", mend: "Keep one of the two.")
            }
        }
        return holidays
    }

    /// Minutes after midnight of `09:00`.
    private func minutes(_ text: Placed<String>) -> Int? {
        let parts = text.value.split(separator: ":")
        if parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440
        {
            return hour * 60 + minute
        }
        findings.report(text.place, "'\(text.value)' is not a time of day.", mend: "Write hours and minutes in quotes, as in \"09:00\".")
        return nil
    }
}
