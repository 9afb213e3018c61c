// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// One typed part of a path.
struct PathParameter<Value: Sendable>: Sendable {
    let name: String
    let schema: Schema
    let parse: @Sendable (String) -> Value?
    let print: @Sendable (Value) -> String
}

extension PathParameter where Value == RecordID {
    /// A record's id.
    static func id(_ name: String) -> Self {
        PathParameter(name: name, schema: .id, parse: { RecordID($0) }, print: { $0.description })
    }
}

extension PathParameter where Value == String {
    /// A reference, a code or another word of letters, digits, "-" and "_".
    static func word(_ name: String) -> Self {
        PathParameter(
            name: name, schema: .text(64),
            parse: { text in
                let isWord =
                    (1...64).contains(text.utf8.count)
                    && text.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"),
                            UInt8(ascii: "-"), UInt8(ascii: "_"):
                            true
                        default: false
                        }
                    }
                return isWord ? text : nil
            }, print: { $0 })
    }
}

/// One part of a path as the router sees it.
enum PathSegment: Sendable {
    case literal(String)
    case parameter(name: String, schema: Schema)
}

/// A path with typed parameters that is both printed and parsed: `Path("concerns") / .id("concern") / "decide"`.
struct PathPattern<Parameters: Sendable>: Sendable {
    let segments: [PathSegment]
    /// Reads the raw values of the parameters, in order.
    let parse: @Sendable ([String]) -> Parameters?
    /// Writes the raw values of the parameters, in order.
    let print: @Sendable (Parameters) -> [String]

    /// The pattern as OpenAPI, metrics and logs show it: `/concerns/{concern}/decide`.
    var text: String { Self.text(segments) }

    static func text(_ segments: [PathSegment]) -> String {
        "/"
            + segments.map {
                if case .literal(let word) = $0 { word } else if case .parameter(let name, _) = $0 { "{\(name)}" } else { "" }
            }
            .joined(separator: "/")
    }
}

/// The beginning of a path.
typealias Path = PathPattern<Void>

extension PathPattern where Parameters == Void {
    /// The front page.
    static let root = Path(segments: [], parse: { _ in () }, print: { _ in [] })

    /// A path of constant parts: `Path("admin/teams")`.
    init(_ words: StaticString) {
        self.init(
            segments: words.description.split(separator: "/").map { .literal(String($0)) }, parse: { _ in () }, print: { _ in [] })
    }
}

/// Adds a constant part.
func / <Parameters>(path: PathPattern<Parameters>, word: StaticString) -> PathPattern<Parameters> {
    PathPattern(segments: path.segments + [.literal(word.description)], parse: path.parse, print: path.print)
}

/// Adds the first parameter.
func / <Value>(path: Path, parameter: PathParameter<Value>) -> PathPattern<Value> {
    PathPattern<Value>(
        segments: path.segments + [.parameter(name: parameter.name, schema: parameter.schema)],
        parse: { values in values.last.flatMap(parameter.parse) }, print: { [parameter.print($0)] })
}

/// Adds a further parameter; the handler receives a tuple.
func / <First, Second>(path: PathPattern<First>, parameter: PathParameter<Second>) -> PathPattern<(First, Second)> {
    PathPattern<(First, Second)>(
        segments: path.segments + [.parameter(name: parameter.name, schema: parameter.schema)],
        parse: { values in
            guard let raw = values.last, let first = path.parse(values.dropLast()), let second = parameter.parse(raw) else { return nil }
            return (first, second)
        }, print: { path.print($0.0) + [parameter.print($0.1)] })
}
