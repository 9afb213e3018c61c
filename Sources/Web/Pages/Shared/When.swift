// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding

/// Times as people here write them: "4 June 2026 at 9:32am", in the zone of the region, with the exact moment for machines.
enum When {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// Day and time.
    static func full(_ instant: Instant) -> HTML { time(instant, "\(day(instant)) at \(clock(instant))") }

    /// The time alone today, else day and time.
    static func short(_ instant: Instant, now: Instant) -> HTML {
        let isToday = calendar.isDate(instant.date, inSameDayAs: now.date)
        return time(
            instant, isToday ? "\(clock(instant)) today" : "\(day(instant, withYear: !sameYear(instant, now))) at \(clock(instant))")
    }

    /// The day alone.
    static func date(_ instant: Instant) -> HTML { time(instant, day(instant)) }

    /// `9:32am`.
    static func clock(_ instant: Instant) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: instant.date)
        let hour = parts.hour ?? 0
        let minute = parts.minute ?? 0
        return "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute)\(hour < 12 ? "am" : "pm")"
    }

    /// A partial date as it was said: "about March 2011", "2009".
    static func said(_ date: PartialDate) -> String {
        var text = String(date.year)
        if let month = date.month { text = months[month - 1] + " " + text }
        if let day = date.day { text = "\(day) " + text }
        return date.approximate ? "about " + text : text
    }

    /// How long until or since, in words: "3 hours", "2 days".
    static func span(_ seconds: Double) -> Sentence {
        let minutes = Int(abs(seconds) / 60)
        if minutes < 60 { return Sentence(minutes, one: "1 minute", many: "\(minutes) minutes") }
        let hours = minutes / 60
        if hours < 48 { return Sentence(hours, one: "1 hour", many: "\(hours) hours") }
        return Sentence(hours / 24, one: "1 day", many: "\(hours / 24) days")
    }

    /// The first days of the months from one moment to another, at most so many, evenly left out; with the short name, and the year where
    /// a year begins.
    static func months(from first: Instant, to last: Instant, most: Int) -> [(start: Instant, name: String)] {
        var found: [(start: Instant, name: String)] = []
        guard var month = calendar.dateInterval(of: .month, for: first.date)?.end else { return [] }
        while month <= last.date, found.count < 600 {
            let parts = calendar.dateComponents([.year, .month], from: month)
            let name = String(months[(parts.month ?? 1) - 1].prefix(3))
            found.append((Instant(month), parts.month == 1 || found.isEmpty ? "\(name) \(parts.year ?? 1970)" : name))
            guard let next = calendar.date(byAdding: .month, value: 1, to: month) else { break }
            month = next
        }
        let step = max(1, (found.count + most - 1) / max(1, most))
        return found.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
    }

    private static func time(_ instant: Instant, _ text: String) -> HTML { "<time datetime=\"\(machine(instant))\">\(text)</time>" }

    private static func machine(_ instant: Instant) -> String { instant.date.formatted(.iso8601) }

    private static func sameYear(_ a: Instant, _ b: Instant) -> Bool { calendar.isDate(a.date, equalTo: b.date, toGranularity: .year) }

    private static func day(_ instant: Instant, withYear: Bool = true) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: instant.date)
        return "\(parts.day ?? 1) \(months[(parts.month ?? 1) - 1])" + (withYear ? " \(parts.year ?? 1970)" : "")
    }
}
