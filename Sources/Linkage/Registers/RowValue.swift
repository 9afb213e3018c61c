// SPDX-License-Identifier: Apache-2.0

/// Values of a register in one form, byte by byte: what is plain ASCII never becomes a `String`.
enum RowValue {
    private static let nothing: Set<[UInt8]> = Set(
        ["unknown", "n/a", "na", "none", "null", "nan", "nk", "not known", "-", "--", "?", "nil", "tbc", "unk"].map { Array($0.utf8) })

    /// Whether the bytes say that nothing is known.
    static func isNothing(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        if value.isEmpty { return true }
        if value.count > 9 { return false }
        switch value[0] | 0x20 {
        case 0x75, 0x6E, 0x2D, 0x3F, 0x74: return nothing.contains(value.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        case 0x20: return value.allSatisfy { $0 == 0x20 }
        default: return false
        }
    }

    /// Words folded: lower case, no accents, one space between. Fast where the bytes are ASCII.
    static func words(_ value: UnsafeBufferPointer<UInt8>, into out: inout [UInt8], limit: Int = 200) {
        out.removeAll(keepingCapacity: true)
        for byte in value {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: out.append(byte)
            case 0x41...0x5A: out.append(byte | 0x20)
            case 0x27, 0x60: break
            case 0x80...:
                out = Fold.bytes(String(decoding: value.prefix(limit * 4), as: UTF8.self), limit: limit)
                return
            default: if let last = out.last, last != 0x20 { out.append(0x20) }
            }
            if out.count >= limit { break }
        }
        if out.last == 0x20 { out.removeLast() }
    }

    /// A name: words without titles, particles joined. Empty when nothing is left.
    static func name(_ value: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        words(value, into: &out, limit: 120)
        if out.contains(0x20) { out = PersonalName.normalised(String(decoding: out, as: UTF8.self)) ?? [] }
    }

    /// Letters and digits only, lower case.
    static func code(_ value: UnsafeBufferPointer<UInt8>, into out: inout [UInt8], limit: Int = 32) {
        out.removeAll(keepingCapacity: true)
        for byte in value where out.count < limit {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: out.append(byte)
            case 0x41...0x5A: out.append(byte | 0x20)
            default: break
            }
        }
    }

    /// An e-mail address: lower case, no spaces.
    static func email(_ value: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        for byte in value where byte > 0x20 && out.count < 120 { out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    }

    /// A telephone number: digits with the country code, British unless another is written; empty for fewer than six digits.
    static func phone(_ value: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        code(value, into: &out, limit: 20)
        out.removeAll { !(0x30...0x39).contains($0) }
        let isInternational = value.first == 0x2B
        if !isInternational, out.count > 8, out[0] == 0x30, out[1] == 0x30 {
            out.removeFirst(2)
        } else if isInternational {
        } else if out.first == 0x30 {
            out.replaceSubrange(0..<1, with: [0x34, 0x34])
        } else if !(out.count == 12 && out[0] == 0x34 && out[1] == 0x34) {
            out.insert(contentsOf: [0x34, 0x34], at: 0)
        }
        if out.count > 3, out[0] == 0x34, out[1] == 0x34, out[2] == 0x30 { out.remove(at: 2) }
        if out.count < 8 || out.count > 16 { out.removeAll() }
    }

    /// 1 male, 2 female, 3 anything else that is said, 0 not known.
    static func sex(_ value: some Collection<UInt8>) -> UInt32 {
        guard let first = value.first else { return 0 }
        let word = value.prefix(6).map { $0 | 0x20 }
        switch first | 0x20 {
        case 0x6D: return word.count == 1 || word.starts(with: "male".utf8) || word.starts(with: "man".utf8) ? 1 : 3
        case 0x66: return word.count == 1 || word.starts(with: "fem".utf8) ? 2 : 3
        case 0x77: return 2
        case 0x75, 0x6E, 0x2D, 0x3F, 0x20: return 0
        default: return 3
        }
    }

    /// A date as eight digits, four bits each: year first. Faulty days and months are kept, since they are slips of true ones. Month and
    /// day are zeros where only the year is written. Nil for what is no date.
    static func date(_ value: some Collection<UInt8>, dayFirst: Bool = true) -> UInt32? {
        var parts: [[UInt8]] = [[]]
        for byte in value {
            switch byte {
            case 0x30...0x39: parts[parts.count - 1].append(byte - 0x30)
            case 0x2D, 0x2F, 0x2E, 0x20: if parts.count < 4 { parts.append([]) }
            case 0x54 where parts.count == 3: parts.append([])  // a time follows
            default: if parts.count <= 3 { return nil }
            }
        }
        func pack(_ digits: [UInt8]) -> UInt32 { digits.reduce(0) { $0 << 4 | UInt32($1) } }
        func two(_ digits: [UInt8]) -> [UInt8] { digits.count == 1 ? [0] + digits : digits }
        let dated = parts.filter { !$0.isEmpty }
        switch dated.map(\.count) {
        case [8]: return pack(dated[0])
        case [4]: return pack(dated[0] + [0, 0, 0, 0])
        case let counts where counts.count >= 3 && counts[0] == 4 && counts[1] <= 2 && counts[2] <= 2:
            return pack(dated[0] + two(dated[1]) + two(dated[2]))
        case let counts where counts.count >= 3 && counts[2] == 4 && counts[0] <= 2 && counts[1] <= 2:
            return dayFirst ? pack(dated[2] + two(dated[1]) + two(dated[0])) : pack(dated[2] + two(dated[0]) + two(dated[1]))
        case [4, 1], [4, 2]: return pack(dated[0] + two(dated[1]) + [0, 0])
        default: return nil
        }
    }

    /// A date in the usual form, read without making anything: YYYY-MM-DD or YYYYMMDD.
    static func plainDate(_ value: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let dashed = value.count == 10 && value[4] == 0x2D && value[7] == 0x2D
        guard dashed || value.count == 8 else { return nil }
        var packed: UInt32 = 0
        for (place, byte) in value.enumerated() {
            if dashed, place == 4 || place == 7 { continue }
            guard (0x30...0x39).contains(byte) else { return nil }
            packed = packed << 4 | UInt32(byte - 0x30)
        }
        return packed
    }
}
