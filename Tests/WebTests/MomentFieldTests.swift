// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("A day with a time") struct MomentFieldTests {
    private func form(_ day: String, _ month: String, _ year: String, _ time: String) -> FormData {
        FormData(fields: [
            .init(name: "from.day", value: day), .init(name: "from.month", value: month), .init(name: "from.year", value: year),
            .init(name: "from.time", value: time),
        ])
    }

    /// In summer an hour before UTC's clock, in winter the same; an empty time is the day's beginning.
    @Test(
        arguments: [
            (["1", "7", "2026", "9:30"], 1_782_894_600), (["1", "1", "2026", "09.30"], 1_767_259_800),
            (["1", "Jan", "2026", ""], 1_767_225_600),
            (["1", "1", "2026", "14"], 1_767_276_000),
        ] as [([String], Int64)])
    func isReadInTheRegionsZone(_ typed: [String], _ seconds: Int64) throws {
        let moment = try MomentField.read(form(typed[0], typed[1], typed[2], typed[3]), "from")
        #expect(moment == Instant(microseconds: seconds * 1_000_000))
    }

    @Test(arguments: [
        ["", "7", "2026", "9:30"], ["31", "2", "2026", ""], ["1", "7", "26", ""], ["1", "7", "2026", "25:00"], ["1", "7", "2026", "9:60"],
        ["1", "7", "2026", "noon"], ["1", "7", "2026", "1:2:3"], ["1", "7", "2026", "-1"],
    ])
    func whatIsNoMomentIsSaid(_ typed: [String]) {
        #expect(throws: WrongFields.self) { try MomentField.read(form(typed[0], typed[1], typed[2], typed[3]), "from") }
    }

    @Test func nothingTypedIsNothing() throws { #expect(try MomentField.read(form("", "", "", "9:30"), "from") == nil) }

    @Test(arguments: [1_782_894_600, 1_767_225_600, 1_774_746_060] as [Int64]) func whatIsShownIsReadBack(_ seconds: Int64) throws {
        let moment = Instant(microseconds: seconds * 1_000_000)
        #expect(try MomentField.read(FormData(fields: MomentField.typed(moment, "from")), "from") == moment)
    }
}
