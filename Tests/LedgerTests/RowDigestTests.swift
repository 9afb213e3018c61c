// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

@Suite struct RowDigestTests {
    let salt = [UInt8](0..<16)
    let row: [(name: String, value: ColumnValue)] = [
        ("sealed", .blob([0, 255, 1])), ("id", .text("é-1")), ("version", .integer(-12)), ("closed", .null),
    ]

    @Test func theFormIsThatOfTheContract() {
        #expect(RowDigest.digest(table: "concern", columns: row, salt: salt).hex == Golden.rowDigest)
    }

    @Test func orderAndSaltColumnDoNotMatter() {
        let digest = RowDigest.digest(table: "concern", columns: row, salt: salt)
        #expect(RowDigest.digest(table: "concern", columns: row.reversed() + [("salt", .blob(salt))], salt: salt) == digest)
    }

    @Test func everyOtherDifferenceShows() {
        var seen: Set<LedgerHash> = [RowDigest.digest(table: "concern", columns: row, salt: salt)]
        let variants: [(String, [(name: String, value: ColumnValue)], [UInt8])] = [
            ("concern2", row, salt),
            ("concern", row, [1] + salt.dropFirst()),
            ("concern", [("sealed", .blob([0, 255, 2]))] + row.dropFirst(), salt),
            ("concern", [("sealed", .text("\u{0}"))] + row.dropFirst(), salt),
            ("concern", row.dropLast() + [("closed", .text(""))], salt),
            ("concern", row.dropLast() + [("closed", .integer(0))], salt),
            ("concern", row.dropLast() + [("closed", .blob([]))], salt),
            ("concern", row.dropLast() + [("close", .text("d"))], salt),
            ("concern", row + [("note", .text(""))], salt),
        ]
        for (table, columns, salt) in variants {
            #expect(seen.insert(RowDigest.digest(table: table, columns: columns, salt: salt)).inserted)
        }
    }

    /// A migration adds a column: what was written before it keeps its digest.
    @Test func aColumnThatIsNullLeavesTheDigestAsItWas() {
        let digest = RowDigest.digest(table: "concern", columns: row, salt: salt)
        #expect(RowDigest.digest(table: "concern", columns: row + [("note", .null)], salt: salt) == digest)
        #expect(RowDigest.digest(table: "concern", columns: Array(row.dropLast()), salt: salt) == digest)
    }

    @Test func primaryKeyText() {
        #expect(PrimaryKeyText.text(of: [.text("a-b")]) == "a-b")
        #expect(PrimaryKeyText.text(of: [.text("a"), .integer(-3), .blob([0xab, 1]), .null]) == "a/-3/ab01/")
        #expect(PrimaryKeyText.text(of: [.integer(7)]) == "7")
    }
}
