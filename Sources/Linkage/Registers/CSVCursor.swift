// SPDX-License-Identifier: Apache-2.0

/// Reads the records of a delimited file one after the other (RFC 4180, and the usual slips from it), without copying what is not
/// quoted. Holds one record at a time, so memory does not grow with the file.
struct CSVCursor {
    /// Bytes a field may have.
    static let fieldLimit = 65_536
    /// Fields a record may have.
    static let columnLimit = 512

    /// One field: a range of the file, or of `scratch` where quotes had to be taken out.
    struct Slice {
        var start: Int
        var count: Int
        var isScratch: Bool
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let delimiter: UInt8
    private(set) var position: Int
    /// The line on which the next record begins.
    private(set) var line = 1
    private(set) var fields: [Slice] = []
    private(set) var scratch: [UInt8] = []

    private static let quote: UInt8 = 0x22
    private static let newline: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        // a byte order mark is no part of the first header
        position = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// The delimiter that the first line uses most: comma, semicolon, tab or stroke.
    static func delimiter(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let choices: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
        var counts = [0, 0, 0, 0]
        var quoted = false
        for byte in bytes.prefix(fieldLimit) {
            if byte == newline, !quoted { break }
            if byte == quote { quoted.toggle() }
            if !quoted, let place = choices.firstIndex(of: byte) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return most == 0 ? choices[0] : choices[counts.firstIndex(of: most) ?? 0]
    }

    /// The bytes of a field of the record last read.
    func value<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let slice = fields[index]
        if slice.isScratch { return try scratch.withUnsafeBufferPointer { try body($0.part(slice.start, slice.count)) } }
        return try body(bytes.part(slice.start, slice.count))
    }

    /// Reads the next record into `fields`; false at the end. Empty lines are passed over.
    mutating func next() throws(RegisterError) -> Bool {
        while position < bytes.count, bytes[position] == Self.newline || bytes[position] == Self.carriageReturn {
            if bytes[position] == Self.newline { line += 1 }
            position += 1
        }
        guard position < bytes.count else { return false }
        fields.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        let firstLine = line
        while true {
            guard fields.count < Self.columnLimit else { throw .manyColumns(limit: Self.columnLimit) }
            let slice = position < bytes.count && bytes[position] == Self.quote ? try quoted() : plain()
            guard slice.count <= Self.fieldLimit else {
                throw .longField(line: firstLine, column: fields.count + 1, limit: Self.fieldLimit)
            }
            fields.append(slice)
            guard position < bytes.count else { return true }
            let end = bytes[position]
            position += 1
            if end == delimiter { continue }
            line += 1
            return true
        }
    }

    private mutating func plain() -> Slice {
        let start = position
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != Self.newline { position += 1 }
        var end = position
        if end > start, end == bytes.count || bytes[end] == Self.newline, bytes[end - 1] == Self.carriageReturn { end -= 1 }
        return Slice(start: start, count: end - start, isScratch: false)
    }

    private mutating func quoted() throws(RegisterError) -> Slice {
        let opened = line
        position += 1
        let start = position
        var from = scratch.count
        var copied = false
        while true {
            guard position < bytes.count else { throw .openQuote(line: opened) }
            guard position - start <= Self.fieldLimit * 2 else {
                throw .longField(line: opened, column: fields.count + 1, limit: Self.fieldLimit)
            }
            let byte = bytes[position]
            if byte == Self.newline { line += 1 }
            if byte != Self.quote {
                if copied { scratch.append(byte) }
                position += 1
                continue
            }
            if position + 1 < bytes.count, bytes[position + 1] == Self.quote {
                if !copied {
                    copied = true
                    from = scratch.count
                    scratch.append(contentsOf: bytes[start..<position])
                }
                scratch.append(Self.quote)
                position += 2
                continue
            }
            break
        }
        let end = position
        position += 1
        // what stands between the closing quote and the delimiter is dropped, as spreadsheets do
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != Self.newline { position += 1 }
        return copied
            ? Slice(start: from, count: scratch.count - from, isScratch: true) : Slice(start: start, count: end - start, isScratch: false)
    }
}
