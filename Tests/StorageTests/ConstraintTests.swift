// SPDX-License-Identifier: Apache-2.0

import Storage
import TestSupport
import Testing

/// A broken constraint is the same error on both engines, with the same name, and never repeats the value.
@Suite struct ConstraintTests {
    static let tables = [
        Migration(
            1, "constraints",
            [
                "CREATE TABLE parent (code {text} PRIMARY KEY) {strict-keyed}",
                """
                CREATE TABLE child (id {id}, parent {text} REFERENCES parent (code), mark {text} UNIQUE, left_part {text}, right_part {integer},
                must {integer} NOT NULL DEFAULT 1, CONSTRAINT child_must CHECK (must > 0), UNIQUE (left_part, right_part)) {strict}
                """,
                "CREATE TABLE pair (one {text}, two {text}, PRIMARY KEY (one, two)) {strict-keyed}",
                "CREATE TABLE plain (code {text} PRIMARY KEY, other {text}) {strict}",
                "CREATE UNIQUE INDEX plain_other ON plain (other) WHERE other IS NOT NULL",
                "CREATE TABLE folded (word {text} NOT NULL) {strict}",
                "CREATE UNIQUE INDEX folded_word ON folded (lower(word))",
                "INSERT INTO folded (word) VALUES ('canary-w')",
                "INSERT INTO parent (code) VALUES ('canary-p')",
                "INSERT INTO child (id, parent, mark, left_part, right_part) VALUES (1, 'canary-p', 'canary-m', 'canary-l', 1)",
                "INSERT INTO pair (one, two) VALUES ('canary-1', 'canary-2')",
                "INSERT INTO plain (code, other) VALUES ('canary-c', 'canary-o')",
            ])
    ]

    static let broken: [(String, StorageError.Code)] = [
        ("INSERT INTO child (id) VALUES (1)", .uniqueViolation(constraint: "child_pkey")),
        ("INSERT INTO child (mark) VALUES ('canary-m')", .uniqueViolation(constraint: "child_mark_key")),
        (
            "INSERT INTO child (left_part, right_part) VALUES ('canary-l', 1)",
            .uniqueViolation(constraint: "child_left_part_right_part_key")
        ),
        ("INSERT INTO pair (one, two) VALUES ('canary-1', 'canary-2')", .uniqueViolation(constraint: "pair_pkey")),
        ("INSERT INTO plain (code) VALUES ('canary-c')", .uniqueViolation(constraint: "plain_pkey")),
        ("INSERT INTO plain (code, other) VALUES ('x', 'canary-o')", .uniqueViolation(constraint: "plain_other")),
        ("INSERT INTO folded (word) VALUES ('CANARY-W')", .uniqueViolation(constraint: "folded_word")),
        ("INSERT INTO child (parent) VALUES ('canary-none')", .foreignKeyViolation),
        ("DELETE FROM parent", .foreignKeyViolation),
        ("INSERT INTO child (must) VALUES (0)", .checkViolation(constraint: "child_must")),
        ("UPDATE child SET must = NULL", .notNullViolation(column: "must")),
        ("SELECT nothing FROM child", .invalidStatement),
        ("SELEC 1", .invalidStatement),
    ]

    @Test(arguments: TestStores.each, 0..<broken.count)
    func sameCode(_ store: TestStores, _ index: Int) async throws {
        let (sql, code) = Self.broken[index]
        try await store.withEngine(migrations: Self.tables) { engine in
            let error = await #expect(throws: StorageError.self) { try await engine.write { session in _ = try session.execute(sql) } }
            #expect(error?.code == code)
            let said = [error?.detail, error?.code.description, error?.engineCode].compactMap { $0 }.joined()
            #expect(!said.lowercased().contains("canary"))
        }
    }

    @Test(arguments: TestStores.each)
    func argumentsNeverShow(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.tables) { engine in
            for sql in [
                "INSERT INTO child (mark) VALUES ($1)", "INSERT INTO plain (code, other) VALUES ('x', $1)",
                "INSERT INTO child (parent) VALUES ($1)",
                "INSERT INTO child (id) VALUES (CAST($1 AS {integer}) / 0)", "SELECT CAST($1 AS {integer}) + nothing FROM child",
            ] {
                do {
                    try await engine.write { session in
                        _ = try session.execute("INSERT INTO child (mark) VALUES ($1)", ["secret-value"])
                        _ = try session.execute("UPDATE plain SET other = $1", ["secret-value"])
                        _ = try session.execute(try session.dialect.render(sql), ["secret-value"])
                    }
                } catch let error as StorageError {
                    #expect(!"\(error) \(String(reflecting: error))".contains("secret-value"))
                }
            }
        }
    }
}

extension StorageError.Code {
    fileprivate var description: String { String(describing: self) }
}
