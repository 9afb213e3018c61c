// SPDX-License-Identifier: Apache-2.0
import Exchange
import Safeguarding
import Services
import Testing

/// A partner's file read row by row into reports.
struct ConcernFileTests {
    static let mapping = """
        {"reference": "Ref", "columns": [
          {"column": "Words", "to": "statement/statement.text"}, {"column": "More", "to": "statement.2/statement.text"},
          {"column": "Crime", "to": "concern/crime", "codes": {"CSE": "child_sexual_exploitation", "Harm": "child_abuse"}, "several": "/"},
          {"column": "Born", "to": "subject/person.date_of_birth", "date": "d/m/y", "absent": {"?": "not_known"}},
          {"column": "Name", "to": "subject/person.given_names"}, {"column": "Man", "to": "suspect/person.description"},
          {"column": "Other man", "to": "suspect.2/person.description"}, {"column": "Phone", "to": "phone/phone.number"},
          {"column": "From", "to": "source/source.name"}]}
        """
    static let heading = "Ref,Words,More,Crime,Born,Name,Man,Other man,Phone,From,Left out"

    private func rows(_ lines: String...) throws -> [ImportRow] { try rows(Array(([Self.heading] + lines).joined(separator: "\n").utf8)) }

    private func rows(_ bytes: [UInt8]) throws -> [ImportRow] {
        var file = try ConcernFile(bytes, mapping: ConcernMapping(json: Array(Self.mapping.utf8)), standard: "a/1")
        var rows: [ImportRow] = []
        while let row = file.next() { rows.append(row) }
        return rows
    }

    private func report(_ row: ImportRow?) throws -> (String, ConcernReport) {
        guard case .report(let reference, let report) = row?.content else { throw Unexpected() }
        return (reference, report)
    }

    private func fault(_ row: ImportRow?) throws -> (column: String, reason: ImportFault) {
        guard case .unreadable(let column, let reason) = row?.content else { throw Unexpected() }
        return (column, reason)
    }

    private struct Unexpected: Error {}

    @Test func everyPartGoesWhereTheMappingSays() throws {
        let row = try rows(" R1 ,said,and,CSE / Harm,9/3/2011,Noor,tall,short,07700 900123,a teacher,nothing").first
        let (reference, report) = try report(row)
        #expect(reference == "R1" && report.standard == "a/1")
        #expect(report.statements.map(\.text) == ["said", "and"])
        #expect(report.answers.all("crime") == ["child_sexual_exploitation", "child_abuse"])
        #expect(report.subjects.map { $0.answers.first("person.date_of_birth") } == ["2011-03-09"])
        #expect(report.suspects.map { $0.answers.first("person.description") } == ["tall", "short"])
        #expect(report.mentions.map(\.kind) == [.person, .person, .person, .phone])
        #expect(report.source.first("source.name") == "a teacher")
        #expect(!"\(report)".contains("nothing"))
        #expect(row?.columns["mentions[0].person.date_of_birth"] == "Born" && row?.columns["mentions[2].person.description"] == "Other man")
        #expect(row?.columns["answers.crime"] == "Crime" && row?.columns["statements[1].statement.text"] == "More")
        #expect(row?.columns["source.source.name"] == "From" && row?.columns.count == 9)
    }

    @Test func whatIsEmptyWasNotAskedAndAReasonIsAnAnswer() throws {
        let (_, report) = try report(rows("R1,said,,,?,,,,,,").first)
        #expect(report.subjects.map { $0.answers["person.date_of_birth"] } == [.absent(Absence("not_known"))])
        #expect(report.mentions.count == 1 && report.answers.byQuestion.isEmpty && report.source.byQuestion.isEmpty)
    }

    @Test(
        arguments: [
            ("R1,KANARI,,,31/02/2014,,,,,,", "Born", ImportFault.notADate), ("R1,said,,,KANARI,,,,,,", "Born", .notADate),
            ("R1,said,,,1/1/14,KANARI,,,,,", "Born", .notADate), ("R1,said,,KANARI,,,,,,,", "Crime", .unknownCode),
            ("R1,said,,CSE/KANARI,,,,,,,", "Crime", .unknownCode), ("R1,said,,cse,,,,,,,", "Crime", .unknownCode),
            (" ,KANARI,,,,,,,,,", "Ref", .noReference), ("R1,,,,,,,,,,KANARI", "", .saysNothing), ("R1,KANARI", "", .columnCount),
            ("R1,said,,,,,,,,,,KANARI", "", .columnCount), ("R1,\"KANARI,,,,,,,,,", "", .quotes), ("R1,\"KANARI\" x,,,,,,,,,", "", .quotes),
        ] as [(String, String, ImportFault)])
    func aRowThatCanNotBeReadSaysWhereAndWhyAndNeverWhat(line: String, column: String, reason: ImportFault) throws {
        let found = try rows("R0,fine,,,,,,,,,", line, "R2,fine,,,,,,,,,")
        #expect(found.count == 3 && found.map(\.line) == [2, 3, 4])
        let told = try fault(found[1])
        #expect(told.column == column && told.reason == reason)
        #expect(!"\(told)".contains("KANARI"))
        // Kept as it stood, to be sealed: nothing is lost.
        #expect(found[1].raw == Array(line.utf8))
        #expect(try report(found[0]).0 == "R0" && report(found[2]).0 == "R2")
    }

    @Test func bytesThatAreNoUTF8AreNamedByTheirColumn() throws {
        func file(_ line: [UInt8]) -> [UInt8] { Array((Self.heading + "\n").utf8) + line }
        let inWords = try rows(file(Array("R1,caf".utf8) + [0xE9] + Array(",,,,,,,,,".utf8)))
        #expect(try fault(inWords.first) == ("Words", .notUTF8))
        let inReference = try rows(file([0xFF] + Array(",said,,,,,,,,,".utf8)))
        #expect(try fault(inReference.first) == ("Ref", .notUTF8))
        let leftOut = try rows(file(Array("R1,said,,,,,,,,,".utf8) + [0xFF]))
        #expect(try report(leftOut.first).0 == "R1")
    }

    @Test func aColumnThatTheFileDoesNotHave() {
        #expect(throws: MappingFault.missingColumn("Ref")) { try rows(Array("Words,Born\n".utf8)) }
        #expect(throws: MappingFault.missingColumn("Words")) { try rows(Array("Ref,Born\n".utf8)) }
        #expect(throws: MappingFault.missingColumn("Ref")) { try rows([]) }
    }

    @Test func headingsMayBeQuotedAndBeginWithAByteOrderMark() throws {
        let quoted = Self.heading.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",")
        let found = try rows(Array("\u{FEFF}\(quoted)\r\nR1,said,,,,,,,,,\r\n".utf8))
        #expect(try report(found.first).1.statements.map(\.text) == ["said"])
    }
}
