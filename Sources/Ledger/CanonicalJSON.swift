// SPDX-License-Identifier: Apache-2.0

/// The writer of entry bodies. Byte for byte what `json.dumps(x, sort_keys=True, separators=(",", ":"))` writes, so that a
/// verifier in another language can check the form with its own library.
struct CanonicalJSON {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Text that is JSON already.
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func integer(_ value: Int64) { bytes.append(contentsOf: String(value).utf8) }

    mutating func hex(_ hash: LedgerHash) {
        for byte in hash.bytes {
            bytes.append(Hex.digit(byte >> 4))
            bytes.append(Hex.digit(byte & 15))
        }
    }

    /// Members of an object in the order of their keys' bytes, which is the order of their code points.
    mutating func sorted(_ members: [String: String]) {
        let keys = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for (index, key) in keys.enumerated() {
            if index > 0 { raw(",") }
            string(key)
            raw(":")
            string(members[key] ?? "")
        }
    }

    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        // Ids and codes are plain ASCII: copy them whole.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for unit in text.utf16 { escaped(unit) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escaped(_ unit: UInt16) {
        switch unit {
        case 0x22: raw("\\\"")
        case 0x5c: raw("\\\\")
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0a: raw("\\n")
        case 0x0c: raw("\\f")
        case 0x0d: raw("\\r")
        case 0x20...0x7e: bytes.append(UInt8(truncatingIfNeeded: unit))
        default:
            raw("\\u")
            for shift in [12, 8, 4, 0] { bytes.append(Hex.digit(UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 15)) }
        }
    }
}
