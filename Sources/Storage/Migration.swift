// SPDX-License-Identifier: Apache-2.0
import Ledger

/// One numbered step forward of the store's tables. Once released it is never changed: what follows is a new migration that first expands, then contracts.
public struct Migration: Sendable, Hashable {
    /// Its place, from 1, without gaps.
    public let number: Int
    /// What it does, in a few words: `concern tables`.
    public let name: String
    /// The statements, each a single one, written with the tokens of `SQLDialect`.
    public let statements: [String]

    /// Makes a migration.
    public init(_ number: Int, _ name: String, _ statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// What a store keeps of it: the name and the first digits of a hash of the statements, so that one that was changed after all is found at the
    /// start and not by the first report.
    var mark: String {
        let hash = MerkleTree.leafHash(Array(statements.joined(separator: ";\n").utf8))
        return "\(name) \(hash.hex.prefix(16))"
    }
}

extension SQLEngine {
    /// Brings the store to the last of `migrations`; each is one transaction, applied ones are left alone. Returns the numbers newly applied.
    ///
    /// Throws `newerStore` where the store knows a later migration than this program, and `migrationMismatch` where a number, a name or a
    /// statement differs from what was applied. Several servers may call it at once.
    @discardableResult
    public func migrate(_ migrations: [Migration]) async throws -> [Int] {
        for (place, migration) in migrations.enumerated() where migration.number != place + 1 {
            throw StorageError(.migrationMismatch(number: migration.number), detail: "numbers must run from 1 without a gap")
        }
        let table = "CREATE TABLE IF NOT EXISTS schema_migration (number {integer} PRIMARY KEY, name {text} NOT NULL) {strict}"
        try await write { session in
            if let lock = session.dialect.migrationLock { _ = try session.query(lock) }
            _ = try session.execute(try session.dialect.render(table))
        }
        var applied: [Int] = []
        while let number = try await write({ session in try session.applyNext(of: migrations) }) { applied.append(number) }
        return applied
    }
}

extension SQLSession {
    /// Applies the first migration that is missing and returns its number, or nil where none is.
    fileprivate func applyNext(of migrations: [Migration]) throws -> Int? {
        // Before any SELECT, so that the snapshot is taken once the other server has finished.
        if let lock = dialect.lock(table: "schema_migration") { try execute(lock) }
        let applied = try query("SELECT number, name FROM schema_migration ORDER BY number")
        for (place, row) in applied.enumerated() {
            let number = try row.int("number")
            guard number <= migrations.count else {
                let newest = try applied.last?.int("number") ?? number
                throw StorageError(.newerStore(found: newest, known: migrations.count))
            }
            guard number == place + 1, try row.text("name") == migrations[place].mark else {
                throw StorageError(.migrationMismatch(number: number))
            }
        }
        guard applied.count < migrations.count else { return nil }
        let next = migrations[applied.count]
        for statement in next.statements {
            // A deferred constraint would fail at the COMMIT that a whole group shares.
            guard !statement.uppercased().contains("DEFERRABLE") else {
                throw StorageError(.invalidStatement, statement: statement, detail: "deferred constraints are not used")
            }
            try execute(try dialect.render(statement))
        }
        try execute("INSERT INTO schema_migration (number, name) VALUES ($1, $2)", [.integer(next.number), .text(next.mark)])
        return next.number
    }
}
