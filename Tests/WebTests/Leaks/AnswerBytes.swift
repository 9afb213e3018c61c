// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes

@testable import Web

/// Looking through many large answers: as bytes, for a page decoded into a string again and again takes longer than making it.
enum AnswerBytes {
    private static let value = Array("value=\"".utf8), token = Array("TOKEN".utf8), quote = UInt8(ascii: "\"")
    /// Hexadecimal figures of a forgery token.
    private static let tokenLength = 96

    /// Where one run of bytes stands in another, from a place on.
    static func place(of sought: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard !sought.isEmpty, let base = bytes.baseAddress, start < bytes.count else { return nil }
        return sought.withUnsafeBytes { needle -> Int? in
            guard let first = needle.baseAddress else { return nil }
            var from = start
            // The byte that begins it is found fast, and few places begin with it.
            while from + needle.count <= bytes.count, let hit = memchr(base + from, Int32(sought[0]), bytes.count - needle.count - from + 1)
            {
                let place = UnsafeRawPointer(hit) - base
                if memcmp(base + place, first, needle.count) == 0 { return place }
                from = place + 1
            }
            return nil
        }
    }

    /// The same with each of these texts replaced by a word.
    static func replacing(_ texts: [String], with word: String, in bytes: [UInt8]) -> [UInt8] {
        texts.reduce(bytes) { bytes, text in
            let sought = Array(text.utf8)
            return cutting(bytes, Array(word.utf8)) { place(of: sought, in: $0, from: $1).map { ($0, $0 + sought.count) } }
        }
    }

    /// The same with each forgery token replaced by a word.
    static func withoutTokens(_ bytes: [UInt8]) -> [UInt8] {
        cutting(bytes, token) { bytes, start in
            var from = start
            while let found = place(of: value, in: bytes, from: from) {
                let (first, end) = (found + value.count, found + value.count + tokenLength)
                if end < bytes.count, bytes[end] == quote, bytes[first..<end].allSatisfy({ isHex($0) }) { return (found, end + 1) }
                from = first
            }
            return nil
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

    /// Replaces what `next` finds from a place on.
    private static func cutting(
        _ bytes: [UInt8], _ word: [UInt8], _ next: (UnsafeRawBufferPointer, Int) -> (Int, Int)?
    ) -> [UInt8] {
        bytes.withUnsafeBytes { all in
            guard var found = next(all, 0) else { return bytes }
            var kept: [UInt8] = []
            kept.reserveCapacity(all.count)
            var from = 0
            while true {
                kept.append(contentsOf: UnsafeRawBufferPointer(rebasing: all[from..<found.0]))
                kept.append(contentsOf: word)
                from = found.1
                guard let more = next(all, from) else { break }
                found = more
            }
            kept.append(contentsOf: UnsafeRawBufferPointer(rebasing: all[from...]))
            return kept
        }
    }
}

extension TestAnswer {
    /// Whether a text stands in it.
    func holds(_ text: String) -> Bool {
        let sought = Array(text.utf8)
        return body.withUnsafeBytes { AnswerBytes.place(of: sought, in: $0, from: 0) != nil }
    }

    /// Status, fields and body without what differs from one request to the next, and without the values that were asked for.
    func bare(asked: [String], lengths: Bool = true) -> [UInt8] {
        var lines = fields.filter { $0.name.rawName != "X-Request-ID" && (lengths || $0.name.canonicalName != "content-length") }
            .map { "\($0.name.rawName): \($0.value)" }.sorted()
        lines.insert("\(status)", at: 0)
        let head = AnswerBytes.replacing(asked, with: "ASKED", in: Array(lines.joined(separator: "\n").utf8))
        let text = AnswerBytes.replacing([self["X-Request-ID"] ?? ""].filter { !$0.isEmpty }, with: "REQUEST", in: body)
        return head + [0x0a] + AnswerBytes.withoutTokens(AnswerBytes.replacing(asked, with: "ASKED", in: text))
    }
}
