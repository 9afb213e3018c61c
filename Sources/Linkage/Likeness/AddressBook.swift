// SPDX-License-Identifier: Apache-2.0

/// Addresses laid out for comparing: their numbers, and the pairs of neighbouring letters of their words as 256 bits.
struct AddressBook: Sendable {
    private let numbers: [SIMD2<UInt32>]
    private let pairs: [SIMD4<UInt64>]
    private let pairCounts: [UInt16]
    let counts: [UInt32]

    init(_ table: ValueTable) {
        var numbers: [SIMD2<UInt32>] = [.zero]
        var pairs: [SIMD4<UInt64>] = [.zero]
        for number in 1..<UInt32(table.count + 1) {
            table.value(number) { bytes in
                var found = SIMD2<UInt32>.zero
                var bits = SIMD4<UInt64>.zero
                var start = 0
                var taken = 0
                for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
                    let word = bytes.part(start, end - start)
                    if let first = word.first {
                        if (0x30...0x39).contains(first) {
                            if taken < 2 { found[taken] = UInt32(truncatingIfNeeded: ValueTable.hash(word)) | 1 }
                            taken += 1
                        } else {
                            Self.add(word, to: &bits)
                        }
                    }
                    start = end + 1
                }
                numbers.append(found)
                pairs.append(bits)
            }
        }
        self.numbers = numbers
        self.pairs = pairs
        pairCounts = pairs.map { UInt16(Self.count($0)) }
        counts = table.counts
    }

    private static func add(_ word: UnsafeBufferPointer<UInt8>, to bits: inout SIMD4<UInt64>) {
        for place in 0..<max(word.count - 1, 0) {
            let pair = ((UInt32(word[place]) << 8 | UInt32(word[place + 1])) &* 0x9E37_79B1) >> 24
            bits[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
        }
    }

    private static func count(_ bits: SIMD4<UInt64>) -> Int {
        bits[0].nonzeroBitCount + bits[1].nonzeroBitCount + bits[2].nonzeroBitCount + bits[3].nonzeroBitCount
    }

    /// Level of two known addresses: 1 and 2 the same (few records, many), 3 one street and number written otherwise, 4 one street and
    /// another number, 5 half alike, 6 differs.
    func level(_ left: UInt32, _ right: UInt32) -> Int {
        if left == right { return counts[Int(left)] <= 16 ? 1 : 2 }
        let (one, two) = (Int(left), Int(right))
        let shared = Self.count(pairs[one] & pairs[two]) * 200
        let all = Int(pairCounts[one]) + Int(pairCounts[two])
        let alike = all == 0 ? 0 : shared / all
        if alike < 50 { return 6 }
        if alike < 72 { return 5 }
        let (first, second) = (numbers[one], numbers[two])
        if first[0] == 0 || second[0] == 0 { return 3 }
        return first == second || first[0] == second[0] && (first[1] == 0 || second[1] == 0)
            || first[1] == second[0] && second[1] == 0 || second[1] == first[0] && first[1] == 0 ? 3 : 4
    }

    /// A hash of the words of an address without its numbers.
    func street(_ number: UInt32) -> UInt32 {
        let bits = pairs[Int(number)]
        return UInt32(truncatingIfNeeded: KeyHash.mix(bits[0] ^ KeyHash.mix(bits[1] ^ KeyHash.mix(bits[2] ^ KeyHash.mix(bits[3])))))
    }
}
