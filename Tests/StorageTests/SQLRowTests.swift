// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing

@Suite struct SQLRowTests {
    let row = SQLRow(columns: ["t", "i", "b", "n"], values: ["secret", 7, .blob([1]), nil])

    @Test func readsByName() throws {
        #expect(try row.text("t") == "secret")
        #expect(try row.integer("i") == 7)
        #expect(try row.int("i") == 7)
        #expect(try row.flag("i"))
        #expect(try row.blob("b") == [1])
        #expect(try row.optionalText("n") == nil)
        #expect(try row.optionalInteger("n") == nil)
        #expect(try row.optionalBlob("n") == nil)
        #expect(try row.optionalFlag("n") == nil)
    }

    @Test func namesTheColumnAndNotTheValue() {
        let error = #expect(throws: StorageError.self) { try row.integer("t") }
        #expect(error?.code == .unexpectedKind(column: "t", expected: "integer", found: "text"))
        #expect(error?.description.contains("secret") == false)
        #expect(throws: StorageError(.unexpectedKind(column: "n", expected: "text", found: "null"))) { try row.text("n") }
        #expect(throws: StorageError(.unknownColumn("x"))) { try row.optionalText("x") }
    }
}
