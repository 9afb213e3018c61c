// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Web

/// Forms with a file in them, as browsers send them and as nobody should.
struct MultipartFormTests {
    private static let mark = "----boundary7"

    private func form(_ parts: [(String, String)], end: String = "--\r\n") throws -> MultipartForm {
        let text = parts.map { "--\(Self.mark)\r\n\($0)\r\n\r\n\($1)\r\n" }.joined() + "--\(Self.mark)" + end
        return try MultipartForm(Array(text.utf8), boundary: Self.mark)
    }

    @Test func fieldsAndFilesAreToldApart() throws {
        let read = try form([
            ("Content-Disposition: form-data; name=\"_token\"", "abc"),
            ("Content-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv", "a,b\r\n1,2\r\n"),
            ("Content-Disposition: form-data; name=\"empty\"", ""),
        ])
        #expect(read.fields == [.init(name: "_token", value: "abc"), .init(name: "empty", value: "")])
        #expect(read.files["file"] == Array("a,b\r\n1,2\r\n".utf8))
    }

    @Test func theBoundaryIsReadFromTheType() {
        #expect(MultipartForm.boundary("multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartForm.boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"") == nil)
        #expect(MultipartForm.boundary("multipart/form-data") == nil && MultipartForm.boundary("text/plain; boundary=a") == nil)
        #expect(MultipartForm.boundary("multipart/form-data; boundary=" + String(repeating: "a", count: 71)) == nil)
    }

    @Test(arguments: [
        "", "--", "------boundary7", "------boundary7\r\n", "------boundary7\r\nno header\r\n\r\nx\r\n------boundary7--",
        "------boundary7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends",
        "------boundary7\r\nContent-Disposition: form-data\r\n\r\nx\r\n------boundary7--", "junk------boundary7--",
    ]) func whatIsBrokenIsRefused(_ text: String) {
        #expect(throws: MultipartForm.Mistake.self) { try MultipartForm(Array(text.utf8), boundary: Self.mark) }
    }

    @Test func partsAreCountedAndTextIsUTF8() {
        let many = (0..<12).map { ("Content-Disposition: form-data; name=\"f\($0)\"", "x") }
        let text = many.map { "--\(Self.mark)\r\n\($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--\(Self.mark)--"
        #expect(throws: MultipartForm.Mistake.tooManyFields) { try MultipartForm(Array(text.utf8), boundary: Self.mark, most: 10) }
        let bytes =
            Array("--\(Self.mark)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF] + Array("\r\n--\(Self.mark)--".utf8)
        #expect(throws: MultipartForm.Mistake.notUTF8) { try MultipartForm(bytes, boundary: Self.mark) }
    }
}
