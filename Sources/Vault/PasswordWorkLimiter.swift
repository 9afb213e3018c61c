// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// Caps how much password hashing runs at once: each takes 128 MiB and a whole core, so 200 people signing in must not
/// take the memory nor the time of those who report (SECURITY §2 row 32).
public actor PasswordWorkLimiter {
    private let running: Int
    private let waiting: Int
    private var free: Int
    private var queue: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var nextID = 0
    private let threads = DispatchQueue(label: "sentinel.vault.password", qos: .utility, attributes: .concurrent)

    /// - Parameters:
    ///   - running: how many at once.
    ///   - waiting: how many may wait; the next is turned away with `busy`.
    public init(running: Int = 1, waiting: Int = 256) {
        self.running = max(1, running)
        self.waiting = max(0, waiting)
        free = self.running
    }

    /// Runs the work on a thread of its own, never on the pool that serves requests.
    /// - Throws: `busy`, `CancellationError` when the caller gave up while waiting, and what the work throws.
    public func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await enter()
        defer { leave() }
        let threads = threads
        return try await withCheckedThrowingContinuation { continuation in
            threads.async { continuation.resume(with: Result { try work() }) }
        }
    }

    /// How many wait now.
    public var waitingCount: Int { queue.count }

    private func enter() async throws {
        try Task.checkCancellation()
        if free > 0 {
            free -= 1
            return
        }
        guard queue.count < waiting else { throw VaultError.busy }
        let id = nextID
        nextID += 1
        let admitted = await withTaskCancellationHandler {
            await withCheckedContinuation { queue.append((id, $0)) }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
        if !admitted { throw CancellationError() }
    }

    /// A place is handed straight to the next in the queue, so nobody overtakes.
    private func leave() {
        if queue.isEmpty { free += 1 } else { queue.removeFirst().continuation.resume(returning: true) }
    }

    private func giveUp(_ id: Int) {
        guard let place = queue.firstIndex(where: { $0.id == id }) else { return }
        queue.remove(at: place).continuation.resume(returning: false)
    }
}
