// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// SQL stands only where the store is spoken to, and a value never becomes part of its text: values are bound as `$n`.
struct SQLRulesTests {
    /// A literal is SQL where it begins as a statement does. Upper case, as the house writes it.
    static let statement = Pattern(
        #"^\s*(?:SELECT\b|INSERT INTO\b|UPDATE \S+ SET\b|DELETE FROM\b|WITH (?:RECURSIVE )?\S+ AS\b|ALTER TABLE\b|DROP (?:TABLE|INDEX)\b|PRAGMA\b|"#
            + #"CREATE (?:TABLE|INDEX|UNIQUE|VIEW|TRIGGER)\b|LOCK TABLE\b|SAVEPOINT\b|RELEASE\b|ROLLBACK TO\b|LISTEN\b|NOTIFY\b)"#)

    /// A constant of a type.
    static let constant = #"^(?:Self|[A-Z]\w*)\.\w+$"#

    /// What may be interpolated: parts of the statement's own structure, which code chose and no person typed.
    static let structure: [Pattern] = [
        // Text that code has put together from its own words: placeholders, conditions, columns, an order, a table's or savepoint's name.
        #"^(?:table|name|columns?|assignments|condition|whereClause|placeholders|list|order|join|pragma|states|kinds|newest|ways|filter|direction)$"#,
        // A value that knows its own SQL: a scope of the access policy, a join, a list of placeholders, the dialect of an engine.
        #"^(?:\w+\.)*(?:columns|join|text|list|forUpdate|skipLocked|table)$"#,
        #"^(?:\w+\.)*dialect\.\w+(?:\(.*\))?$"#,
        #"^(?:\w+\.)*placeholders\(.*\)$"#,
        #"^(?:\w+\.)?(?:\w*[cC]olumns|values|conditions)\.(?:map.*\.)?joined\(separator: ", "\)$"#,
        constant,
        // Whole numbers: the n of `$n`, a page's place, a time-out of the configuration.
        #"^(?:offset|number|index|next|first|last|\w+\.count)(?: \+ \d+)?$"#,
        #"^(?:\d+ \* )?settings\.\w*[mM]illiseconds$"#,
    ].map(Pattern.init)

    /// Whatever it is called: between quotes of SQL, or beside a `%`, stands a value, unless it is a constant.
    static let quoted = Pattern(#"['%]\\\((?!(?:Self|[A-Z]\w*)\.\w+\))([^)]*)"#)

    static func outside(_ sources: [SwiftSource]) -> [Finding] {
        statements(sources).filter { !House.roomsWithSQL.contains($0.0.file.room) }
            .map { Finding(path: $0.0.file.path, line: $0.1.line, what: "SQL outside Storage and Services") }
    }

    static func interpolated(_ sources: [SwiftSource]) -> [Finding] {
        statements(sources).flatMap { source, literal in
            let unknown = literal.interpolations.filter { expression in structure.allSatisfy { $0.matches(in: expression).isEmpty } }
            return (unknown + quoted.matches(in: literal.text).map(\.group))
                .map { Finding(path: source.file.path, line: literal.line, what: "\\(\($0)) in SQL") }
        }
    }

    private static func statements(_ sources: [SwiftSource]) -> [(SwiftSource, SwiftSource.Literal)] {
        sources.flatMap { source in source.literals.filter { !statement.matches(in: $0.text).isEmpty }.map { (source, $0) } }
    }

    @Test func sqlStaysInItsRooms() {
        let found = Self.outside(House.sources)
        #expect(found.isEmpty, found.told("A page never talks to the database; a rule never talks to a table."))
    }

    @Test func noValueBecomesText() {
        let found = Self.interpolated(House.sources)
        let rule =
            "Bind values as $n. Where it is the statement's own structure, name it as SQLRulesTests.structure expects, or add it there."
        #expect(found.isEmpty, found.told(rule))
    }

    @Test(arguments: [
        (#"let a = "SELECT * FROM concern WHERE id = '\(id)'""#, true),
        (#"let a = "SELECT * FROM person WHERE name LIKE '%\(name)%'""#, true),
        (#"let a = "SELECT \(columns) FROM \(table) WHERE id = $1""#, false),
        (#"let a = "DELETE FROM concern WHERE id IN (\(list)) AND at > $\(ids.count + 1)""#, false),
        ("let a = \"\"\"\n    SELECT * FROM person\n    WHERE name = '\\(person.name)'\n    \"\"\"", true),
        (#"let a = "Select one of \(count) answers""#, false), (#"let a = "UPDATE concern SET state = \(state)""#, true),
    ])
    func anInterpolatedValueIsFound(text: String, broken: Bool) {
        let source = SwiftSource(HouseFile(path: "Sources/Storage/Concern.swift", text: text))
        #expect(Self.interpolated([source]).isEmpty != broken)
    }

    @Test func sqlOnAPageIsFound() {
        let source = SwiftSource(HouseFile(path: "Sources/Web/Queue.swift", text: #"let rows = ask("SELECT id FROM concern")"#))
        #expect(Self.outside([source]).count == 1)
    }
}
