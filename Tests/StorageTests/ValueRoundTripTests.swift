// SPDX-License-Identifier: Apache-2.0

import Storage
import TestSupport
import Testing

@Suite struct ValueRoundTripTests {
    static let table = [Migration(1, "values", ["CREATE TABLE held (id {id}, whole {integer}, words {text}, bytes {blob}) {strict}"])]

    @Test(arguments: TestStores.each, [Int64.min, -1, 0, 1, 1_413_504_000_000_000, Int64.max])
    func integers(_ store: TestStores, _ value: Int64) async throws {
        #expect(try await roundTrip(store, .integer(value), "whole") == .integer(value))
    }

    @Test(
        arguments: TestStores.each,
        [
            "", "a", "Zoë Ní Bhraonáin", "👩‍👩‍👧 \u{1F1EC}\u{1F1E7}", "'; DROP TABLE held; --", "line\r\nline\t",
            String(repeating: "x", count: 200_000),
        ])
    func texts(_ store: TestStores, _ value: String) async throws {
        #expect(try await roundTrip(store, .text(value), "words") == .text(value))
    }

    @Test(arguments: TestStores.each, [[], [0], [0, 0, 255, 0], Array("text".utf8), Array(repeating: 7, count: 300_000)])
    func blobs(_ store: TestStores, _ value: [UInt8]) async throws {
        #expect(try await roundTrip(store, .blob(value), "bytes") == .blob(value))
    }

    @Test(arguments: TestStores.each, ["whole", "words", "bytes"])
    func null(_ store: TestStores, _ column: String) async throws {
        #expect(try await roundTrip(store, .null, column) == .null)
    }

    @Test(arguments: TestStores.each)
    func theZeroCharacterIsRefusedAndNotCut(_ store: TestStores) async throws {
        let error = await #expect(throws: StorageError.self) { try await roundTrip(store, .text("before\0after"), "words") }
        #expect(error?.code == .zeroCharacter)
        #expect(error?.description.contains("before") == false)
    }

    @Test(arguments: TestStores.each)
    func theWrongKindIsRefusedWithoutRepeatingTheValue(_ store: TestStores) async throws {
        let error = await #expect(throws: StorageError.self) { try await roundTrip(store, .text("canary"), "whole") }
        #expect(error.map { [.invalidValue, .invalidStatement].contains($0.code) } == true)
        #expect(error?.description.contains("canary") == false)
    }

    @Test(arguments: TestStores.each)
    func aRealNumberIsRefused(_ store: TestStores) async throws {
        try await store.withEngine { engine in
            let error = await #expect(throws: StorageError.self) {
                try await engine.read { try $0.query("SELECT 1.5 AS half UNION ALL SELECT CAST(0.25 AS DOUBLE PRECISION)") }
            }
            #expect(error?.code.isUnexpectedKind(of: "half") == true)
        }
    }

    private func roundTrip(_ store: TestStores, _ value: SQLValue, _ column: String) async throws -> SQLValue {
        try await store.withEngine(migrations: Self.table) { engine in
            try await engine.write { session in
                _ = try session.execute("INSERT INTO held (\(column)) VALUES ($1)", [value])
            }
            return try await engine.read { try $0.one("SELECT \(column) FROM held").value(column) }
        }
    }
}

extension StorageError.Code {
    fileprivate func isUnexpectedKind(of name: String) -> Bool {
        if case .unexpectedKind(let column, _, _) = self { column == name } else { false }
    }
}
