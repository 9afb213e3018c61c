// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization
import Testing

@testable import Vault

/// Work that waits until it is let go, and counts how much runs at once.
private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let counts = Mutex((now: 0, most: 0, done: 0))

    func work() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
        semaphore.wait()
        counts.withLock {
            $0.now -= 1
            $0.done += 1
        }
    }

    func open(_ times: Int) { for _ in 0..<times { semaphore.signal() } }
    var most: Int { counts.withLock { $0.most } }
    var done: Int { counts.withLock { $0.done } }
    var now: Int { counts.withLock { $0.now } }
}

@Suite struct PasswordWorkLimiterTests {
    /// Lets other tasks go on until the condition holds: no clock, no sleep.
    func until(_ condition: () async -> Bool) async { while await !condition() { await Task.yield() } }

    @Test func neverMoreThanTheCapAndAllAreServed() async throws {
        let limiter = PasswordWorkLimiter(running: 2, waiting: 100)
        let gate = Gate()
        gate.open(40)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 { group.addTask { try await limiter.run { gate.work() } } }
            try await group.waitForAll()
        }
        #expect(gate.done == 40 && gate.most <= 2)
        #expect(await limiter.waitingCount == 0)
    }

    @Test func afterTheQueueIsFullTheNextIsTurnedAway() async throws {
        let limiter = PasswordWorkLimiter(running: 1, waiting: 1)
        let gate = Gate()
        let first = Task { try await limiter.run { gate.work() } }
        await until { gate.now == 1 }
        let second = Task { try await limiter.run { gate.work() } }
        await until { await limiter.waitingCount == 1 }
        await #expect(throws: VaultError.busy) { try await limiter.run { gate.work() } }
        gate.open(2)
        try await first.value
        try await second.value
        #expect(try await limiter.run { 7 } == 7)
    }

    @Test func whoGivesUpWaitingLeavesTheQueue() async throws {
        let limiter = PasswordWorkLimiter(running: 1, waiting: 5)
        let gate = Gate()
        let first = Task { try await limiter.run { gate.work() } }
        await until { gate.now == 1 }
        let second = Task { try await limiter.run { gate.work() } }
        await until { await limiter.waitingCount == 1 }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(await limiter.waitingCount == 0)
        gate.open(1)
        try await first.value
        #expect(gate.done == 1)
    }

    @Test func aFailureFreesThePlace() async throws {
        let limiter = PasswordWorkLimiter(running: 1, waiting: 0)
        await #expect(throws: VaultError.badCost) { try await limiter.run { throw VaultError.badCost } }
        #expect(try await limiter.run { true })
    }
}
