// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Safeguarding

@Suite("Whole and part of a registration mark") struct RegistrationMarkTests {
    @Test(
        "Seven characters, and older styles that could not be a piece of a newer one, are whole",
        arguments: ["QX01 ZQA", "qx01zqa", "Q123 ZQA", "Q1 ZQA", "QZA 12Q", "QZA 123Q", "QIZ 1234", "1234 QZ", "QZA 123", "123 QZA"])
    func whole(_ mark: String) { #expect(RegistrationMark.isWhole(mark, said: nil)) }

    @Test(
        "Anything else is a part: what is not read is not always written as a question mark",
        arguments: [
            "QX01", "QX01Z", "QX01 ZQ", "X01 ZQA", "01 ZQA", "51ZQA", "Q51 ZQA", "QX", "ZQA", "Q01", "QX01 Z??", "QX01…", "QX0_ ZQA",
        ])
    func part(_ mark: String) { #expect(!RegistrationMark.isWhole(mark, said: nil)) }

    @Test("The person's word overrides the form") func word() {
        #expect(RegistrationMark.isWhole("QX01Z", said: RegistrationMark.whole))
        #expect(!RegistrationMark.isWhole("QX01 ZQA", said: RegistrationMark.part))
        #expect(!RegistrationMark.isWhole("QX01 Z?A", said: RegistrationMark.whole), "what is written as unread was not read")
    }
}
