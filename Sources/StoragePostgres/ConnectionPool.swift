// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Storage
import Synchronization

/// The connections, and the tasks that wait for one, first come first served.
final class ConnectionPool: Sendable {
    private struct State {
        var idle: [PostgresConnection]
        var waiting: [CheckedContinuation<PostgresConnection, any Error>] = []
        var closed = false
    }

    private let state: Mutex<State>
    private let size: Int

    init(_ settings: PostgresSettings) {
        size = settings.connections
        state = Mutex(State(idle: (1...settings.connections).map { PostgresConnection(settings, number: $0) }))
    }

    /// How many tasks wait for a connection.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Runs `work` with a connection, on that connection's own queue, so that no thread of the cooperative pool is blocked.
    func run<T: Sendable>(_ work: @escaping @Sendable (PostgresConnection) throws -> T) async throws -> T {
        let connection = try await take()
        return try await withCheckedThrowingContinuation { continuation in
            connection.queue.async {
                let result = Result { try work(connection) }
                self.giveBack(connection)
                continuation.resume(with: result)
            }
        }
    }

    /// Refuses what comes later, waits for what has begun, and ends the connections.
    func close() async {
        let first = state.withLock { state in
            defer { state.closed = true }
            return !state.closed
        }
        guard first else { return }
        for _ in 0..<size {
            guard let connection = try? await take(evenIfClosed: true) else { continue }
            await withCheckedContinuation { continuation in
                connection.queue.async {
                    connection.disconnect()
                    continuation.resume()
                }
            }
        }
    }

    private func take(evenIfClosed: Bool = false) async throws -> PostgresConnection {
        try await withCheckedThrowingContinuation { continuation in
            let answer: Result<PostgresConnection, any Error>? = state.withLock { state in
                if state.closed, !evenIfClosed { return .failure(StorageError(.closed)) }
                // The one used last: its statements are prepared, its memory warm.
                if let connection = state.idle.popLast() { return .success(connection) }
                state.waiting.append(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    private func giveBack(_ connection: PostgresConnection) {
        let next: CheckedContinuation<PostgresConnection, any Error>? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.idle.append(connection)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: connection)
    }
}
