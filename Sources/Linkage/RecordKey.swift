// SPDX-License-Identifier: Apache-2.0

/// A 16-byte id, such as a UUID: of a record or of the group it belongs to. Ordered as its bytes are.
public struct RecordKey: Hashable, Comparable, Sendable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// A key from its two halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A key from exactly 16 bytes; nil for any other count.
    public init?(bytes: some Sequence<UInt8>) {
        var halves: (UInt64, UInt64) = (0, 0)
        var count = 0
        for byte in bytes {
            if count < 8 {
                halves.0 = halves.0 << 8 | UInt64(byte)
            } else if count < 16 {
                halves.1 = halves.1 << 8 | UInt64(byte)
            }
            count += 1
        }
        guard count == 16 else { return nil }
        self.init(high: halves.0, low: halves.1)
    }

    /// The 16 bytes, in order.
    public var bytes: [UInt8] {
        (0..<16).map { index in
            UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - 8 * (index % 8)))
        }
    }

    /// Byte order.
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }
}
