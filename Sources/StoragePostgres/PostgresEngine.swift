// SPDX-License-Identifier: Apache-2.0

public import Storage
import Synchronization

/// The database server: serialisable transactions over a pool of connections.
public final class PostgresEngine: SQLEngine {
    private let settings: PostgresSettings
    private let pool: ConnectionPool
    private let bell = CommitBell()
    private let counts = Mutex(SQLFigures())

    /// Makes the pool and proves that the server answers and keeps what it acknowledges. Throws `unavailable`, `notDurable` or `invalidSetting`.
    public init(_ settings: PostgresSettings) async throws {
        guard (1...256).contains(settings.connections) else { throw StorageError(.invalidSetting("connections"), detail: "1 to 256") }
        guard (1...100).contains(settings.attempts) else { throw StorageError(.invalidSetting("attempts"), detail: "1 to 100") }
        guard settings.statementMilliseconds > 0 else { throw StorageError(.invalidSetting("statementMilliseconds"), detail: "above 0") }
        self.settings = settings
        pool = ConnectionPool(settings)
        try await read { session in _ = try session.query("SELECT 1 AS one") }
    }

    /// See `SQLEngine`.
    public var dialect: SQLDialect { .postgres }

    /// See `SQLEngine`.
    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await transaction(.reading, body).value
    }

    /// See `SQLEngine`.
    public func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        guard !Task.isCancelled else { throw StorageError(.cancelled) }
        do {
            let (value, changed) = try await transaction(.writing, body)
            counts.withLock { counts in
                counts.writes += 1
                counts.commits += 1
            }
            if changed { bell.ring() }
            return value
        } catch {
            counts.withLock { $0.failures += 1 }
            throw error
        }
    }

    /// See `SQLEngine`. Commits of other servers do not show here; the sequencer looks for them by the clock.
    public func commits() -> AsyncStream<Void> { bell.listen() }

    /// See `SQLEngine`.
    public var figures: SQLFigures {
        var figures = counts.withLock { $0 }
        figures.waiting = pool.waiting
        return figures
    }

    /// See `SQLEngine`. Always nil: the server looks after its own disk.
    public var failure: StorageError? { nil }

    /// See `SQLEngine`.
    public func close() async {
        await pool.close()
        bell.silence()
    }

    private func transaction<T: Sendable>(
        _ kind: PostgresTransaction, _ body: @escaping @Sendable (any SQLSession) throws -> T
    ) async throws -> (value: T, changed: Bool) {
        var attempt = 1
        while true {
            do {
                return try await pool.run { connection in try connection.transaction(kind, body) }
            } catch let error as StorageError where attempt < limit(error.code) {
                counts.withLock { $0.retries += 1 }
                // Twice as long each time, up to a quarter of a second, and never two in step.
                try? await Task.sleep(for: .microseconds(Int.random(in: 0...min(250_000, 1000 << min(attempt, 8)))))
                guard !Task.isCancelled else { throw StorageError(.cancelled) }
                attempt += 1
            }
        }
    }

    /// How often to try in all. A unique violation may be two transactions that both looked and found nothing: the second try tells.
    private func limit(_ code: StorageError.Code) -> Int {
        switch code {
        case .serialization: settings.attempts
        case .connectionLost: min(3, settings.attempts)
        case .uniqueViolation: min(2, settings.attempts)
        default: 1
        }
    }
}

extension PostgresEngine {
    /// What the server's own clock says, in microseconds since 1970: a second witness beside this machine's.
    public func serverTime() async throws -> Int64 {
        try await read { session in
            try session.integer("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) AS n")
        }
    }
}
