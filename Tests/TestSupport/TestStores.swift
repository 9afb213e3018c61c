// SPDX-License-Identifier: Apache-2.0

public import Storage
import StoragePostgres
import StorageSQLite

/// The two engines, for tests that run on both:
///
///     @Test(arguments: TestStores.each) func something(_ store: TestStores) async throws {
///         try await store.withEngine(migrations: …) { engine in … }
///     }
public enum TestStores: String, Sendable, CaseIterable {
    /// The embedded database, in a temporary folder.
    case sqlite
    /// A database of its own on a server that is started once for the tests and ends with them.
    case postgres

    /// Both engines.
    public static let each = TestStores.allCases

    /// Hands `body` an engine with a fresh store that holds `migrations`, and removes the store afterwards.
    ///
    /// Throws `PostgresMissing` where PostgreSQL is not installed: a test never passes because half of it could not run.
    public func withEngine<T>(migrations: [Migration] = [], _ body: (any SQLEngine) async throws -> T) async throws -> T {
        switch self {
        case .sqlite:
            return try await TemporaryFolder.with { folder in
                let engine = try SQLiteEngine(SQLiteSettings(folder: folder + "/store"))
                return try await Self.use(engine) { engine in
                    try await engine.migrate(migrations)
                    return try await body(engine)
                }
            }
        case .postgres:
            return try await PostgresCluster.shared.withDatabase(migrations: migrations) { settings in
                try await Self.use(try await PostgresEngine(settings), body)
            }
        }
    }

    private static func use<T>(_ engine: any SQLEngine, _ body: (any SQLEngine) async throws -> T) async throws -> T {
        do {
            let value = try await body(engine)
            await engine.close()
            return value
        } catch {
            await engine.close()
            throw error
        }
    }
}
