// SPDX-License-Identifier: Apache-2.0

/// Columns of a delimited file as they stand, for models that compare text: values by record, nil where the field is empty.
public struct RecordTexts: Sendable {
    /// Values of the wanted columns, in their order.
    let values: [[[UInt8]?]]
    /// The record of each id.
    let places: [String: Int]

    /// How many records.
    public var count: Int { values.count }

    /// Reads the wanted columns of files.
    ///
    /// - Throws: `RegisterError` when a file can't be read or lacks a column.
    public init(paths: [String], columns: [String], id idColumn: String, keeping isWanted: (String) -> Bool = { _ in true })
        throws(RegisterError)
    {
        var values: [[[UInt8]?]] = []
        var places: [String: Int] = [:]
        for path in paths {
            var idPlace = 0
            var wanted: [Int] = []
            try DelimitedFile.forEach(path: path) { headers, _ throws(RegisterError) in
                func place(_ name: String) throws(RegisterError) -> Int {
                    guard let place = headers.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
                        throw .noColumn(named: name)
                    }
                    return place
                }
                idPlace = try place(idColumn)
                for column in columns { wanted.append(try place(column)) }
            } record: { cursor in
                guard idPlace < cursor.fields.count else { return }
                let id = cursor.value(idPlace) { String(decoding: $0, as: UTF8.self) }
                guard isWanted(id) else { return }
                places[id] = values.count
                values.append(
                    wanted.map { field in
                        guard field < cursor.fields.count, cursor.fields[field].count > 0 else { return nil }
                        return cursor.value(field) { Array($0) }
                    })
            }
        }
        self.values = values
        self.places = places
    }
}
