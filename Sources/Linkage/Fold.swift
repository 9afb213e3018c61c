// SPDX-License-Identifier: Apache-2.0

/// Folding of text: lower case, no accents, no apostrophes, words of letters and digits parted by one space.
enum Fold {
    static let space: UInt8 = 0x20

    /// The folded bytes of a text. Letters that have no Latin base stay as they are, in UTF-8. At most `limit` bytes are kept.
    static func bytes(_ text: String, limit: Int = 4096) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if out.count >= limit { break }
            append(scalar, to: &out)
        }
        if out.last == space { out.removeLast() }
        return out
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case 0x61...0x7A, 0x30...0x39: out.append(UInt8(value))
        case 0x41...0x5A: out.append(UInt8(value) | 0x20)
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BC, 0x2BB, 0x2B9: break  // O'Demo is ODemo
        case 0..<0x80: separate(&out)
        case 0x300...0x36F: break
        default: appendFolded(scalar, to: &out)
        }
    }

    private static func appendFolded(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        if let base = FoldTable.bases[scalar.value] {
            out.append(contentsOf: base)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if let base = FoldTable.bases[lower.value] {
                    out.append(contentsOf: base)
                } else if !(0x300...0x36F).contains(lower.value) {
                    out.append(contentsOf: UTF8.encode(lower).map { Array($0) } ?? [])
                }
            }
        } else {
            separate(&out)
        }
    }

    private static func separate(_ out: inout [UInt8]) {
        if let last = out.last, last != space { out.append(space) }
    }

    /// The ranges of the words of folded bytes.
    static func words(_ bytes: some Collection<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var position = 0
        for byte in bytes {
            if byte == space {
                if position > start { ranges.append(start..<position) }
                start = position + 1
            }
            position += 1
        }
        if position > start { ranges.append(start..<position) }
        return ranges
    }
}
