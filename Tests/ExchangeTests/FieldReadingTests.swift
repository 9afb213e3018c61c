// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Exchange

/// Dates in a partner's order: read exactly, or not at all.
struct FieldReadingTests {
    @Test(arguments: [
        ("17/10/2014", "d/m/y", "2014-10-17"), ("1.2.2014", "d/m/y", "2014-02-01"), ("01-02-2014", "d/m/y", "2014-02-01"),
        ("2014-10-17", "y-m-d", "2014-10-17"), ("10/17/2014", "m/d/y", "2014-10-17"), ("29/02/2016", "d/m/y", "2016-02-29"),
        ("10/2014", "m/y", "2014-10"), ("2014", "y", "2014"), (" 17 / 10 / 2014 ", "d/m/y", "2014-10-17"),
    ])
    func isRead(text: String, pattern: String, expected: String) {
        #expect(FieldReading.date(text, pattern)?.description == expected)
    }

    @Test(arguments: [
        ("31/02/2014", "d/m/y"), ("29/02/2015", "d/m/y"), ("00/01/2014", "d/m/y"), ("17/13/2014", "d/m/y"), ("17/10/14", "d/m/y"),
        ("17/10/0014", "d/m/y"), ("2014-10-17", "d/m/y"), ("17/10", "d/m/y"), ("17/10/2014 09:30", "d/m/y"), ("17 October 2014", "d/m/y"),
        ("about 17/10/2014", "d/m/y"), ("", "d/m/y"), ("yesterday", "d/m/y"), ("١٧/١٠/٢٠١٤", "d/m/y"), ("17/10/20145", "d/m/y"),
        ("99999999999999999999/1/2014", "d/m/y"), ("17/10/2014", ""), ("17/10/2014", "d/m"),
    ])
    func isNotRead(text: String, pattern: String) {
        #expect(FieldReading.date(text, pattern) == nil)
    }
}
