// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

struct DateLevelTests {
    private func date(_ year: Int, _ month: Int, _ day: Int) -> DateComparison.Date {
        [UInt8(year >> 8), UInt8(year & 255), UInt8(month), UInt8(day)].withUnsafeBufferPointer { DateComparison.Date($0) }
    }

    @Test(arguments: [
        (2010, 3, 14, Level.exact), (2010, 4, 14, .oneDigitOff), (2010, 3, 15, .oneDigitOff), (2011, 3, 14, .oneDigitOff),
        (2010, 11, 27, .yearOnly), (2010, 0, 0, .year), (2010, 3, 0, .yearAndMonth), (2010, 5, 0, .yearOnly), (2011, 0, 0, .alike),
        (2013, 0, 0, .differs), (2012, 8, 2, .differs), (2010, 1, 1, .year), (1987, 3, 25, .differs),
    ]) func besideTheFourteenthOfMarch2010(_ year: Int, _ month: Int, _ day: Int, _ level: Level) {
        #expect(DateComparison.level(date(2010, 3, 14), date(year, month, day)) == level)
        #expect(DateComparison.level(date(year, month, day), date(2010, 3, 14)) == level)
    }

    @Test func dayAndMonthSwapped() { #expect(DateComparison.level(date(2010, 3, 7), date(2010, 7, 3)) == .dayMonthSwapped) }

    @Test func aDateNeedsItsParts() {
        #expect(BirthDate(year: 2010, day: 3) == nil)
        #expect(BirthDate(year: 2010, month: 13) == nil)
        #expect(BirthDate(year: 0) == nil)
        #expect(BirthDate(year: 2010, month: 3)?.isWhole == false)
    }

    @Test func anAgeFitsADateOfBirth() throws {
        let name: [FieldValue] = [.givenNames("Amira"), .familyName("Testwell"), .postcode("QZ1 2AB")]
        let known = name + [Sample.born(2010, 3, 14)]
        let fits = try #require(Sample.pair(known, name + [.age(14...15, asOf: 2025)]))
        #expect(fits.contributions.contains { $0.field == .age && $0.level == .ageFits && $0.bits > 0 })
        let off = Sample.pair(known, name + [.age(30...35, asOf: 2025)])
        #expect(off?.contributions.contains { $0.field == .age && $0.level == .differs && $0.bits < 0 } ?? true)
    }
}
