// SPDX-License-Identifier: Apache-2.0

/// Makes typed text harmless in element content and in quoted attribute values.
enum HTMLEscaping {
    /// Appends `text` escaped. Control characters, which no page needs and some readers act upon, become U+FFFD.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in source.indices {
                guard let replacement = replacement(for: source[index]) else { continue }
                bytes.append(contentsOf: source[start..<index])
                bytes.append(contentsOf: replacement.utf8)
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    /// The entity for a byte that must not stand as it is. Bytes of longer UTF-8 sequences are all above 0x7F and never match.
    @inline(__always)
    private static func replacement(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "`"): "&#96;"
        case 0x09, 0x0A, 0x0D: nil
        case 0x00..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
