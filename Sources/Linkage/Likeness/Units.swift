// SPDX-License-Identifier: Apache-2.0

/// The different rows of a register. Records whose rows are equal in every column are one unit: a million copies cost one comparison.
struct Units: Sendable {
    /// The rows, in the order of `ranks`' hashes of ids: nothing depends on the order of the file.
    let rows: [UInt32]
    /// The records of each unit: `members[starts[unit]..<starts[unit + 1]]`, in canonical order.
    let members: [UInt32]
    let starts: [UInt32]
    /// Whether there are two sides, and only pairs across them count.
    let isJoin: Bool

    var count: Int { starts.count - 1 }

    init(_ register: Register) {
        let width = RowLayout.width
        let hashes: [UInt64] = register.rows.withUnsafeBufferPointer { rows in
            (0..<register.count).map { record in
                var hash: UInt64 = register.sides.isEmpty ? 0 : UInt64(register.sides[record]) &+ 1
                for place in 0..<width { hash = (hash ^ UInt64(rows[record * width + place])) &* 0x9fb2_1c65_1e98_df25 ^ hash >> 29 }
                return KeyHash.mix(hash)
            }
        }
        let canonical = RadixSort.order(of: register.idHashes)
        // equal rows together: a table from the hash to the unit, units numbered as their first record comes in canonical order
        var slots = [UInt32](repeating: 0, count: Self.power(above: register.count * 2))
        var first: [UInt32] = []
        var unitOf = [UInt32](repeating: 0, count: register.count)
        var sizes: [UInt32] = []
        for record in canonical {
            var slot = Int(truncatingIfNeeded: hashes[Int(record)]) & (slots.count - 1)
            while slots[slot] != 0 {
                let unit = Int(slots[slot] - 1)
                if hashes[Int(first[unit])] == hashes[Int(record)], Self.equal(register, Int(first[unit]), Int(record)) { break }
                slot = (slot + 1) & (slots.count - 1)
            }
            if slots[slot] == 0 {
                first.append(record)
                sizes.append(0)
                slots[slot] = UInt32(first.count)
            }
            unitOf[Int(record)] = slots[slot] - 1
            sizes[Int(slots[slot] - 1)] += 1
        }
        var starts = [UInt32](repeating: 0, count: sizes.count + 1)
        for unit in sizes.indices { starts[unit + 1] = starts[unit] + sizes[unit] }
        var next = starts
        var members = [UInt32](repeating: 0, count: register.count)
        for record in canonical {
            let unit = Int(unitOf[Int(record)])
            members[Int(next[unit])] = record
            next[unit] += 1
        }
        var rows: [UInt32] = []
        rows.reserveCapacity(first.count * width)
        for record in first {
            rows.append(contentsOf: register.rows[Int(record) * width..<(Int(record) + 1) * width])
            if !register.sides.isEmpty { rows[rows.count - width + RowLayout.side] = UInt32(register.sides[Int(record)]) }
        }
        isJoin = !register.sides.isEmpty
        self.rows = rows
        self.members = members
        self.starts = starts
    }

    private static func power(above count: Int) -> Int {
        var power = 16
        while power < count { power *= 2 }
        return power
    }

    private static func equal(_ register: Register, _ left: Int, _ right: Int) -> Bool {
        if !register.sides.isEmpty, register.sides[left] != register.sides[right] { return false }
        let width = RowLayout.width
        for place in 0..<width where register.rows[left * width + place] != register.rows[right * width + place] { return false }
        return true
    }

    /// How many records a unit has.
    func size(_ unit: Int) -> Int { Int(starts[unit + 1] - starts[unit]) }
}
