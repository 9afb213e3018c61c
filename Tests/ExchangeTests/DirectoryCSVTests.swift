// SPDX-License-Identifier: Apache-2.0
import Services
import TestSupport
import Testing

@testable import Exchange

/// Files of the directory, hostile ones too: faults say where and why, never the value; nothing becomes a formula.
struct DirectoryCSVTests {
    private static let heading = "name,email\n"

    private func read(_ text: String, _ kind: DirectoryFileKind = .leavers) -> ([DirectoryFileRow], [DirectoryFileFault]) {
        let (rows, faults) = DirectoryCSV.read(Array(text.utf8), kind)
        return (rows, faults)
    }

    @Test(arguments: [
        "=1+1", "+44 7700", "-2", "@SUM(A1)", "\tx", "\rx", "|calc", "%0", "＝1", "'=1", "''x", "'plain", "plain", "a,\"b\"\nc",
    ])
    func whatGoesOutComesInAgainAndIsNeverAFormula(_ text: String) {
        let bytes = CSVWriter.bytes([["name", "email"], [text, "x@example.org"]])
        let first = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")[1]
        let start = first.drop { $0 == "\"" }.first
        #expect(start.map { !"=+-@\t\r|%＝".contains($0) } ?? true)
        let (rows, faults) = DirectoryCSV.read(bytes, .leavers)
        #expect(faults.isEmpty)
        // Blank ends are nothing in a directory.
        if !text.hasPrefix("\t"), !text.hasPrefix("\r") { #expect(rows.first?.values["name"] == text) }
    }

    @Test func everyFaultSaysItsPlaceAndNotItsValue() {
        let text = Self.heading + "Ash,ash@example.org\n\"Bo,bo@example.org\nCy\nDi,di@example.org,more\n"
        let (rows, faults) = read(text)
        #expect(rows.map(\.line) == [2])
        #expect(faults.map(\.line) == [3, 4, 5] && faults.map(\.reason) == [.quotes, .columnCount, .columnCount])
    }

    @Test func otherEncodingsAreSaid() {
        let latin: [UInt8] = Array(Self.heading.utf8) + Array("Ren".utf8) + [0xE9] + Array(",r@example.org\n".utf8)
        #expect(DirectoryCSV.read(latin, .leavers).faults == [DirectoryFileFault(line: 2, column: "name", .notUTF8)])
        let wide = Array(Self.heading.utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        #expect(DirectoryCSV.read([0xFF, 0xFE] + wide, .leavers).faults.map(\.reason) == [.notUTF8])
        #expect(DirectoryCSV.read(wide, .leavers).faults.map(\.reason) == [.notUTF8])
        #expect(DirectoryCSV.read([], .leavers).faults.map(\.reason) == [.missing])
        #expect(DirectoryCSV.read(Array(Self.heading.utf8), .leavers).faults.map(\.reason) == [.missing])
    }

    @Test func headingsAreHeldToTheColumns() {
        #expect(read("name\nAsh\n").1 == [DirectoryFileFault(line: 1, column: "email", .missingColumn)])
        #expect(read("email,secret\na,b\n").1 == [DirectoryFileFault(line: 1, column: "", .unknownColumn)])
        #expect(read("email,email\na,b\n").1.map(\.reason) == [.twice])
        #expect(read("EMAIL; name\nx@example.org;Ash\n").0.first?.values == ["email": "x@example.org", "name": "Ash"])
    }

    /// Ten megabytes of rows, of one line, of quotes: an answer at once, and bounded.
    @Test(arguments: ["Ash,ash@example.org\n", "a", "\"", ",", "\n"]) func tenMegabytesAreAnswered(_ piece: String) {
        let body = Array(Self.heading.utf8) + Array(String(repeating: piece, count: 9_900_000 / piece.utf8.count).utf8)
        let (rows, faults) = DirectoryCSV.read(body, .leavers)
        #expect(rows.count <= DirectoryFiles.most + 1 && faults.count <= DirectoryCSV.mostFaults)
        #expect(DirectoryCSV.read([UInt8](repeating: 65, count: 10_000_001), .leavers).faults.map(\.reason) == [.tooMany])
    }
}
