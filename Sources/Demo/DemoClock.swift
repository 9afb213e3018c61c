// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Synchronization

/// The clock of a house while its invented region is made: set from day to day, so that two years of concerns stand in their own time.
///
/// Its `now` is the house's `TimeSource`. It tells the real time once it is released.
public final class DemoClock: Sendable {
    private let told: Mutex<Instant?>
    private let real: TimeSource

    /// Makes a clock that tells the real time until it is set. `real` is the time it goes back to.
    public init(real: @escaping TimeSource = systemTime) {
        self.real = real
        told = Mutex(nil)
    }

    /// The time that is told now.
    public func now() -> Instant { told.withLock { $0 } ?? real() }

    /// The real time, whatever is told.
    public var today: Instant { real() }

    /// Tells this moment until it is set again. Time never runs backwards: an earlier moment leaves the clock as it stands.
    public func set(_ moment: Instant) { told.withLock { told in told = max(told ?? moment, moment) } }

    /// From now on the real time.
    public func release() { told.withLock { $0 = nil } }
}
