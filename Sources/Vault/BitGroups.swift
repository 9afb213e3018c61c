// SPDX-License-Identifier: Apache-2.0

/// Bytes as groups of five or six bits, the first bits first, and back: what every base32 and base64 shares.
enum BitGroups {
    /// Groups of `to` bits out of groups of `from` bits; the last is filled with zero bits.
    static func regroup(_ groups: [UInt8], from: Int, to: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((groups.count * from + to - 1) / to)
        var bits = 0
        var count = 0
        for group in groups {
            bits = (bits << from | Int(group)) & 0xffff
            count += from
            while count >= to {
                count -= to
                out.append(UInt8(truncatingIfNeeded: bits >> count & (1 << to - 1)))
            }
        }
        if count > 0 { out.append(UInt8(truncatingIfNeeded: bits << (to - count) & (1 << to - 1))) }
        return out
    }

    static func bytes(ofFiveBitGroups groups: [UInt8]) -> [UInt8]? { bytes(of: groups, width: 5) }

    /// Nil when there is a group too many or the bits left over are not zero: one value has one text.
    static func bytes(of groups: [UInt8], width: Int) -> [UInt8]? {
        let count = groups.count * width / 8
        let bytes = Array(regroup(groups, from: width, to: 8).prefix(count))
        return regroup(bytes, from: 8, to: width) == groups ? bytes : nil
    }
}
