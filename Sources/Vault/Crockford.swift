// SPDX-License-Identifier: Apache-2.0

/// Crockford's base32: no I, L, O, U; reading takes o for 0 and i, l for 1, in either case, and passes over spaces and
/// hyphens.
///
/// Its own check character (value mod 37) needs five signs beyond the alphabet, which people misread and can't say on the
/// telephone. Here the check is one more character of the same 32: a weighted sum in GF(32) whose weights are the powers of
/// a generator, so up to 31 characters every single wrong character and every exchange of two different ones is caught.
enum Crockford {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// Characters, the check included, over which the promise holds.
    static let checkedLength = 31

    /// Five bits a character, the first bits first; the last character is filled with zero bits.
    static func text(of bytes: [UInt8]) -> String { text(ofSymbols: symbols(of: bytes)) }

    static func text(ofSymbols symbols: some Sequence<UInt8>) -> String {
        String(decoding: symbols.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    static func symbols(of bytes: [UInt8]) -> [UInt8] { BitGroups.regroup(bytes, from: 8, to: 5) }

    /// The whole bytes that the symbols hold; nil when the bits left over are not zero.
    static func bytes(ofSymbols symbols: [UInt8]) -> [UInt8]? { BitGroups.bytes(ofFiveBitGroups: symbols) }

    /// Nil when there is a character that can't be one of the alphabet.
    static func symbols(reading text: String) -> [UInt8]? {
        var symbols: [UInt8] = []
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && !scalar.properties.isDash {
            guard let symbol = symbol(scalar) else { return nil }
            symbols.append(symbol)
        }
        return symbols
    }

    private static func symbol(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "o", "O": return 0
        case "i", "I", "l", "L": return 1
        default:
            guard scalar.isASCII else { return nil }
            var byte = UInt8(scalar.value)
            if (0x61...0x7a).contains(byte) { byte -= 0x20 }
            return alphabet.firstIndex(of: byte).map { UInt8($0) }
        }
    }

    /// The check symbol. `salt` (0...31) tells one line of a sheet from the next.
    static func check(_ symbols: some BidirectionalCollection<UInt8>, salt: UInt8 = 0) -> UInt8 {
        var weight: UInt8 = 1
        var sum = salt & 31
        for symbol in symbols.reversed() {
            weight = timesGenerator(weight)
            sum ^= times(weight, symbol & 31)
        }
        return sum
    }

    /// The symbols without their check; nil when it doesn't fit.
    static func unchecked(_ symbols: [UInt8], salt: UInt8 = 0) -> [UInt8]? {
        guard let last = symbols.last, check(symbols.dropLast(), salt: salt) == last else { return nil }
        return Array(symbols.dropLast())
    }

    /// Multiplication by x modulo x^5 + x^2 + 1, which is primitive: the powers of x run through all 31 values.
    private static func timesGenerator(_ value: UInt8) -> UInt8 {
        let doubled = value << 1
        return doubled & 32 == 0 ? doubled : (doubled ^ 0b100101) & 31
    }

    private static func times(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        var factor = left
        for bit in 0..<5 {
            if right >> UInt8(bit) & 1 == 1 { product ^= factor }
            factor = timesGenerator(factor)
        }
        return product
    }
}
