// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird

/// Turns the raw parts of a request into checked values, as its declaration says.
struct RequestReading: Sendable {
    let declaration: Declaration
    let limits: Limits

    /// The decoded parts of a path. A trailing "/" is the same page; an empty part, "." and ".." are nothing.
    /// - Throws: `Problem.badRequest` for broken escapes and what is not UTF-8.
    static func segments(_ path: String) throws -> [String] {
        try path.split(separator: "/").map { part in
            guard let decoded = PercentCoding.decode(part.utf8, plusIsSpace: false) else {
                throw Problem.badRequest("The address has characters that can't be read.")
            }
            return decoded
        }
    }

    /// The fields of a query.
    /// - Throws: `Problem.badRequest`.
    static func query(_ query: String?) throws -> FormData { try fields(Array((query ?? "").utf8)) }

    private static func fields(_ bytes: [UInt8]) throws -> FormData {
        do {
            return try FormData(urlEncoded: bytes, most: Limits.mostFields)
        } catch .notUTF8 {
            throw Problem.badRequest("It has characters that can't be read: it must be sent as UTF-8.")
        } catch .tooManyFields(let most) {
            throw Problem.badRequest("It has more than \(most) fields.")
        }
    }

    /// The body, bounded; nothing where the route takes none.
    func body(_ request: Request) async throws -> [UInt8] {
        guard declaration.method.changes else { return [] }
        let bytes = try await BodyReader.read(request, atMost: declaration.largestBody)
        let media = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } }
        guard !bytes.isEmpty else { return bytes }
        if declaration.takesFile, media == "multipart/form-data" { return bytes }
        let wanted = declaration.kind == .api ? "application/json" : "application/x-www-form-urlencoded"
        guard media == wanted else { throw Problem.unsupportedMedia(wanted) }
        return bytes
    }

    /// The fields of a form, and the files that came with it.
    func form(_ body: [UInt8], _ request: Request) throws -> (fields: FormData, files: [String: [UInt8]]) {
        guard declaration.kind == .page else { return (.empty, [:]) }
        guard declaration.takesFile, let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/") else {
            return (try Self.fields(body), [:])
        }
        guard let boundary = MultipartForm.boundary(type) else { throw Problem.badRequest("Its parts can't be told apart.") }
        do {
            let form = try MultipartForm(body, boundary: boundary)
            return (FormData(fields: form.fields), form.files)
        } catch {
            throw Problem.badRequest("Its parts can't be read.")
        }
    }

    /// The JSON body, checked against its shape.
    /// - Throws: `Problem.badRequest` for what is not JSON, `Problem.invalid` for another shape.
    func json(_ body: [UInt8]) throws -> JSONValue {
        guard declaration.kind == .api, let shape = declaration.body else { return .null }
        let value: JSONValue
        do {
            value = try JSONParser.parse(body)
        } catch {
            throw Problem.badRequest("The body \(error.kind.rawValue), at byte \(error.offset).")
        }
        let problems = shape.problems(with: value)
        guard problems.isEmpty else { throw Problem.invalid(problems) }
        return value
    }

    /// Checks the query parameters of an API call against their shapes.
    func checkQuery(_ query: FormData) throws {
        guard declaration.kind == .api else { return }
        let problems = declaration.query.flatMap { parameter -> [FieldProblem] in
            let values = query.all(parameter.name)
            guard let value = values.first else {
                return parameter.isRequired ? [FieldProblem(field: parameter.name, message: "must be given")] : []
            }
            guard values.count == 1 else { return [FieldProblem(field: parameter.name, message: "must be given once")] }
            return parameter.schema.problems(with: parameter.schema.value(of: value), at: parameter.name)
        }
        guard problems.isEmpty else { throw Problem.invalid(problems) }
    }

    /// The key of a write.
    /// - Throws: `Problem.badRequest` where it is missing or has other characters.
    func idempotencyKey(_ request: Request) throws -> String? {
        guard let key = request.headers[.idempotencyKey] else {
            guard !declaration.needsIdempotencyKey else {
                throw Problem.badRequest("The header field Idempotency-Key is missing: choose a new one for each thing to be done.")
            }
            return nil
        }
        let isPlain =
            (1...128).contains(key.utf8.count)
            && key.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "._:~-".utf8.contains(byte)
            }
        guard isPlain else { throw Problem.badRequest("The Idempotency-Key must have 1 to 128 letters, digits or . _ : ~ -") }
        return key
    }
}

extension Schema {
    /// A parameter's text as the value that its shape expects.
    func value(of text: String) -> JSONValue {
        switch self {
        case .integer: Int64(text).map { .integer($0) } ?? .string(text)
        case .number: Double(text).map { .decimal($0) } ?? .string(text)
        case .boolean: text == "true" ? true : text == "false" ? false : .string(text)
        case .named(_, let schema), .nullable(let schema): schema.value(of: text)
        default: .string(text)
        }
    }
}
