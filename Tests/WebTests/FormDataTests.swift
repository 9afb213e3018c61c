// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("Forms") struct FormDataTests {
    private func form(_ text: String) throws -> FormData { try FormData(urlEncoded: Array(text.utf8)) }

    @Test func orderAndDuplicatesAreKept() throws {
        let form = try form("b=1&a=x+y&b=2&&c&=z&d=%26%3D")
        #expect(form.fields.map(\.name) == ["b", "a", "b", "c", "", "d"])
        #expect(form.all("b") == ["1", "2"])
        #expect(form["a"] == "x y" && form["c"] == "" && form["d"] == "&=" && form["e"] == nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C0%AF=1", "a=%ED%A0%80", "a=%F8%88%80%80%80", "a=%C3"])
    func whatIsNotUTF8IsRefused(_ text: String) { #expect(throws: FormData.Mistake.notUTF8) { try form(text) } }

    @Test func rawBytesThatAreNotUTF8AreRefused() {
        #expect(throws: FormData.Mistake.notUTF8) { try FormData(urlEncoded: [UInt8(ascii: "a"), UInt8(ascii: "="), 0xFF]) }
    }

    @Test func fieldsAreCounted() throws {
        let thousand = (0..<1_000).map { "a\($0)=1" }.joined(separator: "&")
        #expect(try form(thousand).fields.count == 1_000)
        #expect(throws: FormData.Mistake.tooManyFields(most: 1_000)) { try form(thousand + "&b=1") }
    }

    @Test func textLosesSpaceAroundItAndNothingElse() throws {
        let form = try form("a=%20%0D%0A O'Neil–Świątek%0D%0Aline two%20&b=%20%0A")
        #expect(form.text("a") == "O'Neil–Świątek\nline two")
        #expect(form.text("b") == nil)
    }

    @Test(arguments: [
        ("27", "3", "2011", PartialDate.of("2011-03-27")),
        ("", "March", "2011", PartialDate.of("2011-03")), ("", "", "2011", PartialDate.of("2011")),
        ("", "", "", .nothing), ("30", "2", "2011", .wrong(.noSuchDate)), ("1", "", "2011", .wrong(.dayWithoutMonth)),
        ("1", "2", "", .wrong(.noYear)),
        ("1", "2", "11", .wrong(.noYear)), ("x", "2", "2011", .wrong(.noSuchDate)), ("1", "Smarch", "2011", .wrong(.noSuchDate)),
    ]) func datesMayBeParts(day: String, month: String, year: String, expected: DateField.Typed) throws {
        #expect(DateField.read(try form("born.day=\(day)&born.month=\(month)&born.year=\(year)"), "born") == expected)
    }

    @Test func anAbsentAnswerHasAReason() throws {
        #expect(AbsenceChoices.read(try form("name=&name.absent=refused"), "name") == Absence("refused"))
        #expect(AbsenceChoices.read(try form("name=x&name.absent="), "name") == nil)
    }
}

extension PartialDate {
    /// A date as the form gives it; nothing, which fails the test, where the text is none.
    fileprivate static func of(_ text: String) -> DateField.Typed { PartialDate(text).map { .date($0) } ?? .nothing }
}
