// SPDX-License-Identifier: Apache-2.0
import TestSupport

@testable import Vault

/// Repeatable bytes: the same seed gives the same run.
func seeded(_ seed: UInt64) -> Randomness { SeededRandomness(seed: seed).source }

/// Bytes of hexadecimal digits, for published vectors.
func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap { $0.hexDigitValue }.map { UInt8($0) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
