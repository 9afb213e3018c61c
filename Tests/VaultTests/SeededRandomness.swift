// SPDX-License-Identifier: Apache-2.0
import Synchronization

@testable import Vault

/// Repeatable bytes: the same seed gives the same run.
func seeded(_ seed: UInt64) -> Randomness {
    let source = Source(seed)
    return { count in source.bytes(count) }
}

private final class Source: Sendable {
    private let state: Mutex<UInt64>
    init(_ seed: UInt64) { state = Mutex(seed) }

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9e37_79b9_7f4a_7c15
                var z = state
                z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
                z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
                return UInt8(truncatingIfNeeded: z ^ z >> 31)
            }
        }
    }
}

/// Bytes of hexadecimal digits, for published vectors.
func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap { $0.hexDigitValue }.map { UInt8($0) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
