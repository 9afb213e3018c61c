// SPDX-License-Identifier: Apache-2.0

/// A value as SQL knows it: text, a number, or nothing.
enum SQLValue: Hashable, Sendable {
    case null
    case text([UInt8])
    case number(Double)
}

/// What stands on one side of a comparison in a condition of Splink's.
indirect enum SQLTerm: Hashable, Sendable {
    /// A column, by its place in the model's list of columns, of the left or the right record.
    case column(Int, isLeft: Bool)
    case literal(SQLValue)
    case call(SQLFunction, [SQLTerm])
    case minus(SQLTerm, SQLTerm)
    case pattern(SQLTerm, BytePattern)

    func value(_ left: [[UInt8]?], _ right: [[UInt8]?]) -> SQLValue {
        switch self {
        case .column(let place, let isLeft): (isLeft ? left : right)[place].map { .text($0) } ?? .null
        case .literal(let value): value
        case .call(let function, let terms): function.value(terms.map { $0.value(left, right) })
        case .minus(let one, let two):
            if case .number(let first) = one.value(left, right), case .number(let second) = two.value(left, right) {
                .number(first - second)
            } else {
                .null
            }
        case .pattern(let term, let pattern):
            if case .text(let text) = term.value(left, right) { .text(Array(pattern.firstMatch(in: text))) } else { .null }
        }
    }
}

/// A condition of one of Splink's levels, in SQL's logic of three values: nil is "unknown".
indirect enum SQLCondition: Hashable, Sendable {
    /// `ELSE`
    case otherwise
    case all([SQLCondition])
    case any([SQLCondition])
    case not(SQLCondition)
    case isNull(SQLTerm)
    case compare(SQLTerm, SQLComparator, SQLTerm)

    func holds(_ left: [[UInt8]?], _ right: [[UInt8]?]) -> Bool? {
        switch self {
        case .otherwise: return true
        case .not(let condition): return condition.holds(left, right).map { !$0 }
        case .isNull(let term): return term.value(left, right) == .null
        case .compare(let one, let comparator, let two): return comparator.holds(one.value(left, right), two.value(left, right))
        case .all(let conditions): return Self.joined(conditions, decidedBy: false, left, right)
        case .any(let conditions): return Self.joined(conditions, decidedBy: true, left, right)
        }
    }

    /// One condition that is `deciding` decides for all; where none is, one that is unknown leaves all unknown.
    private static func joined(_ conditions: [SQLCondition], decidedBy deciding: Bool, _ left: [[UInt8]?], _ right: [[UInt8]?]) -> Bool? {
        var isUnknown = false
        for condition in conditions {
            let holds = condition.holds(left, right)
            if holds == deciding { return deciding }
            if holds == nil { isUnknown = true }
        }
        return isUnknown ? nil : !deciding
    }

    /// The columns that must be equal on both sides, when the condition says nothing else.
    var exactColumns: [Int]? {
        switch self {
        case .compare(.column(let one, let isLeft), .equal, .column(let two, let isOtherLeft)):
            one == two && isLeft != isOtherLeft ? [one] : nil
        case .all(let conditions):
            conditions.reduce(into: [Int]?.some([])) { all, condition in
                all = condition.exactColumns.flatMap { columns in all.map { $0 + columns } }
            }
        default: nil
        }
    }
}

/// How two values are compared.
enum SQLComparator: String, Hashable, Sendable {
    case equal = "="
    case unequal = "<>"
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"

    func holds(_ left: SQLValue, _ right: SQLValue) -> Bool? {
        switch (left, right) {
        case (.number(let one), .number(let two)): holds(one, two)
        case (.text(let one), .text(let two)):
            switch self {
            case .equal: one == two
            case .unequal: one != two
            case .below: one.lexicographicallyPrecedes(two)
            case .above: two.lexicographicallyPrecedes(one)
            case .atMost: !two.lexicographicallyPrecedes(one)
            case .atLeast: !one.lexicographicallyPrecedes(two)
            }
        default: nil
        }
    }

    private func holds(_ one: Double, _ two: Double) -> Bool {
        switch self {
        case .equal: one == two
        case .unequal: one != two
        case .atLeast: one >= two
        case .atMost: one <= two
        case .above: one > two
        case .below: one < two
        }
    }
}
