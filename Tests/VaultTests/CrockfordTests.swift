// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Vault

@Suite struct CrockfordTests {
    @Test func knownValues() {
        #expect(Crockford.text(of: []) == "")
        #expect(Crockford.text(of: [0xff]) == "ZW")
        #expect(Crockford.text(of: Array("hello".utf8)) == "D1JPRV3F")
        #expect(Crockford.symbols(reading: "d1jp-rv3f").flatMap { Crockford.bytes(ofSymbols: $0) } == Array("hello".utf8))
        #expect(Crockford.symbols(reading: "U") == nil)
        // Bits left over must be zero, and no character may be too many.
        #expect(Crockford.bytes(ofSymbols: [31, 31]) == nil)
        #expect(Crockford.bytes(ofSymbols: [31, 28, 0]) == nil)
    }

    /// Exhaustive over one word of each length: every wrong character and every exchange of any two.
    @Test(arguments: [1, 8, 13, 16, 30])
    func theCheckCatchesEverySlip(length: Int) throws {
        let data = seeded(UInt64(length))(length).map { $0 & 31 }
        for salt: UInt8 in [0, 3] {
            let word = data + [Crockford.check(data, salt: salt)]
            #expect(word.count <= Crockford.checkedLength)
            #expect(Crockford.unchecked(word, salt: salt) == data)
            #expect(Crockford.unchecked(word, salt: salt + 1) == nil)
            for place in word.indices {
                for symbol in 0..<UInt8(32) where symbol != word[place] {
                    var changed = word
                    changed[place] = symbol
                    #expect(Crockford.unchecked(changed, salt: salt) == nil)
                }
                for other in word.indices where word[other] != word[place] {
                    var changed = word
                    changed.swapAt(place, other)
                    #expect(Crockford.unchecked(changed, salt: salt) == nil)
                }
            }
        }
    }

    @Test func referencesReadBack() throws {
        let random = seeded(5)
        for _ in 0..<1000 {
            let reference = Reference.random(random)
            #expect(reference.description.count == 11)
            #expect(Reference(reference.description) == reference)
            #expect(
                Reference(
                    " " + reference.description.lowercased().replacing("0", with: "o").replacing("1", with: "i").replacing("-", with: ""))
                    == reference)
        }
        #expect(Reference("") == nil && Reference("7KQM-2XWD") == nil)
    }

    @Test func referencesCatchSlips() throws {
        let text = Array(Reference.random(seeded(6)).description)
        for place in text.indices where text[place] != "-" {
            for character in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where character != text[place] {
                var changed = text
                changed[place] = character
                #expect(Reference(String(changed)) == nil)
            }
        }
    }
}
