// SPDX-License-Identifier: Apache-2.0

/// Registration marks in one form: letters and digits without spaces; a character not read is "?", several are "*".
enum VehicleMark {
    static let one: UInt8 = 0x3F
    static let several: UInt8 = 0x2A

    /// The mark; nil when fewer than two characters were read or there are more than 12.
    static func normalised(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        var dots = 0
        for scalar in text.unicodeScalars {
            if scalar == "." || scalar == "…" {
                dots += scalar == "…" ? 3 : 1
                continue
            }
            if dots > 1, out.last != several { out.append(several) }
            dots = 0
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: out.append(UInt8(scalar.value))
            case 0x41...0x5A: out.append(UInt8(scalar.value) | 0x20)
            case 0x3F, 0x5F: out.append(one)
            case 0x2A: if out.last != several { out.append(several) }
            default: break
            }
        }
        if dots > 1, out.last != several { out.append(several) }
        let read = out.count { $0 != one && $0 != several }
        // more gaps than two say nothing, and would be slow to try
        return read >= 2 && out.count <= 12 && out.count { $0 == several } <= 2 ? out : nil
    }

    /// Characters that a camera or a witness takes for each other fall together: O and 0, I and 1, S and 5, B and 8, Z and 2, G and 6.
    static func lookalike(_ byte: UInt8) -> UInt8 {
        switch UnicodeScalar(byte) {
        case "o", "q": 0x30
        case "i", "l": 0x31
        case "s": 0x35
        case "b": 0x38
        case "z": 0x32
        case "g": 0x36
        default: byte
        }
    }

    /// Whether every character was read.
    static func isWhole(_ mark: UnsafeBufferPointer<UInt8>) -> Bool {
        mark.count >= 5 && !mark.contains { $0 == one || $0 == several }
    }

    /// Whether two marks can be the same, unread characters standing for any; and how many characters both read.
    static func fits(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int? {
        fits(left, 0, right, 0, 0)
    }

    private static func fits(
        _ left: UnsafeBufferPointer<UInt8>, _ atLeft: Int, _ right: UnsafeBufferPointer<UInt8>, _ atRight: Int, _ read: Int
    ) -> Int? {
        if atLeft == left.count, atRight == right.count { return read }
        if atLeft < left.count, left[atLeft] == several {
            for skip in atRight...right.count {
                if let found = fits(left, atLeft + 1, right, skip, read) { return found }
            }
            return nil
        }
        if atRight < right.count, right[atRight] == several {
            for skip in atLeft...left.count {
                if let found = fits(left, skip, right, atRight + 1, read) { return found }
            }
            return nil
        }
        guard atLeft < left.count, atRight < right.count else { return nil }
        if left[atLeft] == one || right[atRight] == one { return fits(left, atLeft + 1, right, atRight + 1, read) }
        guard lookalike(left[atLeft]) == lookalike(right[atRight]) else { return nil }
        return fits(left, atLeft + 1, right, atRight + 1, read + 1)
    }
}
