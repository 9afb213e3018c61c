// SPDX-License-Identifier: Apache-2.0

/// One sentence that a person reads. Its English text with placeholders is its key, as in gettext (DESIGN rule 13):
/// `"Due in \(hours) hours"` has the key `Due in %1 hours`, and a language is a file that gives that key other words.
struct Sentence: Sendable, ExpressibleByStringInterpolation {
    /// What stands in for a placeholder.
    enum Argument: Sendable {
        /// Typed or stored text; escaped when it becomes HTML.
        case text(String)
        /// A link or a mark-up of a part of the sentence.
        case html(HTML)
        /// A sentence within the sentence.
        case sentence(Sentence)
    }

    /// A number that decides between the forms of the sentence.
    struct Plural: Sendable {
        let count: Int
        /// The English form for everything but one.
        let many: String
    }

    /// The English text, arguments as `%1`, `%2` …, a per cent sign as `%%`.
    let key: String
    let arguments: [Argument]
    let plural: Plural?

    init(stringLiteral value: StringLiteralType) {
        key = Self.escapingPercent(value)
        arguments = []
        plural = nil
    }

    init(stringInterpolation: StringInterpolation) {
        key = stringInterpolation.key
        arguments = stringInterpolation.arguments
        plural = nil
    }

    /// A sentence that depends on a number: `Sentence(count, one: "1 concern waits", many: "\(count) concerns wait")`.
    /// The arguments are those of the longer form; languages with more than two forms have them in their file.
    init(_ count: Int, one: Sentence, many: Sentence) {
        key = one.key
        arguments = many.arguments.count >= one.arguments.count ? many.arguments : one.arguments
        plural = Plural(count: count, many: many.key)
    }

    /// Text that is not ours to translate, such as a name, where a sentence is asked for.
    init(verbatim text: String) {
        key = "%1"
        arguments = [.text(text)]
        plural = nil
    }

    /// What `\(…)` means inside a sentence.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var key = ""
        fileprivate var arguments: [Argument] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { key += Sentence.escapingPercent(literal) }
        /// Text, escaped when the sentence becomes HTML.
        mutating func appendInterpolation(_ text: String) { add(.text(text)) }
        /// A number.
        mutating func appendInterpolation(_ number: Int) { add(.text(String(number))) }
        /// A part of the sentence with mark-up, such as a link.
        mutating func appendInterpolation(_ html: HTML) { add(.html(html)) }
        /// Another sentence.
        mutating func appendInterpolation(_ sentence: Sentence) { add(.sentence(sentence)) }

        private mutating func add(_ argument: Argument) {
            arguments.append(argument)
            key += "%\(arguments.count)"
        }
    }

    private static func escapingPercent(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%") : text
    }
}
