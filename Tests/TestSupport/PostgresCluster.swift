// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Storage
public import StoragePostgres

/// A PostgreSQL server for the tests of this process: made on first use in a temporary folder, without a network port, stopped and removed when the
/// process ends, however it ends.
public actor PostgresCluster {
    /// The one of this process.
    public static let shared = PostgresCluster()

    private var starting: Task<PostgresProcess, any Error>?
    private var templates: [[Migration]: Task<String, any Error>] = [:]
    private var names = 0

    /// Hands `body` the settings of a new database that holds `migrations`, and drops the database afterwards.
    public nonisolated func withDatabase<T>(migrations: [Migration] = [], _ body: (PostgresSettings) async throws -> T) async throws -> T {
        let server = try await server()
        let name = await newName("test")
        try await server.createDatabase(name, template: try await template(migrations))
        do {
            let value = try await body(server.settings(name))
            try await server.dropDatabase(name)
            return value
        } catch {
            try? await server.dropDatabase(name)
            throw error
        }
    }

    private func server() async throws -> PostgresProcess {
        let task = starting ?? Task { try await PostgresProcess.start() }
        starting = task
        return try await task.value
    }

    /// The name of a database that holds the migrations, made once: copying it is quicker than migrating anew.
    private func template(_ migrations: [Migration]) async throws -> String {
        guard !migrations.isEmpty else { return "template0" }
        let name = newName("template")
        let task =
            templates[migrations]
            ?? Task {
                let server = try await self.server()
                try await server.createDatabase(name, template: "template0")
                let engine = try await PostgresEngine(server.settings(name))
                try await engine.migrate(migrations)
                await engine.close()
                return name
            }
        templates[migrations] = task
        return try await task.value
    }

    private func newName(_ kind: String) -> String {
        names += 1
        return "\(kind)_\(names)"
    }
}
