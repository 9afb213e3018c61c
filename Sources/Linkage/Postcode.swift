// SPDX-License-Identifier: Apache-2.0

/// British postcodes in one form: lower case without the space. A whole one ends in a digit and two letters.
enum Postcode {
    /// The postcode, whole or its first half; nil for anything else, and for the pseudo-codes ZZ99, which say "not known".
    static func normalised(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: out.append(UInt8(scalar.value))
            case 0x41...0x5A: out.append(UInt8(scalar.value) | 0x20)
            default: break
            }
        }
        guard (2...7).contains(out.count), isLetter(out[0]), out.contains(where: { !isLetter($0) }) else { return nil }
        return out.starts(with: Array("zz99".utf8)) ? nil : out
    }

    /// Whether the bytes are a whole postcode.
    static func isWhole(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = code.count
        return count >= 5 && !isLetter(code[count - 3]) && isLetter(code[count - 2]) && isLetter(code[count - 1])
    }

    /// How many bytes the first half has.
    static func outwardCount(_ code: UnsafeBufferPointer<UInt8>) -> Int { isWhole(code) ? code.count - 3 : code.count }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 }
}
