// SPDX-License-Identifier: Apache-2.0

/// A date of birth of which less than the whole may be known.
public struct BirthDate: Hashable, Sendable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12, if known.
    public let month: Int?
    /// The day, 1 to 31, if known; never without a month.
    public let day: Int?

    /// A date from its known parts; nil when a part is out of range or a day has no month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? true else { return nil }
        guard day.map({ (1...31).contains($0) && month != nil }) ?? true else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether year, month and day are all known.
    public var isWhole: Bool { day != nil }
}
