// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage

/// Records of the generator (`gen_people.py`), as an application would put them into the index, with the truth beside them.
struct People {
    private(set) var records: [IndexRecord] = []
    /// The person of each record, by number.
    private(set) var entities: [Int] = []

    /// Reads records and truth; ids of records become keys, so that pairs of other programs can be found again.
    init(records path: String, truth: String, tag: UInt32 = 0) throws {
        var entityOf: [UInt64: Int] = [:]
        try Self.lines(truth) { fields in
            entityOf[Self.number(fields[0])] = Int(fields[1].dropFirst()) ?? 0
        }
        var columns: [String: Int] = [:]
        try Self.lines(path, header: { columns = Dictionary(zip($0, $0.indices), uniquingKeysWith: { first, _ in first }) }) { fields in
            func value(_ name: String) -> String { columns[name].map { fields[$0] } ?? "" }
            let number = Self.number(fields[0])
            let key = Self.key(number)
            let values: [FieldValue?] = [
                Self.text([value("first_name"), value("middle_name")], " ").map(FieldValue.givenNames),
                Self.text([value("surname")], " ").map(FieldValue.familyName),
                Self.birth(value("dob")), Self.text([value("address"), value("town")], ", ").map(FieldValue.address),
                Self.text([value("postcode")], "").map(FieldValue.postcode), Self.text([value("phone")], "").map(FieldValue.phone),
                Self.text([value("email")], "").map(FieldValue.email),
                ["M": FieldValue.sex(1), "F": .sex(2)][value("sex")],
            ]
            records.append(IndexRecord(id: key, group: key, kind: .person, tag: tag, values: values.compactMap { $0 }))
            entities.append(entityOf[number] ?? 0)
        }
    }

    /// "R0000a1b2" as a number.
    static func number(_ id: some StringProtocol) -> UInt64 { UInt64(id.dropFirst(), radix: 16) ?? 0 }

    /// The key of a record: spread, as the ids of a store are.
    static func key(_ number: UInt64) -> RecordKey { RecordKey(high: number &* 0x9e37_79b9_7f4a_7c15, low: number) }

    private static func text(_ parts: [String], _ between: String) -> String? {
        let known = parts.filter { !$0.isEmpty }
        return known.isEmpty ? nil : known.joined(separator: between)
    }

    private static func birth(_ text: String) -> FieldValue? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first else { return nil }
        let whole = parts.count == 3 ? BirthDate(year: year, month: parts[1], day: parts[2]) : nil
        return (whole ?? BirthDate(year: year)).map(FieldValue.dateOfBirth)
    }

    /// The fields of every line of a CSV file without line breaks in fields.
    static func lines(_ path: String, header: ([String]) -> Void = { _ in }, _ body: ([String]) -> Void) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        var isFirst = true
        for line in data.split(separator: 0x0A) {
            var fields: [String] = []
            var field: [UInt8] = []
            var quoted = false
            for byte in line where byte != 0x0D {
                if byte == 0x22 {
                    quoted.toggle()
                } else if byte == 0x2C && !quoted {
                    fields.append(String(decoding: field, as: UTF8.self))
                    field.removeAll(keepingCapacity: true)
                } else {
                    field.append(byte)
                }
            }
            fields.append(String(decoding: field, as: UTF8.self))
            if isFirst { header(fields) } else { body(fields) }
            isFirst = false
        }
    }
}
