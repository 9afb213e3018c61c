// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Tells listeners that something was committed. An engine rings it; the ledger's sequencer listens.
public final class CommitBell: Sendable {
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
    private let nextKey = Atomic<Int>(0)

    /// A bell without listeners.
    public init() {}

    /// A stream that yields once after each ring; rings that nobody has taken yet count as one. It ends with `silence()`.
    public func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let key = nextKey.add(1, ordering: .relaxed).newValue
        listeners.withLock { $0[key] = continuation }
        continuation.onTermination = { [weak self] _ in self?.listeners.withLock { _ = $0.removeValue(forKey: key) } }
        return stream
    }

    /// Wakes every listener.
    public func ring() {
        for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
    }

    /// Ends every stream.
    public func silence() {
        for listener in listeners.withLock({ Array($0.values) }) { listener.finish() }
    }
}
