// SPDX-License-Identifier: Apache-2.0

/// A quick 64-bit sum over bytes that finds cuts and garbling. It is no seal: `SegmentStorage.seal` guards against intent.
enum Checksum {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        let multiplier: UInt64 = 0x9fb2_1c65_1e98_df25
        var at = 0
        func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        while at + 32 <= bytes.count {
            lanes.0 = (lanes.0 ^ word(at)) &* multiplier
            lanes.1 = (lanes.1 ^ word(at + 8)) &* multiplier
            lanes.2 = (lanes.2 ^ word(at + 16)) &* multiplier
            lanes.3 = (lanes.3 ^ word(at + 24)) &* multiplier
            lanes.0 ^= lanes.0 >> 29
            lanes.1 ^= lanes.1 >> 29
            lanes.2 ^= lanes.2 >> 29
            lanes.3 ^= lanes.3 >> 29
            at += 32
        }
        var hash = KeyHash.mix(lanes.0) ^ KeyHash.mix(lanes.1 &+ 1) ^ KeyHash.mix(lanes.2 &+ 2) ^ KeyHash.mix(lanes.3 &+ 3)
        while at < bytes.count {
            hash = (hash ^ UInt64(bytes[at])) &* multiplier
            hash ^= hash >> 29
            at += 1
        }
        return KeyHash.mix(hash ^ UInt64(bytes.count))
    }
}
