// SPDX-License-Identifier: Apache-2.0

/// Gives the number of random bytes asked for. Injected everywhere, so that a seeded run can be repeated.
public typealias Randomness = @Sendable (_ count: Int) -> [UInt8]

/// Where randomness comes from in production.
public enum SystemRandomness {
    /// The operating system's generator (getrandom on Linux).
    public static let bytes: Randomness = { count in
        var generator = SystemRandomNumberGenerator()
        return [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
            while filled < count {
                var word = generator.next()
                withUnsafeBytes(of: &word) { source in
                    for byte in source where filled < count {
                        buffer.initializeElement(at: filled, to: byte)
                        filled += 1
                    }
                }
            }
        }
    }
}
