// SPDX-License-Identifier: Apache-2.0

import Storage

/// A write closure that waits for its turn, with whatever it returns hidden.
protocol PendingWrite: AnyObject, Sendable {
    /// Runs the closure. Throws what it threw, or what doomed its session.
    func perform(_ session: TransactionSession) throws

    /// Answers the waiting task with the closure's value: it is durable now.
    func succeed()

    /// Answers the waiting task with an error: nothing is stored.
    func fail(_ error: any Error)
}

/// Only the writer's thread touches a job after it was queued, hence unchecked.
final class WriteJob<Value: Sendable>: PendingWrite, @unchecked Sendable {
    private let body: @Sendable (any SQLSession) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private var value: Value?

    init(_ body: @escaping @Sendable (any SQLSession) throws -> Value, _ continuation: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func perform(_ session: TransactionSession) throws {
        value = try body(session)
        if let doom = session.doom { throw doom }
    }

    func succeed() {
        guard let value else { return fail(StorageError(.unexpected)) }
        continuation.resume(returning: value)
    }

    func fail(_ error: any Error) {
        continuation.resume(throwing: error)
    }
}
