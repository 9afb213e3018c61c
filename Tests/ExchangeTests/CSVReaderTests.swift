// SPDX-License-Identifier: Apache-2.0
import Exchange
import TestSupport
import Testing

/// Comma-separated rows (RFC 4180): what a spreadsheet writes is read, and what is broken costs one row.
struct CSVReaderTests {
    private func rows(_ text: String, expecting fields: Int? = nil) -> [CSVRow] { rows(Array(text.utf8), expecting: fields) }

    private func rows(_ bytes: [UInt8], expecting fields: Int? = nil, separator: UInt8 = UInt8(ascii: ",")) -> [CSVRow] {
        var reader = CSVReader(bytes, separator: separator)
        reader.expectedFields = fields
        var rows: [CSVRow] = []
        while let row = reader.next() { rows.append(row) }
        return rows
    }

    private func texts(_ row: CSVRow) -> [String] { row.fields.map { String(decoding: $0, as: UTF8.self) } }

    @Test(
        arguments: [
            ("aaa,bbb,ccc", [["aaa", "bbb", "ccc"]]),
            ("aaa,bbb\nccc,ddd\n", [["aaa", "bbb"], ["ccc", "ddd"]]),
            ("aaa,bbb\r\nccc,ddd\r\n", [["aaa", "bbb"], ["ccc", "ddd"]]),
            ("aaa,bbb\rccc,ddd", [["aaa", "bbb"], ["ccc", "ddd"]]),
            ("\"aaa\",\"b b\",\"ccc\"", [["aaa", "b b", "ccc"]]),
            ("\"a,b\",c", [["a,b", "c"]]),
            ("\"a\"\"b\",c", [["a\"b", "c"]]),
            ("\"\"\"\",\"\"", [["\"", ""]]),
            ("\"first\r\nsecond\",c\r\nd,e", [["first\r\nsecond", "c"], ["d", "e"]]),
            (",,", [["", "", ""]]),
            ("a,", [["a", ""]]),
            ("a, b ,c", [["a", " b ", "c"]]),
            ("\u{FEFF}a,b", [["a", "b"]]),
            ("\u{FEFF}\"a\",b", [["a", "b"]]),
            ("a\n\n  \n\nb", [["a"], ["b"]]),
            ("", []),
            ("\n\r\n", []),
            ("é,\u{1F600}", [["é", "\u{1F600}"]]),
        ] as [(String, [[String]])])
    func table(text: String, expected: [[String]]) {
        let found = rows(text)
        #expect(found.map(texts) == expected)
        #expect(found.allSatisfy { !$0.isBroken })
    }

    @Test func anotherSeparator() {
        #expect(rows(Array("a;b,c;d".utf8), separator: UInt8(ascii: ";")).map(texts) == [["a", "b,c", "d"]])
    }

    @Test func aRowKnowsItsFirstLineAndItsBytes() {
        let found = rows("heading,h\r\n\r\n\"two\r\nlines\",x\r\nlast,y")
        #expect(found.map(\.line) == [1, 3, 5])
        #expect(found[1].raw == Array("\"two\r\nlines\",x".utf8))
    }

    @Test(arguments: ["\"open,b", "a,b\"c", "\"a\"b,c", "a,\"b", "a,\"b\" ,c", "\""])
    func brokenQuotesCostOneRow(line: String) {
        let found = rows("h1,h2\n\(line)\n\"x\",\"y\"\nz,w\n", expecting: 2)
        #expect(found.map(\.isBroken) == [false, true, false, false])
        #expect(found[1].raw == Array(line.utf8) && found[1].fields.isEmpty && found[1].line == 2)
        #expect(found.dropFirst(2).map(texts) == [["x", "y"], ["z", "w"]])
    }

    @Test func aQuoteThatNeverClosesDoesNotSwallowTheRowsAfterIt() {
        // The next quote closes it in a way that reads like one row of two fields too many.
        let found = rows("a,b,c\n1,\"open,3\n4,5,6\n7,8,\"\"\"\n\"9\",8,7\n", expecting: 3)
        #expect(found.first { texts($0) == ["4", "5", "6"] } != nil)
        #expect(found.first { texts($0) == ["9", "8", "7"] } != nil)
    }

    @Test func aRowOverSeveralLinesWithAFieldTooFewIsOneRow() {
        let found = rows("a,b,c\n1,\"two\n\nlines, and \"\"words\"\"\"\n4,5,6\n", expecting: 3)
        #expect(found.map(\.line) == [1, 2, 5])
        #expect(found.map(\.fields.count) == [3, 2, 3])
    }

    @Test func aRowOverSeveralLinesThatBreaksOnItsLastIsOneRow() {
        let found = rows("a,b,c\n1,\"two\n\nlines\",\"open\n4,\"5\",6\n", expecting: 3)
        #expect(found.map(\.line) == [1, 2, 5] && found.map(\.isBroken) == [false, true, false])
        #expect(found[1].raw == Array("1,\"two\n\nlines\",\"open".utf8))
    }

    /// Whatever is written by the rules is read back, with every way of quoting that is allowed and any bytes inside.
    @Test func roundTrip() {
        var random = SplitMix(seed: 4180)
        let pieces: [[UInt8]] = ["a", "\"", ",", "\n", "\r\n", " ", "é", ""].map { Array($0.utf8) } + [[0xFF], [0x00], [0xC3]]
        for _ in 0..<2000 {
            let width = Int.random(in: 2...5, using: &random)
            let written = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...4, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
                }
            }
            let end: [UInt8] = Bool.random(using: &random) ? [13, 10] : [10]
            let bytes = written.flatMap { row in row.map { field in quoted(field, &random) }.joined(separator: [44]) + end }
            // A row of nothing but spaces in its only field would be a blank line; with two fields there is always a comma.
            #expect(rows(bytes, expecting: width).map(\.fields) == written)
        }
    }

    private func quoted(_ field: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        let special: Set<UInt8> = [34, 44, 10, 13]
        guard field.contains(where: special.contains) || Bool.random(using: &random) else { return field }
        return [34] + field.flatMap { $0 == 34 ? [34, 34] : [$0] } + [34]
    }

    /// Whatever the bytes, reading ends, says each line once, and loses nothing but empty lines.
    @Test func anyBytes() {
        var random = SplitMix(seed: 7)
        for _ in 0..<2000 {
            let alphabet: [UInt8] = [34, 44, 10, 13, 97, 32, 255]
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 97 }
            let found = rows(bytes, expecting: 2)
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.line < $1.line })
            let kept = found.flatMap(\.raw).filter { $0 != 10 && $0 != 13 && $0 != 32 }
            #expect(kept == bytes.filter { $0 != 10 && $0 != 13 && $0 != 32 })
        }
    }
}
