// SPDX-License-Identifier: Apache-2.0

/// One row of a comma-separated file (RFC 4180), as bytes: what they mean is for others to say.
public struct CSVRow: Sendable, Hashable {
    /// Its first line in the file, from 1.
    public let line: Int
    /// Its fields, unquoted.
    public let fields: [[UInt8]]
    /// The row as it stood, without the line end.
    public let raw: [UInt8]
    /// Whether its quotes don't close or are followed by something else; the fields are then empty.
    public let isBroken: Bool
}

/// Reads comma-separated bytes row by row. A row whose quotes are broken costs itself and no other: reading goes on at the next line.
public struct CSVReader: Sendable {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var place = 0
    private var line = 1
    /// How many fields a row has, once it is known: a quoted field over several lines is only believed if the row then fits.
    public var expectedFields: Int?

    /// Reads from the beginning; a byte order mark is passed over.
    public init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The next row that is not empty; nil at the end.
    public mutating func next() -> CSVRow? {
        while place < bytes.count {
            let start = place
            let first = line
            let end = lineEnd(from: start)
            if isBlank(start, end) {
                advance(past: end)
                continue
            }
            if let (fields, last) = fields(from: start), expectedFields == nil || fields.count == expectedFields || last == end {
                let raw = Array(bytes[start..<last])
                advance(past: last)
                return CSVRow(line: first, fields: fields, raw: raw, isBroken: false)
            }
            advance(past: end)
            return CSVRow(line: first, fields: [], raw: Array(bytes[start..<end]), isBroken: true)
        }
        return nil
    }

    /// The fields of the row that begins at `start`, and where it ends; nil where its quotes are broken.
    private func fields(from start: Int) -> ([[UInt8]], Int)? {
        var fields: [[UInt8]] = []
        var at = start
        while true {
            var field: [UInt8] = []
            if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
                at += 1
                while true {
                    guard at < bytes.count else { return nil }
                    if bytes[at] == UInt8(ascii: "\"") {
                        if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
                            field.append(UInt8(ascii: "\""))
                            at += 2
                            continue
                        }
                        at += 1
                        break
                    }
                    field.append(bytes[at])
                    at += 1
                }
                guard at >= bytes.count || bytes[at] == separator || isLineEnd(at) else { return nil }
            } else {
                while at < bytes.count, bytes[at] != separator, !isLineEnd(at) {
                    if bytes[at] == UInt8(ascii: "\"") { return nil }
                    field.append(bytes[at])
                    at += 1
                }
            }
            fields.append(field)
            if at < bytes.count, bytes[at] == separator {
                at += 1
                continue
            }
            return (fields, at)
        }
    }

    private func isLineEnd(_ at: Int) -> Bool { bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r") }

    private func lineEnd(from start: Int) -> Int {
        var at = start
        while at < bytes.count, !isLineEnd(at) { at += 1 }
        return at
    }

    private func isBlank(_ start: Int, _ end: Int) -> Bool { bytes[start..<end].allSatisfy { $0 == UInt8(ascii: " ") } }

    private mutating func advance(past end: Int) {
        line += bytes[place..<min(end, bytes.count)].count { $0 == UInt8(ascii: "\n") }
        place = end
        if place < bytes.count, bytes[place] == UInt8(ascii: "\r") { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
        line += 1
    }
}
