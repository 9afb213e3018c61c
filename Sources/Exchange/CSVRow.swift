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
    /// How many fields a row has, once it is known: then a quoted field over several lines is held against it.
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
            let scan = scan(from: start)
            let last = scan.isBroken ? lineEnd(from: scan.end) : scan.end
            let fits = !scan.isBroken && (expectedFields == nil || scan.fields.count == expectedFields)
            let isOneRow = fits || !goesOverARow(end, last)
            let isBroken = scan.isBroken || !isOneRow
            let raw = Array(bytes[start..<(isOneRow ? last : end)])
            advance(past: isOneRow ? last : end)
            return CSVRow(line: first, fields: isBroken ? [] : scan.fields, raw: raw, isBroken: isBroken)
        }
        return nil
    }

    /// Whether one of the lines between would be a row by itself: then a quote that never closes has swallowed it.
    private func goesOverARow(_ firstLineEnd: Int, _ last: Int) -> Bool {
        guard let expectedFields else { return false }
        var end = firstLineEnd
        while end < last {
            let line = scan(from: end + 1)
            if !line.isBroken, line.fields.count == expectedFields { return true }
            end = lineEnd(from: end + 1)
        }
        return false
    }

    /// What stands from a place on, read as a row.
    private struct Scan {
        var fields: [[UInt8]] = []
        /// Where the row ends; in a broken one, where the field begins whose quotes are broken.
        var end: Int
        var isBroken = false
    }

    private func scan(from start: Int) -> Scan {
        var scan = Scan(end: start)
        var at = start
        while let (field, fieldEnd) = field(from: at) {
            scan.fields.append(field)
            guard fieldEnd < bytes.count, bytes[fieldEnd] == separator else {
                scan.end = fieldEnd
                return scan
            }
            at = fieldEnd + 1
        }
        return Scan(end: at, isBroken: true)
    }

    /// The field that begins at a place, and where it ends; nil where its quotes are broken.
    private func field(from start: Int) -> ([UInt8], Int)? {
        var field: [UInt8] = []
        var at = start
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            while at < bytes.count, bytes[at] != separator, !isLineEnd(at) {
                if bytes[at] == UInt8(ascii: "\"") { return nil }
                field.append(bytes[at])
                at += 1
            }
            return (field, at)
        }
        at += 1
        while at < bytes.count {
            let isQuote = bytes[at] == UInt8(ascii: "\"")
            let isDoubled = isQuote && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "\"")
            if isQuote, !isDoubled {
                at += 1
                return at >= bytes.count || bytes[at] == separator || isLineEnd(at) ? (field, at) : nil
            }
            field.append(bytes[at])
            at += isDoubled ? 2 : 1
        }
        return nil
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
