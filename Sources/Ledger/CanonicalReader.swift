// SPDX-License-Identifier: Apache-2.0

/// Reads the pieces of a canonical body from left to right. It is bounded by the bytes given and never recurses.
struct CanonicalReader {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func expect(_ text: StaticString) throws(LedgerEntryError) {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes.count - offset >= wanted.count else { throw .notCanonical(offset: offset) }
        for index in 0..<wanted.count where bytes[offset + index] != wanted[index] { throw .notCanonical(offset: offset + index) }
        offset += wanted.count
    }

    func end() throws(LedgerEntryError) {
        if offset != bytes.count { throw .notCanonical(offset: offset) }
    }

    mutating func integer() throws(LedgerEntryError) -> Int64 {
        let start = offset
        while let byte = peek, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) { offset += 1 }
        guard let value = Int64(String(decoding: bytes[start..<offset], as: UTF8.self)) else { throw .notCanonical(offset: start) }
        return value
    }

    mutating func members() throws(LedgerEntryError) -> [String: String] {
        var members: [String: String] = [:]
        while peek != UInt8(ascii: "}") {
            if !members.isEmpty { try expect(",") }
            let key = try string()
            try expect(":")
            members[key] = try string()
        }
        return members
    }

    mutating func string() throws(LedgerEntryError) -> String {
        try expect("\"")
        let start = offset
        while let byte = peek, byte >= 0x20, byte < 0x7f, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { offset += 1 }
        if peek == UInt8(ascii: "\"") {
            defer { offset += 1 }
            return String(decoding: bytes[start..<offset], as: UTF8.self)
        }
        offset = start
        return try escapedString()
    }

    private mutating func escapedString() throws(LedgerEntryError) -> String {
        var units: [UInt16] = []
        while let byte = peek {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF16.self)
            case UInt8(ascii: "\\"): units.append(try escape())
            case 0x20..<0x7f: units.append(UInt16(byte))
            default: throw .notCanonical(offset: offset - 1)
            }
        }
        throw .notCanonical(offset: offset)
    }

    private mutating func escape() throws(LedgerEntryError) -> UInt16 {
        guard let byte = peek else { throw .notCanonical(offset: offset) }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""): return 0x22
        case UInt8(ascii: "\\"): return 0x5c
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "u"):
            var unit: UInt16 = 0
            for _ in 0..<4 {
                guard let digit = peek, let value = Hex.value(digit) else { throw .notCanonical(offset: offset) }
                unit = unit << 4 | UInt16(value)
                offset += 1
            }
            return unit
        default: throw .notCanonical(offset: offset - 1)
        }
    }
}
