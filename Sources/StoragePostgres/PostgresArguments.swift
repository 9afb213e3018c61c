// SPDX-License-Identifier: Apache-2.0

import Storage

/// The arguments of one statement in libpq's binary form.
struct PostgresArguments {
    /// The type of each: int8, text, bytea; null has none, so that the server infers it from its place.
    let types: [UInt32]
    private let bytes: [UInt8]
    private let ranges: [Range<Int>?]

    /// The highest `$n` of a statement: the server would accept arguments that nothing uses, SQLite does not.
    static func highestPlaceholder(in sql: String) -> Int {
        var highest = 0
        var number: Int?
        for byte in sql.utf8 {
            switch byte {
            case UInt8(ascii: "$"): number = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number.map { min($0 * 10 + Int(byte - UInt8(ascii: "0")), 100_000) }
                highest = max(highest, number ?? 0)
            default: number = nil
            }
        }
        return highest
    }

    init(_ arguments: [SQLValue]) {
        var types: [UInt32] = []
        var bytes: [UInt8] = []
        var ranges: [Range<Int>?] = []
        for argument in arguments {
            let start = bytes.count
            switch argument {
            case .null: types.append(0)
            case .integer(let integer):
                types.append(20)
                withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text):
                types.append(25)
                bytes.append(contentsOf: text.utf8)
            case .blob(let blob):
                types.append(17)
                bytes.append(contentsOf: blob)
            }
            ranges.append(argument == .null ? nil : start..<bytes.count)
        }
        // So that an empty value at the end has an address too: no address means null.
        bytes.append(0)
        self.types = types
        self.bytes = bytes
        self.ranges = ranges
    }

    /// Hands libpq's three arrays to `body`: addresses, lengths, and formats (all binary).
    func withPointers<R>(_ body: (_ values: [UnsafePointer<CChar>?], _ lengths: [Int32], _ formats: [Int32]) -> R) -> R {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                let values = ranges.map { range in range.flatMap { characters.baseAddress?.advanced(by: $0.lowerBound) } }
                return body(values, ranges.map { Int32($0?.count ?? 0) }, [Int32](repeating: 1, count: ranges.count))
            }
        }
    }
}
