// SPDX-License-Identifier: Apache-2.0

/// Ends work that takes too long. The framework has no such thing (SECURITY finding 8).
enum Deadline {
    /// Runs `work`; after `seconds` it is cancelled and, once it has ended, `Problem.tooSlow` is thrown. Database calls and body reads
    /// end at a cancellation.
    /// - Parameter sleep: waits; injected so that tests need no time.
    static func run<Value: Sendable>(
        seconds: Double, sleep: @escaping @Sendable (Double) async throws -> Void, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await sleep(seconds)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw Problem.tooSlow }
            return value
        }
    }

    /// The machine's own clock.
    static let realSleep: @Sendable (Double) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
}
