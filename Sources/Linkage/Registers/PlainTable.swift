// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A small delimited file as rows of text: lists of names, pairs to look at.
public struct PlainTable: Sendable {
    /// The headers.
    public let header: [String]
    /// The rows below.
    public let rows: [[String]]

    /// Reads a file whole.
    public init(path: String) throws(RegisterError) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        let result: Result<[[String]], RegisterError> = [UInt8](data).withUnsafeBufferPointer { bytes in
            do throws(RegisterError) {
                var cursor = CSVCursor(bytes, delimiter: CSVCursor.delimiter(of: bytes))
                var rows: [[String]] = []
                while try cursor.next() {
                    rows.append(cursor.fields.indices.map { cursor.value($0) { String(decoding: $0, as: UTF8.self) } })
                }
                return .success(rows)
            } catch { return .failure(error) }
        }
        let all = try result.get()
        guard let first = all.first else { throw .empty }
        header = first
        rows = Array(all.dropFirst())
    }

    /// The place of a column.
    public func column(_ name: String) -> Int? { header.firstIndex { $0.lowercased() == name } }

    /// A value as a field: quoted where it must be.
    public static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
