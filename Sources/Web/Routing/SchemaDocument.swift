// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// The shape in JSON Schema 2020-12, as OpenAPI 3.1 uses it. Named shapes are references; `collect` receives each with its name.
    func document(collect: (String, Schema) -> Void = { _, _ in }) -> JSONValue {
        switch self {
        case .named(let name, let schema):
            collect(name, schema)
            return ["$ref": .string("#/components/schemas/\(name)")]
        case .nullable(let schema): return ["oneOf": [schema.document(collect: collect), ["type": "null"]]]
        case .anything: return [:]
        case .boolean: return ["type": "boolean"]
        case .number: return ["type": "number"]
        case .integer(let range): return ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .string(let format, let choices, let shortest, let longest):
            var members: [JSONValue.Member] = [.init("type", "string")]
            if let choices { return .object(members + [.init("enum", .array(choices.map { .string($0) }))]) }
            if let format {
                members.append(.init("format", .string(format.rawValue)))
                if let pattern = format.pattern { members.append(.init("pattern", .string(pattern))) }
            }
            if shortest > 0 { members.append(.init("minLength", .integer(Int64(shortest)))) }
            members.append(.init("maxLength", .integer(Int64(longest))))
            return .object(members)
        case .array(let element, let most):
            return ["type": "array", "items": element.document(collect: collect), "maxItems": .integer(Int64(most))]
        case .map(let element, let most):
            return ["type": "object", "additionalProperties": element.document(collect: collect), "maxProperties": .integer(Int64(most))]
        case .oneOf(let schemas): return ["anyOf": .array(schemas.map { $0.document(collect: collect) })]
        case .object(let properties):
            let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
            var members: [JSONValue.Member] = [
                .init("type", "object"),
                .init("properties", .object(properties.map { .init($0.name, $0.document(collect: collect)) })),
            ]
            if !required.isEmpty { members.append(.init("required", .array(required))) }
            return .object(members + [.init("additionalProperties", false)])
        }
    }
}

extension Schema.Property {
    fileprivate func document(collect: (String, Schema) -> Void) -> JSONValue {
        let shape = schema.document(collect: collect)
        guard let note, let members = shape.members else { return shape }
        return .object(members + [.init("description", .string(note))])
    }
}

extension Schema.Format {
    /// A pattern for readers that do not know the format, and for those that only check patterns.
    fileprivate var pattern: String? {
        switch self {
        case .uuid: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
        case .partialDate: "^~?[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
        case .date, .dateTime: nil
        }
    }
}
