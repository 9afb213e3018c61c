// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("API") struct APITests {
    private static let shape: Schema = .named(
        "Note",
        .object([.required("text", .text(20)), .optional("born", .string(format: .partialDate)), .optional("count", .integer(0...9))]))
    private static let write = Endpoint.api(
        .post, Path("api/v1/notes") / .id("concern"), who: .may(.workCase), query: [.init(name: "limit", schema: .integer(1...100))],
        body: shape,
        answers: [201: shape], "Adds a note.")

    private func site() throws -> TestSite { try TestSite([Self.write.handle { request, _ in .json(request.json, status: 201) }]) }
    private let path = Self.write.url(RecordID(high: 1, low: 2)).description

    @Test func aGoodCallIsAnswered() async throws {
        let answer = try await site().call("POST", path + "?limit=5", #"{"text":"x","born":"~2011-03"}"#)
        #expect(answer.status == 201 && answer.text == #"{"text":"x","born":"~2011-03"}"#)
    }

    @Test(arguments: [
        ("{", 400), ("", 400), ("[]", 422), ("{}", 422), (#"{"text":""}"#, 422), (#"{"text":1}"#, 422), (#"{"text":"x","extra":1}"#, 422),
        (#"{"text":"x","text":"y"}"#, 400), (#"{"text":"x","born":"2011-13"}"#, 422), (#"{"text":"x","count":10}"#, 422),
        (#"{"text":"x","count":1.5}"#, 422),
        (#"{"text":"123456789012345678901"}"#, 422), (String(repeating: "[", count: 5_000), 400),
    ]) func aCallOfAnotherShapeIsRefused(body: String, status: Int) async throws {
        let answer = try await site().call("POST", path, body)
        #expect(answer.status == status)
        #expect(OpenAPI.problem.problems(with: try JSONParser.parse(answer.body)).isEmpty)
    }

    @Test func refusalsNameThePartAndNotTheValue() async throws {
        let answer = try await site().call("POST", path, #"{"text":"x","born":"CANARY"}"#)
        #expect(answer.text.contains("/born") && !answer.text.contains("CANARY"))
    }

    @Test(arguments: ["", "a b", "é", String(repeating: "k", count: 129)]) func aWriteNeedsAKey(_ key: String) async throws {
        #expect(try await site().call("POST", path, #"{"text":"x"}"#, ["Idempotency-Key": key]).status == 400)
    }

    @Test func queryParametersHaveShapesToo() async throws {
        for query in ["limit=0", "limit=x", "limit=1&limit=2"] {
            #expect(try await site().call("POST", path + "?" + query, #"{"text":"x"}"#).status == 422)
        }
    }

    @Test func otherMediaTypesAreRefused() async throws {
        #expect(try await site().call("POST", path, #"{"text":"x"}"#, ["Content-Type": "text/plain"]).status == 415)
    }

    @Test func theDocumentDescribesExactlyTheRoutes() throws {
        let document = OpenAPI.document(Routes.all + [Self.write.declaration], version: "1.2.3")
        #expect(document["openapi"]?.string == "3.1.0")
        let paths = try #require(document["paths"]?.members)
        let described = Set(paths.flatMap { path in (path.value.members ?? []).map { "\($0.name.uppercased()) \(path.name)" } })
        #expect(described == Set((Routes.all.filter { $0.kind == .api } + [Self.write.declaration]).map(\.name)))
        let call = try #require(document["paths"]?["/api/v1/notes/{concern}"]?["post"])
        #expect(call["parameters"]?.array?.compactMap { $0["name"]?.string } == ["concern", "limit", "Idempotency-Key"])
        #expect(call["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.string == "#/components/schemas/Note")
        #expect(call["responses"]?["201"] != nil && call["responses"]?["422"] != nil && call["x-action"]?.string == "work_case")
        let note = try #require(document["components"]?["schemas"]?["Note"])
        #expect(note["additionalProperties"]?.bool == false && note["required"]?.array == ["text"])
    }

    /// Every reference leads somewhere, every operation has an id of its own, every path parameter is described.
    @Test func theDocumentHoldsTogether() throws {
        let document = OpenAPI.document(Routes.all + [Self.write.declaration], version: "1")
        let schemas = Set((document["components"]?["schemas"]?.members ?? []).map(\.name))
        for reference in references(in: document) { #expect(schemas.contains(String(reference.dropFirst("#/components/schemas/".count)))) }
        let operations = (document["paths"]?.members ?? []).flatMap { path in (path.value.members ?? []).map { (path.name, $0.value) } }
        let ids = operations.compactMap { $0.1["operationId"]?.string }
        #expect(Set(ids).count == operations.count)
        for (path, operation) in operations {
            let named = Set(path.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) })
            let described = (operation["parameters"]?.array ?? []).filter { $0["in"]?.string == "path" }.compactMap { $0["name"]?.string }
            #expect(named == Set(described))
        }
    }

    private func references(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members): members.flatMap { $0.name == "$ref" ? [$0.value.string ?? ""] : references(in: $0.value) }
        case .array(let elements): elements.flatMap(references)
        default: []
        }
    }

    @Test(arguments: [
        ("2014-10-17T09:00:00Z", true), ("2014-10-17T09:00:00.123+01:00", true), ("2014-10-17 09:00:00Z", false),
        ("2014-02-30T09:00:00Z", false),
        ("2014-10-17T24:00:00Z", false), ("2014-10-17T09:00:00", false), ("2014-10-17T09:00:00.Z", false),
        ("2014-10-17T09:00:00+1:00", false),
    ]) func timesAreRFC3339(text: String, isTime: Bool) { #expect(Schema.Format.dateTime.matches(text) == isTime) }
}
