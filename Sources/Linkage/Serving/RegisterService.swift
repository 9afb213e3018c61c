// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Answers one record at a time from a register held in the match index: a line of JSON in, a line of JSON out. New records can be put in
/// and taken out between questions. Weights are those of the index's model, whose name every answer bears.
public final class RegisterService {
    private let index: MatchIndex
    private let columns: [RegisterColumn]
    private var ids: [RecordKey: String] = [:]
    private var position: UInt64 = 0

    /// Candidates in an answer, at most.
    public var limit = 20

    /// A service over files of the same columns.
    ///
    /// - Throws: `RegisterError` when a file can't be read or nothing in it can be compared.
    public init(paths: [String], asked: [ColumnRole: [String]] = [:], index: MatchIndex = MatchIndex()) throws(RegisterError) {
        self.index = index
        var columns: [RegisterColumn] = []
        var records: [IndexRecord] = []
        var names: [RecordKey: String] = [:]
        var count: UInt64 = 0
        for path in paths {
            try DelimitedFile.forEach(path: path) { headers, records throws(RegisterError) in
                let own = try RoleRecognition.columns(headers: headers, sample: try records.sample(), asked: asked)
                if columns.isEmpty { columns = own }
            } record: { cursor in
                let fields = cursor.texts
                count += 1
                let record = Self.record(fields, columns, number: count)
                names[record.id] = Self.id(fields, columns) ?? String(count)
                records.append(record)
                if records.count == 8_192 {
                    index.upsert(records, position: count)
                    records.removeAll(keepingCapacity: true)
                }
            }
        }
        guard columns.contains(where: { ![.id, .source, .ignored].contains($0.role) }) else {
            throw .nothingToCompare(headers: columns.map(\.name))
        }
        if !records.isEmpty { index.upsert(records, position: count) }
        self.columns = columns
        ids = names
        position = count
    }

    /// How many records it holds.
    public var count: Int { ids.count }

    /// The answer to a line: `{"first_name": "…", …}` or `{"find": {…}}` finds, `{"add": {…}}` puts a record in, `{"remove": "id"}` takes
    /// one out. A line that is none of these is answered by what is wrong with it; no answer ends the service.
    public func answer(_ line: String) -> String {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
            return Self.json(["error": "this line is no JSON object"])
        }
        if let id = object["remove"] as? String {
            let key = Self.key(id)
            position += 1
            index.remove([key], position: position)
            return Self.json(["removed": ids.removeValue(forKey: key) != nil])
        }
        let isAdding = object["add"] != nil
        let values = (object["add"] ?? object["find"] ?? object) as? [String: Any] ?? [:]
        let unknown = values.keys.filter { name in !columns.contains { $0.name == name } }.sorted()
        if !unknown.isEmpty { return Self.json(["error": "the register has no column \(unknown.joined(separator: ", "))"]) }
        let fields = columns.map { column in values[column.name].map { "\($0)" } ?? "" }
        position += isAdding ? 1 : 0
        let record = Self.record(fields, columns, number: position)
        if isAdding {
            guard let id = Self.id(fields, columns) else { return Self.json(["error": "a record to be added needs an id"]) }
            index.upsert([record], position: position)
            ids[record.id] = id
            return Self.json(["added": id])
        }
        let found = index.candidatesAmongAll(for: record, limit: limit)
        return Self.json(["model": "\(index.model.name) \(index.model.version)", "candidates": found.map(candidate)])
    }

    private func candidate(_ candidate: Candidate) -> [String: Any] {
        var object: [String: Any] = [
            "id": ids[candidate.id] ?? "", "relation": candidate.relation.rawValue, "weight": candidate.weight,
            "probability": candidate.probability,
            "terms": candidate.contributions.map { term in
                [
                    "field": "\(term.field)", "level": term.level.rawValue, "bits": term.bits, "isDamped": term.isDamped,
                    "isCrossed": term.crossed,
                ] as [String: Any]
            },
        ]
        if let reason = candidate.reason { object["reason"] = reason.rawValue }
        return object
    }

    private static func json(_ object: [String: Any]) -> String {
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]) else {
            return "{\"error\":\"no answer\"}"
        }
        return String(decoding: data, as: UTF8.self)
    }

    // MARK: records

    private static func id(_ fields: [String], _ columns: [RegisterColumn]) -> String? {
        columns.firstIndex { $0.role == .id }.flatMap { $0 < fields.count && !fields[$0].isEmpty ? fields[$0] : nil }
    }

    private static func key(_ id: String) -> RecordKey {
        let bytes = Array(id.utf8)
        return RecordKey(high: KeyHash.of(bytes), low: KeyHash.of([0x5e] + bytes))
    }

    private static func record(_ fields: [String], _ columns: [RegisterColumn], number: UInt64) -> IndexRecord {
        let key = id(fields, columns).map(key) ?? RecordKey(high: 0, low: number)
        var values: [FieldValue] = []
        var address: [String] = []
        for (field, column) in zip(fields, columns) where !Array(field.utf8).withUnsafeBufferPointer(RowValue.isNothing) {
            switch column.role {
            case .given, .middle: values.append(.givenNames(field))
            case .family: values.append(.familyName(field))
            case .fullName: values.append(.alias(field))
            case .sex: values.append(.sex(UInt8(RowValue.sex(field.utf8))))
            case .birthDate: if let date = date(field) { values.append(.dateOfBirth(date)) }
            case .houseNumber, .address: address.append(field)
            case .postcode: values.append(.postcode(field))
            case .phone: values.append(.phone(field))
            case .email: values.append(.email(field))
            case .identifier: values.append(.identifier(scheme: column.name, value: field))
            // the index has no field for towns and other words
            case .town, .category, .id, .source, .ignored: break
            }
        }
        if !address.isEmpty { values.append(.address(address.joined(separator: " "))) }
        return IndexRecord(id: key, group: key, kind: .person, tag: 0, values: values)
    }

    private static func date(_ text: String) -> BirthDate? {
        guard let packed = RowValue.date(text.utf8) else { return nil }
        func digits(_ shift: UInt32, _ count: UInt32) -> Int {
            (0..<count).reversed().reduce(0) { $0 * 10 + Int(packed >> (shift + 4 * $1) & 15) }
        }
        let (year, month, day) = (digits(16, 4), digits(8, 2), digits(0, 2))
        return BirthDate(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day) ?? BirthDate(year: year)
    }
}
