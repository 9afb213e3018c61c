// SPDX-License-Identifier: Apache-2.0

/// Fields joined so that no two lists of fields give the same bytes: each is preceded by its length.
enum Framing {
    static func bytes(_ fields: String...) -> [UInt8] { bytes(fields) }

    static func bytes(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(0) { $0 + $1.utf8.count + 4 })
        for field in fields {
            let utf8 = field.utf8
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: utf8.count >> shift)) }
            bytes.append(contentsOf: utf8)
        }
        return bytes
    }
}
