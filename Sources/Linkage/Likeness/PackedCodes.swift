// SPDX-License-Identifier: Apache-2.0

/// Short codes (postcodes, telephone numbers, identifiers) as their last sixteen characters, eight bits each, for comparing by words.
struct PackedCodes: Sendable {
    private let low: [UInt64]
    private let high: [UInt64]
    private let lengths: [UInt8]
    let counts: [UInt32]

    init(_ table: ValueTable) {
        var low: [UInt64] = [0]
        var high: [UInt64] = [0]
        var lengths: [UInt8] = [0]
        for number in 1..<UInt32(table.count + 1) {
            table.value(number) { bytes in
                low.append(bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
                high.append(bytes.dropLast(8).suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
                lengths.append(UInt8(min(bytes.count, 255)))
            }
        }
        self.low = low
        self.high = high
        self.lengths = lengths
        counts = table.counts
    }

    private static func differing(_ bits: UInt64) -> Int {
        var bits = bits
        bits |= bits >> 4
        bits |= bits >> 2
        bits |= bits >> 1
        return (bits & 0x0101_0101_0101_0101).nonzeroBitCount
    }

    /// How many places of two codes of one length differ, neighbours that changed places counting as one; 99 for other lengths unless
    /// one character was dropped, which is one too.
    func slips(_ left: UInt32, _ right: UInt32) -> Int {
        let (one, two) = (Int(left), Int(right))
        let xor = (low[one] ^ low[two], high[one] ^ high[two])
        guard lengths[one] == lengths[two] else {
            return abs(Int(lengths[one]) - Int(lengths[two])) == 1 && isDropped(one, two) ? 1 : 99
        }
        let count = Self.differing(xor.0) + Self.differing(xor.1)
        guard count == 2, xor.1 == 0 || xor.0 == 0 else { return count }
        let bits = xor.1 == 0 ? xor.0 : xor.1
        let shift = UInt64(bits.trailingZeroBitCount) & ~7
        guard shift <= 48, bits >> shift <= 0xFFFF else { return count }
        let values = xor.1 == 0 ? (low[one], low[two]) : (high[one], high[two])
        let (first, second) = (values.0 >> shift & 0xFFFF, values.1 >> shift & 0xFFFF)
        return first >> 8 == second & 0xFF && first & 0xFF == second >> 8 ? 1 : count
    }

    /// Whether one of two codes of eight characters at most is the other with one left out.
    private func isDropped(_ one: Int, _ two: Int) -> Bool {
        let (long, short) = lengths[one] > lengths[two] ? (one, two) : (two, one)
        guard lengths[long] <= 8 else { return false }
        for place in 0..<UInt64(lengths[long]) {
            let below = low[long] & ((1 << (place * 8)) - 1)
            let above = place == 7 ? 0 : (low[long] >> (place * 8 + 8)) << (place * 8)
            if above | below == low[short] { return true }
        }
        return false
    }

    /// Level of two known postcodes: 1 and 2 the same (on few, on many records), 3 a slip, 4 the first part, 5 differs.
    func postcodeLevel(_ left: UInt32, _ right: UInt32) -> Int {
        if left == right { return counts[Int(left)] <= 24 ? 1 : 2 }
        if slips(left, right) == 1 { return 3 }
        let (one, two) = (Int(left), Int(right))
        func outward(_ place: Int) -> UInt64 { lengths[place] >= 5 ? low[place] >> 24 : low[place] }
        if lengths[one] >= 5 || lengths[two] >= 5 { return outward(one) == outward(two) ? 4 : 5 }
        return low[one] >> 8 == low[two] >> 8 ? 4 : 5
    }

    /// Level of two known telephone numbers: 1...5 the same, on 2 records to many; 6 a slip; 7 differs.
    func phoneLevel(_ left: UInt32, _ right: UInt32) -> Int {
        if left == right { return Self.step(counts[Int(left)], [3, 6, 12, 48]) + 1 }
        return slips(left, right) == 1 ? 6 : 7
    }

    /// Level of two known identifiers: 1...3 the same, 4 a slip, 5 two slips, 6 differs.
    func identifierLevel(_ left: UInt32, _ right: UInt32) -> Int {
        if left == right { return Self.step(counts[Int(left)], [6, 24]) + 1 }
        let slips = slips(left, right)
        return slips == 1 ? 4 : slips == 2 ? 5 : 6
    }

    /// The first two characters.
    func beginning(_ number: UInt32) -> UInt32 {
        let length = Int(lengths[Int(number)])
        let bytes = length <= 8 ? low[Int(number)] : high[Int(number)]
        let shift = max(0, (length <= 8 ? length : min(length - 8, 8)) - 2) * 8
        return UInt32(truncatingIfNeeded: bytes >> UInt64(shift) & 0xFFFF) | 1 << 20
    }

    /// A hash of the last five characters.
    func ending(_ number: UInt32) -> UInt32 { UInt32(truncatingIfNeeded: KeyHash.mix(low[Int(number)] & 0xFF_FFFF_FFFF)) | 1 }

    static func step(_ count: UInt32, _ limits: [UInt32]) -> Int {
        var step = 0
        while step < limits.count, count > limits[step] { step += 1 }
        return step
    }
}
