// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Synchronization

/// A clock that stands still until it is moved.
public final class TestClock: Sendable {
    private let moment: Mutex<Instant>

    /// Begins at noon UTC on Monday 2 March 2026, in working time.
    public init(_ start: Instant = Instant(microseconds: 1_772_452_800_000_000)) { moment = Mutex(start) }

    /// The time it shows.
    public var now: Instant { moment.withLock { $0 } }

    /// Its source, for a store.
    public var source: TimeSource { { [self] in now } }

    /// Moves it on.
    public func advance(seconds: Double = 0, minutes: Double = 0, hours: Double = 0, days: Double = 0) {
        moment.withLock { $0 = $0.adding(seconds: seconds + minutes * 60 + hours * 3600 + days * 86_400) }
    }
}
