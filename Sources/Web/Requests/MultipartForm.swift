// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A form with a file in it, as browsers send it: `multipart/form-data` (RFC 7578).
struct MultipartForm: Sendable {
    /// The fields that are no files.
    private(set) var fields: [FormData.Field] = []
    /// The bytes of each file, by the field's name. What the file is called at home is not kept.
    private(set) var files: [String: [UInt8]] = [:]
    private static let mostHeader = 2_000

    /// Why it can't be read. Never holds what was sent.
    enum Mistake: Error, Equatable {
        case notMultipart
        case notUTF8
        case tooManyFields
    }

    /// The boundary of a content type; nil where there is none.
    static func boundary(_ contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased().hasPrefix("multipart/form-data") ?? false else { return nil }
        guard let given = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
        let text = given.dropFirst("boundary=".count).filter { $0 != "\"" }
        let isPlain = (1...70).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
        return isPlain ? text : nil
    }

    /// Reads the parts between the boundaries.
    /// - Throws: `Mistake`.
    init(_ body: [UInt8], boundary: String, most: Int = Limits.mostFields) throws(Mistake) {
        let mark = Array("--\(boundary)".utf8)
        let end = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: mark) else { throw .notMultipart }
        let data = Data(body)
        var place = mark.count
        while true {
            if body[place...].starts(with: Array("--".utf8)) { return }
            guard body[place...].starts(with: Array("\r\n".utf8)) else { throw .notMultipart }
            place += 2
            guard let head = Self.find(Array("\r\n\r\n".utf8), in: data, from: place, most: Self.mostHeader) else { throw .notMultipart }
            guard let close = Self.find(end, in: data, from: head + 2) else { throw .notMultipart }
            let content = head + 4 <= close ? Array(body[(head + 4)..<close]) : []
            guard fields.count + files.count < most else { throw .tooManyFields }
            try add(Array(body[place..<head]), content)
            place = close + end.count
        }
    }

    private mutating func add(_ head: [UInt8], _ content: [UInt8]) throws(Mistake) {
        guard let text = String(validating: head, as: UTF8.self) else { throw .notUTF8 }
        let lines = text.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }), let name = Self.value("name", of: line)
        else { throw .notMultipart }
        if Self.value("filename", of: line) != nil {
            files[name] = content
        } else {
            guard let value = String(validating: content, as: UTF8.self) else { throw .notUTF8 }
            fields.append(FormData.Field(name: name, value: value))
        }
    }

    /// A parameter between quotes; browsers write a quote in it as %22.
    private static func value(_ parameter: String, of line: Substring) -> String? {
        guard let start = line.range(of: "; \(parameter)=\"")?.upperBound else { return nil }
        let rest = line[start...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }

    /// Where a pattern begins; a body may be ten megabytes, so it is looked for by the system's own search.
    private static func find(_ pattern: [UInt8], in bytes: Data, from start: Int, most: Int = .max) -> Int? {
        guard start < bytes.count else { return nil }
        let end = most < bytes.count - start ? start + most : bytes.count
        return bytes.range(of: Data(pattern), in: start..<end)?.lowerBound
    }
}
