// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Vault

@Suite struct RecoverySheetTests {
    @Test func everyKeyComesBack() throws {
        let random = seeded(3)
        for _ in 0..<300 {
            let key = try MasterKey.generate(random)
            let text = RecoverySheet.text(of: key)
            #expect(text.count == 4 * 17 + 3)
            #expect(try RecoverySheet.key(reading: text).bytes == key.bytes)
        }
    }

    @Test func readingForgivesWhatPeopleDo() throws {
        let key = try MasterKey(bytes: (0..<32).map { UInt8($0) })
        let text = RecoverySheet.text(of: key)
        #expect(text.contains("0") && text.contains("1"))
        let typed = " " + text.lowercased().replacing("0", with: "o").replacing("1", with: "l").replacing("-", with: " \u{2013} ")
        #expect(try RecoverySheet.key(reading: typed).bytes == key.bytes)
        #expect(try RecoverySheet.key(reading: text.replacing("1", with: "I").replacing("\n", with: "")).bytes == key.bytes)
    }

    @Test func everySlipIsFoundAndItsLineNamed() throws {
        let text = RecoverySheet.text(of: try MasterKey.generate(seeded(4)))
        let lines = text.split(separator: "\n").map(String.init)
        for line in lines.indices {
            for place in lines[line].indices where lines[line][place] != "-" {
                for character in ["7", "Q"] where character != String(lines[line][place]) {
                    var changed = lines
                    changed[line].replaceSubrange(place...place, with: character)
                    #expect(throws: RecoverySheetError.wrongLines([line + 1])) { try RecoverySheet.key(reading: changed.joined()) }
                }
            }
        }
        #expect(throws: RecoverySheetError.wrongLines([1, 2])) {
            try RecoverySheet.key(reading: ([lines[1], lines[0]] + lines[2...]).joined())
        }
        #expect(throws: RecoverySheetError.wrongLength(found: 55)) { try RecoverySheet.key(reading: String(text.dropLast())) }
        #expect(throws: RecoverySheetError.badCharacter) { try RecoverySheet.key(reading: text + "U") }
        #expect(throws: RecoverySheetError.badCharacter) { try RecoverySheet.key(reading: text + "é") }
    }
}
