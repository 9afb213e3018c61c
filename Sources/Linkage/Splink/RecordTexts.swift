// SPDX-License-Identifier: Apache-2.0
import Foundation

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
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
                throw .unreadable(path: path)
            }
            let result: Result<Void, RegisterError> = data.withUnsafeBytes { raw in
                do throws(RegisterError) {
                    let bytes = raw.bindMemory(to: UInt8.self)
                    var cursor = CSVCursor(bytes, delimiter: CSVCursor.delimiter(of: bytes))
                    guard try cursor.next() else { throw .empty }
                    let headers = cursor.fields.indices.map { place in
                        cursor.value(place) { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces) }
                    }
                    func place(_ name: String) throws(RegisterError) -> Int {
                        guard let place = headers.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
                            throw .noColumn(named: name)
                        }
                        return place
                    }
                    let idPlace = try place(idColumn)
                    var wanted: [Int] = []
                    for column in columns { wanted.append(try place(column)) }
                    while try cursor.next() {
                        guard idPlace < cursor.fields.count else { continue }
                        let id = cursor.value(idPlace) { String(decoding: $0, as: UTF8.self) }
                        guard isWanted(id) else { continue }
                        places[id] = values.count
                        values.append(
                            wanted.map { field in
                                guard field < cursor.fields.count, cursor.fields[field].count > 0 else { return nil }
                                return cursor.value(field) { Array($0) }
                            })
                    }
                    return .success(())
                } catch { return .failure(error) }
            }
            try result.get()
        }
        self.values = values
        self.places = places
    }
}
