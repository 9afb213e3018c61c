// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Safeguarding

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

}
