// SPDX-License-Identifier: Apache-2.0

/// The shape of a JSON body or of a parameter: one value from which the OpenAPI document is made and bodies are checked.
indirect enum Schema: Sendable {
    /// Text: at most `longest` characters (Unicode scalars, as JSON Schema counts), of a known format or of listed values.
    case string(format: Format? = nil, choices: [String]? = nil, shortest: Int = 0, longest: Int = 10_000)
    /// A whole number.
    case integer(ClosedRange<Int64>)
    /// A number.
    case number
    /// True or false.
    case boolean
    /// A list.
    case array(of: Schema, most: Int = 1_000)
    /// An object with exactly these members; a member that is not listed is refused, so that nothing unlisted can be set.
    case object([Property])
    /// An object whose member names are data, such as question ids.
    case map(of: Schema, most: Int = 1_000)
    /// Any one of several shapes.
    case oneOf([Schema])
    /// A shape with a name, shown once under `components`.
    case named(String, Schema)
    /// Any JSON at all.
    case anything
    /// The shape or null.
    case nullable(Schema)

    /// A known format of text.
    enum Format: String, Sendable {
        case uuid
        case date
        case dateTime = "date-time"
        case partialDate = "partial-date"
    }

    /// One member of an object.
    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool
        let note: String?

        /// A member that must be there.
        static func required(_ name: String, _ schema: Schema, _ note: String? = nil) -> Property {
            Property(name: name, schema: schema, isRequired: true, note: note)
        }

        /// A member that may be left out.
        static func optional(_ name: String, _ schema: Schema, _ note: String? = nil) -> Property {
            Property(name: name, schema: schema, isRequired: false, note: note)
        }
    }

    /// Short text, such as a name or a code.
    static func text(_ longest: Int = 200) -> Schema { .string(shortest: 1, longest: longest) }
    /// A record's id.
    static let id: Schema = .string(format: .uuid)
}
