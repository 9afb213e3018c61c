// SPDX-License-Identifier: Apache-2.0

/// The distinct values of a column: each has a number from 1, bytes, and a count of the records that hold it.
struct ValueTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Open addressing: 0 is empty, else the value's number.
    private var slots: [UInt32]
    private var hashes: [UInt32] = [0]
    private(set) var counts: [UInt32] = [0]

    init() { slots = [UInt32](repeating: 0, count: 1024) }

    /// How many values, and the largest number.
    var count: Int { ends.count - 1 }

    static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(value.count)
        let raw = UnsafeRawBufferPointer(value)
        var at = 0
        while at + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
            at += 8
        }
        var rest: UInt64 = 0
        while at < raw.count {
            rest = rest << 8 | UInt64(raw[at])
            at += 1
        }
        hash = (hash ^ rest) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ hash >> 32
    }

    /// The number of a value, new or known; counts one more record.
    mutating func add(_ value: UnsafeBufferPointer<UInt8>, records: UInt32 = 1) -> UInt32 {
        let number = intern(value)
        counts[Int(number)] &+= records
        return number
    }

    /// The number of a value, new or known.
    mutating func intern(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = UInt32(truncatingIfNeeded: Self.hash(value))
        var place = Int(hash) & (slots.count - 1)
        while slots[place] != 0 {
            let number = slots[place]
            if hashes[Int(number)] == hash, self.equals(number, value) { return number }
            place = (place + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: value)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        counts.append(0)
        let number = UInt32(ends.count - 1)
        slots[place] = number
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private func equals(_ number: UInt32, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[Int(number) - 1])
        guard Int(ends[Int(number)]) - start == value.count else { return false }
        return bytes.withUnsafeBufferPointer { own in
            for offset in 0..<value.count where own[start + offset] != value[offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 1..<ends.count {
            var place = Int(hashes[number]) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt32(number)
        }
    }

    /// The number of a value; 0 when it is not there.
    func number(of value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = UInt32(truncatingIfNeeded: Self.hash(value))
        var place = Int(hash) & (slots.count - 1)
        while slots[place] != 0 {
            let number = slots[place]
            if hashes[Int(number)] == hash, equals(number, value) { return number }
            place = (place + 1) & (slots.count - 1)
        }
        return 0
    }

    /// The bytes of a value; none for 0.
    func value<Result>(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        guard number > 0, Int(number) < ends.count else { return try body(.init(start: nil, count: 0)) }
        let start = Int(ends[Int(number) - 1])
        return try bytes.withUnsafeBufferPointer { try body($0.part(start, Int(ends[Int(number)]) - start)) }
    }

    /// The text of a value.
    func text(_ number: UInt32) -> String { value(number) { String(decoding: $0, as: UTF8.self) } }

    /// Gives back what only adding needs.
    mutating func close() {
        slots = []
        hashes = []
    }
}
