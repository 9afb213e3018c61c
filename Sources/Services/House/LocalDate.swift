// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Safeguarding
public import Standard

/// The day of the calendar at a moment, in the zone of the region.
public enum LocalDate {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()

    /// The day as a full date.
    public static func today(_ instant: Instant) -> PartialDate {
        let parts = calendar.dateComponents([.year, .month, .day], from: instant.date)
        return PartialDate(year: parts.year ?? 1970, month: parts.month, day: parts.day) ?? PartialDate(inYear: parts.year ?? 1970)
    }

    /// Noon of a whole day: what counts by days from it, or to the close of a working day after it, is the same for any hour of that day.
    static func noon(_ date: PartialDate) -> Instant? {
        guard let month = date.month, let day = date.day else { return nil }
        return calendar.date(from: DateComponents(year: date.year, month: month, day: day, hour: 12)).map(Instant.init)
    }

    /// The day as a date of the working calendar.
    public static func day(_ instant: Instant) -> CivilDate {
        let parts = calendar.dateComponents([.year, .month, .day], from: instant.date)
        return CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? CivilDate(daysSince1970: 0)
    }

    /// The moment at which a day begins.
    public static func start(of day: CivilDate) -> Instant {
        let parts = DateComponents(year: day.year, month: day.month, day: day.day)
        return Instant(calendar.date(from: parts) ?? Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400))
    }

    /// A day and a time as files have them, `2026-11-24 18:00`.
    public static func text(_ instant: Instant) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: instant.date)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(day(instant)) \(two(parts.hour)):\(two(parts.minute))"
    }

    /// The moment of such a text; nil for any other, and for a time that no clock shows on that day.
    public static func moment(_ text: String) -> Instant? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(iso: String(parts[0])) else { return nil }
        let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 2, time.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(time[0]), let minute = Int(time[1]) else {
            return nil
        }
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        let parted = DateComponents(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
        guard let moment = calendar.date(from: parted).map({ Instant($0) }), self.text(moment) == text else { return nil }
        return moment
    }
}
