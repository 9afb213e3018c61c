// SPDX-License-Identifier: Apache-2.0

/// Comparison whose time doesn't tell where two secrets differ.
public enum ConstantTime {
    /// Whether both are equal. Only the lengths may show in the time.
    @inline(never)
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}
