// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A delimited file walked record by record as text, without holding it.
enum DelimitedFile {
    /// Hands the headers and the first thousand records to `begin`, then every record to `record`.
    static func forEach(
        path: String, begin: ([String], [[[UInt8]]]) throws(RegisterError) -> Void, record: ([String]) -> Void
    ) throws(RegisterError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { throw .unreadable(path: path) }
        let result: Result<Void, RegisterError> = data.withUnsafeBytes { raw in
            do throws(RegisterError) {
                let bytes = raw.bindMemory(to: UInt8.self)
                var cursor = CSVCursor(bytes, delimiter: CSVCursor.delimiter(of: bytes))
                guard try cursor.next() else { throw .empty }
                let headers = texts(cursor).map { $0.trimmingCharacters(in: .whitespaces) }
                var ahead = cursor
                var sample: [[[UInt8]]] = []
                while sample.count < 1_000, try ahead.next() {
                    sample.append(ahead.fields.indices.map { place in ahead.value(place) { Array($0.prefix(200)) } })
                }
                try begin(headers, sample)
                while try cursor.next() { record(texts(cursor)) }
                return .success(())
            } catch { return .failure(error) }
        }
        try result.get()
    }

    private static func texts(_ cursor: CSVCursor) -> [String] {
        cursor.fields.indices.map { place in cursor.value(place) { String(decoding: $0, as: UTF8.self) } }
    }
}
