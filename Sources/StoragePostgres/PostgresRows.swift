// SPDX-License-Identifier: Apache-2.0

import CLibPQ
import Storage

/// Reads the rows of a result in binary form.
enum PostgresRows {
    /// Adds the rows of `result` to `rows`. Throws `unexpectedKind` on a type that SQLite could not return, naming the column.
    static func append(_ result: OpaquePointer, to rows: inout [SQLRow]) throws(StorageError) {
        let columns = (0..<PQnfields(result)).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let types = (0..<PQnfields(result)).map { PQftype(result, $0) }
        rows.reserveCapacity(rows.count + Int(PQntuples(result)))
        for row in 0..<PQntuples(result) {
            var values: [SQLValue] = []
            values.reserveCapacity(columns.count)
            for column in 0..<Int32(columns.count) {
                guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
                    values.append(.null)
                    continue
                }
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
                guard let value = value(bytes, type: types[Int(column)]) else {
                    throw StorageError(
                        .unexpectedKind(
                            column: columns[Int(column)], expected: "integer, text or blob", found: "type \(types[Int(column)])"))
                }
                values.append(value)
            }
            rows.append(SQLRow(columns: columns, values: values))
        }
    }

    private static func value(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> SQLValue? {
        switch type {
        // bigint, integer, smallint, boolean
        case 20, 23, 21: .integer(signed(bytes))
        case 16: .flag(bytes.first == 1)
        case 17: .blob([UInt8](bytes))
        // text, varchar, bpchar, name, "char", unknown, json
        case 25, 1043, 1042, 19, 18, 705, 114: .text(String(decoding: bytes, as: UTF8.self))
        // void, the type of functions such as pg_advisory_lock
        case 2278: .null
        case 1700: numeric(bytes).map { .integer($0) }
        default: nil
        }
    }

    private static func signed(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        var value: Int64 = bytes.first.map { $0 >= 0x80 ? -1 : 0 } ?? 0
        for byte in bytes { value = value << 8 | Int64(byte) }
        return value
    }

    /// A whole NUMERIC, which `sum` of integers is: digits to the base of 10,000, their weight, a sign. Nil where it has a fraction or is too large.
    private static func numeric(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        func word(_ index: Int) -> Int { Int(Int16(truncatingIfNeeded: Int(bytes[2 * index]) << 8 | Int(bytes[2 * index + 1]))) }
        guard bytes.count >= 8, bytes.count == 8 + 2 * word(0) else { return nil }
        let (digits, weight, sign) = (word(0), word(1), word(2))
        guard digits <= weight + 1, sign == 0 || sign == 0x4000 else { return digits == 0 && sign == 0 ? 0 : nil }
        var value: Int64 = 0
        for place in 0..<(weight + 1) {
            let digit = Int64(place < digits ? word(4 + place) : 0)
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, overflow) = sign == 0 ? shifted.addingReportingOverflow(digit) : shifted.subtractingReportingOverflow(digit)
            guard !tooLarge, !overflow else { return nil }
            value = sum
        }
        return value
    }
}
