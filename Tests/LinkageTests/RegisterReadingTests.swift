// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// Registers as they come: quotes, faults, hostile files.
struct RegisterReadingTests {
    static func read(_ text: String, asked: [ColumnRole: [String]] = [:]) throws -> Register {
        try RegisterReader(asked: asked).read(bytes: Array(text.utf8))
    }

    @Test(arguments: [
        "id,surname,dob\n1,\"O\"\"Testwell, Amira\",2010-03-14\n", "\u{FEFF}id;surname;dob\r\n1;\"O\"\"Testwell, Amira\";2010-03-14\r\n",
        "id\tsurname\tdob\n\n1\tO\"Testwell, Amira\t2010-03-14",
    ])
    func quotesAndDelimiters(_ text: String) throws {
        let register = try Self.read(text)
        #expect(register.count == 1)
        #expect(register.id(0) == "1")
        #expect(register.names.text(register.rows[RowLayout.family]) == "otestwell amira")
        #expect(register.rows[RowLayout.birth] == 0x2010_0314)
    }

    @Test func whatCanNotBeReadIsRefusedWithItsPlace() {
        let long = String(repeating: "x", count: 1_000_000)
        func refusal(_ text: String) -> RegisterError? { #expect(throws: RegisterError.self) { try Self.read(text) } }
        #expect(refusal("id,surname\n1,Testwell\n2,\(long)\n") == .longField(line: 3, column: 2, limit: 65_536))
        #expect(refusal("id,surname\n1,\"\(long)\n") == .longField(line: 2, column: 2, limit: 65_536))
        #expect(refusal("id,surname\n1,\"Testwell\n") == .openQuote(line: 2))
        #expect(refusal("id,surname\n1,Testwell,Amira\n") == .raggedRow(line: 2, fields: 3, headers: 2))
        #expect(refusal("id,surname\n1,Testwell\n2,Fabler\n1,Mockford\n") == .repeatedID(firstLine: 2, secondLine: 4))
        #expect(refusal("id,surname\n") == .empty)
        #expect(refusal("") == .empty)
        #expect(refusal("id,cluster\n1,7\n") == .nothingToCompare(headers: ["id", "cluster"]))
    }

    @Test func nullBytesAndFaultyEncodingDoNotStopIt() throws {
        var bytes = Array("id,surname\n1,Test".utf8)
        bytes += [0x00, 0xFF, 0xFE] + Array("well\n2,Fabler\n".utf8)
        let register = try RegisterReader().read(bytes: bytes)
        #expect(register.count == 2)
    }

    @Test func columnsAreRecognisedSaidAndOverridden() throws {
        let text = "rec_id,given_name,Last Name,cluster,contact,born\n1,Amira,Testwell,7,a.testwell@example.org,14/03/2010\n"
        let roles = try Self.read(text).columns.map(\.role)
        #expect(roles == [.id, .given, .family, .ignored, .email, .birthDate])
        let asked = try Self.read(text, asked: [.category: ["contact"]])
        #expect(asked.columns[4] == RegisterColumn(name: "contact", role: .category, reason: "asked for"))
        #expect(throws: RegisterError.noColumn(named: "nome")) { try Self.read(text, asked: [.given: ["nome"]]) }
    }

    @Test(arguments: [
        ("2010-03-14", 0x2010_0314), ("20100314", 0x2010_0314), ("14/03/2010", 0x2010_0314), ("4.3.2010", 0x2010_0304),
        ("2010", 0x2010_0000),
        ("2010-03", 0x2010_0300), ("2010-03-74", 0x2010_0374),
    ])
    func dates(_ text: String, _ packed: UInt32) { #expect(RowValue.date(Array(text.utf8)) == packed) }

    @Test func copiesOfOneRowCostOneComparison() throws {
        let lines = (0..<20_000).map { "\($0),Amira,Testwell,F,2010-03-14,1 Otterley Road,QZ1 1AB,07700 900123" }
        let linked = try Linking().link(try TownRegister.register(lines))
        #expect(linked.prepared.count == 1)
        #expect(linked.largestCluster == 20_000)
    }
}
