// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A place where a rule of the house is broken.
struct Finding: CustomStringConvertible {
    let path: String
    let line: Int
    let what: String

    var description: String { "\(path):\(line): \(what)" }
}

extension [Finding] {
    /// The findings as one message; the rule first, then each place on a line of its own.
    func told(_ rule: String) -> Comment { Comment(rawValue: ([rule] + map(\.description)).joined(separator: "\n")) }
}

/// A regular expression over a file's text that says on which line each match stands. Built on Foundation's engine, which reads a
/// whole repository in well under a second in a debug build.
struct Pattern: Sendable {
    private let expression: NSRegularExpression?

    init(_ pattern: String) {
        expression = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    }

    /// (line, whole match, first group) of every match. A pattern that does not compile matches everything, so that its rule fails.
    func matches(in text: String) -> [(line: Int, text: String, group: String)] {
        guard let expression else { return [(1, "the pattern does not compile", "")] }
        let whole = text as NSString
        var line = 1, counted = 0
        return expression.matches(in: text, range: NSRange(location: 0, length: whole.length)).map { match in
            let between = NSRange(location: counted, length: max(0, match.range.location - counted))
            line += whole.substring(with: between).utf8.count { $0 == UInt8(ascii: "\n") }
            counted = max(counted, match.range.location)
            let group = match.numberOfRanges > 1 ? match.range(at: 1) : NSRange(location: NSNotFound, length: 0)
            return (line, whole.substring(with: match.range), group.location == NSNotFound ? "" : whole.substring(with: group))
        }
    }
}
