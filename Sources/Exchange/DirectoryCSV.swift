// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Services

/// A file of the directory as rows by column. What can't be read says where and why, and never the value.
public enum DirectoryCSV {
    /// Bytes of a file at most.
    public static let mostBytes = 10_000_000
    /// Faults told at most: a file of another kind has one on every line.
    public static let mostFaults = 200

    /// Reads a file. The headings may stand in any order; all but the optional ones must be there, and no others.
    public static func read(_ bytes: [UInt8], _ kind: DirectoryFileKind) -> (rows: [DirectoryFileRow], faults: [DirectoryFileFault]) {
        guard bytes.count <= mostBytes else { return ([], [DirectoryFileFault(line: 1, column: "", .tooMany)]) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4_000).contains(0) {
            return ([], [DirectoryFileFault(line: 1, column: "", .notUTF8)])
        }
        if let line = longLine(bytes) { return ([], [DirectoryFileFault(line: line, column: "", .tooLong)]) }
        var reader = CSVReader(bytes, separator: separator(bytes))
        guard let first = reader.next() else { return ([], [DirectoryFileFault(line: 1, column: "", .missing)]) }
        if first.isBroken { return ([], [DirectoryFileFault(line: first.line, column: "", .quotes)]) }
        let (columns, wrong) = headings(first, kind)
        if !wrong.isEmpty { return ([], wrong) }
        reader.expectedFields = columns.count
        var rows: [DirectoryFileRow] = []
        var faults: [DirectoryFileFault] = []
        while let row = reader.next() {
            // One more than may be taken is enough to say so; the rest is not read.
            guard rows.count <= DirectoryFiles.most, faults.count < mostFaults else { break }
            do { rows.append(try values(row, columns)) } catch { faults.append(error) }
        }
        if rows.isEmpty, faults.isEmpty { faults.append(DirectoryFileFault(line: first.line, column: "", .missing)) }
        return (rows, faults)
    }

    /// Bytes of a line at most: ten times what the longest row of the directory could have.
    static let mostInLine = 20_000

    /// The first line that is longer than any row can be.
    private static func longLine(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var (line, start) = (1, 0)
            for place in 0..<bytes.count {
                if place - start > mostInLine { return line }
                guard bytes[place] == UInt8(ascii: "\n") else { continue }
                (line, start) = (line + 1, place + 1)
            }
            return nil
        }
    }

    /// Spreadsheets of other countries separate by semicolons: whichever stands in the heading.
    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        let heading = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return heading.contains(UInt8(ascii: ";")) && !heading.contains(UInt8(ascii: ",")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    private static func headings(_ row: CSVRow, _ kind: DirectoryFileKind) -> ([String], [DirectoryFileFault]) {
        var columns: [String] = []
        var faults: [DirectoryFileFault] = []
        for field in row.fields {
            guard let text = String(validating: field, as: UTF8.self) else {
                return ([], [DirectoryFileFault(line: row.line, column: "", .notUTF8)])
            }
            let name = text.trimmingCharacters(in: .whitespaces).lowercased()
            // A heading that we don't know is not told: it may be anything.
            if !kind.columns.contains(name) { faults.append(DirectoryFileFault(line: row.line, column: "", .unknownColumn)) }
            if columns.contains(name) { faults.append(DirectoryFileFault(line: row.line, column: name, .twice)) }
            columns.append(name)
        }
        for column in kind.columns where !kind.optionalColumns.contains(column) && !columns.contains(column) {
            faults.append(DirectoryFileFault(line: row.line, column: column, .missingColumn))
        }
        return (columns, faults)
    }

    private static func values(_ row: CSVRow, _ columns: [String]) throws(DirectoryFileFault) -> DirectoryFileRow {
        if row.isBroken {
            let isText = String(validating: row.raw, as: UTF8.self) != nil
            throw DirectoryFileFault(line: row.line, column: "", isText ? .quotes : .notUTF8)
        }
        guard row.fields.count == columns.count else { throw DirectoryFileFault(line: row.line, column: "", .columnCount) }
        var values: [String: String] = [:]
        for (column, field) in zip(columns, row.fields) {
            guard let text = String(validating: field, as: UTF8.self) else {
                throw DirectoryFileFault(line: row.line, column: column, .notUTF8)
            }
            values[column] = CSVWriter.unguarded(text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return DirectoryFileRow(line: row.line, values: values)
    }
}
