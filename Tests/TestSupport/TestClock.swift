// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Synchronization
public import Vault

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

/// Randomness that is the same in every run with the same seed.
public final class SeededRandomness: Sendable {
    private let state: Mutex<UInt64>

    /// Makes it.
    public init(seed: UInt64) { state = Mutex(seed) }

    /// Its source, for a store.
    public var source: Randomness {
        { [self] count in
            state.withLock { state in
                (0..<count).map { _ in
                    // SplitMix64.
                    state &+= 0x9E37_79B9_7F4A_7C15
                    var mixed = state
                    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                    return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
                }
            }
        }
    }
}
