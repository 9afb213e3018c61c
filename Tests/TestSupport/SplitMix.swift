// SPDX-License-Identifier: Apache-2.0
import Synchronization
public import Vault

/// A seeded generator: the same seed gives the same run, so that a failure can be looked at again.
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins at a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The next bytes, one a number.
    public mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}

/// Randomness that is the same in every run with the same seed.
public final class SeededRandomness: Sendable {
    private let generator: Mutex<SplitMix>

    /// Makes it.
    public init(seed: UInt64) { generator = Mutex(SplitMix(seed: seed)) }

    /// Its source, for a store or keys.
    public var source: Randomness { { [self] count in generator.withLock { $0.bytes(count) } } }
}
