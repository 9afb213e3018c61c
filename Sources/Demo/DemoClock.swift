// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Synchronization

/// The clock of a house while its invented region is made: set forward step by step, so that two years of concerns stand in their own time.
///
/// Its `now` is the house's `TimeSource`. Each act tells a time of its own (`at`), so that many can be done at once; whatever is done
/// besides, by jobs, sees the time to which the clock was last set. Once it is released, it tells the real time.
public final class DemoClock: Sendable {
    @TaskLocal private static var ownTime: Instant?

    private let told: Mutex<Instant?>
    private let real: TimeSource

    /// Makes a clock that tells the real time until it is set. `real` is the time to which it goes back.
    public init(real: @escaping TimeSource = systemTime) {
        self.real = real
        told = Mutex(nil)
    }

    /// The time that is told now.
    public func now() -> Instant { Self.ownTime ?? told.withLock { $0 } ?? real() }

    /// The real time, whatever is told.
    public var today: Instant { real() }

    /// Tells this moment until it is set again. It never runs backwards: an earlier moment leaves it as it stands.
    public func set(_ moment: Instant) { told.withLock { told in told = max(told ?? moment, moment) } }

    /// From now on the real time.
    public func release() { told.withLock { $0 = nil } }

    /// Does one act at a time of its own.
    func at<T>(_ moment: Instant, isolation: isolated (any _Concurrency.Actor)? = #isolation, _ act: () async throws -> T) async rethrows
        -> T
    {
        try await Self.$ownTime.withValue(moment, operation: act, isolation: isolation)
    }
}
