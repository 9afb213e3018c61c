// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not acceptable JSON. Says where, never what stood there.
struct JSONMistake: Error, Equatable {
    /// What is wrong.
    enum Kind: String, Sendable {
        case notUTF8 = "is not UTF-8"
        case tooDeep = "is nested too deeply"
        case malformed = "is not JSON"
        case duplicateName = "names a member twice"
        case numberOutOfRange = "has a number that can't be held"
        case trailing = "goes on after its end"
    }

    let kind: Kind
    /// The byte at which it was noticed.
    let offset: Int
}

/// A strict reader of RFC 8259 JSON: UTF-8 only, bounded depth, no member twice, no lone surrogates, one value. Memory and time are linear.
struct JSONParser {
    /// How deep arrays and objects may nest. No body of ours needs more than a dozen.
    static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0

    /// Reads one value.
    /// - Throws: `JSONMistake`.
    static func parse(_ bytes: [UInt8]) throws(JSONMistake) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONMistake(kind: .notUTF8, offset: 0) }
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == bytes.count else { throw parser.mistake(.trailing) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func mistake(_ kind: JSONMistake.Kind) -> JSONMistake { JSONMistake(kind: kind, offset: index) }

    private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let matches = word.withUTF8Buffer { word in bytes[index...].prefix(word.count).elementsEqual(word) }
        if matches { index += word.utf8CodeUnitCount }
        return matches
    }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSONValue {
        skipSpace()
        switch current {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < Self.deepest else { throw mistake(.tooDeep) }
            return try current == UInt8(ascii: "{") ? object(depth: depth + 1) : array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t") where take("true"): return .bool(true)
        case UInt8(ascii: "f") where take("false"): return .bool(false)
        case UInt8(ascii: "n") where take("null"): return .null
        default: return try number()
        }
    }

    private mutating func array(depth: Int) throws(JSONMistake) -> JSONValue {
        index += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") { return .array([]) }
        while true {
            elements.append(try value(depth: depth))
            skipSpace()
            if take("]") { return .array(elements) }
            guard take(",") else { throw mistake(.malformed) }
        }
    }

    private mutating func object(depth: Int) throws(JSONMistake) -> JSONValue {
        index += 1
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object([]) }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw mistake(.malformed) }
            let name = try string()
            guard names.insert(name).inserted else { throw mistake(.duplicateName) }
            skipSpace()
            guard take(":") else { throw mistake(.malformed) }
            members.append(JSONValue.Member(name, try value(depth: depth)))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw mistake(.malformed) }
        }
    }

    private mutating func string() throws(JSONMistake) -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
            case 0x00..<0x20: throw mistake(.malformed)
            default: text.append(byte)
            }
        }
        throw mistake(.malformed)
    }

    private mutating func escape() throws(JSONMistake) -> [UInt8] {
        let byte = current
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw mistake(.malformed)
        }
    }

    private mutating func unicodeEscape() throws(JSONMistake) -> [UInt8] {
        var code = UInt32(try codeUnit())
        if (0xD800..<0xDC00).contains(code) {
            guard take("\\u") else { throw mistake(.malformed) }
            let low = UInt32(try codeUnit())
            guard (0xDC00..<0xE000).contains(low) else { throw mistake(.malformed) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw mistake(.malformed) }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func codeUnit() throws(JSONMistake) -> UInt16 {
        guard index + 4 <= bytes.count else { throw mistake(.malformed) }
        let digits = bytes[index..<index + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw mistake(.malformed) }
        index += 4
        return unit
    }

    private mutating func number() throws(JSONMistake) -> JSONValue {
        let start = index
        _ = take("-")
        let firstDigit = index
        let digits = skipDigits()
        guard digits > 0, digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else { throw mistake(.malformed) }
        var isInteger = true
        if take(".") {
            isInteger = false
            guard skipDigits() > 0 else { throw mistake(.malformed) }
        }
        if take("e") || take("E") {
            isInteger = false
            if !take("+") { _ = take("-") }
            guard skipDigits() > 0 else { throw mistake(.malformed) }
        }
        guard index - start <= 40 else { throw mistake(.numberOutOfRange) }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isInteger {
            guard let number = Int64(text) else { throw mistake(.numberOutOfRange) }
            return .integer(number)
        }
        guard let number = Double(text), number.isFinite else { throw mistake(.numberOutOfRange) }
        return .decimal(number)
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        return index - start
    }
}
