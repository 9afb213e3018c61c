// SPDX-License-Identifier: Apache-2.0

/// Reads the SQL of Splink's levels as far as it means here what it means in DuckDB. Anything else is refused by name.
struct SQLConditionReader {
    enum Token: Hashable {
        case name(String)
        case text(String)
        case number(Double)
        case mark(String)
    }

    /// The columns met so far; a term holds a column's place in it.
    var columns: [String]
    private var tokens: [Token] = []
    private var at = 0

    init(columns: [String] = []) { self.columns = columns }

    /// A condition from its SQL.
    ///
    /// - Throws: `RegisterError.model` that names what isn't understood.
    mutating func read(_ sql: String) throws(RegisterError) -> SQLCondition {
        if sql.uppercased().split(whereSeparator: \.isWhitespace) == ["ELSE"] { return .otherwise }
        tokens = try SQLTokens.of(sql)
        at = 0
        let condition = try any()
        guard at == tokens.count else { throw refusal(sql) }
        return condition
    }

    private func refusal(_ what: String) -> RegisterError { .model(reason: "this SQL is not understood here: \(what)") }

    private var next: Token? { at < tokens.count ? tokens[at] : nil }

    private func isWord(_ word: String) -> Bool {
        guard case .name(let name) = next else { return false }
        return name.uppercased() == word
    }

    private mutating func take(_ mark: String) -> Bool {
        guard next == .mark(mark) else { return false }
        at += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard isWord(word) else { return false }
        at += 1
        return true
    }

    private mutating func any() throws(RegisterError) -> SQLCondition {
        var conditions = [try all()]
        while take(word: "OR") { conditions.append(try all()) }
        return conditions.count == 1 ? conditions[0] : .any(conditions)
    }

    private mutating func all() throws(RegisterError) -> SQLCondition {
        var conditions = [try one()]
        while take(word: "AND") { conditions.append(try one()) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func one() throws(RegisterError) -> SQLCondition {
        if take(word: "NOT") { return .not(try one()) }
        let start = at
        if take("(") {
            // a bracket round a condition, or the beginning of a term: the condition first
            if let condition = try? any(), take(")"), !isComparator, !isWord("IS"), next != .mark("-") { return condition }
            at = start
        }
        let left = try term()
        if take(word: "IS") {
            let isNot = take(word: "NOT")
            guard take(word: "NULL") else { throw refusal("IS without NULL") }
            return isNot ? .not(.isNull(left)) : .isNull(left)
        }
        guard case .mark(let mark) = next, let comparator = SQLComparator(rawValue: mark == "!=" ? "<>" : mark == "==" ? "=" : mark) else {
            throw refusal("a term without a comparison")
        }
        at += 1
        return .compare(left, comparator, try term())
    }

    private var isComparator: Bool {
        guard case .mark(let mark) = next else { return false }
        return ["=", "==", "<>", "!=", ">=", "<=", ">", "<"].contains(mark)
    }

    private mutating func term() throws(RegisterError) -> SQLTerm {
        var term = try factor()
        while take("-") { term = .minus(term, try factor()) }
        return term
    }

    private mutating func factor() throws(RegisterError) -> SQLTerm {
        guard let token = next else { throw refusal("an end too soon") }
        at += 1
        switch token {
        case .number(let number): return .literal(.number(number))
        case .text(let text): return .literal(.text(Array(text.utf8)))
        case .mark("("):
            let term = try term()
            guard take(")") else { throw refusal("a bracket that isn't closed") }
            return term
        case .mark(let mark): throw refusal(mark)
        case .name(let name):
            if name.uppercased() == "NULL" { return .literal(.null) }
            if next == .mark("(") { return try call(name) }
            return try column(name)
        }
    }

    private mutating func call(_ name: String) throws(RegisterError) -> SQLTerm {
        at += 1
        var terms: [SQLTerm] = []
        repeat { terms.append(try term()) } while take(",")
        guard take(")") else { throw refusal("a bracket that isn't closed") }
        if name.lowercased() == "regexp_extract" {
            guard terms.count == 2 || terms.count == 3 && terms[2] == .literal(.number(0)), case .literal(.text(let text)) = terms[1],
                let pattern = BytePattern(String(decoding: text, as: UTF8.self))
            else { throw refusal("a regular expression with groups or alternatives") }
            return .pattern(terms[0], pattern)
        }
        guard let function = SQLFunction(named: name), function.arguments.contains(terms.count) else { throw refusal("\(name)(…)") }
        if function == .date, terms[1] != .literal(.text(Array("%Y-%m-%d".utf8))) { throw refusal("a date format other than %Y-%m-%d") }
        return .call(function, terms)
    }

    private mutating func column(_ name: String) throws(RegisterError) -> SQLTerm {
        let lower = name.lowercased()
        // "first_name_l", or l."first_name" as blocking rules write it
        let isLeft = lower.hasSuffix("_l") || lower.hasPrefix("l.")
        guard isLeft || lower.hasSuffix("_r") || lower.hasPrefix("r.") else { throw refusal(name) }
        let plain = String(lower.dropFirst().hasPrefix(".") ? name.dropFirst(2) : name.dropLast(2))
        return .column(place(of: plain), isLeft: isLeft)
    }
}
