// SPDX-License-Identifier: Apache-2.0

/// Comparing dates of birth and ages, as encoded.
enum DateComparison {
    struct Date {
        let year: Int
        let month: Int
        let day: Int

        init(_ part: UnsafeBufferPointer<UInt8>) {
            year = Int(part[0]) << 8 | Int(part[1])
            month = Int(part[2])
            day = Int(part[3])
        }

        var isWhole: Bool { day != 0 }
        /// 1 January is what forms put for "only the year is known".
        var isDummy: Bool { day == 1 && month == 1 }
        var digits: [Int] { [year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10] }
    }

    static func level(_ left: Date, _ right: Date) -> Level {
        let years = abs(left.year - right.year)
        if left.isWhole, right.isWhole {
            if years == 0, left.month == right.month, left.day == right.day { return .exact }
            if left.isDummy || right.isDummy { return years == 0 ? .year : years == 1 ? .alike : .differs }
            if years == 0, left.month == right.day, left.day == right.month { return .dayMonthSwapped }
            if zip(left.digits, right.digits).count(where: { $0 != $1 }) == 1 { return .oneDigitOff }
            if years == 1, left.month == right.month, left.day == right.day { return .oneDigitOff }
            return years == 0 ? .yearOnly : .differs
        }
        if years > 1 { return .differs }
        if years == 1 { return .alike }
        if left.month == 0 || right.month == 0 { return .year }
        return left.month == right.month ? .yearAndMonth : .yearOnly
    }

    /// Better first.
    static func rank(_ level: Level) -> Int {
        switch level {
        case .exact: 8
        case .dayMonthSwapped: 7
        case .yearAndMonth: 6
        case .oneDigitOff: 5
        case .year: 4
        case .alike: 3
        case .yearOnly: 2
        default: 1
        }
    }

    /// Years of birth that an item allows.
    static func years(_ field: Field, _ part: UnsafeBufferPointer<UInt8>) -> ClosedRange<Int> {
        let first = Int(part[0]) << 8 | Int(part[1])
        if field == .dateOfBirth { return first...first }
        return first...max(first, Int(part[2]) << 8 | Int(part[3]))
    }

    /// How ranges of years of birth fit; nil when that says nothing.
    static func level(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Level? {
        if left.overlaps(right) { return .ageFits }
        let gap = max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound)
        return gap > 2 ? .differs : nil
    }
}
