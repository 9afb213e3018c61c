// SPDX-License-Identifier: Apache-2.0

/// Sorting of whole numbers by their bytes: stable, and the same on every machine.
enum RadixSort {
    /// The places of the keys in ascending order of the keys, equal ones by place.
    static func order(of keys: [UInt64]) -> [UInt32] {
        var order = (0..<UInt32(keys.count)).map { $0 }
        var other = order
        for shift in stride(from: UInt64(0), to: 64, by: 16) {
            var starts = [Int](repeating: 0, count: 65_537)
            for key in keys { starts[Int(key >> shift & 0xFFFF) + 1] += 1 }
            if starts.contains(keys.count) { continue }
            for bucket in 1..<65_537 { starts[bucket] += starts[bucket - 1] }
            for place in order {
                let bucket = Int(keys[Int(place)] >> shift & 0xFFFF)
                other[starts[bucket]] = place
                starts[bucket] += 1
            }
            swap(&order, &other)
        }
        return order
    }

    /// Sorts numbers in place by their upper `bits` bits (a multiple of 8), keeping the order of equals.
    static func sort(_ values: inout [UInt64], upperBits bits: Int = 32) {
        if values.count < 2 { return }
        var other = [UInt64](repeating: 0, count: values.count)
        values.withUnsafeMutableBufferPointer { first in
            other.withUnsafeMutableBufferPointer { second in
                var from = first
                var to = second
                var passes = 0
                for shift in stride(from: 64 - bits, to: 64, by: 8) {
                    pass(UnsafeBufferPointer(from), to, UInt64(shift))
                    swap(&from, &to)
                    passes += 1
                }
                if passes % 2 == 1 { for place in 0..<first.count { first[place] = second[place] } }
            }
        }
    }

    private static func pass(_ from: UnsafeBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>, _ shift: UInt64) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
            starts.update(repeating: 0)
            for value in from { starts[Int(value >> shift & 0xFF) + 1] += 1 }
            for bucket in 1..<257 { starts[bucket] += starts[bucket - 1] }
            for value in from {
                let bucket = Int(value >> shift & 0xFF)
                to[starts[bucket]] = value
                starts[bucket] += 1
            }
        }
    }
}
