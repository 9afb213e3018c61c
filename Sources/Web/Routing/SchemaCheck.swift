// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What is wrong with one part of a body. Never holds the value.
struct FieldProblem: Sendable, Equatable {
    /// A JSON pointer (RFC 6901) into the body, or the name of a parameter or form field.
    let field: String
    /// What it should be.
    let message: String
}

extension Schema {
    /// What of `value` does not have this shape, at most twenty problems; empty if it has.
    func problems(with value: JSONValue, at pointer: String = "") -> [FieldProblem] {
        func wrong(_ message: String) -> [FieldProblem] { [FieldProblem(field: pointer, message: message)] }
        switch self {
        case .anything: return []
        case .named(_, let schema): return schema.problems(with: value, at: pointer)
        case .nullable(let schema): return value == .null ? [] : schema.problems(with: value, at: pointer)
        case .boolean: return value.bool == nil ? wrong("must be true or false") : []
        case .integer(let range):
            // JSON Schema counts 1.0 as an integer; so do we.
            guard let number = value.wholeNumber else { return wrong("must be a whole number") }
            return range.contains(number) ? [] : wrong("must be from \(range.lowerBound) to \(range.upperBound)")
        case .number:
            switch value {
            case .integer, .decimal: return []
            default: return wrong("must be a number")
            }
        case .string(let format, let choices, let shortest, let longest):
            guard let text = value.string else { return wrong("must be text") }
            if let choices, !choices.contains(text) { return wrong("must be one of: " + choices.joined(separator: ", ")) }
            let length = text.unicodeScalars.count
            guard (shortest...max(shortest, longest)).contains(length) else {
                return wrong("must have \(shortest) to \(longest) characters")
            }
            if let format, !format.matches(text) { return wrong("must be a \(format.rawValue)") }
            return []
        case .array(let element, let most):
            guard let elements = value.array else { return wrong("must be a list") }
            guard elements.count <= most else { return wrong("must have at most \(most) elements") }
            return Array(elements.enumerated().flatMap { element.problems(with: $0.element, at: "\(pointer)/\($0.offset)") }.prefix(20))
        case .map(let element, let most):
            guard let members = value.members else { return wrong("must be an object") }
            guard members.count <= most else { return wrong("must have at most \(most) members") }
            return Array(members.flatMap { element.problems(with: $0.value, at: "\(pointer)/\(Self.escaped($0.name))") }.prefix(20))
        case .object(let properties):
            guard let members = value.members else { return wrong("must be an object") }
            return Array(Self.problems(of: members, against: properties, at: pointer).prefix(20))
        case .oneOf(let schemas):
            return schemas.contains { $0.problems(with: value).isEmpty } ? [] : wrong("has none of the shapes allowed here")
        }
    }

    private static func problems(of members: [JSONValue.Member], against properties: [Property], at pointer: String) -> [FieldProblem] {
        let known = Dictionary(properties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(members.map(\.name))
        let missing = properties.filter { $0.isRequired && !present.contains($0.name) }
            .map { FieldProblem(field: "\(pointer)/\($0.name)", message: "must be given") }
        return missing
            + members.flatMap { member in
                guard let property = known[member.name] else {
                    return [FieldProblem(field: pointer, message: "has a member that is not in the description of this call")]
                }
                return property.schema.problems(with: member.value, at: "\(pointer)/\(member.name)")
            }
    }

    /// A member name inside a JSON pointer.
    private static func escaped(_ name: String) -> String {
        String(
            name.unicodeScalars.prefix(64).flatMap {
                $0 == "~" ? Array("~0".unicodeScalars) : $0 == "/" ? Array("~1".unicodeScalars) : [$0]
            }.map(Character.init))
    }
}

extension JSONValue {
    /// The number, if it is whole, however it was written.
    var wholeNumber: Int64? {
        switch self {
        case .integer(let number): number
        case .decimal(let number): Int64(exactly: number)
        default: nil
        }
    }
}

extension Schema.Format {
    /// Whether text has the format.
    func matches(_ text: String) -> Bool {
        switch self {
        case .uuid: return RecordID(text) != nil
        case .partialDate: return PartialDate(text) != nil
        case .date: return PartialDate(text)?.day != nil && !text.hasPrefix("~")
        case .dateTime: return Self.isDateTime(text)
        }
    }

    /// RFC 3339, with a zone.
    private static func isDateTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 35, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            PartialDate(String(decoding: bytes[..<10], as: UTF8.self))?.day != nil
        else { return false }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].allSatisfy { (48...57).contains($0) } ? Int(String(decoding: bytes[range], as: UTF8.self)) : nil
        }
        guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), let hour = number(11..<13), let minute = number(14..<16),
            let second = number(17..<19), hour < 24, minute < 60, second < 61
        else { return false }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !fraction.isEmpty else { return false }
            rest = rest[fraction.endIndex...]
        }
        if rest.count == 1 { return rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z") }
        guard rest.count == 6, rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return false }
        let base = rest.startIndex
        guard rest[base + 3] == UInt8(ascii: ":"), let hours = number(base + 1..<base + 3), let minutes = number(base + 4..<base + 6) else {
            return false
        }
        return hours < 24 && minutes < 60
    }
}
