// SPDX-License-Identifier: Apache-2.0

/// The working days and hours of one jurisdiction, with its bank holidays. Data of its own, apart from any standard's version.
public struct WorkingCalendar: Sendable, Hashable {
    /// The calendar's name, as in `england-and-wales`.
    public let id: String
    /// Its title in words.
    public let title: String
    /// The zone that working time is counted in, as in `Europe/London`.
    public let timeZone: String
    /// When work begins, in minutes after midnight.
    public let opens: Int
    /// When work ends, in minutes after midnight; later than `opens`.
    public let closes: Int
    /// The days of the week that are worked.
    public let weekdays: Set<Weekday>
    /// The bank holidays, by date, with their names.
    public let holidays: [CivilDate: String]
    /// The first day that the list of holidays covers.
    public let coversFrom: CivilDate
    /// The last day that the list of holidays covers; a limit counted beyond it may come out too early.
    public let coversTo: CivilDate
    /// Where the list of holidays comes from.
    public let source: String
    // Every report counts dozens of days: these answer without hashing a text or a date.
    private let worked: [Bool]
    private let free: Set<Int>

    /// Makes a calendar.
    public init(
        id: String, title: String, timeZone: String, opens: Int, closes: Int, weekdays: Set<Weekday>, holidays: [CivilDate: String],
        coversFrom: CivilDate, coversTo: CivilDate, source: String
    ) {
        self.id = id
        self.title = title
        self.timeZone = timeZone
        self.opens = opens
        self.closes = closes
        self.weekdays = weekdays
        self.holidays = holidays
        self.coversFrom = coversFrom
        self.coversTo = coversTo
        self.source = source
        worked = Weekday.allCases.map(weekdays.contains)
        free = Set(holidays.keys.map(\.daysSince1970))
    }

    /// Whether the day is worked: one of the weekdays and no bank holiday.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        let days = date.daysSince1970
        return worked[CivilDate.weekdayIndex(days)] && !free.contains(days)
    }

    /// Whether the list of holidays covers the day.
    public func covers(_ date: CivilDate) -> Bool { date >= coversFrom && date <= coversTo }
}
