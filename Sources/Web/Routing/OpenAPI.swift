// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The OpenAPI 3.1 document, made from the declarations that the router is built from.
enum OpenAPI {
    /// The body of every refusal (RFC 9457).
    static let problem: Schema = .named(
        "Problem",
        .object([
            .required("type", .string(longest: 200), "The kind of problem; stable."), .required("title", .string(longest: 500)),
            .required("status", .integer(400...599)), .optional("detail", .string(longest: 2_000), "What to do about it."),
            .required("instance", .string(longest: 100), "The id of the request, to quote when asking for help."),
            .optional(
                "errors",
                .array(
                    of: .object([.required("field", .string(longest: 500)), .required("message", .string(longest: 2_000))]), most: 100)),
        ]))

    /// The document.
    static func document(_ declarations: [Declaration], version: String) -> JSONValue {
        let calls = declarations.filter { $0.kind == .api }
        var named: [String: Schema] = [:]
        let collect = { (name: String, schema: Schema) in named[name] = schema }
        var paths: [JSONValue.Member] = []
        for pattern in ordered(calls.map(\.pattern)) {
            let operations = calls.filter { $0.pattern == pattern }
                .map { JSONValue.Member($0.method.rawValue.lowercased(), operation($0, collect: collect)) }
            paths.append(.init(pattern, .object(operations)))
        }
        // A named shape may hold others: describe until nothing new turns up.
        var schemas: [String: JSONValue] = [:]
        while let (name, schema) = named.first(where: { schemas[$0.key] == nil }) { schemas[name] = schema.document(collect: collect) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Sentinel", "version": .string(version),
                "description": "Reports concerns to the common standard and works on them. Every write carries an Idempotency-Key.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "security": [["bearer": []]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }),
                "securitySchemes": [
                    "bearer": ["type": "http", "scheme": "bearer", "description": "A token of one person or of one agency's system."]
                ],
            ],
        ]
    }

    private static func ordered(_ patterns: [String]) -> [String] {
        var seen: Set<String> = []
        return patterns.filter { seen.insert($0).inserted }
    }

    private static func operation(_ call: Declaration, collect: (String, Schema) -> Void) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .string(operationID(call))), .init("summary", .string(call.summary)),
        ]
        if case .may(let action) = call.who { members.append(.init("x-action", .string(action.rawValue))) }
        if !call.who.needsAccount { members.append(.init("security", [])) }
        let parameters = parameters(of: call, collect: collect)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = call.body {
            members.append(
                .init("requestBody", ["required": true, "content": ["application/json": ["schema": body.document(collect: collect)]]]))
        }
        members.append(.init("responses", .object(responses(of: call, collect: collect))))
        return .object(members)
    }

    private static func operationID(_ call: Declaration) -> String {
        ([call.method.rawValue.lowercased()]
            + call.segments.map {
                if case .literal(let word) = $0 { word } else if case .parameter(let name, _) = $0 { "by_\(name)" } else { "" }
            })
            .joined(separator: "_").map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    private static func parameters(of call: Declaration, collect: (String, Schema) -> Void) -> [JSONValue] {
        var parameters: [JSONValue] = []
        for case .parameter(let name, let schema) in call.segments {
            parameters.append(["name": .string(name), "in": "path", "required": true, "schema": schema.document(collect: collect)])
        }
        for parameter in call.query {
            parameters.append([
                "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
                "description": .string(parameter.note), "schema": parameter.schema.document(collect: collect),
            ])
        }
        if call.needsIdempotencyKey {
            parameters.append([
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "Chosen by the caller; the same key again gives the same answer and changes nothing.",
                "schema": ["type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9._:~-]+$"],
            ])
        }
        return parameters
    }

    private static func responses(of call: Declaration, collect: (String, Schema) -> Void) -> [JSONValue.Member] {
        var responses: [Int: JSONValue] = [:]
        for (status, title) in refusals(of: call) {
            responses[status] = [
                "description": .string(title), "content": ["application/problem+json": ["schema": problem.document(collect: collect)]],
            ]
        }
        for (status, schema) in call.answers {
            let media = status < 400 ? "application/json" : "application/problem+json"
            responses[status] = [
                "description": .string(title(status)), "content": [.init(media, ["schema": schema.document(collect: collect)])].object,
            ]
        }
        return responses.sorted { $0.key < $1.key }.map { .init(String($0.key), $0.value) }
    }

    /// What any call can be refused with.
    private static func refusals(of call: Declaration) -> [(Int, String)] {
        var statuses = [400, 404, 405, 429, 431, 500, 503]
        if call.who.needsAccount { statuses += [401, 403] }
        if call.method.changes { statuses += [408, 409, 413, 415] }
        if call.method.changes || !call.query.isEmpty { statuses.append(422) }
        return statuses.sorted().map { ($0, title($0)) }
    }

    private static func title(_ status: Int) -> String { StatusText.of(status) }
}

extension [JSONValue.Member] {
    fileprivate var object: JSONValue { .object(self) }
}
