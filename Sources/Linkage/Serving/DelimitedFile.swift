// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A delimited file walked record by record, without holding it.
enum DelimitedFile {
    /// Hands the headers and where the records begin to `begin`, then every record to `record`.
    static func forEach(
        path: String, begin: ([String], CSVCursor) throws(RegisterError) -> Void, record: (CSVCursor) -> Void
    ) throws(RegisterError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { throw .unreadable(path: path) }
        let result: Result<Void, RegisterError> = data.withUnsafeBytes { raw in
            do throws(RegisterError) {
                let bytes = raw.bindMemory(to: UInt8.self)
                var cursor = CSVCursor(bytes, delimiter: CSVCursor.delimiter(of: bytes))
                guard try cursor.next() else { throw .empty }
                try begin(cursor.texts.map { $0.trimmingCharacters(in: .whitespaces) }, cursor)
                while try cursor.next() { record(cursor) }
                return .success(())
            } catch { return .failure(error) }
        }
        try result.get()
    }
}

extension CSVCursor {
    /// The fields of the record as text.
    var texts: [String] { fields.indices.map { place in value(place) { String(decoding: $0, as: UTF8.self) } } }

    /// The next records, as far as roles are recognised by them: a thousand at most, and the beginning of each field.
    func sample() throws(RegisterError) -> [[[UInt8]]] {
        var ahead = self
        var sample: [[[UInt8]]] = []
        while sample.count < 1_000, try ahead.next() {
            sample.append(ahead.fields.indices.map { place in ahead.value(place) { Array($0.prefix(200)) } })
        }
        return sample
    }
}
