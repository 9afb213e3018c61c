// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
    /// The value as JSON text in UTF-8.
    var bytes: [UInt8] {
        var output: [UInt8] = []
        append(to: &output)
        return output
    }

    /// Appends the value as JSON text.
    func append(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let number): output.append(contentsOf: String(number).utf8)
        case .decimal(let number): output.append(contentsOf: (number.isFinite ? "\(number)" : "null").utf8)
        case .string(let text): JSONText.append(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.append(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.append(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.append(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }
}

/// Text as a JSON string.
enum JSONText {
    /// Appends `text` quoted. With `asciiOnly` everything outside printable ASCII is escaped: a log line then stays one line whatever was
    /// typed, escape sequences of terminals and right-to-left marks included.
    static func append(_ text: String, to output: inout [UInt8], asciiOnly: Bool = false) {
        output.append(UInt8(ascii: "\""))
        if asciiOnly {
            for unit in text.utf16 {
                if (0x20..<0x7F).contains(unit) {
                    appendByte(UInt8(truncatingIfNeeded: unit), to: &output)
                } else {
                    appendEscape(unit, to: &output)
                }
            }
        } else {
            for byte in text.utf8 { appendByte(byte, to: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func appendByte(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x00..<0x20: appendEscape(UInt16(byte), to: &output)
        default: output.append(byte)
        }
    }

    private static func appendEscape(_ unit: UInt16, to output: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        output.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] { output.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
}
