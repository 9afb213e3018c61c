// SPDX-License-Identifier: Apache-2.0

/// A Swift file taken apart: its code with comments and string contents blanked out (so that a rule about code does not stumble
/// over words), and its string literals (so that a rule about SQL sees them whole). Not a parser: a reader of quotes and comments.
struct SwiftSource: Sendable {
    /// A string literal: where it begins, its contents as written, and the expressions interpolated into it.
    struct Literal: Sendable {
        let line: Int
        let text: String
        let interpolations: [String]
    }

    let file: HouseFile
    let code: String
    let literals: [Literal]

    init(_ file: HouseFile) {
        var reader = Reader(bytes: Array(file.text.utf8))
        reader.readCode(nested: false)
        self.file = file
        code = String(decoding: reader.out, as: UTF8.self)
        literals = reader.literals
    }
}

private let newline = UInt8(ascii: "\n"), quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\"), slash = UInt8(ascii: "/")
private let hash = UInt8(ascii: "#"), open = UInt8(ascii: "("), close = UInt8(ascii: ")"), star = UInt8(ascii: "*"),
    space = UInt8(ascii: " ")

private struct Reader {
    let bytes: [UInt8]
    var at = 0
    var line = 1
    var out: [UInt8]
    var literals: [SwiftSource.Literal] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
        out = bytes
    }

    func peek(_ ahead: Int = 0) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

    /// Steps over a byte that is not code.
    mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where at < bytes.count {
            if bytes[at] == newline { line += 1 } else { out[at] = space }
            at += 1
        }
    }

    /// Steps over a byte of code.
    mutating func keep(_ count: Int = 1) {
        for _ in 0..<count where at < bytes.count {
            if bytes[at] == newline { line += 1 }
            at += 1
        }
    }

    /// Reads code to the end, or (nested) to the parenthesis that closes an interpolation.
    mutating func readCode(nested: Bool) {
        var depth = 0
        while at < bytes.count {
            switch peek() {
            case slash where peek(1) == slash:
                while at < bytes.count, peek() != newline { blank() }
            case slash where peek(1) == star: readBlockComment()
            case slash where opensRegex(): readRegex(hashes: 0)
            case quote: readString(hashes: 0)
            case hash:
                var hashes = 0
                while peek(hashes) == hash { hashes += 1 }
                if peek(hashes) == quote {
                    keep(hashes)
                    readString(hashes: hashes)
                } else if peek(hashes) == slash {
                    keep(hashes)
                    readRegex(hashes: hashes)
                } else {
                    keep(hashes)
                }
            case open:
                depth += 1
                keep()
            case close:
                if nested, depth == 0 { return }
                depth -= 1
                keep()
            default: keep()
            }
        }
    }

    mutating func readBlockComment() {
        var depth = 0
        while at < bytes.count {
            if peek() == slash, peek(1) == star {
                depth += 1
                blank(2)
            } else if peek() == star, peek(1) == slash {
                depth -= 1
                blank(2)
                if depth == 0 { return }
            } else {
                blank()
            }
        }
    }

    /// A slash begins a regular expression where an operand is expected and no space follows.
    func opensRegex() -> Bool {
        if peek(1) == space || peek(1) == newline || peek(1) == 0 { return false }
        var back = at - 1
        while back >= 0, bytes[back] == space { back -= 1 }
        guard back >= 0, bytes[back] != newline else { return false }
        return "(,=:[{&|?;".utf8.contains(bytes[back])
    }

    mutating func readRegex(hashes: Int) {
        keep()
        while at < bytes.count {
            if peek() == backslash {
                blank(2)
            } else if peek() == slash, (0..<hashes).allSatisfy({ peek(1 + $0) == hash }) {
                return keep(1 + hashes)
            } else if hashes == 0, peek() == newline {
                return
            } else {
                blank()
            }
        }
    }

    mutating func readString(hashes: Int) {
        let start = line, quotes = peek(1) == quote && peek(2) == quote ? 3 : 1
        var interpolations: [String] = []
        keep(quotes)
        let first = at
        while at < bytes.count {
            if closes(quotes: quotes, hashes: hashes) {
                literals.append(
                    .init(line: start, text: String(decoding: bytes[first..<at], as: UTF8.self), interpolations: interpolations))
                return keep(quotes + hashes)
            } else if peek() == backslash, (0..<hashes).allSatisfy({ peek(1 + $0) == hash }) {
                if peek(1 + hashes) == open {
                    blank(2 + hashes)
                    let from = at
                    readCode(nested: true)
                    interpolations.append(String(decoding: bytes[from..<at], as: UTF8.self))
                    blank()
                } else {
                    blank(2 + hashes)
                }
            } else if quotes == 1, peek() == newline {
                return  // not a string after all
            } else {
                blank()
            }
        }
    }

    func closes(quotes: Int, hashes: Int) -> Bool {
        (0..<quotes).allSatisfy { peek($0) == quote } && (0..<hashes).allSatisfy { peek(quotes + $0) == hash }
    }
}
