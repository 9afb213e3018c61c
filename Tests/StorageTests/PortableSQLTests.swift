// SPDX-License-Identifier: Apache-2.0

import Storage
import TestSupport
import Testing

/// One SQL text, one answer, on both engines: what the repositories may rely on.
@Suite struct PortableSQLTests {
    static let tables = [
        Migration(
            1, "portable",
            [
                "CREATE TABLE area (code {text} PRIMARY KEY, name {text} NOT NULL) {strict-keyed}",
                """
                CREATE TABLE item (id {id}, area {text} REFERENCES area (code), weight {integer}, name {text} NOT NULL,
                double {integer} GENERATED ALWAYS AS (weight * 2) STORED, CONSTRAINT item_weight CHECK (weight IS NULL OR weight >= 0)) {strict}
                """,
                "CREATE UNIQUE INDEX item_area_name ON item (area, name)",
                "CREATE INDEX item_heavy ON item (weight) WHERE weight > 5",
                "CREATE INDEX item_lower ON item (lower(name))",
                "INSERT INTO area (code, name) VALUES ('n', 'North'), ('s', 'South')",
                "INSERT INTO item (area, weight, name) VALUES ('n', 1, 'ash'), ('n', 7, 'Beech'), ('s', 9, 'cedar'), (NULL, NULL, 'elm')",
            ])
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sql: String
        var arguments: [SQLValue] = []
        let rows: [[SQLValue]]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "placeholders out of order and repeated", sql: "SELECT id FROM item WHERE name = $2 AND weight = $1 AND $1 = $1",
            arguments: [7, "Beech"], rows: [[2]]),
        Case(
            name: "insert returning", sql: "INSERT INTO item (name) VALUES ($1) RETURNING name, weight", arguments: ["fir"],
            rows: [["fir", nil]]),
        Case(
            name: "upsert updates",
            sql: "INSERT INTO area (code, name) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING name",
            arguments: ["n", "Far north"], rows: [["Far north"]]),
        Case(
            name: "upsert does nothing",
            sql: "INSERT INTO area (code, name) VALUES ('n', 'other') ON CONFLICT (code) DO NOTHING RETURNING name", rows: []),
        Case(
            name: "update from",
            sql: "UPDATE item SET name = area.name FROM area WHERE area.code = item.area AND item.weight = $1 RETURNING item.name",
            arguments: [9], rows: [["South"]]),
        Case(name: "delete returning", sql: "DELETE FROM item WHERE weight IS NULL RETURNING id", rows: [[4]]),
        Case(
            name: "recursive query",
            sql: "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT count(*) AS c, sum(i) AS s FROM n",
            arguments: [100], rows: [[100, 5050]]),
        Case(
            name: "window function",
            sql: "SELECT name, row_number() OVER (PARTITION BY area ORDER BY weight DESC) AS n FROM item WHERE area = 'n' ORDER BY n",
            rows: [["Beech", 1], ["ash", 2]]),
        Case(name: "filter", sql: "SELECT count(*) FILTER (WHERE weight > 5) AS heavy, count(*) AS c FROM item", rows: [[2, 4]]),
        Case(
            name: "keyset paging", sql: "SELECT id FROM item WHERE (name, id) > ($1, $2) ORDER BY name, id LIMIT $3",
            arguments: ["ash", 1, 2],
            rows: [[3], [4]]),
        Case(
            name: "is distinct from", sql: "SELECT id FROM item WHERE area IS DISTINCT FROM $1 ORDER BY id", arguments: ["n"],
            rows: [[3], [4]]),
        Case(name: "nulls last", sql: "SELECT id FROM item ORDER BY weight DESC NULLS LAST, id", rows: [[3], [2], [1], [4]]),
        Case(name: "byte order", sql: "SELECT name FROM item ORDER BY name", rows: [["Beech"], ["ash"], ["cedar"], ["elm"]]),
        Case(name: "generated column", sql: "SELECT double FROM item WHERE id = 2", rows: [[14]]),
        Case(name: "whole division", sql: "SELECT 7 / 2 AS a, -7 / 2 AS b, 7 % 3 AS c", rows: [[3, -3, 1]]),
        Case(
            name: "text functions",
            sql: "SELECT 'a' || 'b' AS a, length('åb') AS b, substr('abc', 2, 1) AS c, replace('aa', 'a', 'b') AS d",
            rows: [["ab", 2, "b", "bb"]]),
        Case(name: "sum is whole", sql: "SELECT sum(weight) AS s, max(weight) AS m, min(name) AS n FROM item", rows: [[17, 9, "Beech"]]),
        Case(
            name: "sum of nothing", sql: "SELECT sum(weight) AS s, coalesce(sum(weight), 0) AS z FROM item WHERE id > 99", rows: [[nil, 0]]),
        Case(
            name: "large sum", sql: "SELECT sum(w) AS s FROM (SELECT CAST($1 AS {integer}) AS w UNION ALL SELECT -30000) AS t",
            arguments: [4_000_000_000_000_000_000], rows: [[3_999_999_999_999_970_000]]),
        Case(name: "negative sum", sql: "SELECT sum(0 - weight * 10000) AS s FROM item", rows: [[-170_000]]),
        Case(
            name: "truth",
            sql: "SELECT weight > 5 AS heavy, EXISTS (SELECT 1 FROM area WHERE code = 'n') AS e FROM item WHERE id < 3 ORDER BY id",
            rows: [[0, 1], [1, 1]]),
        Case(
            name: "case and coalesce",
            sql: "SELECT CASE WHEN area IS NULL THEN 'none' ELSE area END AS a, coalesce(weight, $1) AS w FROM item WHERE id = 4",
            arguments: [3], rows: [["none", 3]]),
        Case(
            name: "null argument in its place", sql: "SELECT count(*) AS c FROM item WHERE (CAST($1 AS TEXT) IS NULL OR area = $1)",
            arguments: [nil], rows: [[4]]),
        Case(
            name: "list", sql: "SELECT id FROM item WHERE name IN (\(SQLDialect.placeholders(3))) ORDER BY id",
            arguments: ["elm", "ash", "ash"], rows: [[1], [4]]),
        Case(name: "case-blind comparison", sql: "SELECT id FROM item WHERE lower(name) LIKE $1", arguments: ["b%"], rows: [[2]]),
        Case(
            name: "locking read", sql: "SELECT id FROM item WHERE weight = $1 ORDER BY id LIMIT 1 {skip-locked}", arguments: [7],
            rows: [[2]]),
        Case(name: "group and having", sql: "SELECT area, count(*) AS c FROM item GROUP BY area HAVING count(*) > 1", rows: [["n", 2]]),
        Case(
            name: "except and union",
            sql: "SELECT code FROM area EXCEPT SELECT area FROM item WHERE weight > 8 UNION SELECT 'z' ORDER BY 1", rows: [["n"], ["z"]]),
    ]

    @Test(arguments: TestStores.each, cases)
    func sameAnswer(_ store: TestStores, _ portable: Case) async throws {
        try await store.withEngine(migrations: Self.tables) { engine in
            let rows = try await engine.write { session in
                try session.query(session.dialect.render(portable.sql), portable.arguments).map(\.values)
            }
            #expect(rows == portable.rows)
        }
    }

    @Test(arguments: TestStores.each)
    func changedRowsAreCountedAlike(_ store: TestStores) async throws {
        try await store.withEngine(migrations: Self.tables) { engine in
            let counts = try await engine.write { session in
                [
                    try session.execute("UPDATE item SET name = name || '.' WHERE area = $1", ["n"]),
                    try session.execute("UPDATE item SET name = 'x' WHERE id = $1", [99]),
                    try session.execute("CREATE TABLE more (id INTEGER)"),
                    try session.execute("DELETE FROM item"),
                ]
            }
            #expect(counts == [2, 0, 0, 4])
        }
    }

    @Test func anUnknownTokenIsRefused() {
        for dialect in SQLDialect.allCases {
            #expect(throws: StorageError.self) { try dialect.render("CREATE TABLE t (a {float})") }
            #expect(throws: StorageError.self) { try dialect.render("CREATE TABLE t (a {integer") }
        }
    }

    @Test(arguments: TestStores.each)
    func aWrongNumberOfArgumentsIsRefused(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            for arguments: [SQLValue] in [[], [1], [1, 2, 3]] {
                await #expect(throws: StorageError.self) { try await engine.read { try $0.query("SELECT $1 + $2 AS s", arguments) } }
            }
        }
    }
}
