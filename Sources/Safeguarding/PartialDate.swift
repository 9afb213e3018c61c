// SPDX-License-Identifier: Apache-2.0

/// A date of which only a part may be known ("about March 2011", "2009"): never filled up with a first of January (RULE 2.1, DOMAIN §10).
public struct PartialDate: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The year, 1000 to 2999.
    public let year: Int
    /// The month, 1 to 12, if known.
    public let month: Int?
    /// The day of the month, if known.
    public let day: Int?
    /// Whether the person said "about".
    public let approximate: Bool

    /// Makes a partial date; nil where no such date exists in the Gregorian calendar.
    public init?(year: Int, month: Int? = nil, day: Int? = nil, approximate: Bool = false) {
        guard (1000...2999).contains(year) else { return nil }
        if let month { guard (1...12).contains(month) else { return nil } }
        if let day {
            guard let month, (1...Self.days(in: month, of: year)).contains(day) else { return nil }
        }
        self.year = year
        self.month = month
        self.day = day
        self.approximate = approximate
    }

    /// Reads `2011`, `2011-03`, `2011-03-09`, each with an optional leading `~` for "about"; nil if it is none of these.
    public init?(_ text: some StringProtocol) {
        let approximate = text.hasPrefix("~")
        let body = approximate ? String(text.dropFirst()) : String(text)
        let parts = body.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil,
            approximate: approximate)
    }

    /// The text that `init(_:)` reads.
    public var description: String {
        var text = approximate ? "~" : ""
        text += String(year)
        if let month { text += "-" + Self.twoDigits(month) }
        if let day { text += "-" + Self.twoDigits(day) }
        return text
    }

    /// Whole years from this date to another full date: the greatest and the least age that fit what is known.
    public func ages(on date: PartialDate) -> ClosedRange<Int> {
        let onMonth = date.month ?? 6
        let onDay = date.day ?? 15
        let least = date.year - year - (Self.isBefore(onMonth, onDay, month ?? 12, day ?? 31) ? 1 : 0)
        let greatest = date.year - year - (Self.isBefore(onMonth, onDay, month ?? 1, day ?? 1) ? 1 : 0)
        let slack = approximate ? 1 : 0
        return min(least, greatest) - slack...max(least, greatest) + slack
    }

    private static func isBefore(_ month: Int, _ day: Int, _ otherMonth: Int, _ otherDay: Int) -> Bool {
        (month, day) < (otherMonth, otherDay)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// See `Codable`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = PartialDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date such as 2011, 2011-03 or 2011-03-09")
        }
        self = date
    }

    /// See `Codable`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension PartialDate {
    /// A year alone, which needs no check; kept within 1000 to 2999.
    public init(inYear year: Int) {
        self.year = min(max(year, 1000), 2999)
        month = nil
        day = nil
        approximate = false
    }
}
