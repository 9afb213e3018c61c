// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Storage
import Synchronization

/// The write closures that wait, in order of arrival, and who takes them: one thread, as many at a time as are there.
final class WriteQueue: Sendable {
    private struct State {
        var waiting: [any PendingWrite] = []
        var taken = false
        var closed = false
        var failure: StorageError?
        /// How many shared the last COMMIT.
        var lastGroup = 1
        /// The number of waiting closures that the writer would like to see before it begins.
        var hopedFor: Int?
    }

    private let state = Mutex(State())
    private let arrival = DispatchSemaphore(value: 0)
    private let groupSize: Int
    private let gather: DispatchTimeInterval

    init(groupSize: Int, gatherMicroseconds: Int) {
        self.groupSize = groupSize
        gather = .microseconds(gatherMicroseconds)
    }

    /// Why no write can succeed any more.
    var failure: StorageError? { state.withLock { $0.failure } }

    /// Adds a closure. Returns whether the caller must set the writer going.
    func add(_ job: any PendingWrite) throws(StorageError) -> Bool {
        let (refusal, begin): (StorageError?, Bool) = state.withLock { state in
            if let failure = state.failure { return (failure, false) }
            if state.closed { return (StorageError(.closed), false) }
            state.waiting.append(job)
            if let hopedFor = state.hopedFor, state.waiting.count >= hopedFor {
                state.hopedFor = nil
                arrival.signal()
            }
            defer { state.taken = true }
            return (nil, !state.taken)
        }
        if let refusal { throw refusal }
        return begin
    }

    /// The next group, or nil where nobody waits and the writer may stop.
    ///
    /// Where several shared the last COMMIT, their senders are likely to be back in a moment, and a moment is cheaper than a COMMIT for half of them.
    /// Where one was alone, as a rule the next is too, and does not wait.
    func next() -> [any PendingWrite]? {
        let waits: Bool = state.withLock { state in
            guard !state.waiting.isEmpty, state.waiting.count < state.lastGroup, !state.closed else { return false }
            state.hopedFor = state.lastGroup
            return true
        }
        if waits, arrival.wait(timeout: .now() + gather) == .timedOut {
            // A signal may have come between the time-out and this line; it must not serve the next group.
            let signalled = state.withLock { state in
                defer { state.hopedFor = nil }
                return state.hopedFor == nil
            }
            if signalled { arrival.wait() }
        }
        return state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.taken = false
                return nil
            }
            let group = Array(state.waiting.prefix(groupSize))
            state.waiting.removeFirst(group.count)
            state.lastGroup = group.count
            return group
        }
    }

    /// How many wait.
    var count: Int { state.withLock { $0.waiting.count } }

    /// Refuses every later closure; those that wait are still served. Returns whether the queue was open until now.
    func close() -> Bool {
        state.withLock { state in
            defer { state.closed = true }
            return !state.closed
        }
    }

    /// Refuses every later closure with `error`, and returns those that wait.
    func poison(_ error: StorageError) -> [any PendingWrite] {
        state.withLock { state in
            state.failure = error
            defer { state.waiting = [] }
            return state.waiting
        }
    }
}
