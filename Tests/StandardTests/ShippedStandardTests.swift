// SPDX-License-Identifier: Apache-2.0

import Standard
import Testing

@Suite("The standards as shipped")
struct ShippedStandardTests {
    @Test("Both versions and the calendar load without a problem")
    func library() throws {
        do {
            let library = try StandardLibrary.load(try Shipped.root)
            #expect(library.ids == ["west-midlands/2014", "west-midlands/2026"])
            for standard in library.standards.values { #expect(library.calendar(of: standard) != nil) }
        } catch let problems as StandardProblems {
            Issue.record("\(problems)")
        }
    }
}
