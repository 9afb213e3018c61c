// SPDX-License-Identifier: Apache-2.0
import Safeguarding

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral value: StringLiteralType) { append(literal: value) }

    init(stringInterpolation: StringInterpolation) { self = stringInterpolation.html }

    /// What `\(…)` means inside a piece of HTML.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = HTML()

        init(literalCapacity: Int, interpolationCount: Int) { html.reserve(literalCapacity + interpolationCount * 24) }

        mutating func appendLiteral(_ literal: String) { html.append(literal: literal) }

        /// Text, escaped.
        mutating func appendInterpolation(_ text: String) { html.append(text: text) }
        /// Text, escaped.
        mutating func appendInterpolation(_ text: Substring) { html.append(text: String(text)) }
        /// A number.
        mutating func appendInterpolation(_ number: Int) { html.append(literal: String(number)) }
        /// A record's id.
        mutating func appendInterpolation(_ id: RecordID) { html.append(literal: id.description) }
        /// An address of ours, for `href` and `action`. It is the only thing that belongs there.
        mutating func appendInterpolation(_ url: SiteURL) { html.append(text: url.description) }

        /// Another piece, as it is.
        mutating func appendInterpolation(_ piece: HTML) { html.append(piece) }
        /// Another piece, or nothing.
        mutating func appendInterpolation(_ piece: HTML?) { if let piece { html.append(piece) } }
        /// Pieces one after the other.
        mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { html.append(piece) } }

        /// A sentence held in a variable.
        mutating func appendInterpolation(_ sentence: Sentence) { html.append(.sentence(sentence)) }
        /// A sentence, or nothing.
        mutating func appendInterpolation(_ sentence: Sentence?) { if let sentence { html.append(.sentence(sentence)) } }
        /// A sentence written on the spot: `\(say: "Due in \(hours) hours")`. Without the label it would be plain text.
        mutating func appendInterpolation(say sentence: Sentence) { html.append(.sentence(sentence)) }

        /// A sentence whose telephone numbers are links: `\(ring: "Danger now: ring 999.")`. Never inside a link or a button.
        mutating func appendInterpolation(ring sentence: Sentence) { html.append(.ringing(sentence)) }
        /// Stored text, escaped, whose telephone numbers are links.
        mutating func appendInterpolation(ringing text: String) { html.append(.ringing(Sentence(verbatim: text))) }

        /// A constant of our own source, not escaped.
        mutating func appendInterpolation(raw constant: StaticString) { html.append(literal: constant.description) }

        /// An attribute with a value, or nothing: `<input\(attribute: "value", value)>`.
        mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            html.append(literal: " \(name)=\"")
            html.append(text: value)
            html.append(literal: "\"")
        }

        /// An attribute whose value is a sentence: `<nav\(attribute: "aria-label", say: "Main")>`.
        mutating func appendInterpolation(attribute name: StaticString, say value: Sentence?) {
            guard let value else { return }
            html.append(literal: " \(name)=\"")
            html.append(.sentence(value))
            html.append(literal: "\"")
        }

        /// An attribute that is there or not: `<input\(flag: "checked", isChosen)>`.
        mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
            if isSet { html.append(literal: " \(name)") }
        }
    }
}
