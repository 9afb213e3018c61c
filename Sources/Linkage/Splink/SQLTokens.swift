// SPDX-License-Identifier: Apache-2.0

/// Cuts SQL into words, values and marks.
enum SQLTokens {
    static func of(_ sql: String) throws(RegisterError) -> [SQLConditionReader.Token] {
        var tokens: [SQLConditionReader.Token] = []
        var rest = Substring(sql)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "'" || first == "\"" || first == "`" {
                let text = try quoted(&rest, first)
                if first == "'" {
                    tokens.append(.text(text))
                } else if case .name(let before) = tokens.last, before.lowercased() == "l." || before.lowercased() == "r." {
                    tokens[tokens.count - 1] = .name(before + text)
                } else {
                    tokens.append(.name(text))
                }
            } else if first.isNumber {
                let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "e" || $0 == "E" }
                rest = rest.dropFirst(digits.count)
                guard let number = Double(digits) else { throw .model(reason: "\(digits) is no number") }
                tokens.append(.number(number))
            } else if first.isLetter || first == "_" {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
                rest = rest.dropFirst(word.count)
                tokens.append(.name(String(word)))
            } else {
                let two = String(rest.prefix(2))
                let mark = ["<=", ">=", "<>", "!=", "=="].contains(two) ? two : String(first)
                rest = rest.dropFirst(mark.count)
                tokens.append(.mark(mark))
            }
        }
        return tokens
    }

    private static func quoted(_ rest: inout Substring, _ quote: Character) throws(RegisterError) -> String {
        var text = ""
        rest.removeFirst()
        while let next = rest.popFirst() {
            if next != quote {
                text.append(next)
            } else if rest.first == quote {
                text.append(quote)
                rest.removeFirst()
            } else {
                return text
            }
        }
        throw .model(reason: "a quote in its SQL is not closed")
    }
}
