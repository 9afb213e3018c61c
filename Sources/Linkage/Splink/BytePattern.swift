// SPDX-License-Identifier: Apache-2.0

/// A regular expression of the kind that Splink's usual comparisons hold: letters, classes, repetition, a beginning and an end. No groups
/// and no alternatives.
struct BytePattern: Hashable, Sendable {
    private struct Part: Hashable, Sendable {
        var bytes: Set<UInt8>
        var least: Int
        var most: Int
    }

    private var parts: [Part] = []
    private var isFromStart = false
    private var isToEnd = false

    /// Nil when it holds anything else.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        if bytes.first == 0x5E {
            isFromStart = true
            bytes.removeFirst()
        }
        if bytes.last == 0x24 {
            isToEnd = true
            bytes.removeLast()
        }
        while let byte = bytes.popFirst() {
            var found: Set<UInt8>
            switch byte {
            case 0x5B:
                guard let set = Self.set(&bytes) else { return nil }
                found = set
            case 0x2E: found = Set(0...255).subtracting([0x0A])
            case 0x5C:
                guard let set = Self.escaped(&bytes) else { return nil }
                found = set
            case 0x28, 0x29, 0x7C, 0x2A, 0x2B, 0x3F, 0x7B, 0x7D, 0x5D, 0x5E, 0x24: return nil
            default: found = [byte]
            }
            guard let bounds = Self.bounds(&bytes) else { return nil }
            parts.append(Part(bytes: found, least: bounds.lowerBound, most: bounds.upperBound))
        }
    }

    private static func escaped(_ bytes: inout ArraySlice<UInt8>) -> Set<UInt8>? {
        guard let byte = bytes.popFirst() else { return nil }
        switch byte {
        case 0x64: return Set(0x30...0x39)
        case 0x77: return Set(0x30...0x39).union(0x41...0x5A).union(0x61...0x7A).union([0x5F])
        case 0x73: return [0x20, 0x09, 0x0A, 0x0D, 0x0C]
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return nil
        default: return [byte]
        }
    }

    private static func set(_ bytes: inout ArraySlice<UInt8>) -> Set<UInt8>? {
        var found: Set<UInt8> = []
        let isInverse = bytes.first == 0x5E
        if isInverse { bytes.removeFirst() }
        while let byte = bytes.popFirst() {
            if byte == 0x5D { return isInverse ? Set(0...255).subtracting(found) : found }
            if byte == 0x5C {
                guard let set = escaped(&bytes) else { return nil }
                found.formUnion(set)
            } else if bytes.count > 1, bytes.first == 0x2D, bytes[bytes.startIndex + 1] != 0x5D {
                bytes.removeFirst()
                guard let last = bytes.popFirst(), last >= byte, last != 0x5C else { return nil }
                found.formUnion(byte...last)
            } else {
                found.insert(byte)
            }
        }
        return nil
    }

    private static func bounds(_ bytes: inout ArraySlice<UInt8>) -> ClosedRange<Int>? {
        switch bytes.first {
        case 0x2A:
            bytes.removeFirst()
            return bytes.first == 0x3F ? nil : 0...Int.max
        case 0x2B:
            bytes.removeFirst()
            return bytes.first == 0x3F ? nil : 1...Int.max
        case 0x3F:
            bytes.removeFirst()
            return bytes.first == 0x3F ? nil : 0...1
        case 0x7B:
            guard let end = bytes.firstIndex(of: 0x7D) else { return nil }
            let inner = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
            bytes = bytes[(end + 1)...]
            let sides = inner.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
            guard let least = sides.first ?? nil, sides.count <= 2, least >= 0 else { return nil }
            if sides.count == 1 { return least...least }
            if inner.hasSuffix(",") { return least...Int.max }
            guard let most = sides[1], most >= least else { return nil }
            return least...most
        default: return 1...1
        }
    }

    /// The first match, the leftmost and longest; empty when there is none.
    func firstMatch(in text: [UInt8]) -> ArraySlice<UInt8> {
        for start in 0...(isFromStart ? 0 : text.count) {
            if let end = match(text, start, 0) { return text[start..<end] }
        }
        return []
    }

    private func match(_ text: [UInt8], _ at: Int, _ part: Int) -> Int? {
        guard part < parts.count else { return isToEnd && at != text.count ? nil : at }
        var count = 0
        while count < parts[part].most, at + count < text.count, parts[part].bytes.contains(text[at + count]) { count += 1 }
        while count >= parts[part].least {
            if let end = match(text, at + count, part + 1) { return end }
            count -= 1
        }
        return nil
    }
}
